/** Finds ranges of which one end is another than in the source, though the source has that figure elsewhere. */
import type { Finding } from '../../paper/finding.ts'
import { isSilent, type PlacedQuantity, type Quantity } from './quantity.ts'
import { rationalKey } from './rational.ts'
import type { Side } from './read-side.ts'
import { relateFigures } from './relate-figures.ts'

interface Range {
  from: PlacedQuantity
  to: PlacedQuantity
}

// Figures this near to each other may be two steps of three: from 20 over 40 to 60.
const NEAR = 80

/** 3至93个百分点 for "23 to 93 percentage points", 1%至1% for "1% to 14%". */
export function findBrokenRanges(source: Side, brief: Side): Finding[] {
  const ranges = listRanges(brief)
  if (ranges.length === 0) return []
  const told = listRanges(source)
  return ranges.flatMap(range => {
    if (told.some(other => areSame(range.from, other.from) && areSame(range.to, other.to))) return []
    const broken = told.find(other => isBroken(range, other, source))
    return broken ? [report(range, broken)] : []
  })
}

function listRanges({ text, quantities }: Side): Range[] {
  const figures = quantities.filter(quantity => !isSilent(quantity) && !quantity.vague)
  return figures.flatMap((to, at) => {
    const from = figures[at - 1]
    return from?.field === to.field && relateFigures(text, from, to) === 'range' ? [{ from, to }] : []
  })
}

function areSame(a: Quantity, b: Quantity): boolean {
  const keys = keysOf(a)
  return keysOf(b).some(key => keys.includes(key))
}

function keysOf({ value, others }: Quantity): string[] {
  return [value, ...others].map(rationalKey)
}

function kindOf({ unit, lentUnit }: Quantity): string {
  return (unit ?? lentUnit)?.dimension ?? ''
}

/** One end is the source's, and the other one stands nowhere near it there. */
function isBroken(range: Range, told: Range, source: Side): boolean {
  if (kindOf(range.to) !== kindOf(told.to)) return false
  const [isFrom, isTo] = [areSame(range.from, told.from), areSame(range.to, told.to)]
  if (isFrom === isTo) return false
  const [odd, kept] = isFrom ? [range.to, told.from] : [range.from, told.to]
  const places = source.quantities.filter(other => areSame(other, kept))
  const isOwnEnd = areSame(odd, isFrom ? told.from : told.to)
  return (
    isOwnEnd ||
    !source.quantities.some(
      other =>
        areSame(other, odd) &&
        kindOf(other) === kindOf(odd) &&
        places.some(({ start }) => Math.abs(other.start - start) < NEAR),
    )
  )
}

function report({ from, to }: Range, told: Range): Finding {
  const [odd, right] = areSame(from, told.from) ? [to, told.to] : [from, told.from]
  return {
    check: 'quantities',
    severity: 'error',
    field: odd.field,
    message: `The range from "${from.text}" to "${to.text}" is another than the source's, from "${told.from.text}" to "${told.to.text}".`,
    quote: odd.text,
    expected: right.text,
  }
}
