/** The part of a sentence between two of its marks. */
import type { Span } from './tongue.ts'

/** Around the character at `at`; `breaks` are the marks that part clauses in the sentence's language. */
export function clauseAround(sentence: string, at: number, breaks: string): Span {
  let start = at
  while (start > 0 && !breaks.includes(sentence.charAt(start - 1))) start--
  let end = at
  while (end < sentence.length && !breaks.includes(sentence.charAt(end))) end++
  return { start, end }
}
