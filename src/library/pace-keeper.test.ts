/** Tests of openPaceKeeper: several keepers on one library stand for several processes. */
import { scheduler } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from '../../test/databases.ts'
import { openReplayServer } from '../../test/replay-server.ts'
import { openPoliteFetch } from '../collect/polite-fetch.ts'
import { systemClock } from '../paper/clock.ts'
import { type Library, openLibrary } from './library.ts'
import { openPaceKeeper } from './pace-keeper.ts'

const PACE_MS = 120

describe.each(databases)('the pace kept by $name', ({ locate }) => {
  let library: Library
  let other: Library
  beforeAll(async () => {
    const location = { ...(await locate()), command: 'vitest' }
    library = await openLibrary(location)
    other = location.databaseUrl ? await openLibrary(location) : library
  })
  afterAll(async () => {
    if (other !== library) await other.close()
    await library.close()
  })
  const keeperOf = (own: Library, exclusive = false) =>
    openPaceKeeper(own.db, { exclusive, leaseMs: 500, pollMs: 10 })

  it('is that of one process, however many ask: one request at a time, none too soon', async () => {
    let open = 0
    let most = 0
    const server = await openReplayServer(async () => {
      most = Math.max(most, ++open)
      await scheduler.wait(30)
      open--
      return { body: 'answer' }
    })
    const clients = [library, other, library].map(own =>
      openPoliteFetch({
        version: '0',
        clock: systemClock,
        paceMs: { '127.0.0.1': PACE_MS },
        keeper: keeperOf(own),
      }),
    )
    const asked = new Set<number>()
    try {
      await Promise.all(
        clients.flatMap((client, index) =>
          [1, 2, 3].map(async number => {
            await client.get(`${server.url}/${index}-${number}`)
            if (server.requests.length <= 5) asked.add(index)
          }),
        ),
      )
      const times = server.requests.map(({ atMs }) => atMs)
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
      expect(server.requests).toHaveLength(9)
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(PACE_MS - 2)
      expect(most).toBe(1)
      // Nobody is left standing while another asks again and again.
      expect(asked.size).toBeGreaterThan(1)
    } finally {
      for (const client of clients) await client.close()
      await server.close()
    }
  })

  it('outlives the process that asked last', async () => {
    const turn = await keeperOf(library).take('last')
    await turn.count(200)
    await turn.release()
    const startMs = performance.now()
    await (await keeperOf(other).take('last')).release()
    expect(performance.now() - startMs).toBeGreaterThan(150)
  })

  it('holds a turn for as long as its process lives, however long a request takes', async () => {
    const turn = await keeperOf(library).take('long')
    let taken = false
    const next = keeperOf(other)
      .take('long')
      .then(later => {
        taken = true
        return later
      })
    await scheduler.wait(800)
    expect(taken).toBe(false)
    await turn.release()
    await (await next).release()
  })

  it('takes over the turn of a process that is gone', async () => {
    await library.harvests.set(
      'pace gone',
      JSON.stringify({ holder: 'dead', untilMs: Date.now() + 400, nextMs: 0 }),
    )
    const startMs = performance.now()
    await (await keeperOf(library).take('gone')).release()
    expect(performance.now() - startMs).toBeGreaterThan(200)
  })

  it('does not wait for it where nobody else can be alive, nor for a time that cannot be', async () => {
    await library.harvests.set(
      'pace alone',
      JSON.stringify({ holder: 'dead', untilMs: Date.now() + 20_000, nextMs: 0 }),
    )
    await library.harvests.set('pace odd', JSON.stringify({ holder: 'dead', untilMs: 9e15, nextMs: 9e15 }))
    const startMs = performance.now()
    await (await keeperOf(library, true).take('alone')).release()
    await (await keeperOf(library).take('odd')).release()
    expect(performance.now() - startMs).toBeLessThan(10_000)
  })

  it('lets go of one who gives up waiting', async () => {
    const turn = await keeperOf(library).take('busy')
    const controller = new AbortController()
    const waiting = keeperOf(other).take('busy', controller.signal)
    controller.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    await turn.release()
  })
})
