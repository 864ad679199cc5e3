/** Tests of arxivApi against a server on the loopback interface. */
import { afterEach, describe, expect, it } from 'vitest'
import { type AtomEntryText, atomErrorFeed, writeAtomFeed } from '../../test/arxiv-atom-feed.ts'
import { openReplayServer, type ReplayAnswer, type ReplayRequest } from '../../test/replay-server.ts'
import { type ArxivApiOptions, arxivApi } from './arxiv-api.ts'
import { openPoliteFetch } from './polite-fetch.ts'
import type { Collected, CollectRequest } from './source.ts'

const nowMs = Date.parse('2026-01-15T09:00:00Z')
const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource.close()
})

async function open(
  answer: (request: ReplayRequest) => ReplayAnswer,
  options: Partial<ArxivApiOptions> = {},
) {
  const server = await openReplayServer(answer)
  const clock = { now: () => nowMs, sleep: async () => {} }
  const fetch = openPoliteFetch({ version: '0', clock, paceMs: {} })
  opened.push(server, fetch)
  const source = arxivApi({ categories: ['cs.CL'], fetch, clock, baseUrl: server.url, ...options })
  const collect = async (request: CollectRequest) => {
    const all: Collected[] = []
    for await (const collected of source.collect(request)) all.push(collected)
    return all
  }
  return { server, collect }
}

/** A server that holds these entries and gives them out by pages. */
const pagesOf = (entries: readonly AtomEntryText[]) => (request: ReplayRequest) => {
  const start = Number(request.query.get('start'))
  const size = Number(request.query.get('max_results'))
  return { body: writeAtomFeed(entries.slice(start, start + size), entries.length) }
}

const ids = (all: readonly Collected[]) =>
  all.map(item => (item.kind === 'paper' ? item.paper.id : item.reason))
const listings = (all: readonly Collected[]) => all.map(item => item.kind === 'paper' && item.listing)
const entryAt = (n: number, published: string, categories = ['cs.CL']): AtomEntryText => ({
  id: `2511.${String(n).padStart(5, '0')}v1`,
  published,
  categories,
})

