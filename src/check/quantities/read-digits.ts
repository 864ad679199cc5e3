/** Reads the quantity that a number in digits begins: 1,156; 7B; 10^{-3}; 6000亿; 1/3; 3.2×. */
import { isHanNumeral, readHanNumber, readHanScale } from './chinese-numbers.ts'
import { applyScales, findScale } from './english-numbers.ts'
import {
  add,
  compare,
  divide,
  equals,
  isInteger,
  makeRational,
  multiply,
  negate,
  one,
  powerOfTen,
  type Rational,
  raise,
} from './rational.ts'
import { readFraction } from './read-han.ts'
import { readRatio } from './read-ratio.ts'
import { readUnit, skipTo } from './read-unit.ts'
import type { Token } from './tokenize.ts'
import { ratioUnit, type Unit } from './units.ts'

export interface DigitReading {
  value: Rational
  others: Rational[]
  /** Figures that the digits say beside the one meant: the 8 and the 10 of 8/10. */
  parts: Rational[]
  /** What the scale multiplied by, for a neighbour that shares it: "7 to 13 billion". */
  scale: Rational
  unit?: Unit
  isOver: boolean
  /** Index of the token behind. */
  next: number
}

interface Step {
  value: Rational
  next: number
}

const MAX_POWER = 400

export function readDigits(text: string, tokens: readonly Token[], at: number): DigitReading {
  const token = tokens[at]
  let step: Step = { value: token?.value ?? makeRational(0), next: at + 1 }
  const parts: Rational[] = []
  const ratio = readRatio(tokens, at)
  if (ratio) return { ...ratio, parts: [], scale: one, unit: ratioUnit, isOver: false }
  const fraction = readSlash(tokens, at) ?? readHanFraction(text, tokens, at)
  if (fraction) {
    parts.push(...fraction.parts)
    step = fraction
  } else {
    step = readThousands(tokens, at, parts) ?? step
    step = readPower(text, tokens, step)
    step = readProduct(text, tokens, step)
  }
  // "3.3+ trillion".
  const plus = tokens[step.next]
  const isPlusScaled =
    plus?.text === '+' && plus.glued && findScale(tokens[step.next + 1]?.text ?? '') !== undefined
  const scaled = readScale(text, tokens, isPlusScaled ? { ...step, next: step.next + 1 } : step)
  const isOver =
    tokens[scaled.next]?.text === '+' &&
    tokens[scaled.next]?.glued === true &&
    tokens[scaled.next + 1]?.kind !== 'number'
  const behind = skipOrdinal(tokens, isOver ? scaled.next + 1 : scaled.next)
  const { unit, next } = readUnit(text, tokens, behind)
  const value = hasMinus(tokens, at) ? negate(scaled.value) : scaled.value
  const others = isMillion(tokens, behind)
    ? [multiply(value, powerOfTen(6))]
    : /^\d{1,3}\.000$/.test(token?.text ?? '')
      ? // "10.000 ferns", as half of Europe writes ten thousand.
        [...scaled.others, multiply(value, powerOfTen(3))]
      : scaled.others
  return { value, others, parts, scale: scaled.scale, unit, isOver, next }
}

/** `1 156`: digits in threes, set apart by plain spaces; its parts stay known, because the space may be only that. */
function readThousands(tokens: readonly Token[], at: number, parts: Rational[]): Step | undefined {
  const head = tokens[at]
  if (
    !head ||
    !/^[1-9]\d{0,2}$/.test(head.text) ||
    tokens[at - 1]?.kind === 'name' ||
    isCapitalised(tokens[at - 1])
  )
    return undefined
  let value = head.value ?? one
  let next = at + 1
  for (; ; next++) {
    const group = tokens[next]
    const behind = tokens[next + 1]
    const isGroup =
      group?.kind === 'number' &&
      !group.glued &&
      /^\d{3}$/.test(group.text) &&
      !(behind?.glued && behind.kind !== 'han' && (behind.kind !== 'mark' || behind.text === '-'))
    if (!isGroup || !group.value || group.start - (tokens[next - 1]?.end ?? 0) !== 1) break
    parts.push(...(next === at + 1 ? [value] : []), group.value)
    value = add(multiply(value, powerOfTen(3)), group.value)
  }
  return next === at + 1 ? undefined : { value, next }
}

function isCapitalised(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^[A-Z]/.test(token.text)
}

// "1496 times less" is 1/1496; 24/1500 is more often a date or two settings.
const MAX_PART = 1_000_000n
const MAX_WHOLE = 1000n

