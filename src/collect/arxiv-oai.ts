/** The source `arxiv-oai`: what changed at arXiv in some categories and days, with all versions of each paper. */
import { z } from 'zod'
import type { Clock } from '../paper/clock.ts'
import type { Listing } from '../paper/listing.ts'
import { announcementDay } from './arxiv-announcement-window.ts'
import { checkCategories, isPrimaryWithin } from './arxiv-query.ts'
import { toOaiSet } from './arxiv-sets.ts'
import { addDays, daysUntil, listDays } from './collect-days.ts'
import { doneOfStep, type HarvestDays, type HarvestProgress, planHarvest } from './harvest-plan.ts'
import { type HarvestPosition, type HarvestState, loadPosition } from './harvest-state.ts'
import { type OaiPageOptions, readOaiPages } from './oai-pages.ts'
import { makeOaiPaper } from './oai-paper.ts'
import type { PoliteFetch } from './polite-fetch.ts'
import type { ReadRecord } from './record-format.ts'
import type { Collected, CollectRequest, Source } from './source.ts'
import { categoriesSchema, declareSource, mirrorPace, mirrorSettings } from './source-declaration.ts'

export interface ArxivOaiOptions {
  categories: readonly string[]
  /** Of the source and of its listings. Default `arxiv-oai`. */
  name?: string
  /**
   * Only what was announced on the days asked for, however long ago its record changed last: everything that has
   * changed since the first of these days is gone through, until today. Default false.
   */
  announcedOnly?: boolean
  /** Default `arXivRaw`: only this one knows versions. */
  format?: 'arXiv' | 'arXivRaw'
  fetch: PoliteFetch
  clock: Pick<Clock, 'now'>
  /** Without it a harvest that was stopped starts anew. */
  state?: HarvestState
  /** Default `https://oaipmh.arxiv.org`. */
  baseUrl?: string
  /** Told after each page. */
  onProgress?: (progress: HarvestProgress) => void
}

// Before this day the server has no record, and refuses the question.
const EARLIEST = '2005-09-16'
// Monday's list is announced on Sunday evening, and a record may bear the day before.
const RECORDED_BEFORE_DAYS = 4

/**
 * Records whose last change, which may be administrative, falls on the days asked for; month by month, and in each
 * month category by category. A paper is listed where the dates of its versions (`arXivRaw`) say that it was
 * announced on one of the days. Within a month a paper comes once, however many categories share it.
 *
 * With `state`, a harvest that was stopped goes on behind the last page that was taken whole; asked for the same
 * first day it also finishes one that asked for fewer days. A harvest that came to its end is forgotten. Throws
 * CollectError `collect-category-unknown` at once, `collect-date-…` and `source-…` while collecting.
 */
export function arxivOai(options: ArxivOaiOptions): Source {
  const { categories, format = 'arXivRaw', fetch, clock, baseUrl = 'https://oaipmh.arxiv.org' } = options
  const { name = 'arxiv-oai', announcedOnly = false } = options
  checkCategories(categories)
  const endpoint = `${baseUrl.replace(/\/$/, '')}/oai`
  const sets = [...new Set(categories.map(toOaiSet))]
  return {
    name,
    categories,
    async *collect(request) {
      const { days: listed, notes } = checkDays(request, { nowMs: clock.now(), announcedOnly })
      yield* notes
      if (!listed) return
      const days = announcedOnly ? widenDays(listed, clock.now()) : listed
      const key = `${name} ${endpoint} ${format} ${sets.join(' ')} from ${days.since}`
      const signal = request.signal && { signal: request.signal }
      const pages = { fetch, endpoint, metadataPrefix: format, now: () => clock.now(), ...signal }
      const listing = { days: listed, categories, name, announcedOnly }
      yield* harvest({ options, days, sets, key, pages, listing })
    },
  }
}

interface Listed {
  days: HarvestDays
  categories: readonly string[]
  name: string
  announcedOnly: boolean
}

interface Harvest {
  options: ArxivOaiOptions
  days: HarvestDays
  sets: readonly string[]
  key: string
  pages: OaiPageOptions
  listing: Listed
}

function checkDays(
  request: CollectRequest,
  { nowMs, announcedOnly }: { nowMs: number; announcedOnly: boolean },
): { days: HarvestDays | undefined; notes: Collected[] } {
  const { days, notes } = announcedOnly
    ? { days: listDays(request), notes: [] }
    : daysUntil(request, { today: toDay(nowMs), name: 'arxiv-oai', place: "at arXiv's OAI server (UTC)" })
  const [since = request.date, date = request.date] = [days[0], days.at(-1)]
  const known = { since: since < EARLIEST ? EARLIEST : since, date }
  return { days: date < EARLIEST ? undefined : known, notes }
}

