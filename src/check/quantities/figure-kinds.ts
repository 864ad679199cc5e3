/** Sorts figures: results, counts, and numbers that only tell one thing from another. */
import type { Quantity } from './quantity.ts'

export function isFigure({ weight, vague }: Quantity): boolean {
  return (weight === 'strong' || weight === 'medium') && !vague
}

export function kindOf({ unit, lentUnit }: Quantity): string {
  return (unit ?? lentUnit)?.dimension ?? ''
}

export function isCount({ value, unit, lentUnit }: Quantity): boolean {
  return unit === undefined && lentUnit === undefined && value.bottom === 1n
}

/** The 2018 of "BraTS 2018", a year. */
export function isLabel(quantity: Quantity): boolean {
  return quantity.afterName || isYear(quantity)
}

export function isYear({ value, unit }: Quantity): boolean {
  return unit === undefined && value.bottom === 1n && value.top >= 1900n && value.top < 2100n
}

/** What a paper reports, rather than counts in passing. */
export function isResult(quantity: Quantity): boolean {
  const { value, unit } = quantity
  return unit !== undefined || value.bottom !== 1n || (value.top >= 100n && !isYear(quantity))
}
