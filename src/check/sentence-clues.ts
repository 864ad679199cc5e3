/** The clues by which a sentence is known again in another language: names, figures, links, words of the dictionary. */
import { maskMath } from '../paper/formulas.ts'
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
  for (const { text } of readLatinTokens(maskLinks(maskMath(sentence))))
    for (const part of splitCompound(text)) {
      const clue = readClue(part, words)
      if (clue && !clues.has(clue.key)) clues.set(clue.key, clue)
    }
  return [...clues.values()]
}

/** `vision-language` and `SFT-distilled` are two clues each, `GPT-4o` is one. */
function splitCompound(token: string): string[] {
  return isName(token) && !/-\p{Ll}{3,}$/u.test(token) ? [token] : token.split('-')
}

function readClue(token: string, words: WordClues): Clue | undefined {
  const lower = token.toLowerCase()
  if (/^\d/.test(token)) return readFigure(token)
  if (isName(token)) {
    const form = lower.replace(/s$/, '')
    return {
      key: `@${form}`,
      forms: nameForms(form),
      chance: isAcronym(token) ? ACRONYM_CHANCE : NAME_CHANCE,
    }
  }
  if (words === 'none') return undefined
  if (words === 'same')
    return lower.length < MIN_WORD ? undefined : { key: lower, forms: [lower], chance: NAME_CHANCE }
  const number = NUMBER_WORDS.get(lower)
  if (number) return { key: `#${lower}`, forms: number, chance: WORD_CHANCE }
  const entry = lookUp(lower)
  return entry && { key: entry.key, forms: entry.translations, chance: WORD_CHANCE }
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
function readFigure(token: string): Clue | undefined {
  const figure = (/^\d[\d.,]*\d|^\d/.exec(token)?.[0] ?? '').replaceAll(',', '')
  if (figure.length < 2 && !/\D/.test(token)) return undefined
  return { key: `#${figure}`, forms: [figure], chance: FIGURE_CHANCE }
}
