/** Finds figures that changed places: each stands in the source, but with the other one's meaning. */
import type { Finding } from '../../paper/finding.ts'
import type { Term } from './bilingual-terms.ts'
import { openWordFinders, type WordFinders } from './dictionary-words.ts'
import {
  type Crossing,
  type FigureContext,
  listLatinWords,
  listTerms,
  measureCrossing,
  readContext,
} from './figure-context.ts'
import { isSilent, type PlacedQuantity, type Quantity } from './quantity.ts'
import { agree } from './quantity-index.ts'
import { rationalKey } from './rational.ts'
import type { Side } from './read-side.ts'

export interface SwapSearch {
  source: Side
  brief: Side
  coverage: 'whole' | 'selection'
}

/** A figure that each text has exactly once. */
interface Pair {
  brief: PlacedQuantity
  source: Quantity
}

// A word of the dictionary for translations, where order speaks for a swap already; for summaries two anchors of the
// same clause, less what neighbouring clauses share by chance. Of natural reorderings the words speak against a swap.
const MARGINS = { whole: 2, selection: 3 }
const CHANCE = 1
const LISTED = 20
const REORDERED = 4
const COORDINATED = 2
// A text with more figures is a table; comparing all pairs of it would cost more than it finds.
const MAX_PAIRS = 60

/** Each figure is told once, with the partner that the context speaks for most. */
export function findSwaps(search: SwapSearch): Finding[] {
  const pairs = pairUp(search).slice(0, MAX_PAIRS)
  if (search.coverage === 'whole' && isInOrder(pairs)) return []
  const finder = new SwapFinder(search, pairs)
  const suspicions = pairs.flatMap((first, at) =>
    pairs
      .slice(at + 1)
      .filter(second => first.source !== second.source)
      .map(second => ({ first, second, weight: finder.suspect(first, second) }))
      .filter(({ weight }) => weight > 0),
  )
  const told = new Set<Quantity>()
  const findings: Finding[] = []
  for (const { first, second } of suspicions.sort((a, b) => b.weight - a.weight)) {
    if ([first.brief, second.brief, first.source, second.source].some(quantity => told.has(quantity)))
      continue
    for (const quantity of [first.brief, second.brief, first.source, second.source]) told.add(quantity)
    findings.push(reportSwap(first, second))
  }
  return findings
}

function pairUp({ source, brief }: SwapSearch): Pair[] {
  const figures = new Map<string, Quantity[]>()
  for (const figure of source.quantities.filter(isFigure)) {
    for (const value of [figure.value, ...figure.others])
      figures.set(rationalKey(value), [...(figures.get(rationalKey(value)) ?? []), figure])
  }
  const pairs: Pair[] = []
  for (const quantity of brief.quantities) {
    if (!isFigure(quantity)) continue
    const matches = (figures.get(rationalKey(quantity.value)) ?? []).filter(
      candidate => agree(quantity, candidate) === 'same',
    )
    const [match] = matches
    if (match && matches.length === 1) pairs.push({ brief: quantity, source: match })
  }
  return pairs
}

function isFigure({ weight, vague }: Quantity): boolean {
  return (weight === 'strong' || weight === 'medium') && !vague
}

function isInOrder(pairs: readonly Pair[]): boolean {
  return pairs.every((pair, at) => at === 0 || pair.source.start >= (pairs[at - 1]?.source.start ?? 0))
}

function kindOf({ unit, lentUnit }: Quantity): string {
  return (unit ?? lentUnit)?.dimension ?? ''
}

/** "0.82, at 7.69 mm" written as "7.69, at 0.82 mm": each has the other's unit. */
function haveTradedUnits(first: Pair, second: Pair): boolean {
  const [a, b] = [kindOf(first.brief), kindOf(second.brief)]
  return a !== b && a === kindOf(second.source) && b === kindOf(first.source)
}

class SwapFinder {
  private readonly search: SwapSearch
  private readonly pairs: readonly Pair[]
  private readonly contexts = new Map<Quantity, FigureContext>()
  private names: ReadonlySet<string> | undefined
  private words: WordFinders | undefined
  private readonly terms = new Map<Side, readonly Term[]>()

