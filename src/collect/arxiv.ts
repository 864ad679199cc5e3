/** The source `arxiv`: what arXiv announces in some categories, by whichever of its ways fits the days asked for. */
import { z } from 'zod'
import type { Clock } from '../paper/clock.ts'
import type { Paper } from '../paper/paper.ts'
import { announcedMs, dueDay, isWorkingDay } from './arxiv-announcement-window.ts'
import { arxivApi } from './arxiv-api.ts'
import { mayBeQuiet, sayQuietOrLate } from './arxiv-holidays.ts'
import { arxivListings } from './arxiv-listings.ts'
import { arxivOai } from './arxiv-oai.ts'
import { type ArxivScope, checkCategories } from './arxiv-query.ts'
import { searchByMonths } from './arxiv-search.ts'
import { addDays, listDays } from './collect-days.ts'
import type { HarvestProgress } from './harvest-plan.ts'
import type { HarvestState } from './harvest-state.ts'
import type { PoliteFetch } from './polite-fetch.ts'
import { CollectError, type Collected, type CollectRequest, type Source } from './source.ts'
import { categoriesSchema, declareSource, mirrorPace, mirrorSettings } from './source-declaration.ts'

export interface ArxivOptions extends ArxivScope {
  fetch: PoliteFetch
  clock: Pick<Clock, 'now'>
  /** Without it a long harvest that was stopped starts anew. */
  state?: HarvestState
  /** In place of all three servers of arXiv. */
  baseUrl?: string
  /** Told after each page of a long harvest. */
  onProgress?: (progress: HarvestProgress) => void
}

// As far as a digest that was missed is caught up; a longer span is a harvest.
const LONGEST_CATCH_UP_DAYS = 31
// A harvest takes these from the query API first: they come in the order of their lists, and at once.
const NEWEST_DAYS = 7

/**
 * Up to 31 days: the query API, and beside it, for the newest list of arXiv, the feed of that list, which alone
 * knows what was held back and is announced late, what was listed across later, and what was replaced. More days: OAI-PMH for
 * all of them, the newest first by the other ways; where a `query` is set, which OAI-PMH cannot answer, the query
 * API month by month. Either is taken up again where it was stopped.
 *
 * Listings bear arXiv's day of announcement (US Eastern time). Throws CollectError `collect-category-unknown` at
 * once; `collect-date-…` and `source-…` while collecting.
 */
export function arxiv(options: ArxivOptions): Source {
  checkCategories(options.categories)
  return {
    name: 'arxiv',
    categories: options.categories,
    collect(request) {
      if (listDays(request).length <= LONGEST_CATCH_UP_DAYS) return collectNewest(options, request)
      return options.query ? searchByMonths(options, request) : harvestAll(options, request)
    },
  }
}

async function* harvestAll(options: ArxivOptions, request: CollectRequest): AsyncGenerator<Collected> {
  const { categories, fetch, clock, state, baseUrl, onProgress } = options
  const since = addDays(request.date, 1 - NEWEST_DAYS)
  const isNew = request.date >= addDays(new Date(clock.now()).toISOString().slice(0, 10), -NEWEST_DAYS)
  try {
    if (isNew) yield* collectNewest(options, { ...request, since })
  } catch (error) {
    if (!(error instanceof CollectError)) throw error
    // The harvest below has these days too, all but the last hours of them.
    yield note(`the newest days came by OAI-PMH only: ${error.message}`)
  }
  const oai = arxivOai({
    categories,
    fetch,
    clock,
    name: 'arxiv',
    announcedOnly: true,
    ...(state && { state }),
    ...(baseUrl && { baseUrl }),
    ...(onProgress && { onProgress }),
  })
  yield* oai.collect(request)
}

