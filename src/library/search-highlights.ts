/** Finds in a paper's texts the passages that show why it was found, and marks the words. */
import type { SearchGroup } from '../paper/search-query.ts'
import { isWords } from './search-compile.ts'
import type { Stems } from './search-stems.ts'
import { type Extra, findExtras, splitName, type Token, tokenize } from './search-tokens.ts'
import type { Segmenter } from './segment.ts'

export interface Highlight {
  /** `title`, `titleTranslated`, `abstract`, or the key of a brief's field. */
  field: string
  /** The passage as it stands in the text, with `…` where it was cut. */
  text: string
  /** Start and end of each marked word in `text`, in UTF-16 units. */
  marks: [number, number][]
}

export interface HighlightedText {
  field: string
  text: string
  /** Shown from its beginning to its end, and before the others. */
  isTitle: boolean
}

export interface Marker {
  /** The words whose stems `mark` will ask for. */
  listWords(texts: readonly HighlightedText[]): Set<string>
  /** Titles that hold a word, then the best passages of other texts. */
  mark(texts: readonly HighlightedText[]): Highlight[]
}

export interface MarkerTools {
  stems: Stems
  segmenter: Segmenter | undefined
  prefix: boolean
}

const MAX_PASSAGES = 2
const PASSAGE_CHARS = 220
const PASSAGE_CHARS_UNSPACED = 90
const MAX_TEXT_CHARS = 20_000

/** The stems of the query's words must have been loaded. */
export function createMarker(groups: readonly SearchGroup[], tools: MarkerTools): Marker {
  const wanted = listWanted(groups, tools)
  // Stems begin as their words do, so that most words of a text need not be looked up.
  const beginnings = new Set([...wanted.lexemes].map(lexeme => lexeme.slice(0, 2)))
  const read = new Map<HighlightedText, { tokens: Token[]; compounds: Extra[] }>()
  const readText = (given: HighlightedText): { tokens: Token[]; compounds: Extra[] } => {
    const known = read.get(given)
    if (known) return known
    const text = given.text.slice(0, MAX_TEXT_CHARS)
    const tokens = tokenize(text).flatMap(token =>
      token.isUnspaced ? findUnspaced(token, wanted.unspaced, tools.segmenter) : [token],
    )
    const compounds = findExtras(text, tokens).filter(({ first, last }) => last > first)
    read.set(given, { tokens, compounds })
    return { tokens, compounds }
  }
  const isMarked = ({ word }: Token): boolean =>
    wanted.lexemes.has(tools.stems.stem(word)) ||
    (wanted.prefix !== undefined && word.startsWith(wanted.prefix)) ||
    (splitName(word)?.some(part => wanted.lexemes.has(part)) ?? false)
  const marksOf = (given: HighlightedText): Token[] => {
    const { tokens, compounds } = readText(given)
    const joined = new Set<number>()
    for (const { word, first, last } of compounds)
      if (wanted.lexemes.has(tools.stems.stem(word)))
        for (let index = first; index <= last; index++) joined.add(index)
    return tokens.filter((token, index) => isMarked(token) || joined.has(index))
  }
  return {
    listWords(texts) {
      const words = new Set<string>()
      for (const given of texts) {
        const { tokens, compounds } = readText(given)
        for (const { word } of tokens) if (beginnings.has(word.slice(0, 2))) words.add(word)
        for (const { word } of compounds) if (beginnings.has(word.slice(0, 2))) words.add(word)
      }
      return words
    },
    mark(texts) {
      const titles: Highlight[] = []
      const passages: (Highlight & { worth: number })[] = []
      for (const given of texts) {
        const marks = marksOf(given)
        if (marks.length === 0) continue
        const { field, text } = given
        if (given.isTitle) titles.push({ field, text, marks: marks.map(({ start, end }) => [start, end]) })
        else passages.push(cutPassage(given, marks, tools.stems))
      }
      const best = passages.toSorted((a, b) => b.worth - a.worth).slice(0, MAX_PASSAGES)
      return [...titles, ...best.map(({ worth: _, ...passage }) => passage)]
    },
  }
}