/** `1/3` and `1/3.1`; a whole number over a larger one, without a third. */
function readSlash(tokens: readonly Token[], at: number): (Step & { parts: Rational[] }) | undefined {
  const top = tokens[at]?.value
  const slash = tokens[at + 1]
  const bottom = tokens[at + 2]
  if (
    !top ||
    slash?.text !== '/' ||
    !slash.glued ||
    bottom?.kind !== 'number' ||
    !bottom.glued ||
    !bottom.value
  )
    return undefined
  if (tokens[at + 3]?.text === '/' || tokens[at - 1]?.text === '/') return undefined
  if (
    !isInteger(top) ||
    !(isInteger(bottom.value) || equals(top, one)) ||
    (compare(top, bottom.value) >= 0 && !isImproper(top, bottom.value)) ||
    top.top === 0n ||
    bottom.value.top > (equals(top, one) ? MAX_PART : MAX_WHOLE)
  )
    return undefined
  return { value: divide(top, bottom.value), parts: [top, bottom.value], next: at + 3 }
}

/** 3/2 and 7/3; what can be shortened (8/4, 16/8) names two settings rather. */
function isImproper(top: Rational, bottom: Rational): boolean {
  return top.top < 20n && bottom.top > 1n && bottom.top < 10n && divide(top, bottom).bottom === bottom.top
}

/** `3分之1`. */
function readHanFraction(
  text: string,
  tokens: readonly Token[],
  at: number,
): (Step & { parts: Rational[] }) | undefined {
  const token = tokens[at]
  const reading = token?.value && readFraction(text, token.value, token.end)
  return reading && { value: reading.value, parts: [], next: skipTo(tokens, at, reading.end) }
}

/** `10⁻³`, `10^-3`, `2^32`, 10的负3次方. */
function readPower(text: string, tokens: readonly Token[], { value, next }: Step): Step {
  const power = readExponent(text, tokens, next)
  if (!power) return { value, next }
  const limit = compare(value, makeRational(10)) === 0 ? MAX_POWER : 64
  const isTame = Math.abs(power.exponent) <= limit && value.top < 1_000_000n && value.bottom < 1_000_000n
  return { value: isTame ? raise(value, power.exponent) : value, next: power.next }
}

function readExponent(
  text: string,
  tokens: readonly Token[],
  at: number,
): { exponent: number; next: number } | undefined {
  const token = tokens[at]
  if (token?.kind === 'raised' && token.glued) return wholePower(token.text, at + 1)
  if (token?.text === '^' && token.glued) {
    const signed = '-−'.includes(tokens[at + 1]?.text ?? ' ')
    const digits = tokens[signed ? at + 2 : at + 1]
    return digits?.kind === 'number'
      ? wholePower(`${signed ? '-' : ''}${digits.text}`, signed ? at + 3 : at + 2)
      : undefined
  }
  return token?.text === '的' ? readHanPower(text, tokens, at + 1) : undefined
}

function wholePower(text: string, next: number): { exponent: number; next: number } | undefined {
  return /^-?\d{1,3}$/.test(text) ? { exponent: Number(text), next } : undefined
}

function readHanPower(
  text: string,
  tokens: readonly Token[],
  at: number,
): { exponent: number; next: number } | undefined {
  const signed = '负負-−'.includes(tokens[at]?.text ?? ' ')
  const from = signed ? at + 1 : at
  const token = tokens[from]
  if (!token) return undefined
  const end = token.kind === 'number' ? token.end : readHanNumber(text, token.start)?.end
  const value = token.kind === 'number' ? token.value : readHanNumber(text, token.start)?.value
  if (!value || end === undefined || !isInteger(value) || !/^ ?次(?:方|幂|冪)/.test(text.slice(end, end + 4)))
    return undefined
  const exponent = Number(value.top)
  return { exponent: signed ? -exponent : exponent, next: skipTo(tokens, from, text.indexOf('次', end) + 2) }
}

/** `2 × 10^5`. */
function readProduct(text: string, tokens: readonly Token[], { value, next }: Step): Step {
  const mark = tokens[next]
  if (!mark || !['×', 'x', '*', '·', '⋅'].includes(mark.text)) return { value, next }
  const base = tokens[next + 1]
  if (base?.text !== '10' || !base.value) return { value, next }
  const power = readExponent(text, tokens, next + 2)
  if (!power || Math.abs(power.exponent) > MAX_POWER) return { value, next }
  return { value: multiply(value, powerOfTen(power.exponent)), next: power.next }
}

interface Scaled extends Step {
  others: Rational[]
  scale: Rational
}

