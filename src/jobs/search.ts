/** The search job: brings the index up to date, then answers. */
import type { Library } from '../library/library.ts'
import type { SearchAnswer, SearchRequest } from '../library/search-find.ts'
import type { Progress } from './progress.ts'

export interface IndexRequest {
  library: Pick<Library, 'search'>
  signal: AbortSignal
  progress: Progress
}

// Fewer are read before anybody wonders what is going on.
const WORTH_A_NOTE = 1000

/** Reads what has changed since the last time; how many papers that were. What is done when it is stopped, is done. */
export async function indexLibrary({ library, signal, progress }: IndexRequest): Promise<number> {
  let noted = false
  return library.search.refresh({
    signal,
    onProgress(done, total) {
      if (total < WORTH_A_NOTE) return
      if (!noted) progress.note(`Indexing ${total.toLocaleString('en')} papers for search, once.`)
      noted = true
      progress.step('index', done, total)
    },
  })
}

/** @throws SearchError where the query is empty */
export async function searchLibrary(
  request: IndexRequest & Omit<SearchRequest, 'signal'>,
): Promise<SearchAnswer> {
  const { library, progress, ...query } = request
  await indexLibrary(request)
  const answer = await library.search.find(query)
  for (const filter of answer.ignored) progress.warn(`"${filter}" could not be read and was left out`)
  return answer
}
