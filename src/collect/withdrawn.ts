/** Reads from a comment whether a paper was withdrawn; the query API says it nowhere else. */

// At the start of a sentence, said of the paper, or said by its authors; "withdrawn from ICLR" is about a venue.
const FROM_A_VENUE = String.raw`(?!\s+from\s+(?!(?:the\s+)?arxiv))`
const WITHDRAWN = [
  new RegExp(String.raw`(?:^|[.;]\s)(?:temporarily )?withdrawn\b${FROM_A_VENUE}`, 'i'),
  new RegExp(
    String.raw`\b(?:has been|have been|was|is|being) (?:now |temporarily |voluntarily )?withdrawn\b${FROM_A_VENUE}`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:authors?|we) (?:have |has )?(?:withdraw|withdrew|withdrawn)\b${FROM_A_VENUE}`,
    'i',
  ),
]

/** `comment` on one line. */
export function saysWithdrawn(comment: string): boolean {
  return WITHDRAWN.some(pattern => pattern.test(comment))
}