/** A paper that was revised later stands under the day of its revision only. */
function widenDays({ since }: HarvestDays, nowMs: number): HarvestDays {
  const first = addDays(since, -RECORDED_BEFORE_DAYS)
  return { since: first < EARLIEST ? EARLIEST : first, date: toDay(nowMs) }
}

async function* harvest({ options, days, sets, key, pages, listing }: Harvest): AsyncGenerator<Collected> {
  const { state, onProgress } = options
  const save = async (position: HarvestPosition) => state?.set(key, JSON.stringify(position))
  const plan = planHarvest(days, { sets, kept: await loadPosition(state, key) })
  const known = new Map<string, string>()
  let records = 0
  let doneDays = plan.doneDays
  for (const [index, step] of plan.steps.entries()) {
    forgetBefore(known, step.windowFrom)
    let ofStep = 0
    let ofList = 0
    for await (const { records: page, next, listSize } of readOaiPages(step, pages)) {
      for (const record of page) {
        // Of another set; but a record that changed meanwhile comes again.
        if ((known.get(record.identifier) ?? '') >= record.datestamp) continue
        known.set(record.identifier, record.datestamp)
        records++
        yield* collectRecord(makeOaiPaper(record), listing)
      }
      ofList += page.length
      ofStep = doneOfStep(step, { next, records: ofList, ...(listSize && { listSize }) })
      const { set, windowFrom: from, windowUntil: until } = step
      onProgress?.({ set, from, until, records, doneDays: doneDays + ofStep, totalDays: plan.totalDays })
      if (next) await save(next)
    }
    doneDays += doneOfStep(step, { next: undefined, records: ofList })
    const next = plan.steps[index + 1]
    if (next) await save(next)
  }
  await state?.set(key, undefined)
}

/** `known`: day of the last change by id. What changed before the window cannot come in it. */
function forgetBefore(known: Map<string, string>, day: string): void {
  for (const [id, datestamp] of known) if (datestamp < day) known.delete(id)
}

function toDay(instantMs: number): string {
  return new Date(instantMs).toISOString().slice(0, 10)
}

function* collectRecord(read: ReadRecord, listed: Listed): Generator<Collected> {
  if (!read.paper) {
    yield { kind: 'skipped', where: listed.name, ...read }
    return
  }
  const { paper, versions } = read
  const listing = listPaper(read, listed)
  if (!listing && listed.announcedOnly) return
  yield { kind: 'paper', paper, ...(listing && { listing }), ...(versions && { versions }) }
}

/** As new where its first version was announced on one of the days, else as replaced where its last one was. */
function listPaper(
  { paper, versions = [] }: Extract<ReadRecord, { reason?: undefined }>,
  { days, categories, name }: Listed,
): Listing | undefined {
  const own = isPrimaryWithin(paper.categories[0], categories)
  const [first, last] = [versions[0], versions.at(-1)]
  for (const [version, kind] of [
    [first?.version === 1 ? first : undefined, own ? 'new' : 'cross'],
    [last, own ? 'replace' : 'replace-cross'],
  ] as const) {
    const date = version && announcementDay(Date.parse(version.submitted))
    if (date && date >= days.since && date <= days.date) {
      return { paperId: paper.id, source: name, date, kind }
    }
  }
  return undefined
}

export const arxivOaiSource = declareSource({
  name: 'arxiv-oai',
  summary:
    'Everything that changed at arXiv on the days asked for, with the version history of each paper, through its OAI-PMH server. Made for filling the library: months and years at a time; a harvest that is stopped goes on where it was.',
  settings: z.strictObject({
    categories: categoriesSchema,
    format: z
      .enum(['arXivRaw', 'arXiv'])
      .default('arXivRaw')
      .describe(
        '`arXivRaw` has the versions; `arXiv` has the authors one by one, and dates of the newest version only',
      ),
    ...mirrorSettings('`https://oaipmh.arxiv.org`'),
  }),
  example: 'arxiv-oai: { categories: [cs.CL, stat.ML] }',
  paceMs: mirrorPace,
  open: ({ baseUrl, paceSeconds: _, ...settings }, { fetch, clock, state, onHarvest }) =>
    arxivOai({
      ...settings,
      fetch,
      clock,
      ...(state && { state }),
      ...(baseUrl && { baseUrl }),
      ...(onHarvest && { onProgress: onHarvest }),
    }),
})
