/** What single words and figures count for, before anything is compared. */
import type { Weight } from './quantity.ts'
import { absolute, compare, isInteger, makeRational, type Rational } from './rational.ts'
import type { Token } from './tokenize.ts'

/** Words that open a sentence with a capital letter and are no names. */
export const openers = new Set(
  'In On Over Across With The A An At By To From For Of Our We It This These Those About Around Nearly Only Using After Before Since Until Between Within Under Up Among All And Or Both Through Into Its Their Some Roughly Approximately Averaging Given Than Covering Spanning Comprising Containing'.split(
    ' ',
  ),
)

/** Words up to three come and go in translation. */
export function weighWord(value: Rational): Weight {
  return compare(value, makeRational(3)) <= 0 && isInteger(value) ? 'weak' : 'medium'
}

/** 1990s. */
export function isDecade(value: Rational, token: Token, behind: string): boolean {
  return behind === 's' && /^(?:1[5-9]|20)\d0$/.test(token.text) && isInteger(absolute(value))
}
