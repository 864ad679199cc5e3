/** Tests of arxivListings against a server on the loopback interface. */
import { afterEach, describe, expect, it } from 'vitest'
import {
  type ListingText,
  writeAtomListing,
  writeListingError,
  writeRssListing,
} from '../../test/listing-feed.ts'
import { openReplayServer, type ReplayAnswer, type ReplayRequest } from '../../test/replay-server.ts'
import { type ArxivListingsOptions, arxivListings } from './arxiv-listings.ts'
import { openPoliteFetch } from './polite-fetch.ts'
import type { Collected, CollectRequest } from './source.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource.close()
})

interface OpenOptions extends Partial<ArxivListingsOptions> {
  /** Default noon in New York on Wednesday, 3 December 2025. */
  now?: string
}

async function open(
  answer: (request: ReplayRequest) => ReplayAnswer,
  { now = '2025-12-03T17:00:00Z', ...options }: OpenOptions = {},
) {
  const server = await openReplayServer(answer)
  const clock = { now: () => Date.parse(now), sleep: async () => {} }
  const fetch = openPoliteFetch({ version: '0', clock, paceMs: {}, timeoutMs: 300 })
  opened.push(server, fetch)
  const source = arxivListings({ categories: ['cs.CL'], baseUrl: server.url, ...options, fetch, clock })
  const all: Collected[] = []
  const collect = async (request: CollectRequest) => {
    for await (const item of source.collect(request)) all.push(item)
    return all
  }
  return { server, collect, all }
}

const items: ListingText[] = [
  { id: '2512.00001v1', creator: 'J\\"org M{\\"u}ller (MIT), N. Pi\\v{z}urica' },
  { id: '2512.00002v1', kind: 'cross', categories: ['cs.AI', 'cs.CL'] },
  { id: '2511.00003v2', kind: 'replace' },
  { id: '2511.00004v3', kind: 'replace-cross' },
]
const today = '2025-12-03'
const rss =
  (day = today, list = items) =>
  () => ({ body: writeRssListing(day, list) })
const kinds = (all: readonly Collected[]) =>
  all.map(item => (item.kind === 'paper' ? `${item.paper.id} ${item.listing?.kind}` : item.reason))

