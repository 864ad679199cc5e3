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

// A translation keeps the order of its sentences, so a figure stays within about one sentence of its place.
const SAME_PLACE = 0.08

export interface SurplusSearch {
  source: Side
  brief: Side
  /** Those that the other side lacks altogether, other wordings counted. */
  lost: ReadonlySet<PlacedQuantity>
  unknown: ReadonlySet<PlacedQuantity>
}

/** For translations only: a summary has an order of its own. */
export function findSurplus({ source, brief, lost, unknown }: SurplusSearch): Surplus[] {
  const inSource = groupByValue(source)
  const inBrief = groupByValue(brief)
  const found: Surplus[] = []
  for (const [key, told] of inSource) {
    const kept = inBrief.get(key) ?? []
    if (kept.length >= told.length) continue
    for (const missing of told) {
      if (countNear(missing, kept) >= countNear(missing, told) || (kept.length === 0 && !lost.has(missing)))
        continue
      const rival = findRival({ missing, inSource, inBrief, unknown })
      if (rival && !found.some(surplus => surplus.brief === rival))
        found.push({ brief: rival, source: missing })
    }
  }
  return found
}

type Groups = ReadonlyMap<string, readonly PlacedQuantity[]>

interface RivalSearch {
  missing: PlacedQuantity
  inSource: Groups
  inBrief: Groups
  unknown: ReadonlySet<PlacedQuantity>
}

function findRival({ missing, inSource, inBrief, unknown }: RivalSearch): PlacedQuantity | undefined {
  for (const [key, written] of inBrief) {
    const told = inSource.get(key) ?? []
    if (written.length <= told.length) continue
    const rival = written.find(quantity => {
      if (told.length === 0 && !unknown.has(quantity)) return false
      return (
        isRival(missing, quantity) &&
        isNear(missing, quantity) &&
        countNear(quantity, written) > countNear(quantity, told)
      )
    })
    if (rival) return rival
  }
  return undefined
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

function countNear(quantity: PlacedQuantity, candidates: readonly PlacedQuantity[]): number {
  return candidates.filter(candidate => isNear(quantity, candidate)).length
}

function isNear(a: PlacedQuantity, b: PlacedQuantity): boolean {
  return a.field === b.field && Math.abs(a.place - b.place) < SAME_PLACE
}

/** Every reading of each figure, so that "third" and 三分之一 meet; "one" and its like are left out. */
function groupByValue({ quantities }: Side): Map<string, PlacedQuantity[]> {
  const groups = new Map<string, PlacedQuantity[]>()
  for (const quantity of quantities) {
    if (isSilent(quantity) || quantity.vague || compare(quantity.value, makeRational(1)) === 0) continue
    for (const value of [quantity.value, ...quantity.others]) {
      const key = rationalKey(value)
      const known = groups.get(key)
      if (known) known.push(quantity)
      else groups.set(key, [quantity])
    }
  }
  return groups
}
