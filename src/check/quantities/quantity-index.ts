/** The quantities of one text, found by value, and how far two quantities of the same value agree. */
import type { PlacedQuantity, Quantity } from './quantity.ts'
import {
  absolute,
  compare,
  divide,
  hundred,
  makeRational,
  multiply,
  type Rational,
  rationalKey,
} from './rational.ts'
import type { Unit } from './units.ts'

/** `same`: nothing to say. `loose`: a percent sign more than there was. `unit`: the value with another unit. */
export type Agreement = 'same' | 'loose' | 'unit'

export interface Witness {
  quantity: PlacedQuantity
  agreement: Agreement
}

export interface QuantityIndex {
  all: readonly PlacedQuantity[]
  byValue: ReadonlyMap<string, readonly PlacedQuantity[]>
}

const ranks: Record<Agreement, number> = { same: 0, loose: 1, unit: 2 }

export function indexQuantities(all: readonly PlacedQuantity[]): QuantityIndex {
  const byValue = new Map<string, PlacedQuantity[]>()
  for (const quantity of all) {
    for (const key of spellKeys(quantity)) {
      const known = byValue.get(key)
      if (known) known.push(quantity)
      else byValue.set(key, [quantity])
    }
  }
  return { all, byValue }
}

/** The quantity of the other text that agrees best with `quantity`, or undefined where its value is not there. */
export function findWitness(
  index: QuantityIndex,
  quantity: Quantity,
  isVouching = (_: Quantity) => true,
): Witness | undefined {
  let best: Witness | undefined
  for (const key of spellKeys(quantity)) {
    for (const candidate of index.byValue.get(key) ?? []) {
      if (!isVouching(candidate)) continue
      const agreement = agree(quantity, candidate)
      if (agreement === 'unit' && candidate.weight === 'weak') continue
      if (!best || ranks[agreement] < ranks[best.agreement]) best = { quantity: candidate, agreement }
      if (agreement === 'same') return best
    }
  }
  return best ?? (quantity.vague ? findMagnitude(index, quantity) : undefined)
}

/** Whether the other text has this value, in one of these dimensions (any where none is given). */
export function hasValue(
  index: QuantityIndex,
  value: Rational,
  dimensions?: readonly string[],
): Quantity | undefined {
  return index.byValue.get(rationalKey(value))?.find(({ unit, lentUnit }) => {
    return (
      !dimensions ||
      dimensions.includes(unit?.dimension ?? '') ||
      (!unit && lentUnit && dimensions.includes(lentUnit.dimension))
    )
  })
}

/** All values it may stand for, and its value in base units: 0.2 s and 200 ms meet there. */
function spellKeys(quantity: Quantity): string[] {
  const keys = [rationalKey(quantity.value)]
  for (const other of quantity.others) keys.push(rationalKey(other))
  const unit = quantity.unit
  if (unit && unit.factor.top !== unit.factor.bottom)
    keys.push(`${unit.dimension} ${rationalKey(multiply(quantity.value, unit.factor))}`)
  else if (unit) keys.push(`${unit.dimension} ${rationalKey(quantity.value)}`)
  return keys
}

/** How far two quantities of one value agree in their units. */
export function agree(a: Quantity, b: Quantity): Agreement {
  let best: Agreement = 'unit'
  for (const unitA of unitsOf(a)) {
    for (const unitB of unitsOf(b)) {
      const agreement = agreeUnits({ a, b, unitA, unitB })
      if (ranks[agreement] < ranks[best]) best = agreement
    }
  }
  return best
}

function unitsOf({ unit, lentUnit }: Quantity): (Unit | undefined)[] {
  return unit ? [unit] : lentUnit ? [undefined, lentUnit] : [undefined]
}

interface UnitPair {
  a: Quantity
  b: Quantity
  unitA: Unit | undefined
  unitB: Unit | undefined
}

function agreeUnits({ a, b, unitA, unitB }: UnitPair): Agreement {
  if (unitA && unitB) {
    if (unitA.dimension !== unitB.dimension) return 'unit'
    const same = compare(multiply(a.value, unitA.factor), multiply(b.value, unitB.factor)) === 0
    // Further readings ("third", 一倍) are not measured, so their factor says nothing.
    return same || a.others.length > 0 || b.others.length > 0 ? 'same' : 'unit'
  }
  const [only, bare] = unitA ? [unitA, b] : [unitB, a]
  if (!only) return 'same'
  if (bare.lentUnit) return 'unit'
  if (only.dimension === 'percent') return isScoreLike(bare.value) ? 'loose' : 'unit'
  // "Three components" do not vouch for "3 GPU days", nor "two ideas" for 2倍.
  const measured = unitA ? a : b
  const isFold = only.dimension === 'times' && /fold/i.test(measured.text)
  return measures.has(only.dimension) && bare.weight !== 'strong' && !isFold ? 'unit' : 'same'
}

const measures = new Set(
  'times time byte bitrate hertz rate metre gram watt watthour energy electronvolt pascal mile hectare decibel flop usd eur gbp jpy cny calendar'.split(
    ' ',
  ),
)

/** 69.6 is a score out of a hundred, 3 and 3.9 are not. */
function isScoreLike(value: Rational): boolean {
  return value.bottom !== 1n && compare(value, makeRational(10)) > 0 && compare(value, hundred) <= 0
}

/** 数十万 agrees with every figure from 100,000 up to a million. */
function findMagnitude(index: QuantityIndex, { value }: Quantity): Witness | undefined {
  const limit = multiply(value, makeRational(10))
  const quantity = index.all.find(candidate => {
    const size = absolute(candidate.value)
    return !candidate.vague && compare(size, value) >= 0 && compare(size, limit) < 0
  })
  return quantity && { quantity, agreement: 'same' }
}

/** 0.82 and 82% are the same share. */
export function asShare({ value, unit }: Quantity): Rational {
  return unit?.dimension === 'percent' ? divide(value, hundred) : value
}
