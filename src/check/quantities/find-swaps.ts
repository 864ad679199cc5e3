/** Finds figures that changed places: each stands in the source, but with the other one's meaning. */
import type { Finding } from '../../paper/finding.ts'
import type { Weighing } from './affinity.ts'
import type { Anchors } from './anchors.ts'
import { FigureBinder } from './bind-figures.ts'
import { isCount, isLabel, isResult, kindOf } from './figure-kinds.ts'
import { FigureSequence } from './figure-sequence.ts'
import { areCoordinated, comparison, ordered, sentenceEnd } from './gap-words.ts'
import type { PlacedQuantity, Quantity } from './quantity.ts'
import { agree } from './quantity-index.ts'
import { rationalKey } from './rational.ts'
import type { Side } from './read-side.ts'
import { relateAcross, sentenceAt } from './relate-figures.ts'
import { CERTAIN_GAIN, favoursCrossing, MARGINS, type Margin } from './swap-margins.ts'

export interface SwapSearch {
  source: Side
  brief: Side
  coverage: 'whole' | 'selection'
  anchors: () => Anchors
}

/** A figure of the brief with the figures of the source that say the same, the likeliest first. */
interface Pair {
  brief: PlacedQuantity
  source: PlacedQuantity
  sources: readonly PlacedQuantity[]
  /** Of their value. */
  key: string
}

const MUTUAL = 0.12
const SURE = 10
// Of one sentence, either figure must look a little suspect: what moved to the other end of it drags one along.
const SOMEWHAT = 0.05
const LISTED = 20
const REORDERED = 0.02
const COORDINATED = 0.01
// A text with more figures is a table; comparing all pairs of it would cost more than it finds.
const MAX_PAIRS = 60
// Figures further apart belong to statements that nobody mixes up.
const MAX_DISTANCE = 200

/** Each figure is told once, with the partner that the context speaks for most. */
export function findSwaps(search: SwapSearch): Finding[] {
  const finder = new SwapFinder(search)
  const told = new Set<Quantity>()
  const findings: Finding[] = []
  for (const { first, second, weight } of finder.suspectAll().sort((a, b) => b.weight - a.weight)) {
    const figures = [first.brief, second.brief, first.source, second.source]
    if (figures.some(quantity => told.has(quantity))) continue
    for (const quantity of figures) told.add(quantity)
    findings.push(
      reportSwap({ first, second, severity: weight < CERTAIN_GAIN[search.coverage] ? 'warning' : 'error' }),
    )
  }
  return findings
}

interface Suspicion {
  first: Pair
  second: Pair
  /** Zero where nothing speaks for a swap. */
  weight: number
}

/** "0.82, at 7.69 mm" written as "7.69, at 0.82 mm": each has the other's unit. */
function haveTradedUnits(first: Pair, second: Pair): boolean {
  const [a, b] = [kindOf(first.brief), kindOf(second.brief)]
  return a !== b && a === kindOf(second.source) && b === kindOf(first.source)
}

class SwapFinder {
  private readonly search: SwapSearch
  private readonly binder: FigureBinder
  private readonly sequences: Record<'source' | 'brief', FigureSequence>
  private readonly pairs: readonly Pair[]

  constructor(search: SwapSearch) {
    this.search = search
    this.sequences = {
      source: new FigureSequence(search.source),
      brief: new FigureSequence(search.brief),
    }
    this.binder = new FigureBinder(search)
    this.pairs = this.pairUp().slice(0, MAX_PAIRS)
  }

  suspectAll(): Suspicion[] {
    return this.pairs.flatMap((first, at) =>
      this.pairs
        .slice(at + 1)
        .filter(second => this.mayBeMixed(first, second))
        .map(second => ({ first, second, weight: this.suspect(first, second) }))
        .filter(({ weight }) => weight > 0),
    )
  }

  private pairUp(): Pair[] {
    const figures = new Map<string, PlacedQuantity[]>()
    for (const figure of this.sequences.source.figures) {
      for (const key of [figure.value, ...figure.others].map(rationalKey)) {
        const known = figures.get(key)
        if (known) known.push(figure)
        else figures.set(key, [figure])
      }
    }
    return this.sequences.brief.figures.flatMap(brief => {
      const key = rationalKey(brief.value)
      const sources = (figures.get(key) ?? []).filter(candidate => agree(brief, candidate) === 'same')
      const source = this.choose(brief, sources)
      return source ? [{ brief, source, sources, key }] : []
    })
  }