  constructor(search: SwapSearch, pairs: readonly Pair[]) {
    this.search = search
    this.pairs = pairs
  }

  /** Zero where nothing speaks for a swap. */
  suspect(first: Pair, second: Pair): number {
    if (haveTradedUnits(first, second)) return LISTED
    if (kindOf(first.brief) !== kindOf(second.brief)) return 0
    const isInverted = first.source.start > second.source.start
    const { source, brief, coverage } = this.search
    if (coverage === 'whole' && !isInverted) return 0
    const [earlier, later] = isInverted ? [second.source, first.source] : [first.source, second.source]
    const inSource = this.relateAll(source, earlier, later)
    const inBrief = this.relateAll(brief, first.brief, second.brief)
    if (inSource !== 'apart' && inBrief !== 'apart') return isInverted ? LISTED : 0
    if (this.breaksRange(first, second) || this.breaksRange(second, first)) return LISTED
    if (this.keepsNeighbour(first) || this.keepsNeighbour(second)) return 0
    // Members of a list share one context, so only their order tells them apart.
    if (inBrief === 'list') return 0
    if (inSource === 'list')
      return coverage === 'whole' && this.isTurned(first.brief, second.brief) ? COORDINATED : 0
    const { crossed, straight, isMutual } = this.crossing(first, second)
    const gain = crossed - straight
    // In a summary, whose order is free, a neighbour that moved away looks like half a swap.
    const isClear =
      coverage === 'whole' ||
      (isMutual && straight <= CHANCE && isResult(first.brief) && isResult(second.brief))
    if (gain >= MARGINS[coverage] && crossed >= 2 * straight && isClear) return gain
    if (coverage === 'selection' || gain < -CHANCE) return 0
    const gaps = {
      source: source.text.slice(earlier.end, later.start),
      brief: brief.text.slice(first.brief.end, second.brief.start),
    }
    if (sentenceEnd.test(gaps.source) && sentenceEnd.test(gaps.brief)) return REORDERED
    return isResult(first.brief) && isResult(second.brief) && areCoordinated(gaps.source, gaps.brief)
      ? COORDINATED
      : 0
  }

  /** Over all figures between the two: "a, b and c" is one list. */
  private relateAll(side: Side, first: Quantity, last: Quantity): Relation {
    const chain = side.quantities.filter(
      ({ start, weight }) =>
        start >= first.start && start <= last.start && weight !== 'hidden' && weight !== 'named',
    )
    if (chain.length === 2) return relate(side.text, first, last)
    const isList = chain.every(
      (quantity, at) => at === 0 || relate(side.text, chain[at - 1] ?? first, quantity) === 'list',
    )
    return isList ? 'list' : 'apart'
  }

  /** What the source lists in one breath stands the other way round here, and no comparison turns it. */
  private isTurned(first: Quantity, second: Quantity): boolean {
    const gap = this.search.brief.text.slice(first.end, second.start)
    return gap.length < 30 && !comparison.test(gap)
  }

  /** The brief's range "from A to B" ends in `wrong` where the source's range from the same A ends in `right`. */
  private breaksRange(wrong: Pair, right: Pair): boolean {
    const start = this.startOfRange(this.search.brief, wrong.brief)
    const begin = start && this.pairs.filter(pair => pair.brief === start)
    const isAlone =
      begin?.length === 1 && this.pairs.filter(pair => pair.source === begin[0]?.source).length === 1
    return isAlone && begin[0]?.source === this.startOfRange(this.search.source, right.source)
  }

  /** A member of a list or range that moved together with its neighbour: 第3、9、15和21层. */
  private keepsNeighbour({ brief, source }: Pair): boolean {
    const beside = this.neighbourKeys(this.search.source, source)
    return this.neighbourKeys(this.search.brief, brief).some(key => beside.includes(key))
  }

  private neighbourKeys(side: Side, quantity: Quantity): string[] {
    const figures = side.quantities.filter(isFigure)
    const at = figures.findIndex(({ start }) => start === quantity.start)
    return [figures[at - 1], figures[at + 1]].flatMap(other => {
      const [first, second] = other && other.start < quantity.start ? [other, quantity] : [quantity, other]
      return other && first && second && relate(side.text, first, second) !== 'apart'
        ? [rationalKey(other.value)]
        : []
    })
  }

