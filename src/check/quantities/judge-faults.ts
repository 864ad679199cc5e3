/** Decides what a figure without a counterpart is: an error, a warning, or a matter of wording. */
import type { Finding, Severity } from '../../paper/finding.ts'
import { countsOwnParts, findCountedNouns } from './counted-nouns.ts'
import { countsPart } from './counts-part.ts'
import { describeQuantity } from './describe-quantity.ts'
import { findDerivation } from './find-derivation.ts'
import type { Surplus } from './find-surplus.ts'
import type { Comparison, Unmatched } from './find-unmatched.ts'
import { readListedCounts } from './listed-counts.ts'
import { type Candidate, findNearest } from './nearest-quantity.ts'
import { isSilent, type PlacedQuantity } from './quantity.ts'
import type { Witness } from './quantity-index.ts'
import {
  absolute,
  add,
  compare,
  divide,
  equals,
  isInteger,
  makeRational,
  negate,
  powerOfTen,
  type Rational,
  rationalKey,
  significantDigits,
} from './rational.ts'
import { isFragment, isToldOtherwise } from './told-otherwise.ts'

const ten = makeRational(10)
// Enough for a classifier and its noun; longer quotes hide what is wrong in them.
const MAX_COUNTED = 6
const MAX_QUOTE_TAIL = 8

export class FaultJudge {
  private readonly comparison: Comparison
  private readonly lost: ReadonlySet<PlacedQuantity>
  private readonly candidates: readonly Candidate[]
  /** What a finding has named as the right figure: its loss is told already. */
  private readonly named = new Set<PlacedQuantity>()
  private readonly told = new Set<PlacedQuantity>()
  private readonly guesses = new Map<string, PlacedQuantity>()

  constructor(comparison: Comparison, lost: ReadonlySet<PlacedQuantity>) {
    const { source } = comparison
    this.comparison = comparison
    this.lost = lost
    this.candidates = source.quantities
      .filter(quantity => !isSilent(quantity))
      .map(quantity => ({ quantity, isUnmatched: lost.has(quantity) }))
  }

  /** A quantity of the brief that the source lacks. What a summary reckoned itself is for a reader to look at. */
  judgeUnknown(unmatched: Unmatched): Finding | undefined {
    const finding = this.judgeStrictly(unmatched)
    if (finding?.severity !== 'error' || this.comparison.coverage !== 'selection') return finding
    const { quantity } = unmatched
    const origin = findDerivation({ ...this.comparison, quantity })
    if (!origin) return finding
    const message = `"${quantity.text}" is not in the source, but may follow from its "${origin.text}".`
    return this.makeFinding('warning', quantity, message)
  }

  private judgeStrictly({ quantity, witness }: Unmatched): Finding | undefined {
    if (this.told.has(quantity)) return undefined
    if (witness?.agreement === 'unit') return this.judgeUnit(quantity, witness)
    if (witness?.agreement === 'loose') return this.judgePercentSign(quantity, witness)
    if (quantity.vague && compare(quantity.value, powerOfTen(3)) < 0) return undefined
    if (this.isOfName(quantity) || this.isBrokenInSource(quantity)) return undefined
    const expected = this.guess(quantity)
    const rated = this.rateUnknown(quantity, expected)
    if (!rated) return undefined
    const severity = expected && this.isOnlyElsewhere(quantity, expected) ? 'warning' : rated
    if (expected) this.named.add(expected)
    const tail = expected ? `, which says ${describeQuantity(expected, this.comparison.language)}` : ''
    return this.makeFinding(severity, quantity, `"${quantity.text}" is not in the source${tail}.`, expected)
  }

  /** The figure is there, nothing else is lost, and only what it counts seems to be another thing. */
  private isOnlyElsewhere({ value }: PlacedQuantity, expected: PlacedQuantity): boolean {
    return equals(expected.value, value) && [...this.lost].every(lost => equals(lost.value, value))
  }

  /** 第0层 for "layer-0", and 5自由度 for "5DOF". */
  private isOfName({ start, end, text }: PlacedQuantity): boolean {
    const { brief, source } = this.comparison
    const digits = /^\d{1,3}/.exec(text)?.[0]
    if (digits === undefined) return false
    if (/^(?:个|個)?\s?自由度/.test(brief.text.slice(start + digits.length, end + 4)))
      return new RegExp(`(?<![\\d.])${digits}-?D[oO]F`).test(source.text)
    return brief.text[start - 1] === '第' && new RegExp(`[A-Za-z]-${digits}(?![\\d.])`).test(source.text)
  }