  /** Of figures that a source repeats, the one in this place of a translation, or among these words. */
  private choose(brief: PlacedQuantity, sources: readonly PlacedQuantity[]): PlacedQuantity | undefined {
    if (sources.length < 2) return sources[0]
    const isWhole = this.search.coverage === 'whole'
    const rate = (source: PlacedQuantity): number =>
      isWhole ? -Math.abs(source.place - brief.place) : this.binder.affinity(brief, source)
    return sources.reduce((best, source) => (rate(source) > rate(best) ? source : best))
  }

  private mayBeMixed(first: Pair, second: Pair): boolean {
    // A translation keeps the order of its figures: those that stand in it have not changed places.
    const mayHaveMoved = this.search.coverage === 'selection' || first.source.start > second.source.start
    return (
      mayHaveMoved &&
      first.source !== second.source &&
      first.brief.field === second.brief.field &&
      first.key !== second.key &&
      second.brief.start - first.brief.end < MAX_DISTANCE
    )
  }

  private suspect(first: Pair, second: Pair): number {
    const isUnique = first.sources.length + second.sources.length === 2
    if (isUnique && haveTradedUnits(first, second)) return LISTED
    if (kindOf(first.brief) !== kindOf(second.brief)) return 0
    const isInverted = first.source.start > second.source.start
    const { source, brief } = this.search
    const [earlier, later] = isInverted ? [second.source, first.source] : [first.source, second.source]
    const inSource = relateAcross(source, earlier, later)
    const inBrief = relateAcross(brief, first.brief, second.brief)
    // 提升0.65%至3.15% sums up what the source lists.
    const isSummedUp = this.search.coverage === 'selection' && inBrief === 'range' && inSource === 'list'
    if (inSource !== 'apart' && inBrief !== 'apart') return isInverted && isUnique && !isSummedUp ? LISTED : 0
    if (isUnique && (this.breaksRange(first, second) || this.breaksRange(second, first))) return LISTED
    if (this.keepsNeighbour(first) || this.keepsNeighbour(second)) return 0
    if (inBrief === 'range' || inSource === 'range') return 0
    // A summary may join to "from A to B" what the paper tells apart, and what A and B stand beside with it.
    if (this.search.coverage === 'selection' && (this.isNewEnd(first) || this.isNewEnd(second))) return 0
    if (inBrief === 'list' || inSource === 'list')
      return this.suspectListed({
        first,
        second,
        isInverted,
        isListed: inBrief === 'list' ? 'brief' : 'source',
      })
    return this.suspectApart(first, second)
  }

  /** Members of a list share one context, so only their order tells them apart. */
  private suspectListed({
    first,
    second,
    isInverted,
    isListed: side,
  }: Omit<Suspicion, 'weight'> & { isInverted: boolean; isListed: 'source' | 'brief' }): number {
    const inBrief = [first.brief, second.brief] as const
    const inSource = [first.source, second.source] as const
    if (!isInverted || first.sources.length + second.sources.length > 2) return 0
    const { source, brief } = this.search
    const listed = side === 'brief' ? inBrief : inSource
    const isOrdered = ordered.test(sentenceAt((side === 'brief' ? brief : source).text, listed[0].start))
    const weighing = isOrdered
      ? this.binder.weighListed({ listed, apart: side === 'brief' ? inSource : inBrief, side })
      : this.binder.weigh(first, second)
    const isClear = isOrdered || this.isMutual(weighing)
    if (isClear && favoursCrossing(weighing, MARGINS[isOrdered ? 'respective' : 'listed']))
      return weighing.crossed - weighing.straight
    const isTurned = side === 'source' && this.search.coverage === 'whole'
    return isTurned && weighing.straight <= weighing.crossed && this.isTurned(first.brief, second.brief)
      ? COORDINATED
      : 0
  }

