/** The source `huggingface`: the Daily Papers of Hugging Face, by days, weeks or months, with their votes. */
import { z } from 'zod'
import type { Clock } from '../paper/clock.ts'
import { daysUntil } from './collect-days.ts'
import { dayOfEntry, makeHuggingfacePaper } from './huggingface-paper.ts'
import { type HuggingfacePeriod, listPeriods, type PeriodQuery } from './huggingface-period.ts'
import { parseHuggingfacePage } from './huggingface-wire.ts'
import { isJsonRecord } from './json-record.ts'
import type { PoliteAnswer, PoliteFetch } from './polite-fetch.ts'
import { refusal } from './refusal.ts'
import type { Collected, Source } from './source.ts'
import { declareSource } from './source-declaration.ts'

export interface HuggingfaceDailyOptions {
  /**
   * `week` and `month`: the papers of the whole ISO week or calendar month in which each day asked for lies, most
   * votes of the period first. Default `day`.
   */
  period?: HuggingfacePeriod
  fetch: PoliteFetch
  clock: Pick<Clock, 'now'>
  /** Default `https://huggingface.co`. */
  baseUrl?: string
}

const PAGE_SIZE = 100
// Where the service does not honour the page size it sends its own, 50: such a page may not be the last either.
const FULL_PAGES = 50
const MAX_PAGES = 40

/**
 * Papers in the order of the service: most votes first. A day without papers (every weekend) yields nothing. Each
 * paper is listed on its own day, at its place among the papers of that day. Throws CollectError
 * `collect-date-future` before any request where no day asked for has come, and `source-…` while collecting.
 */
export function huggingfaceDaily({
  period = 'day',
  fetch,
  clock,
  baseUrl = 'https://huggingface.co',
}: HuggingfaceDailyOptions): Source {
  return {
    name: 'huggingface',
    async *collect(request) {
      const today = new Date(clock.now()).toISOString().slice(0, 10)
      const { days, notes } = daysUntil(request, {
        today,
        name: 'huggingface',
        place: 'at Hugging Face (UTC)',
      })
      yield* notes
      for (const query of listPeriods(days, period)) {
        const { signal } = request
        yield* collectPeriod(query, (page: number) => {
          const url = new URL(`${baseUrl.replace(/\/$/, '')}/api/daily_papers`)
          const { name, value } = query
          url.search = new URLSearchParams({
            [name]: value,
            limit: String(PAGE_SIZE),
            p: String(page),
          }).toString()
          return fetch.read(url.href, {
            accept: 'application/json',
            ...(signal && { signal }),
            parse: parsePage,
          })
        })
      }
    },
  }
}

async function* collectPeriod(
  { value, lastDay }: PeriodQuery,
  readPage: (page: number) => Promise<unknown[]>,
): AsyncGenerator<Collected> {
  const seen = new Set<string>()
  const places = new Map<string, number>()
  for (let page = 0; page < MAX_PAGES; page++) {
    const entries = await readPage(page)
    const before = seen.size
    for (const entry of entries) {
      const identity = identify(entry)
      if (seen.has(identity)) continue
      seen.add(identity)
      const date = dayOfEntry(entry) ?? lastDay
      const place = (places.get(date) ?? 0) + 1
      places.set(date, place)
      const made = makeHuggingfacePaper(entry, { date, place })
      if (made.paper) for (const listing of made.listings) yield { kind: 'paper', paper: made.paper, listing }
      else
        yield { kind: 'skipped', where: `huggingface ${value}`, reason: `entry ${seen.size}: ${made.reason}` }
    }
    // A service that knows no pages sends the first one again: then nothing is fresh.
    if (entries.length % FULL_PAGES !== 0 || seen.size === before) return
  }
}

function identify(entry: unknown): string {
  const id = isJsonRecord(entry) && isJsonRecord(entry.paper) ? entry.paper.id : undefined
  // In a longer period a paper may have been listed on two of its days.
  return typeof id === 'string' ? `${id} ${dayOfEntry(entry)}` : JSON.stringify(entry)
}

function parsePage(answer: PoliteAnswer): unknown[] {
  if (answer.status !== 200)
    throw refusal('Hugging Face', { status: answer.status, said: wordsOf(answer.text()) })
  return parseHuggingfacePage(answer.text())
}

function wordsOf(text: string): string {
  try {
    const body: unknown = JSON.parse(text)
    return isJsonRecord(body) && typeof body.error === 'string' ? body.error : text
  } catch {
    return text.replace(/<[^<>]*>/g, ' ')
  }
}

export const huggingfaceSource = declareSource({
  name: 'huggingface',
  summary:
    'The Daily Papers of Hugging Face: what its readers submitted and voted for, with code, project page and media.',
  settings: z.strictObject({
    period: z
      .enum(['day', 'week', 'month'])
      .default('day')
      .describe('how much is asked for at once: the day, or the whole week or month in which it lies'),
    baseUrl: z.url().optional().describe('another server; default `https://huggingface.co`'),
  }),
  example: 'huggingface: {}',
  open: ({ period, baseUrl }, { fetch, clock }) =>
    huggingfaceDaily({ period, fetch, clock, ...(baseUrl && { baseUrl }) }),
})
