/** Reads the figures in digits of a language whose number words are not known here. */
import type { PlacedQuantity } from './quantity.ts'
import { indexQuantities } from './quantity-index.ts'
import { compare, isInteger, makeRational } from './rational.ts'
import { readSide, type Side, type SideText } from './read-side.ts'
import { rewriteFigures } from './rewrite-figures.ts'

// Counts up to twelve are written in words in most languages.
const LAST_WORD = makeRational(12)

/** Texts and quotes are those given; figures are read as if they stood in an English or Chinese text. */
export function readForeignSide(texts: readonly SideText[], language: string, source: string): Side {
  const own = readSide(texts)
  const read = readSide(
    texts.map(({ field, text }) => ({ field, text: rewriteFigures(text, language, source) })),
  )
  const quantities = read.quantities.map(quantity => ({
    ...quantity,
    text: own.text.slice(quantity.start, quantity.end),
  }))
  return { ...own, ...silence(quantities, isWord) }
}

/** The side with words and small counts silent: they vouch for figures of the brief, which may say them in words. */
export function silenceWords(side: Side): Side {
  return { ...side, ...silence(side.quantities, quantity => isWord(quantity) || isSmallCount(quantity)) }
}

function silence(
  all: readonly PlacedQuantity[],
  isSilent: (quantity: PlacedQuantity) => boolean,
): Pick<Side, 'quantities' | 'index'> {
  const quantities = all.map(quantity =>
    quantity.weight !== 'named' && isSilent(quantity) ? { ...quantity, weight: 'hidden' as const } : quantity,
  )
  return { quantities, index: indexQuantities(quantities) }
}

function isWord({ weight }: PlacedQuantity): boolean {
  return weight !== 'strong'
}

function isSmallCount({ value, unit }: PlacedQuantity): boolean {
  const isWord =
    unit === undefined || ['time', 'year', 'month', 'times', 'calendar', 'date'].includes(unit.dimension)
  return isWord && isInteger(value) && compare(value, LAST_WORD) <= 0
}
