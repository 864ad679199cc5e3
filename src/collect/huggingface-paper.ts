/** Makes a paper and its listing of one entry of Hugging Face's Daily Papers. */
import type { Listing } from '../paper/listing.ts'
import { isDay } from './collect-days.ts'
import { type HuggingfaceEntry, readHuggingfaceEntry } from './huggingface-wire.ts'
import { makePaper } from './make-paper.ts'
import type { ReadRecord, RecordContext } from './record-format.ts'

/** `date`: the day asked for, where the entry has none of its own; `place`: 1 for the first of the day. */
export function makeHuggingfacePaper(value: unknown, { date, place }: RecordContext): ReadRecord {
  const entry = readHuggingfaceEntry(value)
  if (!entry) return { reason: 'not an entry of Daily Papers' }
  const { id, title, summary, authors, publishedAt } = entry
  const made = makePaper({
    id,
    title,
    abstract: summary,
    authors,
    published: publishedAt,
    links: linksOf(entry),
  })
  if (!made.paper) return made
  if (made.paper.abstract === '') return { reason: `no summary (${made.paper.id})` }
  const listing: Listing = {
    paperId: made.paper.id,
    source: 'huggingface',
    date: dayOf(entry.submittedOnDailyAt) ?? date,
    place,
    ...(isCount(entry.upvotes) && { votes: entry.upvotes }),
    kind: 'new',
  }
  return { paper: made.paper, listings: [listing] }
}

/** The day on which the entry says that it was listed; undefined before March 2025. */
export function dayOfEntry(value: unknown): string | undefined {
  return dayOf(readHuggingfaceEntry(value)?.submittedOnDailyAt)
}

function linksOf({ organization, ...entry }: HuggingfaceEntry) {
  return [
    { kind: 'code', url: entry.githubRepo },
    { kind: 'project', url: entry.projectPage },
    ...entry.mediaUrls.map(url => ({ kind: 'media', url })),
    ...(typeof organization === 'string' && /^[\w.-]{1,100}$/.test(organization)
      ? [{ kind: 'other', url: `https://huggingface.co/${organization}` }]
      : []),
  ]
}

function dayOf(instant: unknown): string | undefined {
  const day = typeof instant === 'string' ? instant.slice(0, 10) : ''
  return isDay(day) ? day : undefined
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
