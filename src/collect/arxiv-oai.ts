/** The source `arxiv-oai`: what changed at arXiv in some categories and days, with all versions of each paper. */
import { z } from 'zod'
import type { Listing } from '../paper/listing.ts'
import { announcementDay } from './arxiv-announcement-window.ts'
import { checkCategories, isPrimaryWithin } from './arxiv-query.ts'
import { toOaiSet } from './arxiv-sets.ts'
import type { Clock } from './clock.ts'
import { addDays, listDays } from './collect-days.ts'
import { type HarvestPosition, type HarvestState, loadPosition } from './harvest-state.ts'
import { type OaiPageOptions, readOaiPages } from './oai-pages.ts'
import { makeOaiPaper } from './oai-paper.ts'
import type { PoliteFetch } from './polite-fetch.ts'
import type { ReadRecord } from './record-format.ts'
import { CollectError, type Collected, type CollectRequest, type Source } from './source.ts'
import { categoriesSchema, declareSource } from './source-declaration.ts'

export interface HarvestProgress {
  set: string
  /** The days of the window under way. */
  from: string
  until: string
  /** Records yielded since the harvest was started or taken up again. */
  records: number
}

export interface ArxivOaiOptions {
  categories: readonly string[]
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
  checkCategories(categories)
  const endpoint = `${baseUrl.replace(/\/$/, '')}/oai`
  const sets = [...new Set(categories.map(toOaiSet))]
  return {
    name: 'arxiv-oai',
    async *collect(request) {
      const days = checkDays(request, clock.now())
      if (!days) return
      const key = `arxiv-oai ${endpoint} ${format} ${sets.join(' ')} from ${days.since}`
      const signal = request.signal && { signal: request.signal }
      const pages = { fetch, endpoint, metadataPrefix: format, now: () => clock.now(), ...signal }
      yield* harvest({ options, days, sets, key, pages })
    },
  }
}

interface Days {
  since: string
  date: string
}

interface Harvest {
  options: ArxivOaiOptions
  days: Days
  sets: readonly string[]
  key: string
  pages: OaiPageOptions
}

function checkDays(request: CollectRequest, nowMs: number): Days | undefined {
  listDays(request)
  const { date, since = date } = request
  const today = new Date(nowMs).toISOString().slice(0, 10)
  if (date > today) {
    throw new CollectError(`${date} has not come yet: at arXiv's OAI server it is ${today} (UTC)`, {
      code: 'collect-date-future',
      hint: 'Ask for an earlier day with `--date`.',
    })
  }
  return date < EARLIEST ? undefined : { since: since < EARLIEST ? EARLIEST : since, date }
}

async function* harvest({ options, days, sets, key, pages }: Harvest): AsyncGenerator<Collected> {
  const { state, onProgress } = options
  const kept = usable(await loadPosition(state, key), { days, sets })
  const save = async (position: HarvestPosition) => state?.set(key, JSON.stringify(position))
  const steps = planSteps(days, { sets, kept })
  const known = new Map<string, string>()
  let records = 0
  for (const [index, step] of steps.entries()) {
    forgetBefore(known, step.windowFrom)
    for await (const page of readOaiPages(step, pages)) {
      for (const record of page.records) {
        // Of another set; but a record that changed meanwhile comes again.
        if ((known.get(record.identifier) ?? '') >= record.datestamp) continue
        known.set(record.identifier, record.datestamp)
        records++
        yield collectRecord(makeOaiPaper(record), { days, categories: options.categories })
      }
      onProgress?.({ set: step.set, from: step.windowFrom, until: step.windowUntil, records })
      if (page.next) await save(page.next)
    }
    const next = steps[index + 1]
    if (next) await save(next)
  }
  await state?.set(key, undefined)
}

/** `known`: day of the last change by id. What changed before the window cannot come in it. */
function forgetBefore(known: Map<string, string>, day: string): void {
  for (const [id, datestamp] of known) if (datestamp < day) known.delete(id)
}

/** A position that lies outside of what is asked for now says nothing. */
function usable(
  kept: HarvestPosition | undefined,
  { days, sets }: { days: Days; sets: readonly string[] },
): HarvestPosition | undefined {
  const fits =
    kept && sets.includes(kept.set) && kept.windowFrom >= days.since && kept.windowUntil <= days.date
  return fits ? kept : undefined
}

/** Month by month, in each of them set by set; behind `kept`, where there is one. */
function planSteps(
  days: Days,
  { sets, kept }: { sets: readonly string[]; kept: HarvestPosition | undefined },
): HarvestPosition[] {
  const steps: HarvestPosition[] = []
  let from = days.since
  if (kept) {
    const { windowFrom, windowUntil } = kept
    const rest = sets.slice(sets.indexOf(kept.set) + 1)
    steps.push(kept, ...rest.map(set => ({ windowFrom, windowUntil, set, lastDayIds: [] })))
    if (windowUntil === days.date) return steps
    // That day may not have been over when it was asked for: it is asked for again.
    from = windowUntil
  }
  while (from <= days.date) {
    const until = endOfMonth(from) < days.date ? endOfMonth(from) : days.date
    for (const set of sets) steps.push({ windowFrom: from, windowUntil: until, set, lastDayIds: [] })
    from = addDays(until, 1)
  }
  return steps
}

function endOfMonth(day: string): string {
  const next = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1))
    .toISOString()
    .slice(0, 10)
  return addDays(next, -1)
}

function collectRecord(
  read: ReadRecord,
  { days, categories }: { days: Days; categories: readonly string[] },
): Collected {
  if (!read.paper) return { kind: 'skipped', where: 'arxiv-oai', ...read }
  const { paper, versions } = read
  const listing = listPaper(read, { days, categories })
  return { kind: 'paper', paper, ...(listing && { listing }), ...(versions && { versions }) }
}

/** As new where its first version was announced on one of the days, else as replaced where its last one was. */
function listPaper(
  { paper, versions = [] }: Extract<ReadRecord, { reason?: undefined }>,
  { days, categories }: { days: Days; categories: readonly string[] },
): Listing | undefined {
  const own = isPrimaryWithin(paper.categories[0], categories)
  const [first, last] = [versions[0], versions.at(-1)]
  for (const [version, kind] of [
    [first?.version === 1 ? first : undefined, own ? 'new' : 'cross'],
    [last, own ? 'replace' : 'replace-cross'],
  ] as const) {
    const date = version && announcementDay(Date.parse(version.submitted))
    if (date && date >= days.since && date <= days.date) {
      return { paperId: paper.id, source: 'arxiv-oai', date, kind }
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
    baseUrl: z.url().optional().describe('another server; default `https://oaipmh.arxiv.org`'),
  }),
  example: 'arxiv-oai: { categories: [cs.CL, stat.ML] }',
  open: ({ baseUrl, ...settings }, { fetch, clock, state, onHarvest }) =>
    arxivOai({
      ...settings,
      fetch,
      clock,
      ...(state && { state }),
      ...(baseUrl && { baseUrl }),
      ...(onHarvest && { onProgress: onHarvest }),
    }),
})
