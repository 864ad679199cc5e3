/** Exact numbers: a figure is compared as it is written, never through a float that would round it. */

/** A reduced fraction; `bottom` is positive. */
export interface Rational {
  readonly top: bigint
  readonly bottom: bigint
}

export function makeRational(top: bigint | number, bottom: bigint | number = 1n): Rational {
  return reduce(BigInt(top), BigInt(bottom))
}

/** `1156`, `0.50`, `.5`: digits and at most one point; the caller caps the length. */
export function parseDecimal(text: string): Rational {
  const point = text.indexOf('.')
  if (point < 0) return { top: BigInt(text), bottom: 1n }
  const decimals = text.length - point - 1
  return reduce(BigInt(text.slice(0, point) + text.slice(point + 1)), 10n ** BigInt(decimals))
}

export const zero: Rational = makeRational(0)
export const one: Rational = makeRational(1)
export const hundred: Rational = makeRational(100)

/** Ten to a power, which may be negative. */
export function powerOfTen(exponent: number): Rational {
  return raise(makeRational(10), exponent)
}

export function raise(base: Rational, exponent: number): Rational {
  const power = BigInt(Math.abs(exponent))
  const raised = { top: base.top ** power, bottom: base.bottom ** power }
  return exponent < 0 ? divide(one, raised) : raised
}

export function multiply(a: Rational, b: Rational): Rational {
  return reduce(a.top * b.top, a.bottom * b.bottom)
}

/** Zero where the divisor is zero: no text means a figure by it, and nothing equals it by accident. */
export function divide(a: Rational, b: Rational): Rational {
  if (b.top === 0n) return zero
  const sign = b.top < 0n ? -1n : 1n
  return reduce(a.top * b.bottom * sign, a.bottom * b.top * sign)
}

export function add(a: Rational, b: Rational): Rational {
  return reduce(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
}

export function negate(a: Rational): Rational {
  return { top: -a.top, bottom: a.bottom }
}

export function absolute(a: Rational): Rational {
  return a.top < 0n ? negate(a) : a
}

export function isInteger(a: Rational): boolean {
  return a.bottom === 1n
}

/** Below, at or above zero where `a` is smaller than, equal to or larger than `b`. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const isAlike = a.bottom === b.bottom
  const [left, right] = isAlike ? [a.top, b.top] : [a.top * b.bottom, b.top * a.bottom]
  return left < right ? -1 : left > right ? 1 : 0
}

export function equals(a: Rational, b: Rational): boolean {
  return a.top === b.top && a.bottom === b.bottom
}

/** The same text for the same number. */
export function rationalKey(a: Rational): string {
  return a.bottom === 1n ? a.top.toString() : `${a.top}/${a.bottom}`
}

/** `12300` and `0.123` both give `123`: the digits without their power of ten; undefined where they never end. */
export function significantDigits(a: Rational): string | undefined {
  let scaled = absolute(a)
  for (let step = 0; scaled.bottom !== 1n; step++) {
    if (step > 40) return undefined
    scaled = reduce(scaled.top * 10n, scaled.bottom)
  }
  return scaled.top.toString().replace(/0{1,400}$/, '') || '0'
}

function reduce(top: bigint, bottom: bigint): Rational {
  if (bottom === 1n) return { top, bottom }
  const divisor = greatestDivisor(top < 0n ? -top : top, bottom)
  return divisor === 1n ? { top, bottom } : { top: top / divisor, bottom: bottom / divisor }
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b]
  while (small !== 0n) [large, small] = [small, large % small]
  return large === 0n ? 1n : large
}