describe('arxivListings', () => {
  it.each([
    ['rss', writeRssListing],
    ['atom', writeAtomListing],
  ] as const)('reads the lists of the day from %s, in their order', async (format, write) => {
    const { server, collect } = await open(() => ({ body: write(today, items) }), {
      format,
      categories: ['cs.CL', 'cs.AI'],
    })
    const all = await collect({ date: today })
    expect(server.requests[0]?.path).toBe(`/${format}/cs.CL+cs.AI`)
    expect(all[0]).toMatchObject({
      paper: {
        id: '2512.00001',
        version: 1,
        authors: ['Jörg Müller', 'N. Pižurica'],
        abstract: 'What 2512.00001v1 says.',
      },
      listing: { paperId: '2512.00001', source: 'arxiv-listings', date: today, place: 1, kind: 'new' },
    })
    expect(kinds(all)).toEqual([
      '2512.00001 new',
      '2512.00002 cross',
      '2511.00003 replace',
      '2511.00004 replace-cross',
    ])
  })

  it('lists a paper once, as new rather than across, as across rather than replaced', async () => {
    const twice: ListingText[] = [
      { id: '2512.00002v1', kind: 'cross' },
      { id: '2512.00001v1', kind: 'replace-cross' },
      { id: '2512.00002v1', kind: 'new' },
      { id: '2512.00001v2', kind: 'replace' },
    ]
    const { collect } = await open(rss(today, twice))
    expect(kinds(await collect({ date: today }))).toEqual(['2512.00002 new', '2512.00001 replace'])
  })

  it('skips an item that it cannot read, and only that', async () => {
    const { collect } = await open(rss(today, [{ id: 'nonsense' }, { id: '2512.00001v1' }]))
    const all = await collect({ date: today })
    expect(kinds(all)).toEqual(['oai:arXiv.org:nonsense: no arXiv id', '2512.00001 new'])
    expect(all[1]).toMatchObject({ listing: { place: 1 } })
  })

  it('asks for nothing on a weekend', async () => {
    const { server, collect } = await open(rss(), { now: '2025-12-06T17:00:00Z' })
    expect(await collect({ date: '2025-12-06' })).toEqual([])
    expect(server.requests).toEqual([])
  })

  it('calls a feed stale that still shows the day before', async () => {
    const { collect, all } = await open(rss('2025-12-02'))
    await expect(collect({ date: today })).rejects.toMatchObject({ code: 'source-stale', retryable: true })
    expect(all).toEqual([])
  })

  it('yields the day before where it was asked for, too, and then calls the feed stale', async () => {
    const { collect, all } = await open(rss('2025-12-02'))
    await expect(collect({ since: '2025-12-02', date: today })).rejects.toMatchObject({
      code: 'source-stale',
    })
    expect(all).toHaveLength(4)
  })

  it('gives the feeds two hours after midnight to be made', async () => {
    const { collect } = await open(rss('2025-12-02'), { now: '2025-12-03T06:00:00Z' })
    expect(await collect({ date: today })).toEqual([])
  })

  it('calls an empty feed stale on a day of announcements', async () => {
    const { collect } = await open(rss(today, []))
    await expect(collect({ date: today })).rejects.toMatchObject({ code: 'source-stale' })
  })

  it.each([
    ['on the day after Thanksgiving', '2025-11-28', '2025-11-28'],
    ['on the day after, still of the day before', '2025-11-28', '2025-11-26'],
    ['at Christmas', '2025-12-25', '2025-12-25'],
  ])('says of an empty or old feed that the day is quiet or late %s', async (_, day, feedDay) => {
    const { collect } = await open(rss(feedDay, []), { now: `${day}T17:00:00Z` })
    expect(await collect({ date: day })).toEqual([
      {
        kind: 'note',
        where: 'arxiv-listings',
        reason: expect.stringMatching(`no list of ${day}: quiet or late, arXiv may have a holiday`),
      },
    ])
  })

  it('says that a day is past, and names the days of a span that are', async () => {
    const { collect } = await open(rss())
    await expect(collect({ date: '2025-12-01' })).rejects.toMatchObject({ code: 'collect-date-past' })
    const second = await open(rss())
    const all = await second.collect({ since: '2025-11-29', date: today })
    expect(kinds(all.slice(4))).toEqual([
      expect.stringContaining('2025-12-01'),
      expect.stringContaining('2025-12-02'),
    ])
  })

  it('counts days as arXiv does', async () => {
    // In Shanghai it is the 4th already.
    const { collect } = await open(rss(), { now: '2025-12-04T01:00:00Z' })
    await expect(collect({ date: '2025-12-04' })).rejects.toMatchObject({ code: 'collect-date-future' })
    expect(await collect({ date: today })).toHaveLength(4)
  })

  it('yields what stands before the cut of a feed that is cut off every time, and says so', async () => {
    const whole = writeRssListing(today, items)
    const { server, collect, all } = await open(() => ({
      body: whole.slice(0, whole.lastIndexOf('<arxiv:')),
    }))
    await expect(collect({ date: today })).rejects.toMatchObject({
      code: 'source-truncated',
      retryable: true,
      message: expect.stringContaining('after 3 papers'),
    })
    expect(kinds(all)).toEqual(['2512.00001 new', '2512.00002 cross', '2511.00003 replace'])
    expect(server.requests).toHaveLength(4)
  })

  it('is content where only the first attempt was cut off', async () => {
    const whole = writeRssListing(today, items)
    const { collect } = await open(({ number }) => ({ body: number === 1 ? whole.slice(0, 1500) : whole }))
    expect(await collect({ date: today })).toHaveLength(4)
  })

  it('asks for fewer categories at once where a feed is full, and merges what comes', async () => {
    const many = Array.from({ length: 2000 }, (_, n) => ({ id: `2512.${String(n + 10).padStart(5, '0')}v1` }))
    const { server, collect } = await open(
      ({ path }) => ({ body: writeRssListing(today, path.includes('+') ? many : items) }),
      { categories: ['cs.CL', 'cs.LG'] },
    )
    expect(await collect({ date: today })).toHaveLength(4)
    expect(server.requests.map(({ path }) => path)).toEqual(['/rss/cs.CL+cs.LG', '/rss/cs.CL', '/rss/cs.LG'])
  })

  it('says that the feed of one category is full', async () => {
    const many = Array.from({ length: 2000 }, (_, n) => ({ id: `2512.${String(n + 10).padStart(5, '0')}v1` }))
    const { collect, all } = await open(rss(today, many), { categories: ['cs'] })
    await expect(collect({ date: today })).rejects.toMatchObject({
      code: 'source-truncated',
      retryable: false,
    })
    expect(all).toHaveLength(2000)
  })

  it('passes on the error of a feed', async () => {
    const body = writeListingError("Bad subject class 'XYZ'.")
    for (const status of [400, 200]) {
      const { collect } = await open(() => ({ status, body }))
      const failure = expect(collect({ date: today })).rejects
      await failure.toMatchObject({ code: 'source-refused', message: expect.stringContaining('XYZ') })
    }
  })

  it.each<[string, ReplayAnswer, string]>([
    ['a page of HTML', { body: '<!DOCTYPE html><html><body>Log in</body></html>' }, 'source-nonsense'],
    [
      'a login elsewhere',
      { status: 302, headers: { location: 'http://login.example/' } },
      'source-redirected',
    ],
    ['an answer that drips', { fault: 'drip', everyMs: 20 }, 'source-unreachable'],
    ['another 503 each time', { status: 503, headers: { 'retry-after': '5' } }, 'source-throttled'],
  ])('gives up on %s', async (_, answer, code) => {
    const { collect } = await open(() => answer)
    await expect(collect({ date: today })).rejects.toMatchObject({ code })
  })
})
