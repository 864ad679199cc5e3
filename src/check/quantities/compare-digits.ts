/** Compares digits alone, for languages whose number words are not known here. */
import type { Finding } from '../../paper/finding.ts'
import type { PlacedQuantity } from './quantity.ts'
import { findWitness } from './quantity-index.ts'
import { compare, isInteger, makeRational, significantDigits } from './rational.ts'
import { readSide, type SideText } from './read-side.ts'

// As for the texts that are read in full: far beyond any abstract.
const MAX_LENGTH = 50_000

export interface DigitComparison {
  sourceTexts: readonly SideText[]
  briefTexts: readonly SideText[]
  coverage: 'whole' | 'selection'
  briefFields: readonly string[]
}

interface DigitRun {
  field: string
  text: string
  /** Without separators and without zeros at either end: 1.156 and 1,156 are one figure in two countries. */
  digits: string
  /** Where a space parts it, the groups alone: the space may be only that. */
  groups: readonly string[]
  isPercent: boolean
}

/**
 * A figure's power of ten may stand in a word that is not known ("Milliarden"), and point and comma change
 * places between countries; so only the order of its digits is compared.
 */
export function compareDigits({
  sourceTexts,
  briefTexts,
  coverage,
  briefFields,
}: DigitComparison): Finding[] {
  const source = readSide(sourceTexts)
  const brief = readSide(briefTexts)
  const written = briefTexts.flatMap(readDigitRuns)
  const told = new Set(
    source.quantities
      .flatMap(quantity => [quantity.value, ...quantity.others])
      .map(value => significantDigits(value)),
  )
  const sourceRuns = new Set(sourceTexts.flatMap(readDigitRuns).map(({ digits }) => digits))
  const isKnown = (run: string) => told.has(run) || sourceRuns.has(run)
  const isTold = ({ digits, groups }: DigitRun) =>
    isKnown(digits) || (groups.length > 0 && groups.every(isKnown))
  const findings = [
    ...written.filter(run => !isTold(run)).map(reportUnknown),
    ...findPercentFaults(written.filter(isTold), source.quantities),
  ]
  if (coverage === 'selection') return findings
  const writtenDigits = new Set(written.flatMap(({ digits, groups }) => [digits, ...groups]))
  const lost = source.quantities.filter(quantity => {
    if (quantity.weight !== 'strong' || isSmallCount(quantity)) return false
    const digits = significantDigits(quantity.value)
    return digits !== undefined && !writtenDigits.has(digits) && !findWitness(brief.index, quantity)
  })
  return [...findings, ...lost.map(quantity => reportLost(quantity, briefFields))]
}

/** Counts up to twelve are written in words in most languages. */
function isSmallCount({ value, unit }: PlacedQuantity): boolean {
  return !unit && isInteger(value) && compare(value, makeRational(12)) <= 0
}

function readDigitRuns({ field, text }: SideText): DigitRun[] {
  const found: DigitRun[] = []
  for (const match of text
    .slice(0, MAX_LENGTH)
    .matchAll(/\d{1,3}(?: \d{3}){1,5}(?![\d.,]\d)|\d(?:[\d.,\u00a0\u202f\u2009]{0,40}\d)?/g)) {
    const before = text.charAt(match.index - 1)
    // Digits that touch a letter or hang on a word belong to a name.
    if (
      /[\p{L}_@]/u.test(before) ||
      /[A-Za-z][-.]$/.test(text.slice(Math.max(0, match.index - 2), match.index))
    )
      continue
    const groups = match[0].includes(' ') ? match[0].split(' ').map(trimZeros) : []
    const isPercent = percentBehind.test(
      text.slice(match.index + match[0].length, match.index + match[0].length + 24),
    )
    found.push({ field, text: match[0], digits: trimZeros(match[0]), groups, isPercent })
  }
  return found
}

// The sign may stand at the end of a list: "5 à 10 %", "von 3 auf 4 Prozent".
const percentBehind =
  /^(?:\s?(?:[-–—~～±/,]|à|bis|auf|und|et|y|e|から|と)\s?(?:[\d.,]{1,12})){0,2}\s?(?:%|％|Prozent|pour ?cent|por ciento|per ?cento|パーセント|퍼센트)/i

/** A percent sign that the source has at every such figure and the brief has not, or the other way round. */
function findPercentFaults(written: readonly DigitRun[], source: readonly PlacedQuantity[]): Finding[] {
  return written.flatMap(run => {
    const same = source.filter(
      ({ value, others, weight }) =>
        weight === 'strong' && others.length === 0 && significantDigits(value) === run.digits,
    )
    const percents = same.filter(({ unit, lentUnit }) => (unit ?? lentUnit)?.dimension === 'percent').length
    const isFault =
      same.length > 0 && (run.isPercent ? percents === 0 : percents === same.length) && run.digits !== '1'
    return isFault ? [reportPercent(run, same[0]?.text ?? '')] : []
  })
}

function reportPercent({ field, text }: DigitRun, expected: string): Finding {
  return {
    check: 'quantities',
    severity: 'error',
    field,
    message: `"${text}" differs from the source in the percent sign: it says "${expected}".`,
    quote: text,
    expected,
  }
}

function trimZeros(run: string): string {
  return run.replace(/\D/g, '').replace(/^0+(?=\d)|0+$/g, '') || '0'
}

function reportUnknown({ field, text }: DigitRun): Finding {
  return {
    check: 'quantities',
    severity: 'error',
    field,
    message: `"${text}" is not in the source.`,
    quote: text,
  }
}

function reportLost({ field, text }: PlacedQuantity, briefFields: readonly string[]): Finding {
  const where = briefFields.includes(field) ? field : undefined
  return {
    check: 'quantities',
    severity: 'error',
    field: where,
    message: `The source's "${text}" is missing.`,
    expected: text,
  }
}
