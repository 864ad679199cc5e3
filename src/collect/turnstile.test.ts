/** Tests of createTurnstile. */
import { describe, expect, it } from 'vitest'
import { createTurnstile } from './turnstile.ts'

function fakeClock() {
  const clock = {
    ms: 1000,
    now: () => clock.ms,
    async sleep(ms: number) {
      clock.ms += ms
    },
  }
  return clock
}

describe('createTurnstile', () => {
  it('treats a domain and its sub-domains as one', async () => {
    const clock = fakeClock()
    const turnstile = createTurnstile({ clock, paceMs: { 'arxiv.org': 3000 } })
    const order: string[] = []
    const pass = async (host: string) => {
      const { waitForPace, countFromNow, leave } = await turnstile.enter(host)
      await waitForPace()
      order.push(`${host} ${clock.ms}`)
      countFromNow()
      leave()
    }
    await Promise.all(['export.arxiv.org', 'rss.arxiv.org', 'arxiv.org'].map(pass))
    expect(order).toEqual(['export.arxiv.org 1000', 'rss.arxiv.org 4000', 'arxiv.org 7000'])
  })

  it('lets other hosts pass meanwhile', async () => {
    const turnstile = createTurnstile({ clock: fakeClock(), paceMs: { 'arxiv.org': 3000 } })
    await turnstile.enter('arxiv.org')
    const other = await turnstile.enter('notarxiv.org')
    await other.waitForPace()
  })

  it('does not let anybody past one who gave up waiting', async () => {
    const turnstile = createTurnstile({ clock: fakeClock(), paceMs: {} })
    const first = await turnstile.enter('a')
    const controller = new AbortController()
    const second = turnstile.enter('a', controller.signal)
    let entered = false
    const third = turnstile.enter('a').then(() => {
      entered = true
    })
    controller.abort(new Error('enough'))
    await expect(second).rejects.toThrow('enough')
    await new Promise(resolve => setImmediate(resolve))
    expect(entered).toBe(false)
    first.leave()
    await third
  })
})
