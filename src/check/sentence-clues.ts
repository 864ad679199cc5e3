/** The clues by which a sentence is known again in another language: names, figures, links, words of the dictionary. */
import { findAll } from '../paper/find-all.ts'
import { maskMath } from '../paper/formulas.ts'
import { remember } from '../paper/remember.ts'
import { lookUp } from './english-chinese.ts'
import { findLinks, linkKey, maskLinks } from './find-links.ts'
import { isName, readLatinTokens } from './latin-tokens.ts'

export interface Clue {
  /** Two clues with one key say the same. */
  key: string
  /** Any of these, small, shows the clue in the translation. */
  forms: readonly string[]
  /** Chance that a translation of the sentence holds one of the forms. */
  chance: number
}

/** `dictionary`: the translation is Chinese; `same`: it is in the source's own words; `none`: words say nothing. */
export type WordClues = 'dictionary' | 'same' | 'none'

const NUMBER_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  'one 一 1|two 两 二 双 2|three 三 3|four 四 4|five 五 5|six 六 6|seven 七 7|eight 八 8|nine 九 9|ten 十 10'
    .split('|')
    .map(line => line.split(' '))
    .map(([word = '', ...forms]) => [word, forms]),
)

// How often a faithful translation shows the clue; counted on published translations.
const LINK_CHANCE = 0.98
const NAME_CHANCE = 0.95
const FIGURE_CHANCE = 0.93
const ACRONYM_CHANCE = 0.6
const WORD_CHANCE = 0.82
const MIN_WORD = 4

/** Each clue once, in reading order. */
export function readClues(sentence: string, words: WordClues): Clue[] {
  const clues = new Map<string, Clue>()
  for (const link of findLinks(sentence)) {
    const form = linkKey(link).toLowerCase()
    clues.set(`/${form}`, { key: `/${form}`, forms: [form], chance: LINK_CHANCE })
  }
  const plain = maskLinks(maskMath(sentence))
  const scales = words === 'dictionary' ? readScales(plain) : undefined
  const readToken = READERS[words]
  for (const { text, index } of readLatinTokens(plain)) {
    const chinese = scales?.get(index)
    for (const clue of chinese ? readCompound(text, words, chinese) : readToken(text))
      if (!clues.has(clue.key)) clues.set(clue.key, clue)
  }
  return [...clues.values()]
}

// Figures in scales of their own apart, a word gives the same clues wherever it stands.
const READERS: Record<WordClues, (token: string) => readonly Clue[]> = {
  dictionary: remember(token => readCompound(token, 'dictionary')),
  same: remember(token => readCompound(token, 'same')),
  none: remember(token => readCompound(token, 'none')),
}

function readCompound(token: string, words: WordClues, chinese?: readonly string[]): Clue[] {
  return splitCompound(token).flatMap(part => readClue(part, words, chinese) ?? [])
}

/** `vision-language` and `SFT-distilled` are two clues each, `GPT-4o` is one. */
function splitCompound(token: string): string[] {
  if (isName(token) && !/-\p{Ll}{3,}$/u.test(token)) return [token]
  return LETTERED.test(token) ? [token, ...token.split('-')] : token.split('-')
}

// `wait-k`: most translators keep it as it is.
const LETTERED = /^\p{Ll}{3,}-\p{L}$/u

const SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['million', 1e6],
  ['b', 1e9],
  ['billion', 1e9],
  ['t', 1e12],
  ['trillion', 1e12],
])

/** What Chinese makes of the figures that English counts in thousands: `4万` for 40,000, `46亿` for 4.6 billion; by place. */
function readScales(text: string): Map<number, string[]> {
  const found = new Map<number, string[]>()
  for (const { 1: digits = '', 2: word, 3: letter = '', index } of findAll(
    text,
    /(?<![\w.])(\d[\d,]{0,15}(?:\.\d{1,6})?)(?:[\s-]?(thousand|million|billion|trillion)\b|([KMBT])\b)?/gi,
  ))
    found.set(
      index,
      spellChinese(Number(digits.replaceAll(',', '')) * (SCALES.get((word ?? letter).toLowerCase()) ?? 1)),
    )
  return found
}

// A tenth of 万, and room for rounding.
const MIN_SCALED = 999

function spellChinese(value: number): string[] {
  if (value < MIN_SCALED) return []
  return [
    [1e4, '万'],
    [1e8, '亿'],
    [1e12, '万亿'],
  ].flatMap(([size, word]) => {
    const count = Number((value / Number(size)).toPrecision(12))
    return count >= 0.1 && count < 1e5 ? [`${count}${word}`, `${count} ${word}`] : []
  })
}

function readClue(token: string, words: WordClues, chinese: readonly string[] = []): Clue | undefined {
  const lower = token.toLowerCase()
  if (/^\d/.test(token)) return readFigure(token, chinese)
  if (isName(token)) {
    const form = lower.replace(/s$/, '')
    return {
      key: `@${form}`,
      forms: nameForms(form),
      chance: isAcronym(token) ? ACRONYM_CHANCE : NAME_CHANCE,
    }
  }
  if (LETTERED.test(token)) return { key: `@${lower}`, forms: [lower], chance: ACRONYM_CHANCE }
  if (words === 'none') return undefined
  if (words === 'same')
    return lower.length < MIN_WORD ? undefined : { key: lower, forms: [lower], chance: NAME_CHANCE }
  const number = NUMBER_WORDS.get(lower)
  if (number) return { key: `#${lower}`, forms: number, chance: WORD_CHANCE }
  return readWordClue(lower)
}

/** A word may stay English too: "we add Max-Pooling", 加入 Max-Pooling. */
function readWordClue(lower: string): Clue | undefined {
  const entry = lookUp(lower)
  return entry && { key: entry.key, forms: [...entry.translations, lower], chance: WORD_CHANCE }
}

/** A mistyped size or version is another check's business: `Qwen2.5-7B` is known by `qwen` too. */
function nameForms(name: string): string[] {
  const head = /^\p{Ll}{3,}/u.exec(name)?.[0]
  return head === undefined || head === name ? [name] : [name, head]
}

/** A short form may be translated: `LLM` → 大语言模型. */
function isAcronym(token: string): boolean {
  return /^\p{Lu}{2,5}s?$/u.test(token)
}

/** A single digit stands in too many places to tell anything. */
function readFigure(token: string, chinese: readonly string[]): Clue | undefined {
  const figure = (/^\d[\d.,]*\d|^\d/.exec(token)?.[0] ?? '').replaceAll(',', '')
  if (figure.length < 2 && !/\D/.test(token)) return undefined
  return { key: `#${figure}`, forms: [figure, ...chinese], chance: FIGURE_CHANCE }
}
