/** Makes papers and their listings of the items of a feed of arXiv's daily lists. */
import { parseArxivId } from '../paper/arxiv-id.ts'
import type { Announcement } from '../paper/listing.ts'
import type { ListingItem } from './listing-wire.ts'
import { makePaper } from './make-paper.ts'
import type { ReadRecord } from './record-format.ts'
import { splitAuthors } from './split-authors.ts'

/** `place`: 1 for the first of the day; `day`: of the feed, where the item names none. */
export function makeListingPaper(
  item: ListingItem,
  { place, day }: { place: number; day: string | undefined },
): ReadRecord {
  const { id, title, abstract, categories, license, doi, journalRef } = item
  const name = id?.slice(0, 100) ?? 'an item'
  const date = item.day ?? day
  if (!parseArxivId(id ?? '')) return { reason: `${name}: no arXiv id` }
  if (!item.kind) return { reason: `${name}: announced in a way that is not known` }
  if (date === undefined) return { reason: `${name}: no day of announcement` }
  const authors = splitAuthors(item.creator ?? '')
  const made = makePaper({ id, title, abstract, categories, authors, license, doi, journalRef })
  if (!made.paper) return { reason: `${name}: ${made.reason}` }
  const { paper } = made
  return { paper, listings: [{ paperId: paper.id, source: 'arxiv-listings', date, place, kind: item.kind }] }
}

const STRENGTH: readonly Announcement[] = ['new', 'cross', 'replace', 'replace-cross']

/**
 * Each paper once: of two announcements new wins over cross over replace over replace-cross, since the kind is
 * relative to the categories that were asked for. In the order of arXiv's lists, by kind.
 */
export function mergeListings(items: readonly ListingItem[]): ListingItem[] {
  const strongest = new Map<string, ListingItem>()
  const nameless: ListingItem[] = []
  for (const item of items) {
    const key = item.id?.trim().replace(/v\d{1,4}$/, '')
    if (!key) {
      nameless.push(item)
      continue
    }
    const other = strongest.get(key)
    if (!other || rank(item) < rank(other)) strongest.set(key, item)
  }
  return [...[...strongest.values()].sort((a, b) => rank(a) - rank(b)), ...nameless]
}

function rank({ kind }: ListingItem): number {
  return kind ? STRENGTH.indexOf(kind) : STRENGTH.length
}
