/** Pairs the sentences of a source with those of its translation, after Gale and Church (1993) with word clues. */
import { LastMade } from './once.ts'
import type { Clue } from './sentence-clues.ts'
import { openWordFilter, type WordFilter } from './word-filter.ts'

export interface SourceSentence {
  clues: readonly Clue[]
  /** In words. */
  length: number
}

export interface TargetSentence {
  /** Small letters, digits without thousands separators. */
  text: string
  /** In the unit of `expectedRatio`. */
  length: number
}

export interface Alignment {
  /** Indices of source sentences that nothing in the translation stands for. */
  lost: number[]
  /** Indices of target sentences that stand for nothing in the source. */
  added: number[]
  /** What goes together, in reading order; a lost or an added sentence stands alone. */
  beads: Bead[]
}

/** Runs of sentences, by index: from the first up to, not including, the second. */
export interface Bead {
  source: readonly [from: number, to: number]
  target: readonly [from: number, to: number]
}

export interface AlignmentInput {
  source: readonly SourceSentence[]
  target: readonly TargetSentence[]
  /** Length of the translation per word of the source. */
  expectedRatio: number
  /** Cost of saying that a sentence was lost or added, in nats: the higher, the surer the verdict. */
  lossCost: number
}

/** How many sentences of each side go together, and what is to be paid for that, in nats. */
const BEADS: readonly { source: number; target: number; cost: number }[] = [
  { source: 1, target: 1, cost: 0 },
  { source: 1, target: 2, cost: 1.2 },
  { source: 2, target: 1, cost: 1.2 },
  { source: 1, target: 3, cost: 3 },
  { source: 3, target: 1, cost: 2.5 },
  { source: 2, target: 2, cost: 2.5 },
  { source: 2, target: 3, cost: 4 },
  { source: 3, target: 2, cost: 4 },
]
const MAX_RUN = 3
// Standard deviation of the logarithm of the length of a sentence's translation.
const LENGTH_SPREAD = 0.38
// Damps the logarithm for sentences of a few words.
const LENGTH_FLOOR = 4
// Hostile input: the pairing costs the product of both counts.
export const MAX_SENTENCES = 60

/** Undefined where a text has too many sentences to pair, or none. */
export function alignSentences(input: AlignmentInput): Alignment | undefined {
  const { source, target } = input
  if (source.length === 0 || target.length === 0 || Math.max(source.length, target.length) > MAX_SENTENCES)
    return undefined
  const table: Table = {
    windows: windowsOf(input),
    sourceLengths: weighRuns(source, input.expectedRatio),
    targetLengths: weighRuns(target, 1),
    width: target.length + 1,
    scores: new Float64Array((source.length + 1) * (target.length + 1)),
    from: new Int32Array((source.length + 1) * (target.length + 1)),
  }
  for (let i = 0; i <= source.length; i++)
    for (let j = 0; j <= target.length; j++)
      if (i + j > 0) chooseCell(table, { i, j, lossCost: input.lossCost })
  return readPath(table, source.length, target.length)
}

/** The cell of the first `i` sentences and the first `j` is at `i * width + j`. */
interface Table {
  windows: readonly Windows[]
  sourceLengths: Float64Array
  targetLengths: Float64Array
  width: number
  /** Of the likeliest way to have paired them. */
  scores: Float64Array
  /** The cell that it came from. */
  from: Int32Array
}

function chooseCell(
  { windows, sourceLengths, targetLengths, width, scores, from }: Table,
  { i, j, lossCost }: { i: number; j: number; lossCost: number },
): void {
  const cell = i * width + j
  let best = i > 0 ? at(scores, cell - width) - lossCost : Number.NEGATIVE_INFINITY
  let bestFrom = cell - width
  if (j > 0 && at(scores, cell - 1) - lossCost > best) {
    best = at(scores, cell - 1) - lossCost
    bestFrom = cell - 1
  }
  for (const { source: a, target: b, cost } of BEADS) {
    if (a > i || b > j) continue
    const before = cell - a * width - b
    const window = (j - b) * MAX_RUN + b - 1
    const surprise = at(targetLengths, window) - at(sourceLengths, (i - a) * MAX_RUN + a - 1)
    let score = at(scores, before) - cost - (surprise * surprise) / 2
    for (let row = i - a; row < i; row++) {
      score += windows[row]?.own[window] ?? 0
      // One word of the translation must not stand for the same word of two sentences.
      if (row > i - a) score -= windows[row]?.shared[window] ?? 0
    }
    if (score > best) {
      best = score
      bestFrom = before
    }
  }
  scores[cell] = best
  from[cell] = bestFrom
}

function at(numbers: Float64Array | Int32Array, index: number): number {
  return numbers[index] ?? 0
}

