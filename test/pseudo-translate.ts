/** A stand-in for a translator: Chinese-looking sentences that keep every figure, name, link and formula. */
import { lookUp } from '../src/check/english-chinese.ts'
import { latexToText } from '../src/paper/latex.ts'
import { splitSentences } from '../src/paper/sentences.ts'
import { scaleFigure, scales, spellNumber } from './pseudo-figures.ts'
import { hanCharacters, knownWords, unitWords } from './pseudo-words.ts'

const PUNCTUATION: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '"': '',
  '“': '“',
  '”': '”',
  '?': '',
  '!': '',
  '.': '',
  '—': '——',
}

const URL_PATTERN =
  /(?:https?:\/\/|www\.)[^\s<>"“”{}|\\^`]+|\b(?:[\w-]+\.)*(?:com|org|io|net|ai|cn|edu|dev|co)\/[^\s<>"“”{}|\\^`]+/y
const FORMULA_PATTERN = /\$\$[^$]+\$\$|\$[^$\n]+\$/y
const SCALED_PATTERN =
  /([$€£¥]?)(\d[\d,]*(?:\.\d+)?)[ -]?(hundred|thousand|million|billion|trillion)(?![\p{L}])/uy
const FIGURE_PATTERN =
  /[-−+~≈<>≤≥±]?[$€£¥]?(?:\d+(?:,\d{3})*)?(?:\.?\d+)(?:\s?[-–—−±×/:]\s?[-−+]?\d+(?:,\d{3})*(?:\.\d+)?)*\s?(?:%p\b|[%‰×°])?(?![\p{L}\p{N}]|[-._,][\p{L}\p{N}])/uy
const TOKEN_PATTERN =
  /[\p{L}\p{N}\p{M}_]+(?:(?:[-‑–._/’'&@:^×±+#]|,(?=\d{3}(?!\d)))[\p{L}\p{N}\p{M}_]+)*[+#]*%?/uy
const PHRASES = Map.groupBy(
  [...knownWords.keys()].filter(key => /[ -]/.test(key)).sort((a, b) => b.length - a.length),
  phrase => phrase[0],
)

interface Reader {
  text: string
  at: number
  out: string[]
  /** Words written with a capital inside sentences somewhere in the text. */
  names: ReadonlySet<string>
  titleCase: boolean
  atStart: boolean
  afterNumber: boolean
  openBrackets: number
  glossary: [string, string][]
}

type Glossary = Record<string, string>

/**
 * One Chinese sentence for each sentence of `text`, its paragraphs kept. `glossary`: lower-case source term to
 * the rendering that must be used. Deterministic.
 */
export function pseudoTranslate(text: string, glossary: Glossary = {}): string {
  return translateText(text, { glossary, isTitle: false })
}

/** As `pseudoTranslate`, for a heading: its capitals are no names, and there is no full stop. */
export function pseudoTranslateTitle(title: string, glossary: Glossary = {}): string {
  return translateText(title, { glossary, isTitle: true })
    .replace(/。(?=.)/g, '：')
    .replace(/。$/, '')
}

function translateText(
  text: string,
  { glossary, isTitle }: { glossary: Glossary; isTitle: boolean },
): string {
  const plain = latexToText(text).replaceAll('{,}', ',')
  const context = {
    names: findNames(plain),
    glossary: Object.entries(glossary).sort(([a], [b]) => b.length - a.length),
  }
  return plain
    .split(/\n[ \t]*\n\s*/)
    .map(paragraph =>
      splitSentences(paragraph, 'en')
        .map(sentence =>
          translateSentence(sentence, { ...context, titleCase: isTitle || isTitleCase(sentence) }),
        )
        .join(''),
    )
    .join('\n\n')
}

function isTitleCase(sentence: string): boolean {
  const words = sentence.match(/\b\p{L}\p{Ll}{3,}/gu) ?? []
  const capitals = words.filter(word => /^\p{Lu}/u.test(word)).length
  return words.length > 1 && capitals > words.length * 0.6
}

/** What stands for an ordinary word: its entry in the checks' dictionary, else two or so characters, always the same. */
export function pseudoWord(word: string): string {
  const known = lookUp(word.toLowerCase())?.translations[0]
  if (known) return known
  let hash = 2_166_136_261
  for (const character of word.toLowerCase())
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0
  const first = hash % hanCharacters.length
  const second = (first + 1 + ((hash >>> 11) % (hanCharacters.length - 1))) % hanCharacters.length
  return (hanCharacters[first] ?? '') + (word.length > 3 ? (hanCharacters[second] ?? '') : '')
}

function findNames(text: string): Set<string> {
  const inside = text.matchAll(/(?<=[\p{Ll},;] )\p{Lu}\p{Ll}+\b/gu)
  return new Set([...inside].map(([word]) => word))
}

function translateSentence(
  sentence: string,
  context: Pick<Reader, 'names' | 'glossary' | 'titleCase'>,
): string {
  const reader: Reader = {
    ...context,
    text: sentence,
    at: 0,
    out: [],
    atStart: true,
    afterNumber: false,
    openBrackets: 0,
  }
  while (reader.at < sentence.length) step(reader)
  const body = joinTokens(reader.out)
  return `${body === '' ? pseudoWord(sentence) : body}${/\?["'”’)]*$/.test(sentence) ? '？' : '。'}`
}

function step(reader: Reader): void {
  const character = reader.text[reader.at] ?? ''
  if (/\s/.test(character)) reader.at++
  else if (
    !(
      readVerbatim(reader) ||
      readTerm(reader) ||
      readFigure(reader) ||
      readPhrase(reader) ||
      readToken(reader)
    )
  )
    readMark(reader, character)
}

function match(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at
  return pattern.exec(reader.text)
}

function put(
  reader: Reader,
  { length, written, number = false }: { length: number; written: string; number?: boolean },
): true {
  reader.at += length
  if (written !== '') reader.out.push(written)
  reader.atStart = false
  reader.afterNumber = number
  return true
}

function readVerbatim(reader: Reader): boolean {
  const url = match(reader, URL_PATTERN)?.[0].replace(/[.,;:!?)\]'’]+$/, '')
  if (url) return put(reader, { length: url.length, written: ` ${url} ` })
  const formula = match(reader, FORMULA_PATTERN)?.[0]
  return formula !== undefined && put(reader, { length: formula.length, written: formula })
}

function readTerm(reader: Reader): boolean {
  if (/[\p{L}\p{N}]/u.test(reader.text[reader.at - 1] ?? '')) return false
  const found = reader.glossary.find(
    ([term]) =>
      reader.text.slice(reader.at, reader.at + term.length).toLowerCase() === term &&
      !/[\p{L}\p{N}]/u.test(reader.text[reader.at + term.length] ?? ''),
  )
  return found !== undefined && put(reader, { length: found[0].length, written: found[1] })
}

function readFigure(reader: Reader): boolean {
  if (/[\p{L}\p{N}]/u.test(reader.text[reader.at - 1] ?? '')) return false
  const scaled = match(reader, SCALED_PATTERN)
  if (scaled?.[2] && scaled[3]) {
    const money = scaled[1] ? '美元' : ''
    return put(reader, {
      length: scaled[0].length,
      written: scaleFigure(scaled[2], scales[scaled[3]] ?? 0) + money,
      number: true,
    })
  }
  const fold = match(reader, /(\d+(?:\.\d+)?)[- ]?fold(?![\p{L}-])/uy)
  if (fold) return put(reader, { length: fold[0].length, written: `${fold[1]}倍` })
  const figure = match(reader, FIGURE_PATTERN)?.[0].trimEnd()
  return (
    figure !== undefined &&
    put(reader, { length: figure.length, written: figure.replace(/ ?%p?$/, '%'), number: true })
  )
}

function readPhrase(reader: Reader): boolean {
  if (/[\p{L}\p{N}]/u.test(reader.text[reader.at - 1] ?? '')) return false
  const phrase = PHRASES.get(reader.text[reader.at]?.toLowerCase())?.find(candidate => {
    const end = reader.at + candidate.length
    return (
      reader.text.slice(reader.at, end).toLowerCase() === candidate &&
      !/[\p{L}\p{N}-]/u.test(reader.text[end] ?? '')
    )
  })
  if (phrase) return put(reader, { length: phrase.length, written: knownWords.get(phrase) ?? '' })
  const spelled = match(reader, /[a-z]+(?:[- ](?:[a-z]+))?/iy)?.[0]
  const written = spelled && (spellNumber(spelled) ?? spellNumber(spelled.split(/[- ]/)[0] ?? ''))
  if (!spelled || !written) return false
  const length = spellNumber(spelled) ? spelled.length : (spelled.split(/[- ]/)[0] ?? '').length
  if (/\p{L}/u.test(reader.text[reader.at + length] ?? '')) return false
  return put(reader, { length, written, number: true })
}

function readToken(reader: Reader): boolean {
  const token = match(reader, TOKEN_PATTERN)?.[0]
  if (token === undefined) return false
  const written = reader.afterNumber
    ? (unitWords.get(token.toLowerCase()) ?? writeToken(reader, token))
    : writeToken(reader, token)
  return put(reader, { length: token.length, written })
}

function writeToken(reader: Reader, token: string): string {
  const known = knownWords.get(token.toLowerCase())
  if (known !== undefined && (reader.atStart || reader.titleCase || !/^\p{Lu}\p{Lu}/u.test(token)))
    return known
  // (i), b): marks of a list.
  if (/^(?:[ivx]{1,4}|[b-h])$/.test(token) && reader.text[reader.at + token.length] === ')') return token
  if (isName(reader, token)) return token.replace(/[’']s$/, '的')
  return token
    .replace(/[’']s$/, '')
    .split(/[-‑–._/’'&@:^×±+#,]/)
    .filter(part => part !== '')
    .map(part => knownWords.get(part.toLowerCase()) ?? spellNumber(part) ?? pseudoWord(part))
    .join('')
}

// Longer chains of words are phrases: Optimism-in-the-Face-of-Uncertainty.
const LONGEST_CHAIN = 4

/** Digits, inner capitals, acronyms, capitals inside a sentence; other scripts are no words of ours. */
function isName(reader: Reader, token: string): boolean {
  if (/\p{N}|\p{Ll}\p{Lu}|\p{Lu}\p{Lu}|[^\p{Script=Latin}\p{P}\p{S}\p{M}]/u.test(token)) return true
  if (/^\p{Lu}$/u.test(token)) return !reader.atStart && !/^[AI]$/.test(token)
  if (!/\p{Lu}/u.test(token) || token.split('-').length > LONGEST_CHAIN) return false
  if (reader.titleCase) return false
  return !reader.atStart || reader.names.has(token)
}

function readMark(reader: Reader, character: string): void {
  const point = String.fromCodePoint(reader.text.codePointAt(reader.at) ?? 0)
  const command = match(reader, /\\[a-zA-Z]+/y)?.[0]
  const isMinus = character === '-' && /[\p{N})] $/u.test(reader.text.slice(0, reader.at))
  const known = isMinus ? '-' : PUNCTUATION[character]
  const written = command ? '' : (known ?? (/[\p{L}\p{N}\p{Sm}]/u.test(point) ? point : ''))
  countBrackets(reader, character)
  const atStart = reader.atStart
  put(reader, { length: command?.length ?? point.length, written })
  reader.atStart = atStart && /["“‘'([]/.test(character)
}

/** "1) this and 2) that": the bracket that was never opened gets a partner. */
function countBrackets(reader: Reader, character: string): void {
  if (character === '(') reader.openBrackets++
  if (character !== ')') return
  const last = reader.out.pop()
  if (last !== undefined) reader.out.push(reader.openBrackets > 0 ? last : `（${last}`)
  reader.openBrackets = Math.max(0, reader.openBrackets - 1)
}

/** A space between what would run together: two Latin words, or a figure and a figure. */
function joinTokens(tokens: readonly string[]): string {
  let joined = ''
  for (const token of tokens) {
    const glue =
      /[\p{Script=Latin}\p{N}%)$.+#]$/u.test(joined) && /^[\p{Script=Latin}\p{N}$+<>~≈-]/u.test(token)
    const numerals =
      /[零一二两三四五六七八九十百千万亿半倍]$/.test(joined) &&
      /^[\d零一二两三四五六七八九十百千万亿数半]/.test(token)
    const digitsFirst = /\d$/.test(joined) && /^[零一二两三四五六七八九十百千万亿数半]/.test(token)
    joined += glue ? ` ${token}` : numerals || digitsFirst ? `的${token}` : token
  }
  return joined
    .replace(/ {2,}/g, ' ')
    .replace(/[，：]+$/, '')
    .trim()
}
