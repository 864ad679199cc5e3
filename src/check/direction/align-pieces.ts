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
  /** What its words weigh that stand in one to three sentences, from the sentence at each place on. */
  windows: Float64Array
  /** What all its words weigh that may be known again. */
  total: number
}

/** How many go together on each side, and what is to be paid for that, in nats. */
const BEADS: readonly { source: number; target: number; cost: number }[] = [
  { source: 1, target: 1, cost: 0 },
  { source: 2, target: 1, cost: 1 },
  { source: 1, target: 2, cost: 1 },
  { source: 3, target: 1, cost: 2.5 },
  { source: 1, target: 3, cost: 2.5 },
  { source: 2, target: 2, cost: 2.5 },
]
const MAX_TARGETS = 3
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
  const pieces = source.flatMap(at => splitPieces(trace, at, target))
  if (pieces.length === 0 || target.length === 0 || Math.max(pieces.length, target.length) > MAX_PIECES)
    return []
  const lengths = target.map(at => weighText(trace.brief.sentences[at]?.text ?? '') / expectedRatio)
  const rows: Cell[][] = []
  for (let i = 0; i <= pieces.length; i++) {
    const row: Cell[] = []
    rows.push(row)
    for (let j = 0; j <= target.length; j++) row.push(chooseCell({ pieces, lengths, rows, i, j }))
  }
  return readBeads({ rows, pieces, target })
}

interface Cell {
  score: number
  /** How many pieces and how many sentences the last step took. */
  i: number
  j: number
}

interface Place {
  pieces: readonly Piece[]
  lengths: readonly number[]
  rows: readonly (readonly Cell[])[]
  i: number
  j: number
}

/** The likeliest way to have paired the first `i` pieces with the first `j` sentences. */
function chooseCell({ pieces, lengths, rows, i, j }: Place): Cell {
  const best: Cell = { score: i === 0 && j === 0 ? 0 : Number.NEGATIVE_INFINITY, i: 0, j: 0 }
  offer(best, { score: (rows[i - 1]?.[j]?.score ?? Number.NEGATIVE_INFINITY) - SKIP_COST, i: 1, j: 0 })
  offer(best, { score: (rows[i]?.[j - 1]?.score ?? Number.NEGATIVE_INFINITY) - SKIP_COST, i: 0, j: 1 })
  for (const { source: a, target: b, cost } of BEADS) {
    const before = rows[i - a]?.[j - b]
    if (!before) continue
    let words = 0
    let weight = 0
    for (let at = i - a; at < i; at++) {
      words += pieces[at]?.length ?? 0
      weight += pieces[at]?.windows[(j - b) * MAX_TARGETS + b - 1] ?? 0
    }
    let length = 0
    for (let at = j - b; at < j; at++) length += lengths[at] ?? 0
    offer(best, { score: before.score + weight - cost - surprise(words, length), i: a, j: b })
  }
  return best
}

function offer(best: Cell, { score, i, j }: Cell): void {
  if (score <= best.score) return
  best.score = score
  best.i = i
  best.j = j
}

function splitPieces(trace: Trace, at: number, target: readonly number[]): Piece[] {
  const sentence = trace.source[at]
  if (!sentence) return []
  const unit = weighUnique(trace.brief.sentences.length)
  const last = sentence.words.at(-1)?.piece
  const isWhole = sentence.words[0]?.piece === last
  const groups = isWhole ? [sentence.words] : Map.groupBy(sentence.words, ({ piece }) => piece).values()
  return [...groups].flatMap(words => {
    if (words.length === 0) return []
    const windows = new Float64Array(target.length * MAX_TARGETS)
    const seen = new Set<string>()
    let total = 0
    for (const word of words) {
      if (word.forms.length === 0 || seen.has(word.text)) continue
      seen.add(word.text)
      const sentences = trace.sentencesOf(word)
      const weight = unit / Math.max(1, sentences.size)
      total += weight
      if (sentences.size > 0) addWord(windows, { weight, sentences, target })
    }
    const length = Math.max(words.length, countWords(words.map(({ text }) => text).join(' ')))
    return [{ sentence, words, windows, total, length }]
  })
}

function addWord(
  windows: Float64Array,
  {
    weight,
    sentences,
    target,
  }: { weight: number; sentences: ReadonlySet<number>; target: readonly number[] },
): void {
  let next = Number.POSITIVE_INFINITY
  for (let j = target.length - 1; j >= 0; j--) {
    if (sentences.has(target[j] ?? -1)) next = j
    for (let b = next - j; b < MAX_TARGETS; b++)
      windows[j * MAX_TARGETS + b] = (windows[j * MAX_TARGETS + b] ?? 0) + weight
  }
}

function surprise(words: number, length: number): number {
  const distance = Math.log((length + FLOOR) / (words + FLOOR)) / SPREAD
  return (distance * distance) / 2
}

function readBeads({
  rows,
  pieces,
  target,
}: Pick<Place, 'rows' | 'pieces'> & { target: readonly number[] }): Bead[] {
  const beads: Bead[] = []
  let [i, j] = [pieces.length, target.length]
  while (i > 0 || j > 0) {
    const step = rows[i]?.[j]
    if (!step || (step.i === 0 && step.j === 0)) break
    i -= step.i
    j -= step.j
    if (step.i === 0 || step.j === 0) continue
    const group = pieces.slice(i, i + step.i)
    const weight = group.reduce((sum, piece) => sum + (piece.windows[j * MAX_TARGETS + step.j - 1] ?? 0), 0)
    beads.unshift(makeBead({ group, sentences: target.slice(j, j + step.j), weight }))
  }
  return beads
}

function makeBead({
  group,
  sentences,
  weight,
}: {
  group: readonly Piece[]
  sentences: readonly number[]
  weight: number
}): Bead {
  const texts = [...new Set(group.map(({ sentence }) => sentence.text))]
  const total = group.reduce((sum, piece) => sum + piece.total, 0)
  // Parts and clauses of two sentences must not be taken for one.
  const words = group.flatMap((piece, at) =>
    at === 0
      ? piece.words
      : piece.words.map(word => ({
          ...word,
          part: word.part + at * PART_GAP,
          clause: word.clause + at * PART_GAP,
        })),
  )
  return {
    source: { text: texts.join(' '), isTitle: group[0]?.sentence.isTitle ?? false, words },
    sentences,
    share: total === 0 ? 0 : weight / total,
    isSingle: group.length === 1 && sentences.length === 1,
  }
}

const PART_GAP = 1000