/** Logarithms, in standard deviations, of the lengths of the runs of one to three sentences that begin at each. */
function weighRuns(sentences: readonly { length: number }[], ratio: number): Float64Array {
  const weights = new Float64Array(sentences.length * MAX_RUN)
  for (let start = 0; start < sentences.length; start++) {
    let length = 0
    for (let run = 0; run < MAX_RUN; run++) {
      length += sentences[start + run]?.length ?? 0
      weights[start * MAX_RUN + run] = Math.log(length * ratio + LENGTH_FLOOR) / LENGTH_SPREAD
    }
  }
  return weights
}

interface ClueScore {
  /** Log-likelihood ratio of a pair that shows the clue, and of one that does not. */
  hit: number
  miss: number
  /** By index of the target sentence: 1 where the clue stands. */
  found: Uint8Array
}

/** What the clues of a source sentence say about each run of one to three target sentences. */
interface Windows {
  own: Float64Array
  /** Of that, what comes from clues that the sentence before has too. */
  shared: Float64Array
}

// Two texts are aligned more than once, at several costs; what their clues say stays the same.
const scored = new LastMade<
  AlignmentInput['source'],
  Pick<AlignmentInput, 'target'> & { windows: Windows[] }
>()

function windowsOf({ source, target }: AlignmentInput): readonly Windows[] {
  const known = scored.get(source)
  if (known?.target === target) return known.windows
  const windows = scoreWindows(source, target)
  scored.set(source, { target, windows })
  return windows
}

function scoreWindows(source: AlignmentInput['source'], target: AlignmentInput['target']): Windows[] {
  const memory = new Map<string, ClueScore>()
  const text = joinTarget(target)
  let before: ReadonlySet<string> = new Set()
  return source.map(({ clues }) => {
    const own = new Float64Array(target.length * MAX_RUN)
    const shared = new Float64Array(target.length * MAX_RUN)
    for (const clue of clues) {
      const score = memory.get(clue.key) ?? scoreClue(clue, text)
      memory.set(clue.key, score)
      addClue(own, score, target.length)
      if (before.has(clue.key)) addClue(shared, score, target.length)
    }
    before = new Set(clues.map(({ key }) => key))
    return { own, shared }
  })
}

function addClue(windows: Float64Array, { hit, miss, found }: ClueScore, count: number): void {
  for (let j = 0; j < count; j++) {
    let isFound = false
    for (let b = 0; b < MAX_RUN; b++) {
      isFound ||= found[j + b] === 1
      const at = j * MAX_RUN + b
      windows[at] = (windows[at] ?? 0) + (isFound ? hit : miss)
    }
  }
}

/** All of the translation in one text, since one search in it is cheaper than one in each sentence. */
interface TargetText {
  text: string
  mayHave: WordFilter
  /** Behind the end of each sentence. */
  ends: readonly number[]
}

const SENTENCE_BREAK = '\n'

function joinTarget(target: readonly TargetSentence[]): TargetText {
  let end = -1
  const ends = target.map(({ text }) => {
    end += text.length + 1
    return end
  })
  const text = target.map(sentence => sentence.text).join(SENTENCE_BREAK)
  return { text, mayHave: openWordFilter(text), ends }
}

/** A clue that stands everywhere says nothing; a rare one says much. */
function scoreClue({ forms, chance }: Clue, { text, mayHave, ends }: TargetText): ClueScore {
  const found = new Uint8Array(ends.length)
  for (const form of forms) if (mayHave(form)) markSentences(form, { text, ends, found })
  const count = found.reduce((sum, mark) => sum + mark, 0)
  const byAccident = Math.min(0.9, Math.max(0.02, (count + 0.3) / (ends.length + 1)))
  return {
    hit: Math.max(0, Math.log(chance / byAccident)),
    miss: Math.min(0, Math.log((1 - chance) / (1 - byAccident))),
    found,
  }
}

function markSentences(
  form: string,
  { text, ends, found }: Pick<TargetText, 'text' | 'ends'> & { found: Uint8Array },
): void {
  let j = 0
  let place = text.indexOf(form)
  while (place >= 0 && j < found.length) {
    while (place >= (ends[j] ?? Number.POSITIVE_INFINITY)) j++
    found[j] = 1
    place = text.indexOf(form, ends[j])
    j++
  }
}

function readPath({ from, width }: Table, sourceCount: number, targetCount: number): Alignment {
  const lost: number[] = []
  const added: number[] = []
  const beads: Bead[] = []
  let [i, j] = [sourceCount, targetCount]
  while (i > 0 || j > 0) {
    const before = at(from, i * width + j)
    const [fromI, fromJ] = [Math.floor(before / width), before % width]
    if (fromJ === j) lost.push(fromI)
    if (fromI === i) added.push(fromJ)
    beads.push({ source: [fromI, i], target: [fromJ, j] })
    i = fromI
    j = fromJ
  }
  return { lost: lost.reverse(), added: added.reverse(), beads: beads.reverse() }
}
