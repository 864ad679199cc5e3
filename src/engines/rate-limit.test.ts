/** Tests of createRateLimit and openPacing against services with limits, on a clock of its own. */
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../test/manual-clock.ts'
import { createRateLimiter, type RateLimiterOptions } from '../../test/rate-limiter.ts'
import { EngineError } from './engine-error.ts'
import { openPacing, type PacingOptions, type RunOptions } from './pacing.ts'
import { readLimits } from './read-limits.ts'
import { readWait } from './read-wait.ts'

const LATENCY_MS = 500
const REFUSAL_MS = 20

interface Request extends Partial<PacingOptions> {
  calls: number
  tokens?: number
}

/** Makes so many calls at once against a service with such limits. */
async function run(limits: RateLimiterOptions, { calls, tokens = 0, ...options }: Request) {
  const clock = createManualClock()
  let seed = 1
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const pacing = openPacing({ concurrency: 'auto', clock, random, ...options })
  const limiter = createRateLimiter(limits)
  const seen = { refused: 0, tooEarly: 0, startsMs: [] as number[] }
  let closedUntil = 0
  const call: Parameters<typeof pacing.run<void>>[0] = async attempt => {
    seen.startsMs.push(clock.now())
    if (clock.now() < closedUntil) seen.tooEarly++
    await clock.sleep(5 + 10 * random())
    const { admitted, headers } = limiter.admit(clock.now(), tokens)
    const told = new Headers(headers)
    if (!admitted) {
      seen.refused++
      await clock.sleep(REFUSAL_MS)
      attempt.noteLimits(readLimits(told, clock.now()))
      const retryAfterMs = readWait(told, { now: clock.now(), refused: true })
      closedUntil = Math.max(closedUntil, clock.now() + (retryAfterMs ?? 0))
      throw new EngineError('429', {
        code: 'engine-rate-limited',
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      })
    }
    await clock.sleep(LATENCY_MS * (0.75 + random() / 2))
    attempt.noteLimits(readLimits(told, clock.now()))
  }
  const request: RunOptions = { tokens }
  const results = await clock.runUntil(
    Promise.allSettled(Array.from({ length: calls }, () => pacing.run(call, request))),
  )
  const lost = results.filter(({ status }) => status === 'rejected').length
  return { ...seen, lost, seconds: clock.now() / 1_000, state: pacing.state() }
}

/** The most that begins within any minute. */
function mostInAMinute(startsMs: readonly number[], amount = 1): number {
  return Math.max(
    ...startsMs.map(start => amount * startsMs.filter(at => at >= start && at < start + 60_000).length),
  )
}

describe('a limit that nobody tells', () => {
  it.each<[string, RateLimiterOptions, number]>([
    ['a bucket with Retry-After', { kind: 'bucket', requests: 600, burst: 10 }, 400],
    ['a bucket without a word', { kind: 'bucket', requests: 600, burst: 10, retryAfter: 'none' }, 400],
    ['a bucket that counts refusals', { kind: 'bucket', requests: 600, burst: 10, countsRefused: true }, 400],
    ['windows of 6 s', { kind: 'fixed', requests: 60, windowMs: 6_000 }, 400],
    ['any 60 s', { kind: 'sliding', requests: 600 }, 1_500],
    ['windows of 60 s', { kind: 'fixed', requests: 600 }, 1_500],
  ])('is used to 93%% and none is lost: 600 a minute by %s', async (_, limits, calls) => {
    const { seconds, lost, refused, tooEarly } = await run(limits, { calls })
    expect(lost).toBe(0)
    expect((60 * calls) / seconds).toBeGreaterThanOrEqual(0.93 * 600)
    expect(refused).toBeLessThan(calls / 20)
    // What Retry-After asked for was kept to.
    expect(tooEarly).toBe(0)
  })

  it('is found where it is low: 120 a minute', async () => {
    const { lost, state } = await run({ kind: 'bucket', requests: 120, burst: 4 }, { calls: 150 })
    expect(lost).toBe(0)
    expect(state.callsPerSecond).toBeGreaterThan(1.5)
    expect(state.callsPerSecond).toBeLessThan(3)
  })
})

describe('a limit that headers tell', () => {
  it.each(['openai', 'anthropic', 'plain'] as const)(
    'is hardly ever met, and used up: %s headers',
    async publish => {
      for (const kind of ['bucket', 'fixed'] as const) {
        const { seconds, lost, refused } = await run(
          { kind, requests: 600, publish, retryAfter: 'none' },
          { calls: 1_500 },
        )
        expect(lost).toBe(0)
        expect(refused).toBeLessThanOrEqual(5)
        expect((60 * 1_500) / seconds).toBeGreaterThanOrEqual(600)
      }
    },
  )

  it('counts tokens too', async () => {
    const { lost, refused, seconds } = await run(
      { kind: 'bucket', requests: 10_000, tokens: 200_000, publish: 'openai' },
      { calls: 300, tokens: 2_000 },
    )
    expect(lost).toBe(0)
    expect(refused).toBeLessThanOrEqual(5)
    // 100 calls at once, then 100 a minute.
    expect(seconds).toBeLessThan(135)
  })
})

describe('a cap of one’s own', () => {
  const open: RateLimiterOptions = { kind: 'bucket', requests: 1_000_000 }

  it('on requests holds in any minute, and is used up', async () => {
    const { startsMs, seconds } = await run(open, { calls: 250, requestsPerMinute: 100 })
    expect(mostInAMinute(startsMs)).toBeLessThanOrEqual(100)
    expect(seconds).toBeLessThan(155)
  })

  it('on tokens holds in any minute', async () => {
    const { startsMs, seconds } = await run(open, { calls: 60, tokens: 1_000, tokensPerMinute: 20_000 })
    expect(mostInAMinute(startsMs, 1_000)).toBeLessThanOrEqual(20_000)
    expect(seconds).toBeLessThan(185)
  })

  it('lets a call through that alone is more than it', async () => {
    const { lost, seconds } = await run(open, { calls: 2, tokens: 5_000, tokensPerMinute: 1_000 })
    expect(lost).toBe(0)
    expect(seconds).toBeLessThan(305)
  })

  it('of one request a minute is kept to', async () => {
    const { startsMs } = await run(open, { calls: 3, requestsPerMinute: 1 })
    expect(mostInAMinute(startsMs)).toBe(1)
  })
})
