/** Reads all texts of one side, a paper or a brief, as one. */
import type { PlacedQuantity } from './quantity.ts'
import { indexQuantities, type QuantityIndex } from './quantity-index.ts'
import { readQuantities } from './read-quantities.ts'

export interface SideText {
  /** `title` and `abstract` for a paper, the form's keys for a brief. */
  field: string
  text: string
}

export interface Side {
  text: string
  quantities: readonly PlacedQuantity[]
  index: QuantityIndex
  /** Each text by itself, its quantities placed as in the whole. */
  fields: ReadonlyMap<string, Side>
}

const gap = '\n\n'

export function readSide(texts: readonly SideText[]): Side {
  const quantities: PlacedQuantity[] = []
  let offset = 0
  for (const { field, text } of texts) {
    for (const quantity of readQuantities(text)) {
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
  const text = texts.map(part => part.text).join(gap)
  const side = (own: readonly PlacedQuantity[]): Side => ({
    text,
    quantities: own,
    index: indexQuantities(own),
    fields: new Map(),
  })
  const fields = texts.map(
    ({ field }) => [field, side(quantities.filter(quantity => quantity.field === field))] as const,
  )
  return { ...side(quantities), fields: new Map(fields) }
}
