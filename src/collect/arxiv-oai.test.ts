/** Tests of arxivOai against a server on the loopback interface that misbehaves as real ones do. */
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { answerOai, type OaiEntry, writeOaiAnswer, writeOaiError, writeOaiRecord } from '../../test/oai-archive.ts'
import { openReplayServer, type ReplayAnswer, type ReplayRequest } from '../../test/replay-server.ts'
import { type ArxivOaiOptions, arxivOai } from './arxiv-oai.ts'
import type { HarvestState } from './harvest-state.ts'
import { openPoliteFetch, type PoliteFetchOptions } from './polite-fetch.ts'
import type { Collected, CollectRequest } from './source.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource.close()
})

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

async function open(
  answer: (request: ReplayRequest) => ReplayAnswer,
  options: Partial<ArxivOaiOptions> & Partial<PoliteFetchOptions> = {},
) {
  const server = await openReplayServer(answer)
  const clock = createClock()
  const fetch = openPoliteFetch({ version: '0', clock, paceMs: {}, random: () => 0, ...options })
  opened.push(server, fetch)
  const source = arxivOai({ categories: ['cs.CL'], baseUrl: server.url, ...options, fetch, clock })
  return { server, clock, source, collect: (request: CollectRequest) => takeAll(source.collect(request)) }
}

async function takeAll(items: AsyncIterable<Collected>): Promise<Collected[]> {
  const all: Collected[] = []
  for await (const item of items) all.push(item)
  return all
}

function createState(): HarvestState & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    get: key => kept.get(key),
    set(key, value) {
      if (value === undefined) kept.delete(key)
      else kept.set(key, value)
    },
  }
}

const ids = (all: readonly Collected[]) => all.map(item => (item.kind === 'paper' ? item.paper.id : item.reason))
/** `perDay` papers on each of these days of November 2025. */
const archive = (days: readonly number[], perDay: number): OaiEntry[] =>
  days.flatMap(day =>
    Array.from({ length: perDay }, (_, index) => ({
      id: `2511.${String(day * 100 + index).padStart(5, '0')}`,
      day: `2025-11-${String(day).padStart(2, '0')}`,
    })),
  )
const november = { since: '2025-11-01', date: '2025-11-30' }

