/** Tests of huggingfaceDaily against a server on the loopback interface. */
import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { openReplayServer, type ReplayAnswer, type ReplayRequest } from '../../test/replay-server.ts'
import { type HuggingfaceDailyOptions, huggingfaceDaily } from './huggingface-daily.ts'
import { openPoliteFetch } from './polite-fetch.ts'
import type { Collected, CollectRequest } from './source.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource.close()
})

async function open(
  answer: (request: ReplayRequest) => ReplayAnswer,
  options: Partial<HuggingfaceDailyOptions> = {},
) {
  const server = await openReplayServer(answer)
  const clock = { now: () => Date.parse('2026-09-01T09:00:00Z'), sleep: async () => {} }
  const fetch = openPoliteFetch({ version: '0', clock, paceMs: {} })
  opened.push(server, fetch)
  const source = huggingfaceDaily({ fetch, clock, baseUrl: server.url, ...options })
  const collect = async (request: CollectRequest) => {
    const all: Collected[] = []
    for await (const collected of source.collect(request)) all.push(collected)
    return all
  }
  return { server, collect }
}

const body = (value: unknown) => ({ body: JSON.stringify(value) })
const entry = (id: string, more: object = {}, outer: object = {}) => ({
  paper: { id, title: `On ${id}`, summary: `What ${id} says.`, authors: [], upvotes: 3, ...more },
  publishedAt: '2026-08-19T20:00:00.000Z',
  ...outer,
})
const manyEntries = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => entry(`2608.${String(from + index).padStart(5, '0')}`))