  private suspectApart(first: Pair, second: Pair): number {
    const isWhole = this.search.coverage === 'whole'
    // A year, and a number in a name, goes where the name goes.
    if (isLabel(first.source) !== isLabel(second.source)) return 0
    if (!isWhole && !(isTelling(first) && isTelling(second))) return 0
    const weighing = this.binder.weigh(first, second)
    const { straight, crossed } = weighing
    // In a summary, whose order is free, one word that went elsewhere looks like half a swap.
    const isTogether = this.areTogether(first, second) && weighing.mutual >= SOMEWHAT * crossed
    if (!isWhole && !this.isMutual(weighing) && !isTogether) return 0
    if (favoursCrossing(weighing, this.marginOf(first, second))) return crossed - straight
    if ([first.source, second.source].some(isLabel)) return 0
    // Counts of two sentences are told in either order; results are not.
    const areCounts = isCount(first.brief) && isCount(second.brief)
    return isWhole && !areCounts && straight <= crossed + MARGINS.inverted.gain
      ? this.suspectOrder(first, second)
      : 0
  }

  private isMutual({ straight, crossed, mutual }: Weighing): boolean {
    return mutual >= MUTUAL * crossed || crossed >= SURE * straight
  }

  /** Told in one sentence of the source. */
  private areTogether(first: Pair, second: Pair): boolean {
    const [from, to] = [first.source, second.source].sort((a, b) => a.start - b.start)
    return !sentenceEnd.test(this.search.source.text.slice(from?.end, to?.start))
  }

  private marginOf(first: Pair, second: Pair): Margin {
    const gap = this.search.brief.text.slice(first.brief.end, second.brief.start)
    if (isLabel(first.source)) return MARGINS.counts
    const counts = [first.brief, second.brief].filter(isCount).length
    const isSelection = this.search.coverage === 'selection'
    const isParted = isSelection && counts === 2 && /[，,；;。（(]/.test(gap)
    if (counts > 0 && !isParted) return MARGINS.counts
    if (isSelection) return MARGINS.selection
    return MARGINS.inverted
  }

  /** No words tell the two apart; but what stands side by side in both languages keeps its order. */
  private suspectOrder(first: Pair, second: Pair): number {
    const { source, brief } = this.search
    const gaps = {
      source: source.text.slice(second.source.end, first.source.start),
      brief: brief.text.slice(first.brief.end, second.brief.start),
    }
    if (sentenceEnd.test(gaps.source) && sentenceEnd.test(gaps.brief)) return REORDERED
    return isResult(first.brief) && isResult(second.brief) && areCoordinated(gaps.source, gaps.brief)
      ? COORDINATED
      : 0
  }

  /** What the source lists in one breath stands the other way round here, and no comparison turns it. */
  private isTurned(first: Quantity, second: Quantity): boolean {
    const gap = this.search.brief.text.slice(first.end, second.start)
    return gap.length < 30 && !comparison.test(gap)
  }

  /** The brief's range "from A to B" ends in `wrong` where the source's range from the same A ends in `right`. */
  private breaksRange(wrong: Pair, right: Pair): boolean {
    const start = this.sequences.brief.startOfRange(wrong.brief)
    const begin = start && this.pairs.filter(pair => pair.brief === start)
    const isAlone =
      begin?.length === 1 && this.pairs.filter(pair => pair.source === begin[0]?.source).length === 1
    return isAlone && begin[0]?.source === this.sequences.source.startOfRange(right.source)
  }

  /** A member of a list or range that moved together with its neighbour: 第3、9、15和21层. */
  private keepsNeighbour({ brief, source }: Pair): boolean {
    const beside = this.sequences.source.neighboursOf(source)
    return this.sequences.brief.neighboursOf(brief).some(key => beside.includes(key))
  }

  /** An end of a range that is none in the source. */
  private isNewEnd({ brief, source }: Pair): boolean {
    return this.sequences.brief.isEnd(brief) && !this.sequences.source.isEnd(source)
  }
}

/** Its pairing says something in a summary: no small count, but a year where it is another one's. */
function isTelling({ brief, source }: Pair): boolean {
  return isResult(brief) || isLabel(source)
}

function reportSwap({
  first,
  second,
  severity,
}: Omit<Suspicion, 'weight'> & Pick<Finding, 'severity'>): Finding {
  return {
    check: 'quantities',
    severity,
    field: first.brief.field,
    message: `"${first.brief.text}" and "${second.brief.text}" have changed places: the source has "${second.source.text}" where the brief has "${first.brief.text}".`,
    quote: first.brief.text,
    expected: second.source.text,
  }
}