function readScale(text: string, tokens: readonly Token[], { value, next }: Step): Scaled {
  const english = applyScales(tokens, next)
  const token = tokens[english.next]
  const from = token?.kind === 'han' ? token.start : -1
  const isPoint = from >= 0 && text.startsWith('百分', from)
  const han = from < 0 || isPoint ? { factor: one, end: from } : readHanScale(text, from)
  const scale = multiply(english.factor, han.factor)
  if (scale === one || compare(scale, one) === 0) return { value, others: [], scale: one, next }
  const behind = han.end > from ? skipTo(tokens, english.next, han.end) : english.next
  const base = {
    value: multiply(value, scale),
    others: isLooseLetter(tokens, next, behind) ? [value] : [],
    scale,
    next: behind,
  }
  return han.end > from ? readLowerPart(text, tokens, base) : base
}

/** "7b" may be something else than billions, and so may the K of "300 K" where it stands apart and counts nothing. */
function isLooseLetter(tokens: readonly Token[], at: number, next: number): boolean {
  if (next !== at + 1) return false
  const [letter, behind] = [tokens[at], tokens[next]]
  if (letter?.text === 'b') return true
  if (letter?.glued || letter?.text !== 'K') return false
  return behind?.kind !== 'word' || /^(?:and|or|in|with|to|at|by|for|on|under)$/.test(behind.text)
}

/** "1.3m scripts" and "$5m" count millions, "a 5 m cable" is as long as that; either reading stays possible. */
function isMillion(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== 'm') return false
  const [money, behind] = [tokens[at - 2], tokens[at + 1]]
  if (money?.kind === 'mark' && '＄€£¥'.includes(money.text)) return true
  const counted = tokens[behind?.text === '-' ? at + 2 : at + 1]
  return counted?.kind === 'word' && counted.text.length > 3 && !distances.test(counted.text)
}
const distances =
  /^(?:long|wide|high|deep|tall|thick|above|below|from|away|apart|into|over|under|with|resolution|distance|radius|depth|height|range|while|when|than|that|across|between)$/

/** 1亿2000万: what follows at once and is smaller is added. */
function readLowerPart(text: string, tokens: readonly Token[], base: Scaled): Scaled {
  const token = tokens[base.next]
  if (!token?.glued) return base
  const lower = readLowerFigure(text, tokens, base.next)
  if (!lower || compare(lower.value, base.scale) >= 0) return base
  return { ...base, value: add(base.value, lower.value), next: lower.next }
}

function readLowerFigure(text: string, tokens: readonly Token[], at: number): Step | undefined {
  const token = tokens[at]
  if (!token) return undefined
  if (token.kind === 'number' && token.value) {
    const han = readHanScale(text, token.end)
    if (han.end > token.end)
      return { value: multiply(token.value, han.factor), next: skipTo(tokens, at, han.end) }
    return /^\d{3,4}$/.test(token.text) ? { value: token.value, next: at + 1 } : undefined
  }
  if (!isHanNumeral(token.text)) return undefined
  const number = readHanNumber(text, token.start)
  return number?.firm && !number.vague
    ? { value: number.value, next: skipTo(tokens, at, number.end) }
    : undefined
}

/** The "rd" of 3rd. */
function skipOrdinal(tokens: readonly Token[], at: number): number {
  const token = tokens[at]
  return token?.glued && token.kind === 'word' && /^(?:st|nd|rd|th)$/.test(token.text) ? at + 1 : at
}

/** 肽-1受体: a small number between two words. */
function isInHanName(tokens: readonly Token[], at: number): boolean {
  const [digits, behind] = [tokens[at], tokens[at + 1]]
  if (!digits || !/^\d{1,2}$/.test(digits.text) || behind?.kind !== 'han' || !behind.glued) return false
  return (
    !'为為是至到达達于於约約得了'.includes(tokens[at - 2]?.text ?? '') &&
    !'个個倍度分%和与至到'.includes(behind.text)
  )
}

/** A minus stands free or behind a mark or a Han character; between figures or letters it is a hyphen. */
function hasMinus(tokens: readonly Token[], at: number): boolean {
  const sign = tokens[at - 1]
  if (sign?.text === '下' && tokens[at - 2]?.text === '零' && sign.glued) return true
  if (sign?.text === '负' || sign?.text === '負') return tokens[at]?.glued === true
  if (!tokens[at]?.glued || sign?.kind !== 'mark' || !'-−'.includes(sign.text)) return false
  const before = tokens[at - 2]
  // "+-0.04" and "+/-0.04" are ±.
  if (sign.glued && before?.kind === 'mark' && '+/±'.includes(before.text)) return false
  if (!before || !sign.glued) return before?.kind !== 'number' || sign.glued
  if (before.kind === 'han' && isInHanName(tokens, at)) return false
  return before.kind === 'han' || (before.kind === 'mark' && !')]%°'.includes(before.text))
}
