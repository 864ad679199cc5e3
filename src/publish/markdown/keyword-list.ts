/** Joins the keywords of a brief as the digest that shows them does, whatever language the brief is in. */
import { listSeparator } from '../../paper/language.ts'
import { splitKeywords } from '../../paper/split-keywords.ts'

/** `a, b` of an English brief is `a、b` in a Chinese digest; the same mark leaves the text as it is. */
export function joinKeywords(text: string, { from, to }: { from: string; to: string }): string {
  const separator = listSeparator(to)
  return separator === listSeparator(from) ? text : splitKeywords(text).join(separator)
}
