/** `/search` for the app: asks the library, and presents what it found as the page shows it. */
import { type IndexRequest, indexLibrary } from '../jobs/search.ts'
import type { Library } from '../library/library.ts'
import type { SearchAnswer, SearchResult } from '../library/search-find.ts'
import { errorMessage, PaperbriefError } from '../paper/error.ts'
import { findSoleId, parseSearchQuery } from '../paper/search-query.ts'
import type { SearchHit, SearchResults } from '../publish/pages/search-page.tsx'

export interface Searcher {
  /** @param page from 1 */
  search(query: string, page: number): Promise<SearchResults>
  /** The paper, where the question is its id and nothing else. */
  findPaper(query: string): Promise<string | undefined>
  /** Stops reading; what is read is kept. */
  close(): Promise<void>
}

export interface SearcherOptions {
  library: Pick<Library, 'search' | 'papers'>
  /** Of the titles that are shown. */
  language: string
  onFault: (error: unknown) => void
}

const PAGE = 20
// The library goes no further: who has not found it by then asks again, better.
const MAX_PAGES = 50
// A first index of many papers takes minutes; until then there are answers from what is read.
const WAIT_MS = 400
// A quick look whether anything has changed is one count; while a person pages, none is needed.
const LOOK_MS = 1000

export function openSearcher({ library, language, onFault }: SearcherOptions): Searcher {
  const stop = new AbortController()
  let reading: Promise<unknown> = Promise.resolve()
  let isReading = false
  let lookedAtMs = Number.NEGATIVE_INFINITY
  const readChanges = () => {
    if (isReading || performance.now() - lookedAtMs < LOOK_MS) return
    isReading = true
    const request: IndexRequest = {
      library,
      signal: stop.signal,
      progress: { note() {}, warn() {}, step() {} },
    }
    reading = indexLibrary(request)
      .catch(error => stop.signal.aborted || onFault(error))
      .finally(() => {
        isReading = false
        lookedAtMs = performance.now()
      })
  }
  readChanges()
  return {
    async search(query, page) {
      readChanges()
      await Promise.race([reading, new Promise(resolve => setTimeout(resolve, WAIT_MS))])
      const empty = { query, hits: [], total: 0, page: 1, pages: 0, ms: 0 }
      try {
        const at = Math.min(page, MAX_PAGES)
        const answer = await library.search.find({ query, limit: PAGE, offset: (at - 1) * PAGE, language })
        return present(query, at, answer)
      } catch (error) {
        if (error instanceof PaperbriefError) return { ...empty, fault: describeFault(error) }
        throw error
      }
    },
    async findPaper(query) {
      const id = findSoleId(parseSearchQuery(query))
      const [paper] = id === undefined ? [] : await library.papers.find([id])
      return paper?.id
    },
    async close() {
      stop.abort()
      await reading
    },
  }
}

function describeFault(error: PaperbriefError): string {
  return [errorMessage(error), error.hint].filter(Boolean).join(' ')
}

function present(
  query: string,
  page: number,
  { results, total, reachable, ms }: SearchAnswer,
): SearchResults {
  return {
    query,
    hits: results.map(presentHit),
    total,
    page,
    pages: Math.min(MAX_PAGES, Math.ceil(reachable / PAGE)),
    ms,
  }
}

const TITLES = new Set(['title', 'titleTranslated'])

function presentHit({ id, title, titleTranslated, highlights, paper }: SearchResult): SearchHit {
  return {
    id,
    title,
    ...(titleTranslated !== null && { titleTranslated }),
    ...(paper.published && { date: paper.published }),
    fragments: highlights.filter(({ field }) => !TITLES.has(field)).map(splitMarks),
  }
}

function splitMarks({ text, marks }: SearchResult['highlights'][number]): SearchHit['fragments'][number] {
  const pieces: SearchHit['fragments'][number] = []
  let at = 0
  for (const [start, end] of marks) {
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false })
    pieces.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces
}
