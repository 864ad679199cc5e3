/** The source `arxiv-listings`: arXiv's own lists of the day, new, cross-listed and replaced, through its feeds. */
import { z } from 'zod'
import type { Clock } from '../paper/clock.ts'
import { dueDay, inEasternTime, isWorkingDay } from './arxiv-announcement-window.ts'
import { mayBeQuiet, sayQuietOrLate } from './arxiv-holidays.ts'
import { checkCategories } from './arxiv-query.ts'
import { daysUntil } from './collect-days.ts'
import { type FeedOptions, type ReadFeed, readFeeds } from './listing-feeds.ts'
import { makeListingPaper, mergeListings } from './listing-paper.ts'
import type { PoliteFetch } from './polite-fetch.ts'
import { CollectError, type CollectErrorCode, type Collected, type Source } from './source.ts'
import { categoriesSchema, declareSource, mirrorPace, mirrorSettings } from './source-declaration.ts'

export interface ArxivListingsOptions {
  categories: readonly string[]
  /** Default `rss`, which names its day also when it is empty. */
  format?: 'rss' | 'atom'
  fetch: PoliteFetch
  clock: Pick<Clock, 'now'>
  /** Default `https://rss.arxiv.org`. */
  baseUrl?: string
}

/**
 * The feeds hold one day, the newest: days before it are named in a `skipped` each, or refused where nothing else
 * was asked for (`collect-date-past`). Weekends yield nothing; where a list is missing around a holiday of arXiv, a
 * `note` says so.
 *
 * Throws CollectError `collect-category-unknown` at once; while collecting `collect-date-…`, `source-…`, and of
 * these `source-stale` where the feed is older than it must be, or empty on a day with announcements, and
 * `source-truncated`, after what could be read, where the feed was cut off or holds as much as a feed can.
 */
export function arxivListings(options: ArxivListingsOptions): Source {
  const { categories, clock, fetch, format = 'rss' } = options
  checkCategories(categories)
  const baseUrl = (options.baseUrl ?? 'https://rss.arxiv.org').replace(/\/$/, '')
  return {
    name: 'arxiv-listings',
    categories,
    async *collect(request) {
      const { days: come, notes } = daysUntil(request, {
        today: inEasternTime(clock.now()).day,
        name: 'arxiv-listings',
        place: 'at arXiv',
        hint: 'Ask for an earlier day with `--date`: the lists of a day come at midnight US Eastern time.',
      })
      yield* notes
      const days = come.filter(isWorkingDay)
      if (days.length === 0) return
      const feedOptions: FeedOptions = {
        fetch,
        baseUrl,
        format,
        ...(request.signal && { signal: request.signal }),
      }
      const feed = await readFeeds(categories, feedOptions)
      yield* yieldDay(feed, days)
      yield* judgeFeed(feed, { days, nowMs: clock.now() })
      yield* nameMissing(feed, days)
    },
  }
}

function* yieldDay({ items, day }: ReadFeed, days: readonly string[]): Generator<Collected> {
  let place = 0
  for (const item of mergeListings(items)) {
    const read = makeListingPaper(item, { place: place + 1, day })
    if (!read.paper) yield { kind: 'skipped', where: 'arxiv-listings', reason: read.reason }
    else if (days.includes(read.listings[0]?.date ?? '')) {
      place++
      for (const listing of read.listings) yield { kind: 'paper', paper: read.paper, listing }
    }
  }
}

function* judgeFeed(
  feed: ReadFeed,
  { days, nowMs }: { days: readonly string[]; nowMs: number },
): Generator<Collected> {
  const { day, items } = feed
  if (feed.flaw !== undefined) {
    const hint = 'Run again later; the source `arxiv` reads the same day through the API.'
    throw fault('source-truncated', feed.flaw, hint, feed.retryable)
  }
  const due = dueDay(nowMs)
  if (day === undefined || day < due) {
    if (!days.some(wanted => wanted >= due)) return
    if (!mayBeQuiet(due))
      throw stale(`arXiv's feed still shows ${day ?? 'no day'}, although that of ${due} is due`)
    yield sayQuietOrLate('arxiv-listings', due)
  } else if (items.length === 0 && days.includes(day)) {
    if (!mayBeQuiet(day))
      throw stale(`arXiv's feed of ${day} is empty, although that is a day of announcements`)
    yield sayQuietOrLate('arxiv-listings', day)
  }
}

function* nameMissing({ day }: ReadFeed, days: readonly string[]): Generator<Collected> {
  const missing = days.filter(wanted => day !== undefined && wanted < day)
  if (missing.length === days.length) {
    const [first] = missing
    const hint = 'Use the source `arxiv` for days that are past, or `arxiv-oai` for many of them.'
    throw fault('collect-date-past', `arXiv's feed shows ${day} only, no more ${first}`, hint)
  }
  for (const gone of missing) {
    const reason = `the lists of ${gone} are no longer in the feed; the source \`arxiv\` still has them`
    yield { kind: 'skipped', where: 'arxiv-listings', reason }
  }
}

function stale(message: string): CollectError {
  const hint = 'Run again later; https://status.arxiv.org tells of delays and holidays.'
  return fault('source-stale', message, hint, true)
}

function fault(code: CollectErrorCode, message: string, hint: string, retryable = false): CollectError {
  return new CollectError(message, { code, hint, retryable })
}

export const arxivListingsSource = declareSource({
  name: 'arxiv-listings',
  summary:
    'The lists of the day as arXiv publishes them: new, cross-listed and replaced papers, with their places. One request for all categories; only the newest day can be had.',
  settings: z.strictObject({
    categories: categoriesSchema,
    format: z.enum(['rss', 'atom']).default('rss').describe('which of the two feeds is asked for'),
    ...mirrorSettings('`https://rss.arxiv.org`'),
  }),
  example: 'arxiv-listings: { categories: [cs.CL, cs.AI] }',
  paceMs: mirrorPace,
  open: ({ baseUrl, paceSeconds: _, ...settings }, { fetch, clock }) =>
    arxivListings({ ...settings, fetch, clock, ...(baseUrl && { baseUrl }) }),
})