describe('huggingfaceDaily', () => {
  it('asks once for the week in which the days lie, and lists each paper on its own day', async () => {
    const on = (id: string, day: string) => entry(id, { submittedOnDailyAt: `${day}T00:00:00.000Z` })
    const { server, collect } = await open(
      () =>
        body([
          on('2608.00001', '2026-08-21'),
          on('2608.00002', '2026-08-20'),
          on('2608.00003', '2026-08-21'),
          on('2608.00001', '2026-08-20'),
        ]),
      { period: 'week' },
    )
    const all = await collect({ since: '2026-08-19', date: '2026-08-21' })
    expect(server.requests.map(({ query }) => query.get('week'))).toEqual(['2026-W34'])
    expect(all.map(item => item.kind === 'paper' && `${item.listing?.date} ${item.listing?.place}`)).toEqual([
      '2026-08-21 1',
      '2026-08-20 1',
      '2026-08-21 2',
      '2026-08-20 2',
    ])
  })

  it('asks for the month, for all its pages', async () => {
    const { server, collect } = await open(
      ({ query }) =>
        body(
          manyEntries(1, 150)
            .slice(Number(query.get('p')) * 100)
            .slice(0, 100),
        ),
      { period: 'month' },
    )
    expect(await collect({ date: '2026-08-21' })).toHaveLength(150)
    expect(server.requests.map(({ query }) => `${query.get('month')} ${query.get('p')}`)).toEqual([
      '2026-08 0',
      '2026-08 1',
      '2026-08 2',
    ])
  })

  it('reads an entry of the present form', async () => {
    const { server, collect } = await open(() =>
      body([
        entry(
          '2608.00001',
          {
            title: 'A title\n  on two lines',
            authors: [
              { _id: 'a', name: 'Ada Example', hidden: false },
              { _id: 'b', name: 'Bob Hidden', hidden: true },
              { _id: 'c', name: 'Cem \u00d6rnek', user: { fullname: 'someone' } },
            ],
            publishedAt: '2026-08-20T00:00:00.000Z',
            submittedOnDailyAt: '2026-08-21T00:00:00.000Z',
            upvotes: 163,
            githubRepo: 'https://github.com/example/code',
            projectPage: 'https://example.org/',
            mediaUrls: ['https://example.org/a.mp4', '/local.png'],
            ai_summary: 'ignored',
          },
          { title: 'A title on two lines', organization: { name: 'example-lab' } },
        ),
      ]),
    )
    expect(await collect({ date: '2026-08-21' })).toEqual([
      {
        kind: 'paper',
        paper: {
          id: '2608.00001',
          title: 'A title on two lines',
          authors: ['Ada Example', 'Cem Örnek'],
          categories: [],
          abstract: 'What 2608.00001 says.',
          abstractOrigin: 'source',
          published: '2026-08-20',
          links: [
            { kind: 'code', url: 'https://github.com/example/code' },
            { kind: 'project', url: 'https://example.org/' },
            { kind: 'media', url: 'https://example.org/a.mp4' },
            { kind: 'other', url: 'https://huggingface.co/example-lab' },
          ],
          withdrawn: false,
        },
        listing: {
          paperId: '2608.00001',
          source: 'huggingface',
          date: '2026-08-21',
          place: 1,
          votes: 163,
          kind: 'new',
        },
      },
    ])
    expect(Object.fromEntries(server.requests[0]?.query ?? [])).toEqual({
      date: '2026-08-21',
      limit: '100',
      p: '0',
    })
  })

  it('dates an entry of 2024, which has no day of its own, by the day asked for', async () => {
    const { collect } = await open(() =>
      body([entry('2405.00001', {}, { mediaUrl: 'https://example.org/a.png' })]),
    )
    expect(await collect({ date: '2024-05-27' })).toMatchObject([
      { listing: { date: '2024-05-27', place: 1 }, paper: { links: [{ kind: 'media' }] } },
    ])
  })

  it('prefers the outer title where the inner one has only lost its TeX marks', async () => {
    const outer = (title: string) => ({ title })
    const { collect } = await open(() =>
      body([
        entry('2608.00001', { title: 'An L_2 bound' }, outer('An $L_2$ bound')),
        entry('2608.00002', { title: 'The right one' }, outer('Another $one$')),
      ]),
    )
    const titles = (await collect({ date: '2026-08-21' })).map(
      item => item.kind === 'paper' && item.paper.title,
    )
    expect(titles).toEqual(['An $L_2$ bound', 'The right one'])
  })

  it('takes an empty list for a quiet day', async () => {
    const { server, collect } = await open(() => body([]))
    expect(await collect({ date: '2026-08-22' })).toEqual([])
    expect(server.requests).toHaveLength(1)
  })

  it('skips entries without id, title or summary, and says which', async () => {
    const { collect } = await open(() =>
      body([
        entry('2608.00001', { title: undefined }),
        entry('2608.00002', { summary: '' }),
        entry('', {}),
        { title: 'no paper in it' },
        null,
        entry('2608.00003'),
      ]),
    )
    const all = await collect({ date: '2026-08-21' })
    expect(all.map(item => (item.kind === 'paper' ? item.paper.id : item.reason))).toEqual([
      'entry 1: no title',
      'entry 2: no summary (2608.00002)',
      'entry 3: no id',
      'entry 4: not an entry of Daily Papers',
      'entry 5: not an entry of Daily Papers',
      '2608.00003',
    ])
    expect(all[0]).toMatchObject({ where: 'huggingface 2026-08-21' })
  })

  it('goes on after a full page, also one of the service\u2019s own size', async () => {
    const pages = [manyEntries(1, 50), manyEntries(51, 10)]
    const { server, collect } = await open(({ query }) => body(pages[Number(query.get('p'))] ?? []))
    const all = await collect({ date: '2026-08-21' })
    expect(all).toHaveLength(60)
    expect(all.at(-1)).toMatchObject({ listing: { place: 60 } })
    expect(server.requests).toHaveLength(2)
  })

  it('stops where the service knows no pages and repeats itself', async () => {
    const { server, collect } = await open(() => body(manyEntries(1, 100)))
    expect(await collect({ date: '2026-08-21' })).toHaveLength(100)
    expect(server.requests).toHaveLength(2)
  })

  it('asks for each day since the first', async () => {
    const { server, collect } = await open(() => body([]))
    await collect({ since: '2026-08-19', date: '2026-08-21' })
    expect(server.requests.map(request => request.query.get('date'))).toEqual([
      '2026-08-19',
      '2026-08-20',
      '2026-08-21',
    ])
  })

  it('refuses a day to come before any request', async () => {
    const { server, collect } = await open(() => body([]))
    await expect(collect({ date: '2026-09-02' })).rejects.toMatchObject({ code: 'collect-date-future' })
    expect(server.requests).toEqual([])
  })

  it('reads the days that have come, and leaves the others to a later run', async () => {
    const { server, collect } = await open(() => body([]))
    const all = await collect({ since: '2026-08-31', date: '2026-09-02' })
    expect(all).toEqual([
      { kind: 'note', where: 'huggingface', reason: expect.stringContaining('2026-09-02 has not come yet') },
    ])
    expect(server.requests.map(request => request.query.get('date'))).toEqual(['2026-08-31', '2026-09-01'])
  })

  it.each(['2026-8-1', '2026-02-30', 'today', ''])('refuses the date "%s"', async date => {
    const { collect } = await open(() => body([]))
    await expect(collect({ date })).rejects.toMatchObject({ code: 'collect-date-invalid' })
  })

  it('passes on what the service complains about', async () => {
    const { collect } = await open(() => ({ status: 400, ...body({ error: 'Invalid date' }) }))
    await expect(collect({ date: '2026-08-21' })).rejects.toMatchObject({
      code: 'source-refused',
      message: expect.stringContaining('Invalid date'),
    })
  })

  it.each([
    ['a web page', '<!doctype html><html></html>'],
    ['half a list', '[{"paper": {"id": "2608'],
    ['an object', '{"papers": []}'],
  ])('asks again where %s comes, and then says so', async (_, text) => {
    const { server, collect } = await open(() => ({ body: text }))
    await expect(collect({ date: '2026-08-21' })).rejects.toMatchObject({ code: 'source-nonsense' })
    expect(server.requests).toHaveLength(4)
  })
})

const samples = new URL('../../../shared/samples/hf-daily/', import.meta.url)
const files = listDays()

describe.skipIf(files.length === 0)('huggingfaceDaily on the recordings in ../shared', () => {
  it.each(files)('makes a paper of every entry of %s', async file => {
    const text = readFileSync(new URL(file, samples), 'utf8')
    const date = /\d{4}-\d{2}-\d{2}/.exec(file)?.[0] ?? ''
    const { collect } = await open(({ query }) => ({ body: query.get('p') === '0' ? text : '[]' }))
    const all = await collect({ date })
    expect(all).toHaveLength(JSON.parse(text).length)
    expect(
      all.every(item => item.kind === 'paper' && item.listing?.date === date && item.paper.abstract),
    ).toBe(true)
  })
})

function listDays(): string[] {
  try {
    return readdirSync(samples).filter(name => /\d{4}-\d{2}-\d{2}\.json$/.test(name))
  } catch {
    return []
  }
}
