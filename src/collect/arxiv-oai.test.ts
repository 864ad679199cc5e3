/** Tests of arxivOai on a server that is well, and of going on after a stop. */
import { afterEach, describe, expect, it } from 'vitest'
import { answerOai, type OaiEntry } from '../../test/oai-archive.ts'
import { archive, ids, november, openOai, takeAll } from '../../test/open-oai.ts'
import type { HarvestState } from './harvest-state.ts'
import type { Collected } from './source.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource.close()
})

async function open(...args: Parameters<typeof openOai>): ReturnType<typeof openOai> {
  const harness = await openOai(...args)
  opened.push(harness)
  return harness
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
    expect(
      server.requests.map(({ query }) => `${query.get('set')} ${query.get('from')} ${query.get('until')}`),
    ).toEqual([
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
    const { server, clock, source } = await open(request => (down ? { status: 404 } : page(request)), {
      state,
    })
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

  it('asks again for the day on which it was stopped, and yields twice nothing of it', async () => {
    const entries = [...archive([4, 5], 3), ...archive([29], 1)]
    const { source, collect } = await open(answerOai(entries), { state: createState() })
    const first: Collected[] = []
    for await (const item of source.collect({ since: '2025-11-01', date: '2025-11-05' })) {
      first.push(item)
      if (first.length === 4) break
    }
    expect(ids([...first.slice(0, 3), ...(await collect(november))])).toEqual(entries.map(({ id }) => id))
  })

  it('yields a record again that changed while the harvest went on', async () => {
    const [one, two] = archive([3], 2).map(entry => ({ ...entry, sets: ['cs:cs:CL', 'cs:cs:AI'] }))
    const before = answerOai([one, two].filter(entry => entry !== undefined))
    const after = answerOai([{ ...one, day: '2025-11-09', title: 'Renamed' } as OaiEntry])
    const { collect } = await open(
      request => (request.query.get('set') === 'cs:cs:CL' ? before(request) : after(request)),
      { categories: ['cs.CL', 'cs.AI'] },
    )
    const all = await collect(november)
    expect(ids(all)).toEqual(['2511.00300', '2511.00301', '2511.00300'])
    expect(all[2]).toMatchObject({ paper: { title: 'Renamed' } })
  })

  it('starts anew where what was kept cannot be read', async () => {
    const entries = archive([3], 2)
    const state: HarvestState = { get: () => '{"windowFrom": 7', set: () => {} }
    const { collect } = await open(answerOai(entries), { state })
    expect(ids(await collect(november))).toEqual(entries.map(({ id }) => id))
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
    const { collect } = await open(answerOai(archive([3], 5)), {
      onProgress: progress => told.push(progress),
    })
    await collect(november)
    const window = { set: 'cs:cs:CL', from: '2025-11-01', until: '2025-11-30', totalDays: 30 }
    expect(told).toEqual([
      { ...window, records: 3, doneDays: 2 },
      { ...window, records: 5, doneDays: 30 },
    ])
  })

  it('counts how far it is by the size of the list where the server tells it', async () => {
    const told: number[] = []
    const page = answerOai(archive([3], 6))
    const { collect } = await open(
      request => ({
        body: page(request).body.replace('<resumptionToken ', "<resumptionToken completeListSize='6' "),
      }),
      { onProgress: ({ doneDays }) => told.push(doneDays) },
    )
    await collect(november)
    expect(told).toEqual([15, 30])
  })

  it('counts what was done before it was stopped', async () => {
    const told: number[] = []
    const state = createState()
    const { source, collect } = await open(answerOai(archive([3, 20], 3)), {
      state,
      onProgress: ({ doneDays }) => told.push(doneDays),
    })
    for await (const _ of source.collect({ since: '2025-10-01', date: '2025-11-30' }))
      if (told.length === 1) break
    await collect({ since: '2025-10-01', date: '2025-11-30' })
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBe(61)
  })

  it('finds by its versions what was announced on the days, also where the record changed long after', async () => {
    const versions = [{ date: 'Mon, 03 Nov 2025 10:00:00 GMT' }, { date: 'Fri, 09 Jan 2026 10:00:00 GMT' }]
    const entries: OaiEntry[] = [
      { id: '2511.00001', day: '2026-01-12', versions },
      { id: '2401.00001', day: '2026-01-12', versions: [{ date: 'Wed, 03 Jan 2024 10:00:00 GMT' }] },
      { id: '2511.00002', day: '2025-11-04', deleted: true },
    ]
    const { server, collect } = await open(answerOai(entries), { name: 'arxiv', announcedOnly: true })
    const all = await collect({ since: '2025-11-04', date: '2025-11-10' })
    expect(server.requests.at(-1)?.query.get('until')).toBe('2026-01-15')
    expect(server.requests[0]?.query.get('from')).toBe('2025-10-31')
    expect(all).toMatchObject([
      { kind: 'skipped', deletedId: '2511.00002' },
      {
        paper: { id: '2511.00001', version: 2 },
        listing: { source: 'arxiv', date: '2025-11-04', kind: 'new' },
        versions: [{ version: 1 }, { version: 2 }],
      },
    ])
  })
})