  /** 86.27% where a blank broke the source's own figure: "86. 27%". */
  private isBrokenInSource({ text }: PlacedQuantity): boolean {
    const digits = /\d+[.,]\d+/.exec(text)?.[0]
    if (digits === undefined) return false
    const [whole = '', part = ''] = digits.split(/[.,]/)
    return new RegExp(`(?<!\\d)${whole}(?:\\s+[.,]\\s?|[.,]\\s+)${part}(?!\\d)`).test(
      this.comparison.source.text,
    )
  }

  private judgeUnit(quantity: PlacedQuantity, witness: Witness): Finding | undefined {
    if (quantity.weight === 'weak') return undefined
    const expected = witness.quantity
    this.named.add(expected)
    return this.makeFinding(
      'error',
      quantity,
      `"${quantity.text}" has another unit than the source, which says "${expected.text}".`,
      expected,
    )
  }

  /** A percent sign that the source does not have, or has and the brief lost. */
  private judgePercentSign(quantity: PlacedQuantity, witness: Witness): Finding | undefined {
    if (quantity.weight === 'weak') return undefined
    const expected = witness.quantity
    const severity = quantity.unit ? 'warning' : 'error'
    this.named.add(expected)
    return this.makeFinding(
      severity,
      quantity,
      `"${quantity.text}" differs from the source in the percent sign: it says "${expected.text}".`,
      expected,
    )
  }

  private rateUnknown(quantity: PlacedQuantity, expected: PlacedQuantity | undefined): Severity | undefined {
    const isSelection = this.comparison.coverage === 'selection'
    if (quantity.weight === 'weak') return this.rateWeak(quantity, expected)
    const isCount =
      !quantity.unit &&
      isInteger(quantity.value) &&
      compare(quantity.value, ten) <= 0 &&
      quantity.value.top > 0n
    if (isCount && isSelection) return this.rateCount(quantity)
    if (isSelection && expected && isRounded(quantity, expected)) return 'warning'
    const isFraction = /分之/.test(quantity.text) && !quantity.vague
    if (quantity.weight === 'strong' || compare(quantity.value, ten) > 0 || quantity.unit || isFraction)
      return 'error'
    return expected && this.lost.has(expected) ? 'error' : 'warning'
  }

  /** 三个阶段 is wrong where the source has five stages and nothing else stands for them. */
  private rateWeak(quantity: PlacedQuantity, expected: PlacedQuantity | undefined): Severity | undefined {
    if (
      this.comparison.coverage === 'selection' ||
      !quantity.counted ||
      compare(quantity.value, makeRational(2)) < 0
    )
      return undefined
    if (!expected || expected.weight === 'weak' || !this.lost.has(expected)) return undefined
    return sharesNoun(this.comparison, quantity, expected) ? 'error' : undefined
  }

  /** A summary may count its own parts; a count of the source's things must be the source's. */
  private rateCount(quantity: PlacedQuantity): Severity | undefined {
    const { brief, source } = this.comparison
    const nouns = findCountedNouns(brief.text, quantity.end)
    const rival = source.quantities.some(
      other => isSmallCount(other) && nouns.includes(findCountedNouns(source.text, other.end)[0] ?? ''),
    )
    if (rival) return countsPart(brief.text, quantity.start) ? 'warning' : 'error'
    const isStrong = quantity.weight === 'strong'
    if (countsOwnParts(brief.text, quantity.end))
      return isStrong && compare(quantity.value, makeRational(3)) > 0 ? 'warning' : undefined
    // Nobody counts so many things without a list of them.
    const isFar = compare(quantity.value, makeRational(MAX_COUNTED)) > 0
    const isListed = readListedCounts(source.text).has(Number(quantity.value.top))
    return !isListed && (isStrong || isFar) ? 'error' : 'warning'
  }

  /** Judged first: it knows both sides of the fault. */
  judgeSurplus({ brief, source }: Surplus): Finding | undefined {
    this.named.add(source)
    this.told.add(brief)
    const message = `"${brief.text}" stands where the source says ${describeQuantity(source, this.comparison.language)}.`
    const isListed = readListedCounts(this.comparison.source.text).has(Number(brief.value.top))
    return this.makeFinding(isListed && isSmallCount(brief) ? 'warning' : 'error', brief, message, source)
  }

