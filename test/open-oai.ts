/** Opens arxivOai on a server on the loopback interface, with a clock that passes only while somebody waits. */
import { type ArxivOaiOptions, arxivOai } from '../src/collect/arxiv-oai.ts'
import { openPoliteFetch, type PoliteFetchOptions } from '../src/collect/polite-fetch.ts'
import type { Collected, CollectRequest } from '../src/collect/source.ts'
import type { OaiEntry } from './oai-archive.ts'
import { openReplayServer, type ReplayAnswer, type ReplayRequest } from './replay-server.ts'

/** Time passes only while somebody waits. */
function createClock() {
  let nowMs = Date.parse('2026-01-15T09:00:00Z')
  const waits: number[] = []
  return {
    waits,
    now: () => nowMs,
    pass: (ms: number) => {
      nowMs += ms
    },
    sleep: async (ms: number) => {
      waits.push(ms)
      nowMs += ms
    },
  }
}

export async function openOai(
  answer: (request: ReplayRequest) => ReplayAnswer,
  options: Partial<ArxivOaiOptions> & Partial<PoliteFetchOptions> = {},
) {
  const server = await openReplayServer(answer)
  const clock = createClock()
  const fetch = openPoliteFetch({ version: '0', clock, paceMs: {}, random: () => 0, ...options })
  const source = arxivOai({ categories: ['cs.CL'], baseUrl: server.url, ...options, fetch, clock })
  const close = async () => {
    await fetch.close()
    await server.close()
  }
  return {
    server,
    clock,
    source,
    collect: (request: CollectRequest) => takeAll(source.collect(request)),
    close,
  }
}

export async function takeAll(items: AsyncIterable<Collected>): Promise<Collected[]> {
  const all: Collected[] = []
  for await (const item of items) all.push(item)
  return all
}

export const ids = (all: readonly Collected[]) =>
  all.map(item => (item.kind === 'paper' ? item.paper.id : item.reason))
/** `perDay` papers on each of these days of November 2025. */
export const archive = (days: readonly number[], perDay: number): OaiEntry[] =>
  days.flatMap(day =>
    Array.from({ length: perDay }, (_, index) => ({
      id: `2511.${String(day * 100 + index).padStart(5, '0')}`,
      day: `2025-11-${String(day).padStart(2, '0')}`,
    })),
  )
export const november = { since: '2025-11-01', date: '2025-11-30' }
