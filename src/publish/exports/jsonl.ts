/** JSON lines: every paper of a digest with its brief, one object a line. */
import type { Digest } from '../../paper/edition.ts'
import type { Listing } from '../../paper/listing.ts'

export interface JsonlOptions {
  /** Of any papers; each goes to its own. */
  listings?: readonly Listing[]
}

/** All fields of the paper, then `listings`, `brief` and `fallbackReason` where there are any. */
export function exportJsonl({ entries }: Digest, { listings = [] }: JsonlOptions = {}): string {
  const byPaper = Map.groupBy(listings, ({ paperId }) => paperId)
  return entries
    .map(({ paper, brief, fallbackReason }) => {
      const listed = byPaper.get(paper.id)
      return `${JSON.stringify({ ...paper, listings: listed, brief, fallbackReason })}\n`
    })
    .join('')
}
