/** What a mail shows of a digest: each paper whole, in a sentence, or by its title, so that the mail stays readable. */
import type { Digest } from '../paper/edition.ts'
import type { FormBook } from '../paper/form-book.ts'
import { countPapers, findLabels } from '../paper/labels.ts'
import type { Sender } from './channel.ts'
import type { Extent } from './chat/message.ts'
import { routes } from './pages/routes.ts'
import { nameDigest, type PresentedEntry, pageUrl, presentEntry } from './present-entry.ts'

export interface MailEntry {
  entry: PresentedEntry
  show: Extent
}

export interface MailView {
  title: string
  count: string
  language: string
  colon: string
  /** Of the digest on the site. */
  url?: string
  entries: readonly MailEntry[]
  /** Papers that are only counted. */
  left: number
  isShortened: boolean
  sender: Sender
  /** `mailto:` or `https:`. */
  unsubscribe: string
}

export interface MailContext {
  sender: Sender
  book?: FormBook | undefined
  unsubscribe: string
}

/** @param size of the mail that the view makes; the view is the richest that stays within `limit` */
export function viewMail(
  digest: Digest,
  { sender, book, unsubscribe }: MailContext,
  { limit, size }: { limit: number; size(view: MailView): number },
): MailView {
  const labels = findLabels(digest.language, book?.labels)
  const { baseUrl } = sender
  const all = digest.entries.map(entry => presentEntry(entry, digest, { book, baseUrl }))
  const frame = {
    title: nameDigest(digest),
    count: countPapers(labels, all.length),
    language: digest.language,
    colon: labels.marks.colon,
    ...(baseUrl && { url: pageUrl(routes.digest(digest), { baseUrl }) }),
    sender,
    unsubscribe,
  }
  const make = ({ full, short, kept }: { full: number; short: number; kept: number }): MailView => ({
    ...frame,
    entries: all.slice(0, kept).map((entry, index) => ({ entry, show: showAt(index, { full, short }) })),
    left: all.length - kept,
    isShortened: full < all.length,
  })
  const count = all.length
  const fits = (view: MailView) => size(view) <= limit
  // As many as possible in whole, from the first on; then as many as possible in a sentence; then by their titles.
  const full = findMost(count, full => fits(make({ full, short: count, kept: count })))
  if (full !== undefined) return make({ full, short: count, kept: count })
  const short = findMost(count, short => fits(make({ full: 0, short, kept: count })))
  if (short !== undefined) return make({ full: 0, short, kept: count })
  return make({
    full: 0,
    short: 0,
    kept: findMost(count, kept => fits(make({ full: 0, short: 0, kept }))) ?? 0,
  })
}

function showAt(index: number, { full, short }: { full: number; short: number }): Extent {
  return index < full ? 'full' : index < short ? 'short' : 'titles'
}

/** The largest number up to `most` that is good; undefined where not even 0 is. What is good, a smaller one is too. */
function findMost(most: number, isGood: (number: number) => boolean): number | undefined {
  if (isGood(most)) return most
  if (!isGood(0)) return undefined
  let [low, high] = [0, most - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (isGood(middle)) low = middle
    else high = middle - 1
  }
  return low
}
