/** Tests of arxiv: which of arXiv's servers it asks for which days, and what it says of days without papers. */
import { afterEach, describe, expect, it } from 'vitest'
import { type AtomEntryText, writeAtomFeed } from '../../test/arxiv-atom-feed.ts'
import { type ListingText, writeRssListing } from '../../test/listing-feed.ts'
import { answerOai, type OaiEntry } from '../../test/oai-archive.ts'
import { openReplayServer, type ReplayAnswer, type ReplayRequest } from '../../test/replay-server.ts'
import { type ArxivOptions, arxiv } from './arxiv.ts'
import { openPoliteFetch } from './polite-fetch.ts'
import type { Collected, CollectRequest } from './source.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource.close()
})

interface Servers {
  api?: (request: ReplayRequest) => ReplayAnswer
  lists?: (request: ReplayRequest) => ReplayAnswer
  oai?: (request: ReplayRequest) => ReplayAnswer
}

const api = (entries: readonly AtomEntryText[]) => (): ReplayAnswer => ({ body: writeAtomFeed(entries) })
const lists =
  (items: readonly ListingText[], day = '2025-12-03') =>
  (): ReplayAnswer => ({
    body: writeRssListing(day, items),
  })
const nothing = () => ({ status: 404 })

/** By default it is noon in New York on Wednesday, 3 December 2025. */
async function open(
  servers: Servers,
  { now = '2025-12-03T17:00:00Z', ...options }: Partial<ArxivOptions> & { now?: string } = {},
) {
  const server = await openReplayServer(request => {
    if (request.path === '/api/query') return (servers.api ?? api([]))(request)
    if (request.path.startsWith('/rss/')) return (servers.lists ?? nothing)(request)
    return request.path === '/oai' ? (servers.oai ?? nothing)(request) : { status: 500 }
  })
  let nowMs = Date.parse(now)
  const clock = {
    now: () => nowMs,
    sleep: async (ms: number) => {
      nowMs += ms
    },
  }
  const fetch = openPoliteFetch({ version: '0', clock, paceMs: {}, maxAttempts: 2 })
  opened.push(server, fetch)
  const source = arxiv({ categories: ['cs.CL'], fetch, clock, baseUrl: server.url, ...options })
  const all: Collected[] = []
  const collect = async (request: CollectRequest) => {
    for await (const item of source.collect(request)) all.push(item)
    return all
  }
  return { server, collect, all, paths: () => server.requests.map(({ path }) => path) }
}

const today = '2025-12-03'
const submitted: AtomEntryText = {
  id: '2512.00001v1',
  published: '2025-12-02T10:00:00Z',
  summary: 'Of the API.',
}
const brief = (all: readonly Collected[]) =>
  all.map(item =>
    item.kind === 'paper'
      ? `${item.paper.id} ${item.listing?.source} ${item.listing?.date} ${item.listing?.kind}`
      : `${item.kind}: ${item.reason}`,
  )

