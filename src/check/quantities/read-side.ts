/** Reads all texts of one side, a paper or a brief, as one. */
import type { PlacedQuantity } from './quantity.ts'
import { indexQuantities, type QuantityIndex } from './quantity-index.ts'
import { readQuantities } from './read-quantities.ts'

export interface SideText {
  /** `title`, `abstract` and the names of sections for a paper, the form's keys for a brief. */
  field: string
  text: string
}

export interface Side {
  /** All texts, joined. */
  text: string
  /** Each text by its field. */
  texts: ReadonlyMap<string, string>
  quantities: readonly PlacedQuantity[]
  index: QuantityIndex
}

const gap = '\n\n'
// Far beyond any abstract. What is longer is an attack or a mistake, and pairs of figures are compared.
const MAX_LENGTH = 50_000
const MAX_FIGURES = 500

export function readSide(given: readonly SideText[]): Side {
  const texts = given.map(({ field, text }) => ({ field, text: text.slice(0, MAX_LENGTH) }))
  const quantities: PlacedQuantity[] = []
  let offset = 0
  for (const { field, text } of texts) {
    for (const quantity of readQuantities(text).slice(0, MAX_FIGURES)) {
      quantities.push({
        ...quantity,
        field,
        place: quantity.start / text.length,
        start: quantity.start + offset,
        end: quantity.end + offset,
      })
    }
    offset += text.length + gap.length
  }
  const byField = new Map(texts.map(({ field, text }) => [field, text]))
  const text = texts.map(part => part.text).join(gap)
  return { text, texts: byField, quantities, index: indexQuantities(quantities) }
}

/** The same side with the quantities of one field only, their places unchanged; undefined where it has no such field. */
export function narrowSide(side: Side, field: string): Side | undefined {
  if (!side.texts.has(field)) return undefined
  const quantities = side.quantities.filter(quantity => quantity.field === field)
  return { ...side, quantities, index: indexQuantities(quantities) }
}