function listWanted(
  groups: readonly SearchGroup[],
  { stems, segmenter, prefix }: MarkerTools,
): { lexemes: Set<string>; unspaced: string[]; prefix: string | undefined } {
  const terms = groups.filter(({ isExcluded }) => !isExcluded).flatMap(group => group.terms.filter(isWords))
  const lexemes = new Set<string>()
  const unspaced = new Set<string>()
  let last: Token | undefined
  for (const { text } of terms) {
    const tokens = tokenize(text, segmenter)
    const words = [...tokens, ...findExtras(text, tokens, segmenter)].map(({ word }) => word)
    for (const word of words) if (stems.stem(word) !== '') lexemes.add(stems.stem(word))
    for (const { word, isUnspaced } of tokens) if (isUnspaced) unspaced.add(word)
    last = tokens.at(-1)
  }
  return { lexemes, unspaced: [...unspaced], prefix: prefix ? last?.word : undefined }
}

/** Where the words stand in a run without spaces; cutting the run into all its words would take long. */
function findUnspaced(run: Token, words: readonly string[], segmenter: Segmenter | undefined): Token[] {
  if (words.length === 0) return []
  const text = segmenter?.simplify(run.word) ?? run.word
  // A fold that changes the length (ｶﾞ) moves what stands behind it.
  if (text.length !== run.end - run.start) return []
  const found: Token[] = []
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push({ ...run, word, start: run.start + at, end: run.start + at + word.length })
  const inOrder = found.toSorted((a, b) => a.start - b.start || b.end - a.end)
  return inOrder.filter((token, index) => token.start >= (inOrder[index - 1]?.end ?? 0))
}

/** The stretch with the most different words, of those the one with the most, of those the first. */
function cutPassage(
  { field, text }: HighlightedText,
  marks: readonly Token[],
  stems: Stems,
): Highlight & { worth: number } {
  const length = marks.some(({ isUnspaced }) => isUnspaced) ? PASSAGE_CHARS_UNSPACED : PASSAGE_CHARS
  let best = { worth: 0, first: 0, last: 0 }
  for (const [first, { start }] of marks.entries()) {
    let last = first
    const words = new Set<string>()
    for (let index = first; index < marks.length; index++) {
      const mark = marks[index]
      if (!mark || mark.end - start > length) break
      words.add(stems.stem(mark.word))
      last = index
    }
    const worth = words.size * 100 + Math.min(last - first, 99)
    if (worth > best.worth) best = { worth, first, last }
  }
  const start = marks[best.first]?.start ?? 0
  const end = marks[best.last]?.end ?? 0
  const spare = Math.max(0, length - (end - start))
  const from = findCut(text, Math.max(0, start - Math.floor(spare / 3)), start)
  const to = findCut(text, Math.min(text.length, from + length), end)
  const head = from > 0 ? '…' : ''
  const tail = to < text.length ? '…' : ''
  // A paragraph's end is no more than a space here; one for one, so that the marks stay where they are.
  const passage = text.slice(from, to).trimEnd().replace(/\s/g, ' ')
  return {
    worth: best.worth,
    field,
    text: `${head}${passage}${tail}`,
    marks: marks
      .filter(mark => mark.start >= from && mark.end <= to)
      .map(mark => [mark.start - from + head.length, mark.end - from + head.length]),
  }
}

/** A place near `wished`, on its side of `limit`, where no word is cut in two. */
function findCut(text: string, wished: number, limit: number): number {
  if (wished <= 0 || wished >= text.length) return Math.max(0, Math.min(wished, text.length))
  const step = wished < limit ? 1 : -1
  for (let at = wished; at !== limit && Math.abs(at - wished) < 30; at += step) {
    if (/[\s。，；、]/.test(text.charAt(at - 1))) return at
  }
  // No surrogate pair is cut either.
  return /[\udc00-\udfff]/.test(text.charAt(wished)) ? wished + 1 : wished
}