describe('arxivApi', () => {
  it('asks for what was submitted in the window of the day, oldest first', async () => {
    const { server, collect } = await open(() => ({ body: writeAtomFeed([]) }), {
      categories: ['cs.CL', 'hep-th'],
      query: 'all:"graph"',
    })
    expect(await collect({ date: '2025-11-26' })).toEqual([])
    expect(server.requests[0]?.path).toBe('/api/query')
    expect(Object.fromEntries(server.requests[0]?.query ?? [])).toEqual({
      search_query:
        '(cat:cs.CL OR cat:hep-th OR cat:hep-th.*) AND (all:"graph") AND submittedDate:[202511241900 TO 202511251901]',
      sortBy: 'submittedDate',
      sortOrder: 'ascending',
      start: '0',
      max_results: '1000',
    })
  })

  it('lists papers in the order of submission, new or across, and leaves a neighbour to its day', async () => {
    const { collect } = await open(
      pagesOf([
        entryAt(1, '2025-11-24T19:00:00Z'),
        entryAt(2, '2025-11-25T10:00:00Z', ['cs.AI', 'cs.CL']),
        entryAt(3, '2025-11-25T18:59:59Z'),
        entryAt(4, '2025-11-25T19:00:00Z'),
      ]),
    )
    expect(listings(await collect({ date: '2025-11-26' }))).toEqual([
      { paperId: '2511.00001', source: 'arxiv', date: '2025-11-26', place: 1, kind: 'new' },
      { paperId: '2511.00002', source: 'arxiv', date: '2025-11-26', place: 2, kind: 'cross' },
      { paperId: '2511.00003', source: 'arxiv', date: '2025-11-26', place: 3, kind: 'new' },
    ])
  })

  it('dates each paper by its own announcement where several days are asked for', async () => {
    const { server, collect } = await open(
      pagesOf([
        entryAt(1, '2025-11-27T20:00:00Z'),
        entryAt(2, '2025-11-28T20:00:00Z'),
        entryAt(3, '2025-11-30T12:00:00Z'),
      ]),
    )
    const all = await collect({ since: '2025-11-29', date: '2025-12-02' })
    expect(listings(all)).toMatchObject([
      { date: '2025-12-01', place: 1 },
      { date: '2025-12-02', place: 1 },
      { date: '2025-12-02', place: 2 },
    ])
    expect(server.requests).toHaveLength(1)
  })

  it('asks for nothing on a weekend', async () => {
    const { server, collect } = await open(() => ({ status: 500 }))
    expect(await collect({ date: '2025-11-29' })).toEqual([])
    expect(server.requests).toEqual([])
  })

  it('goes through all pages, also where they are smaller than asked for or overlap', async () => {
    const entries = Array.from({ length: 25 }, (_, index) => entryAt(index + 1, '2025-11-25T10:00:00Z'))
    const { server, collect } = await open(
      ({ query }) => {
        const start = Math.max(0, Number(query.get('start')) - 1)
        return { body: writeAtomFeed(entries.slice(start, start + 8), entries.length) }
      },
      { pageSize: 10 },
    )
    const all = await collect({ date: '2025-11-26' })
    expect(ids(all)).toEqual(entries.map(({ id }) => id.replace('v1', '')))
    expect(server.requests.map(request => request.query.get('start'))).toEqual(['0', '8', '16', '24'])
  })

  it('splits a span of days that finds more than the API gives out', async () => {
    const spans: (string | undefined)[] = []
    const { collect } = await open(({ query }) => {
      const span = /\[(.*)\]/.exec(query.get('search_query') ?? '')?.[1]
      spans.push(span)
      return {
        body: writeAtomFeed(
          [entryAt(spans.length, '2025-11-25T10:00:00Z')],
          span?.startsWith('20251124') && span.includes('TO 20251128') ? 12_000 : 1,
        ),
      }
    })
    await collect({ since: '2025-11-26', date: '2025-12-01' })
    expect(spans).toEqual([
      '202511241900 TO 202511281901',
      '202511241900 TO 202511261901',
      '202511261900 TO 202511281901',
    ])
  })

  it('asks again for a page that is empty against its own total', async () => {
    const { server, collect } = await open(({ number }) => ({
      body: number === 1 ? writeAtomFeed([], 1) : writeAtomFeed([entryAt(1, '2025-11-25T10:00:00Z')]),
    }))
    expect(ids(await collect({ date: '2025-11-26' }))).toEqual(['2511.00001'])
    expect(server.requests).toHaveLength(2)
  })

  it('does not go on for ever where every page is the same', async () => {
    const { collect } = await open(() => ({ body: writeAtomFeed([entryAt(1, '2025-11-25T10:00:00Z')], 900) }))
    await expect(collect({ date: '2025-11-26' })).rejects.toMatchObject({ code: 'source-nonsense' })
  })

  it('asks again where HTML or half a feed comes, and then says so', async () => {
    const half = writeAtomFeed([entryAt(1, '2025-11-25T10:00:00Z')]).slice(0, 900)
    const { server, collect } = await open(({ number }) => ({
      body: number === 1 ? '<html><body>Service page</body></html>' : half,
    }))
    await expect(collect({ date: '2025-11-26' })).rejects.toMatchObject({
      code: 'source-nonsense',
      retryable: true,
    })
    expect(server.requests).toHaveLength(4)
  })

  it('refuses an XML bomb', async () => {
    const bomb = `<!DOCTYPE feed [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><feed>&b;</feed>`
    const { collect } = await open(() => ({ body: bomb }))
    await expect(collect({ date: '2025-11-26' })).rejects.toMatchObject({ code: 'source-nonsense' })
  })

  it('passes on what the API complains about', async () => {
    const { server, collect } = await open(() => ({ status: 400, body: atomErrorFeed }))
    await expect(collect({ date: '2025-11-26' })).rejects.toMatchObject({
      code: 'source-refused',
      message: expect.stringContaining('start must be non-negative'),
    })
    expect(server.requests).toHaveLength(1)
  })

  it('skips one entry that is no paper and keeps the others', async () => {
    const { collect } = await open(
      pagesOf([{ ...entryAt(1, '2025-11-25T10:00:00Z'), title: ' ' }, entryAt(2, '2025-11-25T10:00:00Z')]),
    )
    expect(ids(await collect({ date: '2025-11-26' }))).toEqual([
      'http://arxiv.org/abs/2511.00001v1: no title',
      '2511.00002',
    ])
  })

  it('gets papers by id, without listings, and names those that arXiv does not know', async () => {
    const { server, collect } = await open(
      () => ({ body: writeAtomFeed([entryAt(1, '2025-11-25T10:00:00Z')], 1) }),
      {
        categories: [],
        idList: ['arXiv:2511.00001', '2511.00001', 'math.CA/0611800v2', 'abc'],
      },
    )
    expect(await collect({ date: '2025-11-26' })).toMatchObject([
      { kind: 'skipped', reason: '"abc" is no arXiv id' },
      { kind: 'paper', paper: { id: '2511.00001', version: 1 } },
      { kind: 'skipped', reason: 'arXiv does not know math/0611800v2' },
    ])
    expect(server.requests[0]?.query.get('id_list')).toBe('2511.00001,math/0611800v2')
  })

  it('refuses a day whose papers are not all submitted yet, before any request', async () => {
    const { server, collect } = await open(() => ({ status: 500 }))
    await expect(collect({ date: '2026-01-16' })).rejects.toMatchObject({ code: 'collect-date-future' })
    expect(server.requests).toEqual([])
  })

  it.each([[[]], [['cs.CL', 'computer science']], [['I.2.7']]])(
    'refuses the categories %j',
    async categories => {
      await expect(open(() => ({ status: 500 }), { categories })).rejects.toMatchObject({
        code: 'collect-category-unknown',
      })
    },
  )

  it('stops when interrupted', async () => {
    const controller = new AbortController()
    const { collect } = await open(() => {
      controller.abort(new Error('Ctrl-C'))
      return { fault: 'stall' }
    })
    await expect(collect({ date: '2025-11-26', signal: controller.signal })).rejects.toThrow('Ctrl-C')
  })
})
