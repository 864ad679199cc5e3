/** Tells whether a figure is a rounding of another, as roughly as the words around it say. */
import type { Bound, Quantity } from './quantity.ts'
import {
  absolute,
  add,
  compare,
  divide,
  isInteger,
  makeRational,
  multiply,
  negate,
  one,
  type Rational,
  significantDigits,
  zero,
} from './rational.ts'

const tenth = makeRational(1, 10)
const two = makeRational(2)
const three = makeRational(3)
const five = makeRational(5)

/** What the words around a figure say of it; `range` where it is one end of a range, which nobody gives to the digit. */
export type Looseness = Bound | 'range'

/** Behind the figure too, and for both ends of a range: 约2%至4%, 三成左右, 70 多. */
export function readLooseness(text: string, { start, end, bound }: Quantity): Looseness | undefined {
  if (bound) return bound
  const behind = text.slice(end, end + 4)
  if (/^\s?(?:左右|上下)/.test(behind)) return 'about'
  if (/^\s?(?:[多余餘强強]|以上|出头|有余)/.test(behind)) return 'over'
  if (/^\s?(?:弱|以下|以内|以內)/.test(behind)) return 'under'
  const before = text.slice(Math.max(0, start - 16), start)
  return /(?:约|近|大约|大概|about|some)\s?[\d.]+\s?%?\s?(?:至|到|–|—|-|~|～|to)\s?$/.test(before)
    ? 'range'
    : undefined
}

/** Digits that are told: `6.0` says two, `60` one. */
function countTold({ text }: Quantity): number {
  const digits = text.replace(/[^\d.]/g, '')
  return (digits.includes('.') ? digits : digits.replace(/0+$/, '')).replace('.', '').length
}

/** On the side that the word says, and no further off than the last digit that is told. */
export function isRounding(quantity: Quantity, target: Rational, looseness: Looseness): boolean {
  const { value, text, unit } = quantity
  const off = add(target, negate(value))
  const distance = absolute(off)
  if (looseness === 'range') return compare(multiply(distance, two), readPlace(value)) <= 0
  const isWords = /分之|半/.test(text)
  if (!isWords && !isRougher(quantity, { target, distance })) return false
  const step = readStep(value, unit?.dimension === 'percent', isWords)
  if (looseness === 'over') return off.top >= 0n && compare(off, step) < 0
  if (looseness === 'under') return off.top <= 0n && compare(distance, step) < 0
  return (
    compare(multiply(distance, three), step) <= 0 || compare(multiply(distance, two), readPlace(value)) <= 0
  )
}

/** Fewer digits than the figure that it stands for, and within a tenth of it. */
function isRougher(
  quantity: Quantity,
  { target, distance }: { target: Rational; distance: Rational },
): boolean {
  const digits = significantDigits(target)
  const isShorter = digits === undefined || countTold(quantity) < digits.length
  return isShorter && compare(distance, multiply(target, tenth)) <= 0
}

/** What the last digit that is told counts: 1 of 40, 0.1 of 3.2. */
function readPlace(value: Rational): Rational {
  if (isInteger(value)) return one
  const digits = significantDigits(value) ?? ''
  return digits === '' ? zero : divide(value, makeRational(BigInt(digits)))
}

/** How far the figure may stand for what is a little larger: 10 points for 70%, a tenth of a whole for a third. */
function readStep(value: Rational, isPercent: boolean, isFraction: boolean): Rational {
  if (isFraction) return tenth
  const digits = significantDigits(value) ?? ''
  if (digits === '') return zero
  const step = divide(value, makeRational(BigInt(digits)))
  if (isPercent && digits.length === 2 && digits.endsWith('5')) return multiply(step, five)
  if (digits.length > 1 || isPercent) return step
  // "Over 4" for 4.4 is one thing, "over 10,000" for 19,000 another.
  const part = multiply(value, tenth)
  return compare(step, part) < 0 ? step : part
}
