/** Tests of openPoliteFetch against a server on the loopback interface. */
import { createGzip, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import {
  openReplayServer,
  type ReplayAnswer,
  type ReplayRequest,
  type ReplayServer,
} from '../../test/replay-server.ts'
import { type Clock, systemClock } from '../paper/clock.ts'
import {
  type CachedAnswer,
  openPoliteFetch,
  type PoliteFetch,
  type PoliteFetchOptions,
} from './polite-fetch.ts'
import { CollectError } from './source.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource.close()
})

/** Never waits, and remembers how long it should have. */
function hastyClock(): Clock & { slept: number[] } {
  const slept: number[] = []
  return {
    slept,
    now: () => 1_764_320_000_000,
    async sleep(ms) {
      slept.push(ms)
    },
  }
}

async function open(
  answers: ReplayAnswer[] | ((request: ReplayRequest) => ReplayAnswer | Promise<ReplayAnswer>),
  options: Partial<PoliteFetchOptions> = {},
): Promise<{ server: ReplayServer; fetch: PoliteFetch; clock: ReturnType<typeof hastyClock> }> {
  const clock = hastyClock()
  const replay = Array.isArray(answers)
    ? ({ number }: ReplayRequest) => answers[Math.min(number, answers.length) - 1] ?? { status: 500 }
    : answers
  const server = await openReplayServer(replay)
  const fetch = openPoliteFetch({ version: '1.2.3', clock, random: () => 1, ...options })
  opened.push(server, fetch)
  return { server, fetch, clock }
}

async function failure(promise: Promise<unknown>): Promise<CollectError> {
  const error = await promise.then(
    () => undefined,
    thrown => thrown,
  )
  expect(error).toBeInstanceOf(CollectError)
  return error
}

