/** Plants the faults that somebody has written into a file of pairs. */
import type { CheckInput } from '../../src/check/check-input.ts'
import type { Pair } from './pair.ts'
import type { Planter } from './plant.ts'

/** @throws for a fault whose text does not stand exactly once in its field */
export function createHandPlanter(pairs: ReadonlyMap<CheckInput, Pair>): Planter {
  return input => {
    const { faults = [], fields = {}, id = '' } = pairs.get(input) ?? {}
    return faults.map(({ kind, field, from, to }) => {
      const text = fields[field] ?? ''
      if (text.split(from).length !== 2)
        throw new Error(`${id}: the fault "${from}" does not stand exactly once in "${field}"`)
      return {
        kind: `${input.form.name}, ${kind}`,
        fields: { ...fields, [field]: text.replace(from, () => to) },
        change: `${from} → ${to}`,
      }
    })
  }
}