async function* collectNewest(options: ArxivOptions, request: CollectRequest): AsyncGenerator<Collected> {
  const days = listDays(request).filter(isWorkingDay)
  const seen: Seen = { papers: new Map(), days: new Set() }
  let failure: CollectError | undefined
  try {
    for await (const item of arxivApi(options).collect(request)) {
      remember(seen, item)
      yield item
    }
  } catch (error) {
    if (!(error instanceof CollectError)) throw error
    failure = error
  }
  const due = dueDay(options.clock.now())
  // The feed knows nothing of searches.
  if (days.includes(due) && !options.query) yield* collectLists(options, { request, due, seen })
  if (failure) throw failure
  yield* explainQuiet(seen, { days, due, nowMs: options.clock.now() })
}

interface Seen {
  /** Of the API, by id. */
  papers: Map<string, Paper>
  /** On which something was listed, or of which something was said. */
  days: Set<string>
}

function remember(seen: Seen, item: Collected): void {
  if (item.kind !== 'paper') return
  seen.papers.set(item.paper.id, item.paper)
  if (item.listing) seen.days.add(item.listing.date)
}

async function* collectLists(
  options: ArxivOptions,
  { request, due, seen }: { request: CollectRequest; due: string; seen: Seen },
): AsyncGenerator<Collected> {
  const { signal } = request
  try {
    const lists = arxivListings(options).collect({ date: due, ...(signal && { signal }) })
    for await (const item of lists) {
      if (item.kind === 'paper') yield joinListing(item, seen)
      else yield { ...item, where: 'arxiv' }
      if (item.kind === 'note') seen.days.add(due)
    }
  } catch (error) {
    // Without the feed the papers of the API stand alone; without both it is not known whether the day was quiet.
    if (!(error instanceof CollectError) || !seen.days.has(due)) throw error
    yield note(
      `the lists of ${due} are not whole (${error.message}): late and replaced papers may be missing`,
    )
  }
}

/** The paper as the API gave it, which says more of it, and in the same words tomorrow. */
function joinListing(item: Collected & { kind: 'paper' }, seen: Seen): Collected {
  const known = seen.papers.get(item.paper.id)
  const isSame = known !== undefined && known.version === item.paper.version
  if (item.listing) seen.days.add(item.listing.date)
  return {
    ...item,
    paper: isSame ? known : item.paper,
    ...(item.listing && { listing: { ...item.listing, source: 'arxiv' } }),
  }
}

/** Nothing came of the newest days: whether that can be so. */
function* explainQuiet(
  seen: Seen,
  { days, due, nowMs }: { days: readonly string[]; due: string; nowMs: number },
): Generator<Collected> {
  for (const day of days.filter(day => day >= due && !seen.days.has(day))) {
    const publicMs = announcedMs(day)
    if (publicMs > nowMs)
      yield note(`arXiv announces the papers of ${day} at ${new Date(publicMs).toISOString()}: not yet there`)
    else if (mayBeQuiet(day)) yield sayQuietOrLate('arxiv', day)
  }
}

function note(reason: string): Collected {
  return { kind: 'note', where: 'arxiv', reason }
}

export const arxivSource = declareSource({
  name: 'arxiv',
  summary:
    'The papers that arXiv announces in some categories, on the days of its announcements (US Eastern time). Up to 31 days come through its query API in the order of their submission, with the feed of the newest list beside it for papers that were held back, listed across later, or replaced. More days come through OAI-PMH; a harvest that is stopped goes on where it was.',
  settings: z.strictObject({
    categories: categoriesSchema,
    query: z
      .string()
      .min(1)
      .optional()
      .describe(
        'a further condition in the language of the API: `all:"retrieval augmented"`; then everything comes through the API',
      ),
    ...mirrorSettings('`https://export.arxiv.org`, `https://rss.arxiv.org` and `https://oaipmh.arxiv.org`'),
  }),
  example: 'arxiv: { categories: [cs.CL, cs.AI] }',
  paceMs: mirrorPace,
  open: ({ query, baseUrl, categories }, { fetch, clock, state, onHarvest }) =>
    arxiv({
      categories,
      fetch,
      clock,
      ...(query && { query }),
      ...(baseUrl && { baseUrl }),
      ...(state && { state }),
      ...(onHarvest && { onProgress: onHarvest }),
    }),
})