  private startOfRange(side: Side, end: Quantity): Quantity | undefined {
    const before = side.quantities.findLast(other => other.start < end.start && isFigure(other))
    return before && relate(side.text, before, end) === 'range' ? before : undefined
  }

  private crossing(first: Pair, second: Pair): Crossing {
    const { source, brief } = this.search
    return measureCrossing(
      [this.contextOf(brief, first.brief), this.contextOf(brief, second.brief)],
      [this.contextOf(source, first.source), this.contextOf(source, second.source)],
    )
  }

  private termsOf(side: Side): readonly Term[] {
    const terms = this.terms.get(side) ?? listTerms(side.text)
    this.terms.set(side, terms)
    return terms
  }

  private contextOf(side: Side, quantity: Quantity): FigureContext {
    const known = this.contexts.get(quantity)
    if (known) return known
    this.names ??= commonNames(this.search)
    this.words ??= openWordFinders(this.search.source.text, this.search.brief.text)
    const figures = side.quantities
      .filter(other => !isSilent(other) && other.weight !== 'weak')
      .map(other => ({ start: other.start, end: other.end, key: rationalKey(other.value) }))
    const context = readContext({
      text: side.text,
      start: quantity.start,
      end: quantity.end,
      names: this.names,
      figures,
      terms: this.termsOf(side),
      findWords: side === this.search.brief ? this.words.inBrief : this.words.inSource,
    })
    this.contexts.set(quantity, context)
    return context
  }
}

function commonNames({ source, brief }: SwapSearch): ReadonlySet<string> {
  const words = listLatinWords(source.text)
  return new Set([...listLatinWords(brief.text)].filter(word => words.has(word)))
}

type Relation = 'list' | 'range' | 'apart'

/** "93.9% and 92.7%" is a list; "from 26.4% to 51.9%" and 从26.4%提升至51.9% are ranges. */
function relate(text: string, first: Quantity, second: Quantity): Relation {
  if (second.start < first.end || second.start - first.end > 24) return 'apart'
  const gap = text
    .slice(first.end, second.start)
    .replace(/\\pm/g, '±')
    .replace(/\\times/g, '×')
    .replace(/\\sim/g, '~')
    .replace(/[$\\{}]/g, '')
    .replace(/--+/g, '–')
  if (/^\s*(?:[,;/、([（]\s*)?(?:and|or|vs\.?|versus|和|与|與|及|以及|或|±|×|x)?\s*[+~≈<>−-]?$/.test(gap))
    return 'list'
  return /^[^,.;()，。；：（）、和与]{0,14}(?:\bto|至|到|→|~|～|-|–|—)\s*[+≈−-]?$/.test(gap)
    ? 'range'
    : 'apart'
}

const sentenceEnd = /[.;!?]\s|[。；！？\n]/
const coordinator = /[,;，；、和与及而或]|\b(?:and|or|but|while)\b/
// Behind these words English puts what Chinese puts first.
const reordering =
  /\b(?:of|than|compared|with|using|from|instead|rather|against|relative|despite|when|only|among|over|under|given|after|if)\b/

const comparison = /相比|而非|而不是|相较|比|中的|其中/

/** Parts that stand side by side in both languages keep their order. */
function areCoordinated(source: string, brief: string): boolean {
  return (
    coordinator.test(source) && coordinator.test(brief) && !reordering.test(source) && !comparison.test(brief)
  )
}

/** What a paper reports, rather than counts in passing. */
function isResult({ value, unit }: Quantity): boolean {
  const isYear = unit === undefined && value.bottom === 1n && value.top >= 1900n && value.top < 2100n
  return unit !== undefined || value.bottom !== 1n || (value.top >= 100n && !isYear)
}

function reportSwap(first: Pair, second: Pair): Finding {
  return {
    check: 'quantities',
    severity: 'error',
    field: first.brief.field,
    message: `"${first.brief.text}" and "${second.brief.text}" have changed places: the source has "${second.source.text}" where the brief has "${first.brief.text}".`,
    quote: first.brief.text,
    expected: second.source.text,
  }
}
