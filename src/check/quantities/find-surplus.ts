/** Finds a figure that stands where another one should, though the source has both: 五…五 for "four … five". */
import { isOneEdit } from './nearest-quantity.ts'
import { isSilent, type PlacedQuantity } from './quantity.ts'
import { compare, isInteger, makeRational, rationalKey, significantDigits } from './rational.ts'
import type { Side } from './read-side.ts'

export interface Surplus {
  /** Once more in the brief than in the source. */
  brief: PlacedQuantity
  /** Less often in the brief than in the source, and about at the same place. */
  source: PlacedQuantity
}

export interface SurplusSearch {
  source: Side
  brief: Side
  /** Those that the other side lacks altogether, other wordings counted. */
  lost: ReadonlySet<PlacedQuantity>
  unknown: ReadonlySet<PlacedQuantity>
}

// A translation keeps the order of its sentences, so a figure stays within about one sentence of its place:
// a share of the whole, and in short texts the length of a phrase.
const SAME_PLACE = 0.08
const PHRASE_LENGTH = 20

/** For translations only: a summary has an order of its own. */
export function findSurplus(search: SurplusSearch): Surplus[] {
  return new SurplusFinder(search).run()
}

type Groups = ReadonlyMap<string, readonly PlacedQuantity[]>

class SurplusFinder {
  private readonly search: SurplusSearch
  private readonly inSource: Groups
  private readonly inBrief: Groups
  /** With what only vouches, such as 双. */
  private readonly heard: Groups
  private readonly tolerance: number

  constructor(search: SurplusSearch) {
    this.search = search
    this.inSource = groupByValue(search.source)
    this.inBrief = groupByValue(search.brief)
    this.heard = groupByValue(search.brief, ({ weight }) => weight === 'named')
    this.tolerance = SAME_PLACE + PHRASE_LENGTH / Math.max(search.source.text.length, PHRASE_LENGTH)
  }

  run(): Surplus[] {
    const found: Surplus[] = []
    for (const [key, told] of this.inSource) {
      const kept = this.heard.get(key) ?? []
      if (kept.length >= told.length) continue
      for (const missing of told) {
        if (!this.isMissing(missing, told, kept)) continue
        const rival = this.findRival(missing)
        if (rival && !found.some(surplus => surplus.brief === rival))
          found.push({ brief: rival, source: missing })
      }
    }
    return found
  }

  private isMissing(
    quantity: PlacedQuantity,
    told: readonly PlacedQuantity[],
    kept: readonly PlacedQuantity[],
  ): boolean {
    if (kept.length === 0 && !this.search.lost.has(quantity)) return false
    return this.countNear(quantity, kept) < this.countNear(quantity, told)
  }

  private findRival(missing: PlacedQuantity): PlacedQuantity | undefined {
    for (const [key, written] of this.inBrief) {
      const told = this.inSource.get(key) ?? []
      if (written.length <= told.length) continue
      const rival = written.find(quantity => {
        // A figure in digits that the source lacks is told as that; a word may be softer than the count it replaced.
        if (told.length === 0 && (quantity.weight === 'strong' || !this.search.unknown.has(quantity)))
          return false
        const isThere = isRival(missing, quantity) && this.isNear(missing, quantity)
        return isThere && this.countNear(quantity, written) > this.countNear(quantity, told)
      })
      if (rival) return rival
    }
    return undefined
  }

  private countNear(quantity: PlacedQuantity, candidates: readonly PlacedQuantity[]): number {
    return candidates.filter(candidate => this.isNear(quantity, candidate)).length
  }

  private isNear(a: PlacedQuantity, b: PlacedQuantity): boolean {
    return a.field === b.field && Math.abs(a.place - b.place) < this.tolerance
  }
}

/** Of one kind, and one slip of the pen apart. */
function isRival(missing: PlacedQuantity, quantity: PlacedQuantity): boolean {
  if (
    quantity.field !== missing.field ||
    (quantity.unit?.dimension ?? '') !== (missing.unit?.dimension ?? '')
  )
    return false
  if (isCount(quantity) && isCount(missing) && quantity.weight !== 'strong')
    return quantity.counted || quantity.weight === 'medium'
  return (
    isOneEdit(significantDigits(quantity.value) ?? '', significantDigits(missing.value) ?? '') &&
    isCount(quantity) === isCount(missing)
  )
}

function isCount({ value }: PlacedQuantity): boolean {
  return isInteger(value) && compare(value, makeRational(20)) <= 0
}

/** Every reading of each figure, so that "third" and 三分之一 meet; "one" and its like are left out. */
function groupByValue(
  { quantities }: Side,
  isLeftOut: (quantity: PlacedQuantity) => boolean = isSilent,
): Map<string, PlacedQuantity[]> {
  const groups = new Map<string, PlacedQuantity[]>()
  for (const quantity of quantities) {
    if (isLeftOut(quantity) || quantity.vague || compare(quantity.value, makeRational(1)) === 0) continue
    for (const value of [quantity.value, ...quantity.others]) {
      const key = rationalKey(value)
      const known = groups.get(key)
      if (known) known.push(quantity)
      else groups.set(key, [quantity])
    }
  }
  return groups
}
