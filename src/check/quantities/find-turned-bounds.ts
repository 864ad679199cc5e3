/** Finds bounds that a brief turned round: 不到80% for "over 80%". */
import type { Finding } from '../../paper/finding.ts'
import { areOpposed } from './bounds.ts'
import { agree } from './quantity-index.ts'
import { rationalKey } from './rational.ts'
import type { Side } from './read-side.ts'

/** Warnings only: a bound may stand elsewhere in the sentence than right before its figure. */
export function findTurnedBounds(source: Side, brief: Side): Finding[] {
  const findings: Finding[] = []
  for (const quantity of brief.quantities) {
    if (quantity.weight !== 'strong' || (quantity.bound !== 'over' && quantity.bound !== 'under')) continue
    const told = (source.index.byValue.get(rationalKey(quantity.value)) ?? []).filter(
      other => agree(quantity, other) === 'same',
    )
    const [first] = told
    if (!first || !told.every(other => areOpposed(quantity.bound, other.bound))) continue
    const words = quantity.bound === 'under' ? ['below', 'above'] : ['above', 'below']
    findings.push({
      check: 'quantities',
      severity: 'warning',
      field: quantity.field,
      message: `The brief puts "${quantity.text}" as a bound from ${words[0]}, the source says ${words[1]} "${first.text}".`,
      quote: quantity.text,
      expected: first.text,
    })
  }
  return findings
}