  /** A quantity of the source that a translation lost. */
  judgeLost(quantity: PlacedQuantity): Finding | undefined {
    if (this.named.has(quantity) || quantity.weight === 'weak' || isFragment(quantity, this.comparison))
      return undefined
    if (quantity.vague && compare(quantity.value, powerOfTen(3)) < 0) return undefined
    const isSmall =
      !quantity.unit && isInteger(quantity.value) && compare(quantity.value, makeRational(1)) <= 0
    const isWord =
      quantity.weight === 'medium' &&
      (compare(quantity.value, ten) <= 0 || /^an? /i.test(quantity.text) || quantity.vague)
    const isDoubtful = isWord || isSmall || isToldOtherwise(quantity, this.comparison)
    const severity = isDoubtful ? 'warning' : 'error'
    const message = `The source's ${describeQuantity(quantity, this.comparison.language)} is missing.`
    return { check: 'quantities', severity, field: this.fieldOf(quantity), message, expected: quantity.text }
  }

  /** What the figure was meant to be; the same guess wherever a summary repeats the figure. */
  private guess(quantity: PlacedQuantity): PlacedQuantity | undefined {
    const key = `${rationalKey(quantity.value)} ${quantity.unit?.dimension ?? ''}`
    const earlier = this.guesses.get(key)
    if (earlier) return earlier
    const usable = this.candidates.filter(
      candidate => !this.named.has(candidate.quantity) && isComparable(quantity, candidate.quantity),
    )
    const guessed = findNearest(quantity, usable)?.quantity
    if (guessed) this.guesses.set(key, guessed)
    return guessed
  }

  private makeFinding(
    severity: Severity,
    quantity: PlacedQuantity,
    message: string,
    expected?: PlacedQuantity,
  ): Finding {
    const finding: Finding = {
      check: 'quantities',
      severity,
      field: quantity.field,
      message,
      quote: this.quoteOf(quantity),
    }
    return expected ? { ...finding, expected: expected.text } : finding
  }

  /** The figure's own words; with some that follow where the figure alone stands in the field more than once. */
  private quoteOf({ start, end, field, text }: PlacedQuantity): string {
    const whole = this.comparison.brief.text
    const own = this.comparison.brief.texts.get(field) ?? ''
    for (let reach = 0; reach <= MAX_QUOTE_TAIL; reach++) {
      const quote = whole.slice(start, end + reach)
      if (/\s$|[，。；,;]$/.test(quote)) break
      if (own.indexOf(quote) === own.lastIndexOf(quote)) return quote
    }
    return text
  }

  /** The field that carries this part of the source, where the form has one. */
  private fieldOf({ field }: PlacedQuantity): string | undefined {
    return this.comparison.briefFields.includes(field) ? field : undefined
  }
}

/** Words for small numbers are candidates only for small counts, other words for whole numbers. */
function isComparable(quantity: PlacedQuantity, candidate: PlacedQuantity): boolean {
  if (candidate.weight === 'strong') return true
  if (!isInteger(quantity.value)) return !isInteger(candidate.value)
  if (candidate.weight === 'medium') return true
  return !quantity.unit && compare(candidate.value, makeRational(2)) >= 0 && compare(quantity.value, ten) <= 0
}

function isSmallCount({ value, unit, weight, text }: PlacedQuantity): boolean {
  return (
    weight !== 'hidden' &&
    weight !== 'named' &&
    !unit &&
    !/\dD$/.test(text) &&
    isInteger(value) &&
    value.top > 1n &&
    compare(value, ten) <= 0
  )
}

function sharesNoun(
  { brief, source }: Comparison,
  quantity: PlacedQuantity,
  expected: PlacedQuantity,
): boolean {
  const nouns = findCountedNouns(brief.text, quantity.end)
  return findCountedNouns(source.text, expected.end).some(noun => nouns.includes(noun))
}

/** 约12.3% for 12.34%: fewer digits, and no further off than the last of them. */
function isRounded(quantity: PlacedQuantity, expected: PlacedQuantity): boolean {
  if (!quantity.bound || quantity.unit?.dimension !== expected.unit?.dimension) return false
  const digits = significantDigits(quantity.value)
  const full = significantDigits(expected.value)
  if (!digits || !full || digits.length >= full.length || digits.length < 2) return false
  const step: Rational = divide(quantity.value, makeRational(BigInt(digits)))
  return compare(absolute(add(quantity.value, negate(expected.value))), absolute(step)) < 0
}
