/** Finds the figures of a brief that its source lacks, and those of the source that a translation lost. */
import type { Finding } from '../../paper/finding.ts'
import { findBrokenRanges } from './find-broken-ranges.ts'
import { findOddUnits } from './find-odd-units.ts'
import { findOddZeros } from './find-odd-zeros.ts'
import { findRenumberedNames } from './find-renumbered-names.ts'
import { findSurplus } from './find-surplus.ts'
import { findTurnedBounds } from './find-turned-bounds.ts'
import { type Comparison, findLost, findUnmatched } from './find-unmatched.ts'
import { FaultJudge } from './judge-faults.ts'

/** In this order: figures in another one's place, figures not in the source, figures lost, bounds turned round. */
export function findFaults(comparison: Comparison): Finding[] {
  const { source, brief, coverage } = comparison
  const isWhole = coverage === 'whole'
  const unknown = findUnmatched({ side: brief, other: source, isVouching: () => true, isStrict: isWhole })
  // A summary leaves out what it likes; there the losses only show what a wrong figure was meant to be.
  const lost = isWhole || unknown.length > 0 ? findLost(comparison) : []
  const judge = new FaultJudge(comparison, new Set(lost))
  const unknownFigures = new Set(unknown.map(({ quantity }) => quantity))
  const surplus = isWhole ? findSurplus({ source, brief, lost: new Set(lost), unknown: unknownFigures }) : []
  const faults = [
    ...surplus.map(found => judge.judgeSurplus(found)),
    ...unknown.map(found => judge.judgeUnknown(found)),
    ...(isWhole ? lost : []).map(quantity => judge.judgeLost(quantity)),
  ]
  const told = faults.filter(finding => finding !== undefined)
  const further = [findRenumberedNames, findOddZeros, findOddUnits, findBrokenRanges].flatMap(find =>
    find(source, brief),
  )
  const fresh = further.filter(
    ({ quote = '' }) => !told.some(finding => finding.quote && quote.includes(finding.quote)),
  )
  return [...told, ...fresh, ...findTurnedBounds(source, brief)]
}
