/** Asks arXiv's query API for all pages of one query, or for papers by their ids. */
import { type ArxivAtomEntry, type ArxivAtomFeed, parseArxivAtom } from './arxiv-atom-wire.ts'
import type { PoliteAnswer, PoliteFetch } from './polite-fetch.ts'
import { refusal } from './refusal.ts'
import { CollectError } from './source.ts'

export interface ArxivPageOptions {
  fetch: PoliteFetch
  /** `https://export.arxiv.org`, without a slash at the end. */
  baseUrl: string
  /** 1 to 2000. */
  pageSize: number
  signal?: AbortSignal
}

export interface ArxivPage {
  entries: ArxivAtomEntry[]
  /** Of the whole query. */
  totalResults: number | undefined
}

// The API also answers a narrow Accept header with 406.
const ACCEPT = 'application/atom+xml, application/xml;q=0.9, */*;q=0.8'

/** Page by page, oldest submission first; one empty page where nothing is found. */
export async function* readSearchPages(search: string, options: ArxivPageOptions): AsyncGenerator<ArxivPage> {
  for (let start = 0; ; ) {
    const parameters = { search_query: search, sortBy: 'submittedDate', sortOrder: 'ascending' }
    const page = await readPage({ ...parameters, start, max_results: options.pageSize }, options)
    yield page
    start += page.entries.length
    // Pages may hold less than asked for, so only the total says that this was the last.
    if (page.entries.length === 0 || start >= (page.totalResults ?? Number.POSITIVE_INFINITY)) return
  }
}

/** Ids that arXiv does not know are left out of the answer without a word. */
export async function readById(ids: readonly string[], options: ArxivPageOptions): Promise<ArxivPage> {
  return readPage({ id_list: ids.join(','), start: 0, max_results: ids.length }, options)
}

async function readPage(
  parameters: Record<string, string | number>,
  { fetch, baseUrl, signal }: ArxivPageOptions,
): Promise<ArxivPage> {
  const url = new URL(`${baseUrl.replace(/\/$/, '')}/api/query`)
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, String(value))
  const parse = (answer: PoliteAnswer) => checkPage(answer, Number(parameters.start))
  return fetch.read(url.href, { accept: ACCEPT, ...(signal && { signal }), parse })
}

function checkPage(answer: PoliteAnswer, start: number): ArxivPage {
  if (answer.status !== 200) throw refusal('arXiv', { status: answer.status, said: wordsOf(answer) })
  const feed = parseArxivAtom(answer.text())
  if (feed.error !== undefined) throw refusal('arXiv', { said: feed.error })
  // Known of the API: now and then a page comes back empty although the total says otherwise.
  if (feed.entries.length === 0 && start < (feed.totalResults ?? 0)) {
    throw new CollectError(`arXiv sent an empty page (from ${start} of ${feed.totalResults})`, {
      code: 'source-nonsense',
      hint: 'The API does this now and then: run again later.',
      retryable: true,
    })
  }
  return feed
}

/** An error comes as a feed, too, unless it comes from something in front of the API. */
function wordsOf(answer: PoliteAnswer): string {
  let feed: ArxivAtomFeed | undefined
  try {
    feed = parseArxivAtom(answer.text())
  } catch {
    return answer.text().replace(/<[^<>]*>/g, ' ')
  }
  return feed.error ?? ''
}