describe('arxivOai', () => {
  it('asks by set and days, and reads versions, withdrawal and TeX accents', async () => {
    const entry: OaiEntry = {
      id: '2511.00001',
      day: '2025-11-28',
      sets: ['cs:cs:CL', 'stat:stat:ML'],
      versions: [
        { date: 'Wed, 26 Nov 2025 10:00:00 GMT', size: '101kb' },
        { date: 'Thu, 27 Nov 2025 10:00:00 GMT', size: '0kb', sourceType: 'I' },
      ],
      authors: 'C. Bal\\\'azs (1), Zo{\\"e} M{\\"u}ller and N. Pi\\v{z}urica ((1) Somewhere)',
      doi: '10.1000/1 10.1000/2',
    }
    const { server, collect } = await open(answerOai([entry]))
    expect(await collect({ date: '2025-11-28' })).toEqual([
      {
        kind: 'paper',
        paper: {
          id: '2511.00001',
          version: 2,
          title: 'On 2511.00001',
          authors: ['C. Balázs', 'Zoë Müller', 'N. Pižurica'],
          categories: ['cs.CL', 'stat.ML'],
          abstract: 'What 2511.00001 says.',
          abstractOrigin: 'source',
          links: [],
          published: '2025-11-26',
          updated: '2025-11-27',
          doi: '10.1000/1',
          license: 'http://creativecommons.org/licenses/by/4.0/',
          withdrawn: true,
        },
        // Announced as new on the 27th, which was not asked for; the second version on the 28th.
        listing: { paperId: '2511.00001', source: 'arxiv-oai', date: '2025-11-28', kind: 'replace' },
        versions: [
          { version: 1, submitted: '2025-11-26T10:00:00.000Z', sizeKb: 101, withdrawn: false },
          { version: 2, submitted: '2025-11-27T10:00:00.000Z', sizeKb: 0, withdrawn: true },
        ],
      },
    ])
    expect(server.requests[0]?.path).toBe('/oai')
    expect(Object.fromEntries(server.requests[0]?.query ?? [])).toEqual({
      verb: 'ListRecords',
      metadataPrefix: 'arXivRaw',
      set: 'cs:cs:CL',
      from: '2025-11-28',
      until: '2025-11-28',
    })
  })

  it('goes through months and sets, and yields a paper of two sets once', async () => {
    const entries: OaiEntry[] = [
      { id: '2510.00001', day: '2025-10-31' },
      { id: '2511.00001', day: '2025-11-02', sets: ['cs:cs:CL', 'physics:hep-th'] },
      { id: '2511.00002', day: '2025-11-03', sets: ['physics:hep-th'] },
    ]
    const { server, collect } = await open(answerOai(entries), { categories: ['cs.CL', 'hep-th'] })
    const all = await collect({ since: '2025-10-30', date: '2025-11-05' })
    expect(ids(all)).toEqual(['2510.00001', '2511.00001', '2511.00002'])
    expect(server.requests.map(({ query }) => `${query.get('set')} ${query.get('from')} ${query.get('until')}`)).toEqual([
      'cs:cs:CL 2025-10-30 2025-10-31',
      'physics:hep-th 2025-10-30 2025-10-31',
      'cs:cs:CL 2025-11-01 2025-11-05',
      'physics:hep-th 2025-11-01 2025-11-05',
    ])
  })

  it('follows the tokens to the end, and sends nothing beside them', async () => {
    const entries = archive([3, 4, 5], 5)
    const { server, collect } = await open(answerOai(entries))
    expect(ids(await collect(november))).toEqual(entries.map(({ id }) => id))
    expect([...(server.requests[1]?.query.keys() ?? [])]).toEqual(['verb', 'resumptionToken'])
    expect(server.requests).toHaveLength(5)
  })

  it('takes noRecordsMatch for a quiet span of days', async () => {
    const { collect } = await open(answerOai([]))
    expect(await collect(november)).toEqual([])
  })

  it('tells of deleted records, and reads on', async () => {
    const { collect } = await open(
      answerOai([
        { id: '2511.00001', day: '2025-11-03', deleted: true },
        { id: '2511.00002', day: '2025-11-03' },
      ]),
    )
    const all = await collect(november)
    expect(all).toMatchObject([{ kind: 'skipped', deletedId: '2511.00001' }, { paper: { id: '2511.00002' } }])
  })

  it('starts again from the last whole day when its token has expired', async () => {
    const entries = archive([3, 4, 5], 5)
    const page = answerOai(entries)
    const { server, collect } = await open(request =>
      request.number === 3 ? { body: writeOaiError('badResumptionToken') } : page(request),
    )
    expect(ids(await collect(november))).toEqual(entries.map(({ id }) => id))
    expect(server.requests[3]?.query.get('from')).toBe('2025-11-04')
  })

  it('starts again at the beginning where the list is not sorted by day', async () => {
    const entries = archive([3, 4], 2)
    const [first, second, third, fourth] = entries.map(writeOaiRecord)
    const { server, collect } = await open(({ number, query }) => {
      if (query.get('resumptionToken') === 'b') return { body: writeOaiError('badResumptionToken') }
      const records = number === 1 ? [third, first] : [third, first, second, fourth]
      const token = number === 1 ? '<resumptionToken>b</resumptionToken>' : ''
      return { body: writeOaiAnswer(`<ListRecords>${records.join('')}${token}</ListRecords>`) }
    })
    expect(ids(await collect(november)).sort()).toEqual(entries.map(({ id }) => id))
    expect(server.requests[2]?.query.get('from')).toBe('2025-11-01')
  })

  it.each<[string, (request: ReplayRequest, page: ReturnType<typeof answerOai>) => ReplayAnswer]>([
    ['refuses every token', ({ query }, page) =>
      query.has('resumptionToken') ? { body: writeOaiError('badResumptionToken') } : page({ query })],
    ['sends the first page again, whatever the token', (_, page) =>
      page({ query: new URLSearchParams({ from: '2025-11-01', until: '2025-11-30', set: 'cs:cs:CL' }) })],
    ['sends empty pages with ever new tokens', ({ number }) => ({
      body: writeOaiAnswer(`<ListRecords><resumptionToken>t${number}</resumptionToken></ListRecords>`),
    })],
    ['sends one page with ever new tokens', ({ number }) => ({
      body: writeOaiAnswer(
        `<ListRecords>${writeOaiRecord({ id: '2511.00300', day: '2025-11-03' })}<resumptionToken>t${number}</resumptionToken></ListRecords>`,
      ),
    })],
  ])('gives up on a server that %s', async (_, misbehave) => {
    const page = answerOai(archive([3], 7))
    const { server, source } = await open(request => misbehave(request, page))
    const all: Collected[] = []
    const reading = (async () => {
      for await (const item of source.collect(november)) all.push(item)
    })()
    await expect(reading).rejects.toMatchObject({ code: 'source-nonsense', retryable: true })
    expect(new Set(ids(all)).size).toBe(all.length)
    expect(server.requests.length).toBeLessThan(15)
  })

  it('waits as long as a 503 asks for, again and again', async () => {
    const entries = archive([3], 5)
    const page = answerOai(entries)
    const { clock, collect } = await open(request =>
      request.number % 4 !== 0 ? { status: 503, headers: { 'retry-after': '20' } } : page(request),
    )
    expect(ids(await collect({ date: '2025-11-03' }))).toEqual(entries.map(({ id }) => id))
    expect(clock.waits.filter(ms => ms === 20_000)).toHaveLength(6)
  })

  it('keeps the pace that arXiv asks for', async () => {
    const at: number[] = []
    const page = answerOai(archive([3, 4], 6))
    const { clock, collect } = await open(
      request => {
        at.push(clock.now())
        return page(request)
      },
      { paceMs: { '127.0.0.1': 3000 } },
    )
    await collect(november)
    expect(at.slice(1).map((ms, index) => ms - (at[index] ?? 0))).toEqual([3000, 3000, 3000])
  })

  it.each<[string, ReplayAnswer]>([
    ['a page of HTML', { body: '<!DOCTYPE html><html><body>Please log in</body></html>' }],
    ['truncated XML', { body: answerOai(archive([3], 3))({ query: new URLSearchParams('from=2025-11-03&until=2025-11-03&set=cs:cs:CL') }).body.slice(0, 900) }],
    ['a dropped connection', { fault: 'drop' }],
    ['half an answer', { fault: 'cut', body: writeOaiAnswer('<ListRecords/>') }],
    ['an answer that drips', { fault: 'drip', everyMs: 5 }],
    ['a page of another feed', { body: '<rss version="2.0"><channel/></rss>' }],
  ])('asks again after %s, and loses nothing', async (_, fault) => {
    const entries = archive([3, 4], 4)
    const page = answerOai(entries)
    const { collect } = await open(request => (request.number === 2 ? fault : page(request)), { timeoutMs: 150 })
    expect(ids(await collect(november))).toEqual(entries.map(({ id }) => id))
  })

  it('refuses to be led elsewhere', async () => {
    const { collect } = await open(() => ({ status: 302, headers: { location: 'http://login.example/' } }))
    await expect(collect(november)).rejects.toMatchObject({ code: 'source-redirected' })
  })

  it('passes on what the server says of the request', async () => {
    const { collect } = await open(() => ({ body: writeOaiError('badArgument', 'Set does not exist') }))
    await expect(collect(november)).rejects.toMatchObject({
      code: 'source-refused',
      message: expect.stringContaining('Set does not exist'),
    })
  })

  it('goes on where it was stopped, whatever the place, and then forgets it', async () => {
    const entries = archive([3, 4, 20], 4)
    const page = answerOai(entries)
    for (let stop = 1; stop <= entries.length; stop++) {
      const state = createState()
      const { source, collect } = await open(page, { state })
      const first: Collected[] = []
      for await (const item of source.collect(november)) {
        first.push(item)
        if (first.length === stop) break
      }
      const rest = await collect(november)
      expect(new Set([...ids(first), ...ids(rest)])).toEqual(new Set(entries.map(({ id }) => id)))
      // Only what came of the page that was broken off comes again.
      expect(first.length + rest.length).toBeLessThanOrEqual(entries.length + 3)
      expect(state.kept.size).toBe(0)
    }
  })

  it('does not use a kept token after its time, and yields nothing twice all the same', async () => {
    const entries = archive([3, 4], 5)
    const page = answerOai(entries)
    let down = false
    const state = createState()
    const { server, clock, source } = await open(request => (down ? { status: 404 } : page(request)), { state })
    const all: Collected[] = []
    const reading = (async () => {
      for await (const item of source.collect(november)) {
        all.push(item)
        down = all.length === 6
      }
    })()
    await expect(reading).rejects.toMatchObject({ code: 'source-refused' })
    down = false
    clock.pass(86_400_000)
    const asked = server.requests.length
    all.push(...(await takeAll(source.collect(november))))
    expect(server.requests[asked]?.query.get('from')).toBe('2025-11-04')
    expect(ids(all)).toEqual(entries.map(({ id }) => id))
  })

  it('finishes a stopped harvest that is asked for later days', async () => {
    const entries = [...archive([3, 4], 4), ...archive([29], 1)]
    const state = createState()
    const { source, collect } = await open(answerOai(entries), { state })
    let count = 0
    const first: Collected[] = []
    for await (const item of source.collect({ since: '2025-11-01', date: '2025-11-05' })) {
      first.push(item)
      if (++count === 4) break
    }
    const rest = await collect(november)
    expect(ids([...first.slice(0, 3), ...rest])).toEqual(entries.map(({ id }) => id))
  })

  it('starts anew where what was kept cannot be read', async () => {
    const entries = archive([3], 2)
    const state: HarvestState = { get: () => '{"windowFrom": 7', set: () => {} }
    const { collect } = await open(answerOai(entries), { state })
    expect(ids(await collect(november))).toEqual(entries.map(({ id }) => id))
  })

  it('loses and doubles nothing on a server with every fault at random', async () => {
    const faults: readonly ReplayAnswer[] = [
      { fault: 'drop' },
      { status: 503, headers: { 'retry-after': '7' } },
      { status: 500 },
      { body: '<html><head></head></html>' },
      { body: '<OAI-PMH><ListRecords><record>' },
      { body: writeOaiError('badResumptionToken') },
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 20 }), { minLength: 5, maxLength: 30 }),
        fc.integer({ min: 1, max: 4 }),
        async (dice, perDay) => {
          const entries = archive([3, 4, 5, 6], perDay)
          const page = answerOai(entries)
          const { collect } = await open(
            request => {
              const fault = faults[dice[request.number % dice.length] ?? 99]
              // The real server answers so to a token only.
              const refusal = fault && 'body' in fault && String(fault.body).includes('badResumption')
              return fault && !(refusal && !request.query.has('resumptionToken')) ? fault : page(request)
            },
            { maxAttempts: 50 },
          )
          let all: Collected[]
          try {
            all = await collect(november)
          } catch (error) {
            // Dice that never let a second page through: an error then, never half a list.
            expect(error).toMatchObject({ code: expect.stringMatching(/^source-/) })
            return
          }
          expect(ids(all)).toEqual(entries.map(({ id }) => id))
        },
      ),
      { numRuns: 25 },
    )
  })

  it('refuses days to come and categories that cannot be, and asks for nothing before arXiv had records', async () => {
    const { server, collect } = await open(answerOai([]))
    await expect(collect({ date: '2026-01-16' })).rejects.toMatchObject({ code: 'collect-date-future' })
    expect(await collect({ since: '1999-01-01', date: '2004-01-01' })).toEqual([])
    await collect({ since: '2005-01-01', date: '2005-09-20' })
    expect(server.requests.map(({ query }) => query.get('from'))).toEqual(['2005-09-16'])
    await expect(open(answerOai([]), { categories: ['Computer Science'] })).rejects.toMatchObject({
      code: 'collect-category-unknown',
    })
  })

  it('tells how far it is after each page', async () => {
    const told: unknown[] = []
    const { collect } = await open(answerOai(archive([3], 5)), { onProgress: progress => told.push(progress) })
    await collect(november)
    expect(told).toEqual([
      { set: 'cs:cs:CL', from: '2025-11-01', until: '2025-11-30', records: 3 },
      { set: 'cs:cs:CL', from: '2025-11-01', until: '2025-11-30', records: 5 },
    ])
  })
})
