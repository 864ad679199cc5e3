/** What arXiv announces on a day in some categories, through its query API. */
import { formatArxivId, parseArxivId } from '../paper/arxiv-id.ts'
import type { Clock } from '../paper/clock.ts'
import type { Paper } from '../paper/paper.ts'
import { type AnnouncementWindow, announcementDay, announcementWindow } from './arxiv-announcement-window.ts'
import { makeArxivAtomPaper } from './arxiv-atom-paper.ts'
import type { ArxivAtomEntry } from './arxiv-atom-wire.ts'
import { type ArxivPageOptions, readById, readSearchPages } from './arxiv-pages.ts'
import { type ArxivScope, checkCategories, isPrimaryWithin, writeSearch } from './arxiv-query.ts'
import { listDays } from './collect-days.ts'
import type { PoliteFetch } from './polite-fetch.ts'
import { CollectError, type Collected, type CollectRequest, type Source } from './source.ts'

export interface ArxivApiOptions extends ArxivScope {
  /** These papers instead of what was announced: the categories may then be empty, and there are no listings. */
  idList?: readonly string[]
  fetch: PoliteFetch
  clock: Pick<Clock, 'now'>
  /** Default `https://export.arxiv.org`. */
  baseUrl?: string
  /** Papers a page, 100 to 2000; default 1000. */
  pageSize?: number
}

/** A query that finds more than this is split by days: the API gives no page beyond. */
const MAX_RESULTS = 10_000
const IDS_A_REQUEST = 100

/**
 * Listings are dated by the announcement (see arxiv-announcement-window.ts), placed in the order of
 * submission, and `new` where the primary category is one of those asked for, `cross` otherwise. Of several days
 * one whose submissions are not closed is left out with a `note`. Throws CollectError `collect-category-unknown` at
 * once, `collect-date-…` and `source-…` while collecting.
 */
export function arxivApi(options: ArxivApiOptions): Source {
  const { categories, idList, clock } = options
  if (!idList) checkCategories(categories)
  const { baseUrl = 'https://export.arxiv.org', fetch } = options
  const pageSize = Math.min(2000, Math.max(1, options.pageSize ?? 1000))
  return {
    name: 'arxiv',
    categories,
    async *collect(request) {
      const pages = { fetch, baseUrl, pageSize, ...(request.signal && { signal: request.signal }) }
      if (idList) yield* collectByIds(idList, pages)
      else {
        const { windows, notes } = planWindows(request, clock.now())
        yield* collectWindows(windows, { scope: options, pages, places: new Map() })
        yield* notes
      }
    },
  }
}

interface Collecting {
  scope: ArxivScope
  pages: ArxivPageOptions
  /** The last place given on each day. */
  places: Map<string, number>
}

function planWindows(
  request: CollectRequest,
  nowMs: number,
): { windows: AnnouncementWindow[]; notes: Collected[] } {
  const all = listDays(request)
    .map(announcementWindow)
    .filter(window => window !== undefined)
  const windows = all.filter(({ toMs }) => toMs <= nowMs)
  const open = all[windows.length]
  if (!open) return { windows, notes: [] }
  const message = `what arXiv announces on ${open.day} is not settled before ${new Date(open.toMs).toISOString()}`
  if (windows.length > 0)
    return { windows, notes: [{ kind: 'note', where: 'arxiv', reason: `${message}: a later run has it` }] }
  throw new CollectError(message, {
    code: 'collect-date-future',
    hint: 'Ask for an earlier day with `--date`.',
  })
}

async function* collectWindows(
  windows: readonly AnnouncementWindow[],
  collecting: Collecting,
): AsyncGenerator<Collected> {
  if (windows.length === 0) return
  const days = new Set(windows.map(window => window.day))
  const { scope, pages } = collecting
  const seen = new Set<string>()
  for await (const { entries, totalResults = 0 } of readSearchPages(writeSearch(scope, windows), pages)) {
    if (totalResults > MAX_RESULTS && windows.length > 1) {
      const middle = Math.ceil(windows.length / 2)
      yield* collectWindows(windows.slice(0, middle), collecting)
      yield* collectWindows(windows.slice(middle), collecting)
      return
    }
    const fresh = entries.filter(entry => !seen.has(entry.id ?? ''))
    if (entries.length > 0 && fresh.length === 0) throw repeatedPage()
    for (const entry of fresh) {
      seen.add(entry.id ?? '')
      const collected = listEntry(entry, { days, ...collecting })
      if (collected) yield collected
    }
  }
}

function listEntry(
  entry: ArxivAtomEntry,
  { days, scope, places }: Collecting & { days: ReadonlySet<string> },
): Collected | undefined {
  const submittedMs = Date.parse(entry.published ?? '')
  const date = Number.isNaN(submittedMs) ? undefined : announcementDay(submittedMs)
  // The search is a minute too wide on purpose: a neighbour's paper is left to its own day.
  if (date !== undefined && !days.has(date)) return undefined
  const { paper, reason } = makeArxivAtomPaper(entry)
  if (!paper) return skip(entry, reason)
  if (date === undefined) return skip(entry, 'no date of submission')
  const place = (places.get(date) ?? 0) + 1
  places.set(date, place)
  const kind = isPrimaryWithin(paper.categories[0], scope.categories) ? 'new' : 'cross'
  return { kind: 'paper', paper, listing: { paperId: paper.id, source: 'arxiv', date, place, kind } }
}

async function* collectByIds(texts: readonly string[], pages: ArxivPageOptions): AsyncGenerator<Collected> {
  const wanted = new Set<string>()
  for (const text of texts) {
    const arxivId = parseArxivId(text.slice(0, 300))
    // The API refuses a whole list for one malformed id.
    if (arxivId) wanted.add(formatArxivId(arxivId))
    else yield { kind: 'skipped', where: 'arxiv', reason: `"${text.slice(0, 60)}" is no arXiv id` }
  }
  const ids = [...wanted]
  for (let start = 0; start < ids.length; start += IDS_A_REQUEST) {
    const asked = ids.slice(start, start + IDS_A_REQUEST)
    const papers: Paper[] = []
    for (const entry of (await readById(asked, pages)).entries) {
      const { paper, reason } = makeArxivAtomPaper(entry)
      if (paper) papers.push(paper)
      yield paper ? { kind: 'paper', paper } : skip(entry, reason)
    }
    for (const id of asked.filter(id => !papers.some(paper => isPaperOf(id, paper)))) {
      yield { kind: 'skipped', where: 'arxiv', reason: `arXiv does not know ${id}` }
    }
  }
}

function isPaperOf(asked: string, paper: Paper): boolean {
  return asked === paper.id || asked === formatArxivId(paper)
}

function skip(entry: ArxivAtomEntry, reason: string): Collected {
  return { kind: 'skipped', where: 'arxiv', reason: `${entry.id?.slice(0, 100) ?? 'an entry'}: ${reason}` }
}

function repeatedPage(): CollectError {
  return new CollectError('arXiv sends the same page again and again', {
    code: 'source-nonsense',
    hint: 'Check the `baseUrl` of the arXiv source, or run again later.',
    retryable: true,
  })
}
