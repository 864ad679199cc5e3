/** Pairs the sentences of a source with those of its translation, after Gale and Church (1993) with word clues. */
import type { Clue } from './sentence-clues.ts'

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
const BEADS: readonly (readonly [source: number, target: number, cost: number])[] = [
  [1, 1, 0],
  [1, 2, 1.2],
  [2, 1, 1.2],
  [1, 3, 3],
  [3, 1, 2.5],
  [2, 2, 2.5],
  [2, 3, 4],
  [3, 2, 4],
]
const MAX_TARGETS = 3
// Standard deviation of the logarithm of the length of a sentence's translation.
const LENGTH_SPREAD = 0.38
// Damps the logarithm for sentences of a few words.
const LENGTH_FLOOR = 4
// Hostile input: the pairing costs the product of both counts.
export const MAX_SENTENCES = 60

/** Undefined where a text has too many sentences to pair, or none. */
export function alignSentences(input: AlignmentInput): Alignment | undefined {
  const { source, target, lossCost } = input
  if (source.length === 0 || target.length === 0 || Math.max(source.length, target.length) > MAX_SENTENCES)
    return undefined
  const windows = windowsOf(input)
  const rows: Cell[][] = []
  for (let i = 0; i <= source.length; i++) {
    rows.push([])
    for (let j = 0; j <= target.length; j++)
      rows[i]?.push(chooseCell({ input, windows, rows, i, j, lossCost }))
  }
  return readPath(rows, source.length, target.length)
}

interface Cell {
  score: number
  fromI: number
  fromJ: number
}

interface Place {
  input: AlignmentInput
  windows: readonly Windows[]
  rows: readonly (readonly Cell[])[]
  i: number
  j: number
  lossCost: number
}

/** The likeliest way to have paired the first `i` sentences with the first `j`. */
function chooseCell({ input, windows, rows, i, j, lossCost }: Place): Cell {
  const best: Cell = { score: i === 0 && j === 0 ? 0 : Number.NEGATIVE_INFINITY, fromI: 0, fromJ: 0 }
  const offer = (score: number, fromI: number, fromJ: number): void => {
    if (score > best.score) Object.assign(best, { score, fromI, fromJ })
  }
  const up = rows[i - 1]?.[j]
  const left = rows[i]?.[j - 1]
  if (up) offer(up.score - lossCost, i - 1, j)
  if (left) offer(left.score - lossCost, i, j - 1)
  for (const [a, b, cost] of BEADS) {
    const before = rows[i - a]?.[j - b]
    if (!before) continue
    let score = before.score - cost - lengthSurprise(input, { i: i - a, a, j: j - b, b })
    const window = (j - b) * MAX_TARGETS + b - 1
    for (let at = i - a; at < i; at++) {
      score += windows[at]?.own[window] ?? 0
      // One word of the translation must not stand for the same word of two sentences.
      if (at > i - a) score -= windows[at]?.shared[window] ?? 0
    }
    offer(score, i - a, j - b)
  }
  return best
}

function lengthSurprise(
  { source, target, expectedRatio }: AlignmentInput,
  { i, a, j, b }: { i: number; a: number; j: number; b: number },
): number {
  let words = 0
  let length = 0
  for (let at = i; at < i + a; at++) words += source[at]?.length ?? 0
  for (let at = j; at < j + b; at++) length += target[at]?.length ?? 0
  const surprise = Math.log((length + LENGTH_FLOOR) / (words * expectedRatio + LENGTH_FLOOR)) / LENGTH_SPREAD
  return (surprise * surprise) / 2
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
const scored = new WeakMap<
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
  let before: ReadonlySet<string> = new Set()
  return source.map(({ clues }) => {
    const own = new Float64Array(target.length * MAX_TARGETS)
    const shared = new Float64Array(target.length * MAX_TARGETS)
    for (const clue of clues) {
      const score = memory.get(clue.key) ?? scoreClue(clue, target)
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
    for (let b = 0; b < MAX_TARGETS; b++) {
      isFound ||= found[j + b] === 1
      const at = j * MAX_TARGETS + b
      windows[at] = (windows[at] ?? 0) + (isFound ? hit : miss)
    }
  }
}

/** A clue that stands everywhere says nothing; a rare one says much. */
function scoreClue({ forms, chance }: Clue, target: readonly TargetSentence[]): ClueScore {
  const found = new Uint8Array(target.length)
  let count = 0
  target.forEach(({ text }, j) => {
    if (!forms.some(form => text.includes(form))) return
    found[j] = 1
    count++
  })
  const byAccident = Math.min(0.9, Math.max(0.02, (count + 0.3) / (target.length + 1)))
  return {
    hit: Math.max(0, Math.log(chance / byAccident)),
    miss: Math.min(0, Math.log((1 - chance) / (1 - byAccident))),
    found,
  }
}

function readPath(rows: readonly (readonly Cell[])[], sourceCount: number, targetCount: number): Alignment {
  const lost: number[] = []
  const added: number[] = []
  const beads: Bead[] = []
  let [i, j] = [sourceCount, targetCount]
  while (i > 0 || j > 0) {
    const { fromI, fromJ } = rows[i]?.[j] ?? { fromI: 0, fromJ: 0 }
    if (fromJ === j && fromI < i) lost.unshift(fromI)
    if (fromI === i && fromJ < j) added.unshift(fromJ)
    if (fromI === i && fromJ === j) break
    beads.unshift({ source: [fromI, i], target: [fromJ, j] })
    i = fromI
    j = fromJ
  }
  return { lost, added, beads }
}
