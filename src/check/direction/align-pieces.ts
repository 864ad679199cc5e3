/** Pairs the pieces of an abstract with the sentences of its translation, in order: Gale and Church (1993) with words. */
import type { SourceSentence, SourceWord } from '../evidence/source-words.ts'
import { type Trace, weighUnique } from '../evidence/trace-words.ts'
import { countWords, weighText } from '../text-length.ts'

/** What renders what: one to three pieces of the source, one to three sentences of the brief. */
export interface Bead {
  /** The words of the pieces in a row; the text of the sentences they stand in. */
  source: SourceSentence
  /** Indices of the brief's sentences. */
  sentences: readonly number[]
  /** How much of the source's weight stands in these sentences, 0 to 1. */
  share: number
  /** One for one. */
  isSingle: boolean
}

interface Piece {
  sentence: SourceSentence
  words: readonly SourceWord[]
  /** In words. */
  length: number
  /** Of each word that may be known again: its weight and the sentences that have it. */
  finds: readonly { weight: number; sentences: ReadonlySet<number> }[]
  total: number
}

/** How many go together on each side, and what is to be paid for that, in nats. */
const BEADS: readonly (readonly [source: number, target: number, cost: number])[] = [
  [1, 1, 0],
  [2, 1, 1],
  [1, 2, 1],
  [3, 1, 2.5],
  [1, 3, 2.5],
  [2, 2, 2.5],
]
const SKIP_COST = 5
// Standard deviation of the logarithm of a sentence's length in translation.
const SPREAD = 0.4
const FLOOR = 4
// Hostile input: the pairing costs the product of both counts.
const MAX_PIECES = 60

export interface AlignmentSearch {
  trace: Trace
  /** Indices of the sentences of the source and of the brief that are to be paired. */
  source: readonly number[]
  target: readonly number[]
  /** Length of a translation for each word of the source, in the unit of `weighText`. */
  expectedRatio: number
}

/** Empty where a side has too many sentences, or none. What nothing renders is left out. */
export function alignPieces({ trace, source, target, expectedRatio }: AlignmentSearch): Bead[] {
  const pieces = source.flatMap(at => splitPieces(trace, at))
  if (pieces.length === 0 || target.length === 0 || Math.max(pieces.length, target.length) > MAX_PIECES)
    return []
  const lengths = target.map(at => weighText(trace.brief.sentences[at]?.text ?? '') / expectedRatio)
  const rows: Cell[][] = []
  for (let i = 0; i <= pieces.length; i++) {
    const row: Cell[] = []
    rows.push(row)
    for (let j = 0; j <= target.length; j++) row.push(chooseCell({ pieces, target, lengths, rows, i, j }))
  }
  return readBeads({ rows, pieces, target })
}

interface Cell {
  score: number
  /** How many pieces and how many sentences the last step took. */
  step: readonly [source: number, target: number]
}

interface Place {
  pieces: readonly Piece[]
  target: readonly number[]
  lengths: readonly number[]
  rows: readonly (readonly Cell[])[]
  i: number
  j: number
}

/** The likeliest way to have paired the first `i` pieces with the first `j` sentences. */
function chooseCell({ pieces, target, lengths, rows, i, j }: Place): Cell {
  let best: Cell = { score: i === 0 && j === 0 ? 0 : Number.NEGATIVE_INFINITY, step: [0, 0] }
  const offer = (score: number, step: Cell['step']): void => {
    if (score > best.score) best = { score, step }
  }
  offer((rows[i - 1]?.[j]?.score ?? Number.NEGATIVE_INFINITY) - SKIP_COST, [1, 0])
  offer((rows[i]?.[j - 1]?.score ?? Number.NEGATIVE_INFINITY) - SKIP_COST, [0, 1])
  for (const [a, b, cost] of BEADS) {
    const before = rows[i - a]?.[j - b]
    if (!before) continue
    const group = pieces.slice(i - a, i)
    let length = 0
    for (let at = j - b; at < j; at++) length += lengths[at] ?? 0
    const words = weighGroup(group, target.slice(j - b, j))
    offer(before.score + words - cost - surprise(group, length), [a, b])
  }
  return best
}

function splitPieces(trace: Trace, at: number): Piece[] {
  const sentence = trace.source[at]
  if (!sentence) return []
  const unit = weighUnique(trace.brief.sentences.length)
  return [...Map.groupBy(sentence.words, ({ piece }) => piece).values()].map(words => {
    const unique = [...new Map(words.map(word => [word.text, word])).values()].filter(
      ({ forms }) => forms.length > 0,
    )
    const finds = unique.map(word => {
      const sentences = trace.sentencesOf(word)
      return { weight: unit / Math.max(1, sentences.size), sentences }
    })
    const total = finds.reduce((sum, { weight }) => sum + weight, 0)
    return {
      sentence,
      words,
      finds,
      total,
      length: Math.max(words.length, countWords(words.map(({ text }) => text).join(' '))),
    }
  })
}

function weighGroup(group: readonly Piece[], sentences: readonly number[]): number {
  let sum = 0
  for (const { finds } of group)
    for (const find of finds) if (sentences.some(at => find.sentences.has(at))) sum += find.weight
  return sum
}

function surprise(group: readonly Piece[], length: number): number {
  const words = group.reduce((sum, piece) => sum + piece.length, 0)
  const distance = Math.log((length + FLOOR) / (words + FLOOR)) / SPREAD
  return (distance * distance) / 2
}

function readBeads({ rows, pieces, target }: Pick<Place, 'rows' | 'pieces' | 'target'>): Bead[] {
  const beads: Bead[] = []
  let [i, j] = [pieces.length, target.length]
  while (i > 0 || j > 0) {
    const [a, b] = rows[i]?.[j]?.step ?? [0, 0]
    if (a === 0 && b === 0) break
    if (a > 0 && b > 0) beads.unshift(makeBead(pieces.slice(i - a, i), target.slice(j - b, j)))
    i -= a
    j -= b
  }
  return beads
}

function makeBead(group: readonly Piece[], sentences: readonly number[]): Bead {
  const texts = [...new Set(group.map(({ sentence }) => sentence.text))]
  const total = group.reduce((sum, piece) => sum + piece.total, 0)
  // Parts and clauses of two sentences must not be taken for one.
  const words = group.flatMap((piece, at) =>
    piece.words.map(word => ({
      ...word,
      part: word.part + at * PART_GAP,
      clause: word.clause + at * PART_GAP,
    })),
  )
  return {
    source: { text: texts.join(' '), isTitle: group[0]?.sentence.isTitle ?? false, words },
    sentences,
    share: total === 0 ? 0 : weighGroup(group, sentences) / total,
    isSingle: group.length === 1 && sentences.length === 1,
  }
}

const PART_GAP = 1000
