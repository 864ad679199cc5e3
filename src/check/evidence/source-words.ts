/** The source as sentences of words: where each stands, and how it may be known again in a brief. */
import { findAll } from '../../paper/find-all.ts'
import { maskMath } from '../../paper/formulas.ts'
import { remember } from '../../paper/remember.ts'
import { type OpposedWord, opposedWords } from '../direction/opposed-pairs.ts'
import { cuesOf } from '../english-cues.ts'
import { findLinks, linkKey, maskLinks } from '../find-links.ts'
import { foldMarks } from '../latin-tokens.ts'
import { LastMade } from '../once.ts'
import type { Source } from '../read-source.ts'
import { translationsOf } from './further-words.ts'

/**
 * `dictionary`: the brief is Chinese; `same`: it is English too; `cognates`: it is in another Latin script, where
 * learned words begin alike; `none`: only names and figures are compared.
 */
export type Bridge = 'dictionary' | 'same' | 'cognates' | 'none'

export interface SourceWord {
  /** In small letters; the parts of a compound are words of their own. */
  text: string
  /** Counts the stretches between marks of any kind. */
  clause: number
  /** Counts the stretches between semicolons, colons, brackets and words such as "but" and "while". */
  part: number
  /** Counts the stretches between semicolons, where translators like to end a sentence. */
  piece: number
  kind: 'name' | 'figure' | 'word'
  /** Any of these, small, shows the word in the brief; none for small words and unknown ones. */
  forms: readonly string[]
  /** How it turns the sense of a sentence: flags of `CUES`. */
  cues: number
  /** The words of opposed pairs that it may begin. */
  opposed: readonly OpposedWord[]
}

export interface SourceSentence {
  /** Verbatim, LaTeX resolved. */
  text: string
  /** Heading of its section; absent for title and abstract. */
  section?: string
  isTitle: boolean
  words: readonly SourceWord[]
}

// Words, figures, and the marks that part clauses. Linear: no alternative begins like another one.
const TOKENS =
  /[A-Za-z\u00c0-\u024f\u0370-\u03ff][A-Za-z\u00c0-\u024f\u0370-\u03ff0-9']*|\d[\d.,]*[A-Za-z]*|[,;:()—]/g
const MARKS = ',;:()—'
const TURNS = new Set('but while whereas although though however yet whilst despite'.split(' '))
const SMALL_WORDS = new Set(
  `a an the and or of in on at to for from by with as is are was were be been being it its this that these those they
  their we our us which who whose what when where than then so such both each into onto via can may might will would
  has have had do does did also how if there here up out very more most some any all other one two new`.split(
    /\s+/,
  ),
)
const MAX_WORD = 40
const MIN_STEM = 4
const MIN_COGNATE = 6

const known = new LastMade<Source, Map<Bridge, readonly SourceSentence[]>>()

/** Title first, then the abstract, then the sections of the full text where there is one. */
export function readSourceSentences(source: Source, bridge: Bridge): readonly SourceSentence[] {
  const memory = known.get(source) ?? new Map<Bridge, readonly SourceSentence[]>()
  known.set(source, memory)
  const read = memory.get(bridge)
  if (read) return read
  const sentences: SourceSentence[] = [
    { text: source.title, isTitle: true, words: readWords(source.title, bridge) },
    ...source.parts().flatMap(({ section, sentences: own }) =>
      own.map(sentence => ({
        text: sentence,
        ...(section !== undefined && { section }),
        isTitle: false,
        words: readWords(sentence, bridge),
      })),
    ),
  ]
  memory.set(bridge, sentences)
  return sentences
}

export function readWords(sentence: string, bridge: Bridge): SourceWord[] {
  const words: SourceWord[] = []
  let clause = 0
  let part = 0
  let piece = 0
  // Most sentences have neither links nor formulas, and looking for them is what costs most.
  const links = /\/|arxiv/i.test(sentence) ? findLinks(sentence) : []
  const unlinked = links.length > 0 ? maskLinks(sentence) : sentence
  const plain = unlinked.includes('$') ? maskMath(unlinked) : unlinked
  for (const [token] of findAll(foldMarks(plain), TOKENS)) {
    const isMark = token.length === 1 && MARKS.includes(token)
    const word = isMark ? undefined : READERS[bridge](token)
    if (!word || word.isTurn) {
      clause++
      if (token !== ',') part++
    }
    if (token === ';') piece++
    if (!word || word.text.length > MAX_WORD) continue
    const { text, kind, forms, cues, opposed } = word
    words.push({ text, clause, part, piece, kind, forms, cues, opposed })
  }
  for (const link of links) {
    const text = linkKey(link).toLowerCase()
    words.push({
      text,
      clause: clause + 1,
      part: part + 1,
      piece,
      kind: 'name',
      forms: [text],
      cues: cuesOf(text),
      opposed: opposedWords(text),
    })
  }
  return words
}

interface Token extends Omit<SourceWord, 'clause' | 'part' | 'piece'> {
  isTurn: boolean
}

const READERS: Record<Bridge, (token: string) => Token> = {
  dictionary: remember(token => readToken(token, 'dictionary')),
  same: remember(token => readToken(token, 'same')),
  cognates: remember(token => readToken(token, 'cognates')),
  none: remember(token => readToken(token, 'none')),
}

function readToken(token: string, bridge: Bridge): Token {
  // "In an 'unsupervised' manner": the closing mark is none of the word's.
  const text = (token.endsWith("'") ? token.replace(/'+$/, '') : token).toLowerCase()
  return {
    text,
    ...readForms(token, text, bridge),
    cues: cuesOf(text),
    opposed: opposedWords(text),
    isTurn: TURNS.has(text),
  }
}

function readForms(token: string, text: string, bridge: Bridge): Pick<SourceWord, 'kind' | 'forms'> {
  if (/^\d/.test(token)) {
    const figure = text.replace(/[.,]+$/, '').replaceAll(',', '')
    const forms = bridge === 'cognates' ? [...new Set([figure, figure.replace('.', ',')])] : [figure]
    return { kind: 'figure', forms: figure.length > 1 ? forms : [] }
  }
  if (/\d|\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(token)) return { kind: 'name', forms: nameForms(text, bridge) }
  if (SMALL_WORDS.has(text)) return { kind: 'word', forms: [] }
  if (bridge === 'same') return { kind: 'word', forms: text.length < MIN_STEM ? [] : [stem(text)] }
  if (bridge === 'cognates')
    return { kind: 'word', forms: text.length < MIN_COGNATE ? [] : [text.slice(0, MIN_COGNATE - 1)] }
  const translations = bridge === 'dictionary' ? translationsOf(text) : []
  // A capital outside the dictionary is a name as a rule: "Atari", "Flickr".
  const isNamed = /^\p{Lu}\p{Ll}{2,}/u.test(token)
  return {
    kind: isNamed && translations.length === 0 ? 'name' : 'word',
    forms: isNamed ? [...translations, text] : translations,
  }
}

/** An acronym may be translated: LLMs → 大语言模型. */
function nameForms(text: string, bridge: Bridge): readonly string[] {
  const bare = text.replace(/'s$|(?<=\p{L}{2})s$/u, '')
  return bridge === 'dictionary' ? [bare, ...translationsOf(bare)] : [bare]
}

/** Enough of a word to know its other forms: "reduction" and "reduces" meet only where both are cut this short. */
export function stem(word: string): string {
  return word.length <= 6 ? word.replace(/(?:e|s|ed|es)$/, '') : word.slice(0, Math.max(5, word.length - 4))
}
