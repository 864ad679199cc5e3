/** Tests of arxivOai on a server that misbehaves as real ones do. */
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { answerOai, writeOaiAnswer, writeOaiError, writeOaiRecord } from '../../test/oai-archive.ts'
import { archive, ids, november, openOai } from '../../test/open-oai.ts'
import type { ReplayAnswer, ReplayRequest } from '../../test/replay-server.ts'
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

describe('arxivOai', () => {
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
    [
      'refuses every token',
      ({ query }, page) =>
        query.has('resumptionToken') ? { body: writeOaiError('badResumptionToken') } : page({ query }),
    ],
    [
      'sends the first page again, whatever the token',
      (_, page) =>
        page({ query: new URLSearchParams({ from: '2025-11-01', until: '2025-11-30', set: 'cs:cs:CL' }) }),
    ],
    ['speaks of tokens where none was sent', () => ({ body: writeOaiError('badResumptionToken') })],
    [
      'sends empty pages with ever new tokens',
      ({ number }) => ({
        body: writeOaiAnswer(`<ListRecords><resumptionToken>t${number}</resumptionToken></ListRecords>`),
      }),
    ],
    [
      'sends one page with ever new tokens',
      ({ number }) => ({
        body: writeOaiAnswer(
          `<ListRecords>${writeOaiRecord({ id: '2511.00300', day: '2025-11-03' })}<resumptionToken>t${number}</resumptionToken></ListRecords>`,
        ),
      }),
    ],
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
    [
      'truncated XML',
      {
        body: answerOai(archive([3], 3))({
          query: new URLSearchParams('from=2025-11-03&until=2025-11-03&set=cs:cs:CL'),
        }).body.slice(0, 900),
      },
    ],
    ['a dropped connection', { fault: 'drop' }],
    ['half an answer', { fault: 'cut', body: writeOaiAnswer('<ListRecords/>') }],
    ['an answer that drips', { fault: 'drip', everyMs: 5 }],
    ['a page of another feed', { body: '<rss version="2.0"><channel/></rss>' }],
  ])('asks again after %s, and loses nothing', async (_, fault) => {
    const entries = archive([3, 4], 4)
    const page = answerOai(entries)
    const { collect } = await open(request => (request.number === 2 ? fault : page(request)), {
      timeoutMs: 150,
    })
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
})
