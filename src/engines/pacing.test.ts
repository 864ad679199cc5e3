/** Tests of openPacing, on a clock of its own. */
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../test/manual-clock.ts'
import { EngineError, type EngineErrorDetails } from './engine-error.ts'
import { openPacing, type PacingOptions } from './pacing.ts'

function fail(code: EngineErrorDetails['code'], more: Partial<EngineErrorDetails> = {}): EngineError {
  return new EngineError(code, { code, ...more })
}

/** A provider that answers after a second, or as `answer` says; counts what it sees. */
function setUp({ concurrency = 'auto', random = () => 0.5 }: Partial<PacingOptions> = {}) {
  const clock = createManualClock()
  const pacing = openPacing({ concurrency, clock, random })
  const seen = { calls: 0, inFlight: 0, peak: 0, startsMs: [] as number[] }
  async function call(
    answer: (nth: number) => EngineError | undefined = () => undefined,
    latencyMs = 1_000,
  ): Promise<string> {
    const nth = ++seen.calls
    seen.startsMs.push(clock.now())
    seen.peak = Math.max(seen.peak, ++seen.inFlight)
    await clock.sleep(latencyMs)
    seen.inFlight--
    const error = answer(nth)
    if (error) throw error
    return 'answer'
  }
  const runMany = (count: number, make: () => Promise<string> = () => call()) =>
    clock.runUntil(Promise.allSettled(Array.from({ length: count }, () => pacing.run(make))))
  return { clock, pacing, seen, call, runMany }
}

describe('how many calls run at a time', () => {
  it('takes no longer than the ideal: 300 calls of 1 s, 16 at a time, in 19 s', async () => {
    const { clock, seen, runMany } = setUp({ concurrency: 16 })
    await runMany(300)
    expect(clock.now()).toBe(19_000)
    expect(seen.peak).toBe(16)
  })

  it('starts at four and grows while answers are good, up to 64', async () => {
    const { clock, seen, runMany } = setUp()
    await runMany(600)
    expect(seen.startsMs.filter(start => start === 0)).toHaveLength(4)
    expect(seen.peak).toBe(64)
    expect(clock.now()).toBeLessThan(15_000)
  })

  it('halves on a 429 and recovers', async () => {
    const { pacing, call, runMany } = setUp({ concurrency: 16 })
    await runMany(16, () =>
      call(nth => (nth === 3 ? fail('engine-rate-limited', { retryAfterMs: 10 }) : undefined)),
    )
    expect(pacing.state().slots).toBe(8)
    await runMany(200)
    expect(pacing.state().slots).toBe(16)
  })

  it('takes a burst of 429s for one', async () => {
    const { pacing, call, runMany } = setUp({ concurrency: 16 })
    await runMany(16, () =>
      call(nth => (nth <= 16 ? fail('engine-rate-limited', { retryAfterMs: 10 }) : undefined)),
    )
    expect(pacing.state().slots).toBeGreaterThanOrEqual(8)
  })

  it('halves when the latency rises sharply, and not for a slow answer now and then', async () => {
    const { pacing, seen, call, runMany } = setUp({ concurrency: 32 })
    await runMany(96, () => call(undefined, 1_000))
    await runMany(96, () => call(undefined, seen.calls % 4 === 0 ? 8_000 : 1_000))
    expect(pacing.state().slots).toBe(32)
    await runMany(64, () => call(undefined, 9_000))
    expect(pacing.state().slots).toBeLessThan(32)
  })

  it('never goes below one or above a number that was set', async () => {
    const { pacing, seen, call, runMany } = setUp({ concurrency: 2 })
    await runMany(12, () => call(() => fail('engine-rate-limited')))
    expect(pacing.state().slots).toBe(1)
    await runMany(50)
    expect(seen.peak).toBe(2)
  })
})