describe('arxiv', () => {
  it('adds to the papers of the day what its list alone knows', async () => {
    const { collect, paths } = await open({
      api: api([submitted]),
      lists: lists([
        { id: '2512.00001v1', abstract: 'Of the list.' },
        { id: '2511.00009v1', kind: 'new' },
        { id: '2510.00002v1', kind: 'cross' },
        { id: '2509.00003v4', kind: 'replace' },
      ]),
    })
    const all = await collect({ since: '2025-11-30', date: today })
    expect(paths()).toEqual(['/api/query', '/rss/cs.CL'])
    expect(brief(all)).toEqual([
      '2512.00001 arxiv 2025-12-03 new',
      '2512.00001 arxiv 2025-12-03 new',
      '2511.00009 arxiv 2025-12-03 new',
      '2510.00002 arxiv 2025-12-03 cross',
      '2509.00003 arxiv 2025-12-03 replace',
    ])
    // Whose words would else change from one day to the next, and its brief with them.
    expect(all[1]).toMatchObject({ paper: { abstract: 'Of the API.' } })
  })

  it('does not ask for the list where an older day is meant, or a search', async () => {
    const first = await open({ api: api([]) })
    await first.collect({ date: '2025-12-02' })
    expect(first.paths()).toEqual(['/api/query'])
    const second = await open({ api: api([submitted]) }, { query: 'all:"graph"' })
    await second.collect({ date: today })
    expect(second.paths()).toEqual(['/api/query'])
  })

  it('is content without the list where the API has the day, and says what may be missing', async () => {
    for (const broken of [nothing, lists([], '2025-12-02'), (): ReplayAnswer => ({ fault: 'drop' })]) {
      const { collect } = await open({ api: api([submitted]), lists: broken })
      expect(brief(await collect({ date: today }))).toEqual([
        '2512.00001 arxiv 2025-12-03 new',
        expect.stringMatching(/^note: the lists of 2025-12-03 are not whole/),
      ])
    }
  })

  it.each<[string, () => ReplayAnswer, string]>([
    ['the list of the day before', lists([{ id: '2512.00001v1' }], '2025-12-02'), 'source-stale'],
    ['an empty list', lists([]), 'source-stale'],
    ['no list', nothing, 'source-refused'],
    ['no answer', () => ({ fault: 'drop' }), 'source-unreachable'],
  ])('takes no day for quiet where the API has nothing and there is %s', async (_, broken, code) => {
    const { collect } = await open({ lists: broken })
    await expect(collect({ date: today })).rejects.toMatchObject({ code })
  })

  it('keeps what the list has where the API is down, and says that it is', async () => {
    const { collect, all } = await open({
      api: () => ({ status: 502 }),
      lists: lists([{ id: '2512.00001v1' }]),
    })
    await expect(collect({ date: today })).rejects.toMatchObject({ code: 'source-unreachable' })
    expect(brief(all)).toEqual(['2512.00001 arxiv 2025-12-03 new'])
  })

  it('says once that a day around a holiday is quiet or late', async () => {
    const { collect } = await open({ lists: lists([], '2025-11-26') }, { now: '2025-11-28T17:00:00Z' })
    expect(brief(await collect({ date: '2025-11-28' }))).toEqual([
      expect.stringMatching(/^note: no list of 2025-11-28: quiet or late, arXiv may have a holiday/),
    ])
  })

  it('says that papers are not there before they are announced, and leaves out a day that is still open', async () => {
    // In Shanghai it is eight in the morning of the 4th; at arXiv seven in the evening of the 3rd.
    const early = await open({ lists: lists([{ id: '2512.00001v1' }]) }, { now: '2025-12-04T00:00:00Z' })
    expect(brief(await early.collect({ since: today, date: '2025-12-04' }))).toEqual([
      '2512.00001 arxiv 2025-12-03 new',
      'note: arXiv announces the papers of 2025-12-04 at 2025-12-04T01:00:00.000Z: not yet there',
    ])
    const open_ = await open({ api: api([submitted]), lists: lists([]) }, { now: '2025-12-03T18:00:00Z' })
    expect(brief(await open_.collect({ since: today, date: '2025-12-04' }))).toContainEqual(
      expect.stringMatching(
        /^note: what arXiv announces on 2025-12-04 is not settled before 2025-12-03T19:00/,
      ),
    )
  })

  describe('asked for more than a month', () => {
    const versions = [{ date: 'Wed, 01 Oct 2025 10:00:00 GMT' }]
    const old: OaiEntry = { id: '2510.00001', day: '2025-10-02', versions }

    it('takes the newest days as ever, and all of them by OAI-PMH, under one name', async () => {
      const { collect, server } = await open({
        api: api([submitted]),
        lists: lists([{ id: '2509.00003v4', kind: 'replace' }]),
        oai: answerOai([old]),
      })
      expect(brief(await collect({ since: '2025-09-15', date: today }))).toEqual([
        '2512.00001 arxiv 2025-12-03 new',
        '2509.00003 arxiv 2025-12-03 replace',
        '2510.00001 arxiv 2025-10-02 new',
      ])
      const [search] = server.requests.map(({ query }) => query.get('search_query'))
      expect(search).toContain('submittedDate:[202511251900 TO')
    })

    it('goes on by OAI-PMH where the newest days cannot be had otherwise', async () => {
      const { collect } = await open({ api: () => ({ status: 502 }), oai: answerOai([old]) })
      expect(brief(await collect({ since: '2025-09-15', date: today }))).toEqual([
        expect.stringMatching(/^note: the newest days came by OAI-PMH only/),
        '2510.00001 arxiv 2025-10-02 new',
      ])
    })

    it('searches month by month where a query is set, and goes on where it was stopped', async () => {
      const kept = new Map<string, string>()
      const state = {
        get: (key: string) => kept.get(key),
        set: (key: string, value: string | undefined) => {
          if (value === undefined) kept.delete(key)
          else kept.set(key, value)
        },
      }
      const told: number[] = []
      const options = {
        query: 'all:"graph"',
        state,
        onProgress: ({ doneDays }: { doneDays: number }) => told.push(doneDays),
      }
      let down = false
      const { collect, server } = await open(
        { api: ({ number }) => (number > 2 && down ? { status: 404 } : { body: writeAtomFeed([]) }) },
        options,
      )
      const span = { since: '2025-08-01', date: '2025-11-30' }
      down = true
      await expect(collect(span)).rejects.toMatchObject({ code: 'source-refused' })
      down = false
      await collect(span)
      expect(server.requests).toHaveLength(3 + 3)
      expect(told).toEqual([28, 56, 84, 112, 122])
      expect(kept.size).toBe(0)
    })
  })
})
