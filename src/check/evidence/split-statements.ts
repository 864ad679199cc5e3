/** Splits a sentence of a brief into its statements, so that each can be asked for its evidence. */
import { findAll } from '../../paper/find-all.ts'

// A clause that goes on with one of these says something of its own; lists and subordinate clauses do not.
const CHINESE =
  /[，,](?=(?:并且|并|而且|且|但是|但|不过|然而|而|同时|还|此外|其中|从而|因此|由此)[^，,。]{6})/g
const ENGLISH = /[,;] (?=(?:and (?:we|it|they|the|its|this|that)|but|while|whereas|although|yet) )|; /g
const MIN_HAN = 12
const MIN_WORDS = 6

export interface Statement {
  text: string
  /** Where it begins in its sentence. */
  start: number
}

/** In reading order; joined they are the sentence. A piece too short to be a statement stays with the one before. */
export function splitStatements(sentence: string): Statement[] {
  const isHan = /[\u3400-\u9fff]/.test(sentence)
  const statements: Statement[] = []
  let start = 0
  for (const { index, 0: mark } of findAll(sentence, isHan ? CHINESE : ENGLISH)) {
    const end = index + mark.length
    const rest = sentence.slice(end)
    if (!isLong(sentence.slice(start, end), isHan) || !isLong(rest, isHan)) continue
    statements.push({ text: sentence.slice(start, end), start })
    start = end
  }
  statements.push({ text: sentence.slice(start), start })
  return statements
}

function isLong(text: string, isHan: boolean): boolean {
  return isHan ? text.length >= MIN_HAN : text.trim().split(/\s+/).length >= MIN_WORDS
}