describe('when a call is made again', () => {
  it.each([
    ['engine-unavailable', {}, 5],
    ['engine-answer-malformed', {}, 5],
    ['engine-answer-empty', {}, 5],
    ['engine-unavailable', { timedOut: true }, 2],
    ['engine-refused', {}, 2],
    ['engine-key-refused', {}, 1],
    ['engine-quota', {}, 1],
    ['engine-model-unknown', {}, 1],
    ['engine-context-too-long', {}, 1],
    ['engine-budget-spent', {}, 1],
  ] as const)('tries %s %o %i times in all', async (code, more, times) => {
    const { seen, call, runMany } = setUp()
    const [result] = await runMany(1, () => call(() => fail(code, more)))
    expect(result).toMatchObject({ status: 'rejected', reason: { code } })
    expect(seen.calls).toBe(times)
  })

  it('does not try again what is no engine error', async () => {
    const { seen, runMany } = setUp()
    const [result] = await runMany(1, () => {
      seen.calls++
      return Promise.reject(new TypeError('a bug'))
    })
    expect(result).toMatchObject({ status: 'rejected', reason: { message: 'a bug' } })
    expect(seen.calls).toBe(1)
  })

  it('backs off with full jitter, twice as long each time', async () => {
    const { seen, call, runMany } = setUp({ random: () => 0.999_999 })
    await runMany(1, () => call(() => fail('engine-unavailable'), 0))
    const gaps = seen.startsMs.slice(1).map((start, at) => Math.round(start - (seen.startsMs[at] ?? 0)))
    expect(gaps).toEqual([500, 1_000, 2_000, 4_000])
  })

  it('waits out the limit of a minute that a provider does not tell', async () => {
    const { clock, call, runMany } = setUp()
    const closed = () => (clock.now() < 60_000 ? fail('engine-rate-limited') : undefined)
    const results = await runMany(8, () => call(closed))
    expect(results.every(({ status }) => status === 'fulfilled')).toBe(true)
  })

  it('gives up on a provider that refuses everybody for longer', async () => {
    const { clock, pacing, seen, call, runMany } = setUp()
    const results = await runMany(50, () => call(() => fail('engine-rate-limited')))
    expect(results.every(({ status }) => status === 'rejected')).toBe(true)
    expect(clock.now()).toBeLessThan(150_000)
    expect(seen.calls).toBeLessThan(30)
    expect(pacing.state().down).toBe(true)
  })

  it('does not give up on a call that is rate-limited while others get through', async () => {
    const { call, runMany } = setUp({ concurrency: 4 })
    const results = await runMany(200, () => call(nth => (nth % 2 ? fail('engine-rate-limited') : undefined)))
    expect(results.every(({ status }) => status === 'fulfilled')).toBe(true)
  })

  it('gets everything done at three faults in ten', async () => {
    let seed = 1
    const random = () => {
      seed = (seed * 16_807) % 2_147_483_647
      return seed / 2_147_483_647
    }
    const { call, runMany } = setUp({ random })
    const codes = [
      'engine-unavailable',
      'engine-rate-limited',
      'engine-answer-empty',
      'engine-answer-malformed',
    ] as const
    const results = await runMany(300, () =>
      call(() => (random() < 0.3 ? fail(codes[Math.floor(random() * 4)] ?? codes[0]) : undefined)),
    )
    expect(results.filter(({ status }) => status === 'rejected').length).toBeLessThanOrEqual(3)
  })
})

