/** Tests of what openPoliteFetch leaves out of its cache. */
import { afterEach, describe, expect, it } from 'vitest'
import { openReplayServer } from '../../test/replay-server.ts'
import { type CachedAnswer, openPoliteFetch } from './polite-fetch.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource.close()
})

describe('openPoliteFetch', () => {
  it('neither asks the cache nor fills it for an answer that is not worth it', async () => {
    const cache = new Map<string, CachedAnswer>()
    const server = await openReplayServer(() => ({ headers: { etag: '"v1"' }, body: 'day' }))
    const clock = { now: () => 0, sleep: async () => {} }
    const kept = {
      get: (url: string) => cache.get(url),
      set: (url: string, entry: CachedAnswer) => void cache.set(url, entry),
    }
    const fetch = openPoliteFetch({ version: '0', clock, paceMs: {}, cache: kept })
    opened.push(server, fetch)
    await fetch.get(server.url, { remember: false })
    expect(cache.size).toBe(0)
    await fetch.get(server.url)
    await fetch.get(server.url, { remember: false })
    expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