describe('openPoliteFetch', () => {
  it('says who asks, and what it wants', async () => {
    const { server, fetch } = await open([{ body: 'good' }], {
      contact: 'mailto:editor@example.org\r\nX-Bad: 1é',
    })
    const answer = await fetch.get(`${server.url}/a`, { accept: 'application/atom+xml' })
    expect(answer.text()).toBe('good')
    expect(server.requests[0]?.headers).toMatchObject({
      'user-agent': 'paperbrief/1.2.3 (+mailto:editor@example.orgX-Bad: 1)',
      accept: 'application/atom+xml',
    })
    expect(server.requests[0]?.headers['x-bad']).toBeUndefined()
  })

  it('keeps the pace, counted by the server, over requests that are made at once', async () => {
    const paceMs = 60
    const { server, fetch } = await open([{ body: 'x' }], {
      clock: systemClock,
      paceMs: { '127.0.0.1': paceMs },
    })
    await Promise.all(['a', 'b', 'c', 'd'].map(path => fetch.get(`${server.url}/${path}`)))
    const times = server.requests.map(request => request.atMs)
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(paceMs - 1.5)
    expect(server.requests.map(request => request.path)).toEqual(['/a', '/b', '/c', '/d'])
  })

  it('keeps one connection and one request at a time to a host', async () => {
    let active = 0
    let most = 0
    const { server, fetch } = await open(async () => {
      most = Math.max(most, ++active)
      await systemClock.sleep(5)
      active--
      return { body: 'x' }
    })
    await Promise.all(Array.from({ length: 8 }, (_, index) => fetch.get(`${server.url}/${index}`)))
    expect({ most, connections: server.connections() }).toEqual({ most: 1, connections: 1 })
  })

  it.each([429, 503, 406])('waits as long as a %i asks for', async status => {
    const busy = { status, headers: { 'retry-after': '7' }, body: 'Rate exceeded.' }
    const { server, fetch, clock } = await open([busy, { body: 'good' }], { backoffMs: 100 })
    expect((await fetch.get(server.url)).text()).toBe('good')
    expect(clock.slept).toEqual([7100])
  })

  it('waits until the date that is asked for', async () => {
    const until = new Date(hastyClock().now() + 30_000).toUTCString()
    const { server, fetch, clock } = await open([
      { status: 503, headers: { 'retry-after': until } },
      { body: 'good' },
    ])
    await fetch.get(server.url)
    expect(clock.slept).toEqual([32_000])
  })

  it('does not come back earlier than asked: a longer pause than we would wait is an error at once', async () => {
    const { server, fetch, clock } = await open([{ status: 429, headers: { 'retry-after': '86400' } }])
    const error = await failure(fetch.get(server.url))
    expect(error).toMatchObject({ code: 'source-throttled', retryable: true })
    expect({ requests: server.requests.length, slept: clock.slept }).toEqual({ requests: 1, slept: [] })
  })

  it('backs off longer each time, and gives up after the attempts allowed', async () => {
    const { server, fetch, clock } = await open([{ status: 502 }], { backoffMs: 1000, maxAttempts: 4 })
    expect(await failure(fetch.get(server.url))).toMatchObject({
      code: 'source-unreachable',
      retryable: true,
    })
    expect({ requests: server.requests.length, slept: clock.slept }).toEqual({
      requests: 4,
      slept: [1000, 2000, 4000],
    })
  })

  it.each<[string, ReplayAnswer]>([
    ['drops the connection', { fault: 'drop' }],
    ['cuts the answer off', { fault: 'cut', body: 'x'.repeat(1000) }],
    ['sends bytes that are not UTF-8', { body: new Uint8Array([0x61, 0xff, 0xfe, 0x62]) }],
  ])('asks again a server that %s', async (_, fault) => {
    const { server, fetch } = await open([fault, { body: 'good' }])
    expect((await fetch.get(server.url)).text()).toBe('good')
    expect(server.requests).toHaveLength(2)
  })

  it('names the reason where nobody listens', async () => {
    const { server, fetch } = await open([], { maxAttempts: 1 })
    await server.close()
    const error = await failure(fetch.get(server.url))
    expect(error.code).toBe('source-unreachable')
    expect(error.message).toContain('ECONNREFUSED')
  })

  it('does not hang on a slow drip', async () => {
    const { server, fetch } = await open([{ fault: 'drip', everyMs: 5 }], { timeoutMs: 80, maxAttempts: 1 })
    const error = await failure(fetch.get(server.url))
    expect(error).toMatchObject({
      code: 'source-unreachable',
      message: expect.stringContaining('longer than'),
    })
  })

  it('does not hang on a server that falls silent', async () => {
    const { server, fetch } = await open([{ fault: 'stall' }], { idleTimeoutMs: 40, maxAttempts: 1 })
    const error = await failure(fetch.get(server.url))
    expect(error).toMatchObject({
      code: 'source-unreachable',
      message: expect.stringContaining('nothing came'),
    })
  })

  it('stops a flood at the cap, without asking again', async () => {
    const { server, fetch } = await open([{ fault: 'flood', bytes: 2e9 }], { maxBytes: 3e6 })
    expect(await failure(fetch.get(server.url))).toMatchObject({ code: 'source-too-large', retryable: false })
    expect(server.requests).toHaveLength(1)
    expect(server.sentBytes()).toBeLessThan(50e6)
  })

  it('counts a compressed flood after unpacking', async () => {
    const chunk = await repeatedGzipMember()
    const headers = { 'content-encoding': 'gzip' }
    const { server, fetch } = await open([{ fault: 'flood', bytes: 1e8, headers, chunk }], { maxBytes: 3e6 })
    expect(await failure(fetch.get(server.url))).toMatchObject({ code: 'source-too-large' })
  })

  it('unpacks a compressed answer', async () => {
    const { server, fetch } = await open([
      { headers: { 'content-encoding': 'gzip' }, body: gzipSync('größer') },
    ])
    expect((await fetch.get(server.url)).text()).toBe('größer')
  })

  it('follows a redirect on the same host', async () => {
    const { server, fetch } = await open(({ path }) =>
      path === '/old' ? { status: 301, headers: { location: '/new?x=1' } } : { body: 'moved' },
    )
    expect(await fetch.get(`${server.url}/old`)).toMatchObject({ status: 200, url: `${server.url}/new?x=1` })
  })

  it('refuses a redirect to another host without asking it', async () => {
    const elsewhere = await openReplayServer(() => ({ body: 'login' }))
    opened.push(elsewhere)
    const { server, fetch } = await open([{ status: 302, headers: { location: elsewhere.url } }])
    expect(await failure(fetch.get(server.url))).toMatchObject({
      code: 'source-redirected',
      retryable: false,
    })
    expect(elsewhere.requests).toEqual([])
  })

  it('does not run in a circle of redirects', async () => {
    const { server, fetch } = await open([{ status: 302, headers: { location: '/' } }])
    expect(await failure(fetch.get(server.url))).toMatchObject({ code: 'source-redirected' })
    expect(server.requests).toHaveLength(6)
  })

  it('asks whether a known answer has changed, and serves it from the cache where it has not', async () => {
    const cache = new Map<string, CachedAnswer>()
    const { server, fetch } = await open(
      ({ headers }) =>
        headers['if-none-match'] === '"v1"' &&
        headers['if-modified-since'] === 'Fri, 28 Nov 2025 00:00:00 GMT'
          ? { status: 304 }
          : { headers: { etag: '"v1"', 'last-modified': 'Fri, 28 Nov 2025 00:00:00 GMT' }, body: 'day' },
      { cache: { get: url => cache.get(url), set: (url, entry) => void cache.set(url, entry) } },
    )
    const first = await fetch.get(server.url)
    const second = await fetch.get(server.url)
    expect([first.fromCache, second.fromCache]).toEqual([false, true])
    expect([second.status, second.text()]).toEqual([200, 'day'])
  })

  it('goes on without a cache that fails', async () => {
    const broken = () => {
      throw new Error('disk full')
    }
    const { server, fetch } = await open([{ headers: { etag: '"v1"' }, body: 'day' }], {
      cache: { get: broken, set: broken },
    })
    expect((await fetch.get(server.url)).text()).toBe('day')
  })

  it('asks again for the whole answer where the cached one does not parse, and keeps the good one', async () => {
    const good = { etag: '"v1"', text: 'good' }
    const cache = new Map<string, CachedAnswer>()
    const { server, fetch } = await open(
      ({ headers }) =>
        headers['if-none-match'] ? { status: 304 } : { headers: { etag: '"v1"' }, body: 'good' },
      { cache: { get: url => cache.get(url), set: (url, entry) => void cache.set(url, entry) } },
    )
    cache.set(`${server.url}/`, { etag: '"v1"', text: 'bad' })
    const parse = (answer: { text(): string }) => {
      if (answer.text() === 'good') return 'parsed'
      throw new CollectError('bad', { code: 'source-nonsense', retryable: true })
    }
    expect(await fetch.read(server.url, { parse })).toBe('parsed')
    expect(cache.get(`${server.url}/`)).toEqual(good)
  })

  it('hands on what is no fault of the moment, such as a 404', async () => {
    const { server, fetch } = await open([{ status: 404, body: 'none' }])
    expect((await fetch.get(server.url)).status).toBe(404)
    expect(server.requests).toHaveLength(1)
  })

  it('lets go at once when interrupted, also while others wait in line', async () => {
    const { server, fetch } = await open(({ path }) =>
      path === '/slow' ? { fault: 'stall' } : { body: 'x' },
    )
    const [slow, queued] = [new AbortController(), new AbortController()]
    const first = fetch.get(`${server.url}/slow`, { signal: slow.signal })
    const second = fetch.get(`${server.url}/queued`, { signal: queued.signal })
    const third = fetch.get(`${server.url}/third`)
    queued.abort(new Error('not wanted'))
    await expect(second).rejects.toThrow('not wanted')
    slow.abort(new Error('Ctrl-C'))
    await expect(first).rejects.toThrow('Ctrl-C')
    expect((await third).text()).toBe('x')
  })

  it('ends what is under way when closed', async () => {
    const { server, fetch } = await open([{ fault: 'stall' }])
    const pending = fetch.get(server.url)
    const refused = expect(pending).rejects.toThrow('closed')
    await systemClock.sleep(20)
    await fetch.close()
    await refused
  })
})

/** A piece of a gzip stream without end that unpacks to a thousand times its size. */
async function repeatedGzipMember(): Promise<Uint8Array> {
  const gzip = createGzip({ level: 9 })
  gzip.end(Buffer.alloc(16 * 1024 * 1024))
  return Buffer.concat(await gzip.toArray())
}
