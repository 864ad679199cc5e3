/** A quantity: one figure of a text, with what it means and where it stands. */
import type { Rational } from './rational.ts'
import type { Unit } from './units.ts'

/**
 * How much a figure binds. `strong`: digits, percentages, powers of ten. `medium`: number words above three.
 * `weak`: words that come and go in translation ("one", 一种, "first"). `hidden`: what is no quantity by itself
 * but vouches for one (双 for 2, the 8 of 8/10). `named`: the same for digits in a name (Qwen2.5-7B for 7B).
 */
export type Weight = 'strong' | 'medium' | 'weak' | 'hidden' | 'named'

/** True of what must not be looked for on the other side: it only vouches. */
export function isSilent({ weight }: Quantity): boolean {
  return weight === 'hidden' || weight === 'named'
}

/** What the words before a figure say: "about", "over", "under", "up to". */
export type Bound = 'about' | 'over' | 'under' | 'up-to'

export interface Quantity {
  value: Rational
  /** What else it may stand for: "third" 3 or 1/3, the 7 of "7 to 13 billion" 7 or 7,000,000,000. */
  others: Rational[]
  unit?: Unit
  /** A unit that stands only at the end of its list: the 10 of "10 to 20%". */
  lentUnit?: Unit
  weight: Weight
  /** Only a power of ten: "thousands of", 数百万, million-scale. */
  vague: boolean
  bound?: Bound
  /** A count or a place in words or digits whose noun follows: 三个组件. */
  counted: boolean
  /** Follows a capitalised word: the 2 of "Llama 2". */
  afterName: boolean
  /** Place and words in the text as given. */
  start: number
  end: number
  text: string
}

/** A quantity with the field it stands in; `start` and `end` are places in the joined text of its side. */
export interface PlacedQuantity extends Quantity {
  field: string
  /** Where in its field it stands, from 0 to 1: a translation keeps this about the same. */
  place: number
}
