/** Tells whether a figure that a translation seems to have lost stands in it, read in another way. */
import type { Comparison } from './find-unmatched.ts'
import type { PlacedQuantity } from './quantity.ts'

const MAX_BROKEN = 8

/** A half of "86. 27%" whose whole the brief has. */
export function isFragment({ start, end }: PlacedQuantity, { source, brief }: Comparison): boolean {
  const around = source.text.slice(Math.max(0, start - MAX_BROKEN), end + MAX_BROKEN)
  const broken = /(\d+)(?:\s+([.,])\s?|([.,])\s+)(\d+)/.exec(around)
  return broken !== null && brief.text.includes(`${broken[1]}${broken[2] ?? broken[3]}${broken[4]}`)
}

/** As a part of a name that stays or goes as a whole, or letter for letter. */
export function isToldOtherwise(quantity: PlacedQuantity, comparison: Comparison): boolean {
  return isInLostName(quantity, comparison) || standsInField(quantity, comparison)
}

/** The 2 of "Phase 2" goes where the name goes; but "BraTS" that stands in the brief keeps its 2018. */
function isInLostName({ afterName, start }: PlacedQuantity, { source, brief }: Comparison): boolean {
  if (!afterName) return false
  const name = /([A-Za-z][A-Za-z0-9]{0,23})[ -]$/.exec(source.text.slice(Math.max(0, start - 25), start))?.[1]
  return name === undefined || name.length < 2 || !brief.text.includes(name)
}

/** The 8B of "Llama--8B", which the brief writes as a name. */
function standsInField({ text, field }: PlacedQuantity, { brief }: Comparison): boolean {
  const own = brief.texts.get(field) ?? ''
  for (let at = own.indexOf(text); at >= 0; at = own.indexOf(text, at + 1)) {
    const end = at + text.length
    if (!/[\d.,]/.test(own.charAt(at - 1)) && !/^(?:[A-Za-z\d]|[.,]\d)/.test(own.slice(end, end + 2)))
      return true
  }
  return false
}
