/** Searches arXiv's query API over many months, one after the other, so that a stopped search goes on where it was. */
import type { Clock } from '../paper/clock.ts'
import { arxivApi } from './arxiv-api.ts'
import type { ArxivScope } from './arxiv-query.ts'
import { addDays, isDay, listDays } from './collect-days.ts'
import type { HarvestProgress } from './harvest-plan.ts'
import type { HarvestState } from './harvest-state.ts'
import type { PoliteFetch } from './polite-fetch.ts'
import type { Collected, CollectRequest } from './source.ts'

export interface ArxivSearchOptions extends ArxivScope {
  fetch: PoliteFetch
  clock: Pick<Clock, 'now'>
  state?: HarvestState
  baseUrl?: string
  onProgress?: (progress: HarvestProgress) => void
}

// The API finds 10,000 papers at most at once: a month of two large categories.
const DAYS_AT_ONCE = 28

export async function* searchByMonths(
  options: ArxivSearchOptions,
  request: CollectRequest,
): AsyncGenerator<Collected> {
  const { categories, query, state, baseUrl = '', onProgress } = options
  const { date, since = date } = request
  const key = `arxiv search ${baseUrl} ${categories.join(' ')} ${query ?? ''} from ${since}`
  const done = await state?.get(key)
  const totalDays = listDays(request).length
  let records = 0
  for (let from = startAfter(done, since); from <= date; from = addDays(from, DAYS_AT_ONCE)) {
    const last = addDays(from, DAYS_AT_ONCE - 1)
    const until = last < date ? last : date
    for await (const item of arxivApi(options).collect({ ...request, since: from, date: until })) {
      if (item.kind === 'paper') records++
      yield item
    }
    const doneDays = listDays({ since, date: until }).length
    onProgress?.({ set: 'search', from, until, records, doneDays, totalDays })
    if (until < date) await state?.set(key, until)
  }
  await state?.set(key, undefined)
}

function startAfter(done: string | undefined, since: string): string {
  return done !== undefined && isDay(done) && done >= since ? addDays(done, 1) : since
}