describe('waiting because the provider asks for it', () => {
  it('lets no call start before Retry-After is over', async () => {
    const { seen, call, runMany } = setUp({ concurrency: 2 })
    await runMany(6, () =>
      call(nth => (nth === 1 ? fail('engine-rate-limited', { retryAfterMs: 7_000 }) : undefined)),
    )
    expect(seen.startsMs.filter(start => start > 1_000 && start < 8_000)).toEqual([])
  })

  it('waits 60 seconds at most', async () => {
    const { clock, pacing, runMany } = setUp()
    pacing.pause(3_600_000)
    await runMany(1)
    expect(clock.now()).toBe(61_000)
  })

  it('takes a provider that asks for hours to be down', async () => {
    const { pacing, call, runMany } = setUp()
    await runMany(1, () => call(() => fail('engine-rate-limited', { retryAfterMs: 7_200_000 })))
    expect(pacing.state().down).toBe(true)
  })

  it('ends the wait at once when the caller gives up', async () => {
    const { clock, pacing, call } = setUp()
    const controller = new AbortController()
    pacing.pause(30_000)
    const waiting = pacing.run(() => call(), { signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    expect(clock.now()).toBe(0)
    expect(pacing.state()).toMatchObject({ inFlight: 0, waiting: 0 })
  })

  it('ends a back-off at once when the caller gives up', async () => {
    const { clock, pacing, call } = setUp({ random: () => 0.99 })
    const controller = new AbortController()
    const waiting = pacing.run(() => call(() => fail('engine-unavailable'), 0), { signal: controller.signal })
    clock.startTimer(100, () => controller.abort(new Error('enough')))
    await expect(clock.runUntil(waiting)).rejects.toThrow('enough')
    expect(clock.now()).toBe(100)
  })

  it('ends all waiting when closed', async () => {
    const { pacing, call } = setUp()
    pacing.pause(30_000)
    const waiting = [pacing.run(() => call()), pacing.run(() => call())]
    pacing.close()
    for (const call of waiting) await expect(call).rejects.toMatchObject({ code: 'engine-unavailable' })
  })
})

describe('a provider that is down', () => {
  it('is not asked any more after many failures in a row', async () => {
    const { pacing, seen, call, runMany } = setUp({ concurrency: 8 })
    const results = await runMany(300, () => call(() => fail('engine-unavailable')))
    expect(results.every(({ status }) => status === 'rejected')).toBe(true)
    expect(seen.calls).toBeLessThan(60)
    expect(pacing.state()).toMatchObject({ down: true, waiting: 0, inFlight: 0 })
    const calls = seen.calls
    const [late] = await runMany(1)
    expect(late).toMatchObject({ status: 'rejected', reason: { code: 'engine-unavailable' } })
    expect(seen.calls).toBe(calls)
  })

  it('is still asked after a blip that hits all calls in flight', async () => {
    const { clock, call, runMany } = setUp({ concurrency: 64 })
    const results = await runMany(64, () =>
      call(() => (clock.now() < 1_500 ? fail('engine-unavailable') : undefined)),
    )
    expect(results.every(({ status }) => status === 'fulfilled')).toBe(true)
  })

  it('is tried again later by one call, and used again when that succeeds', async () => {
    const { clock, pacing, seen, call, runMany } = setUp({ concurrency: 8 })
    await runMany(100, () => call(() => fail('engine-unavailable')))
    await clock.runUntil(clock.sleep(31_000))
    const calls = seen.calls
    const results = await runMany(3)
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(seen.calls).toBe(calls + 1)
    expect(pacing.state().down).toBe(false)
  })

  it('stays down twice as long when the trial fails', async () => {
    const { clock, pacing, call, runMany } = setUp({ concurrency: 8 })
    await runMany(100, () => call(() => fail('engine-unavailable')))
    await clock.runUntil(clock.sleep(31_000))
    await runMany(1, () => call(() => fail('engine-unavailable')))
    await clock.runUntil(clock.sleep(45_000))
    expect(pacing.state().down).toBe(true)
    await clock.runUntil(clock.sleep(20_000))
    expect(pacing.state().down).toBe(false)
  })

  it('spares the other calls when the key is refused', async () => {
    const { seen, call, runMany } = setUp({ concurrency: 4 })
    const results = await runMany(100, () => call(() => fail('engine-key-refused')))
    expect(seen.calls).toBe(4)
    expect(
      results.every(result => result.status === 'rejected' && result.reason.code === 'engine-key-refused'),
    ).toBe(true)
  })
})
