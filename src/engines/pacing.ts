/** The pace of all calls to one provider: how many at a time, when to wait, when to ask again, when to give up. */
import type { TimerClock } from '../paper/clock.ts'
import { type Breaker, createBreaker } from './breaker.ts'
import { CallQueue, type Place } from './call-queue.ts'
import { type ConcurrencyLimit, createConcurrencyLimit } from './concurrency-limit.ts'
import { EngineError } from './engine-error.ts'
import { createRateLimit, type RateLimit } from './rate-limit.ts'
import type { RateLimitHeader } from './read-limits.ts'

export interface PacingOptions {
  /** `auto` finds it, from 4 up to 64; a number is the ceiling and the start. */
  concurrency: 'auto' | number
  /** Caps of a person's own, besides what the provider says and refuses; undefined: none. */
  requestsPerMinute?: number | undefined
  tokensPerMinute?: number | undefined
  clock: TimerClock
  /** 0 ≤ x < 1, for jitter. */
  random: () => number
}

export interface PacingState {
  slots: number
  inFlight: number
  waiting: number
  /** Until the next call may begin: because the provider asked to be left alone, or by its rate. */
  pausedMs: number
  /** What refusals have taught of a rate that the provider does not tell; undefined: nothing. */
  callsPerSecond: number | undefined
  down: boolean
}

export interface RunOptions {
  /** What the call is expected to use, for limits on tokens; 0 by default. */
  tokens?: number | undefined
  signal?: AbortSignal | undefined
}

/** One try of a call, to be told what it learns. */
export interface Attempt {
  /** What the headers of its answer say: `readLimits`. */
  noteLimits(headers: readonly RateLimitHeader[]): void
  /** What it used in truth. */
  noteTokens(used: number): void
}

export interface Pacing {
  /**
   * Runs `call` when there is a place, and again where its `EngineError` is retryable, at most five times.
   * Throws the last error; `engine-unavailable` at once while the provider is down; the signal's reason.
   */
  run<T>(call: (attempt: Attempt) => Promise<T>, options?: RunOptions): Promise<T>
  /** No call starts before that, whoever makes it; 60 seconds at most. */
  pause(durationMs: number): void
  state(): PacingState
  /** Ends all waiting; calls in flight go on. */
  close(): void
}

const MAX_ATTEMPTS = 5
// A time-out has cost a minute and maybe the price of the call; a refusal is seldom taken back.
const MAX_TIMEOUTS = 2
const MAX_REFUSALS = 2
// To be told to wait is no failure while others get through, but no call waits for ever.
const MAX_RATE_LIMITS = 50
// The limits of a minute are over by then; what still refuses everybody is closed for longer.
const LONGEST_CLOSED_MS = 75_000
const CLOSED_FOR_MS = 60_000
const FIRST_BACK_OFF_MS = 500
const LONGEST_BACK_OFF_MS = 30_000
// A provider that asks for more than this has closed for the day.
const GIVE_UP_AFTER_MS = 300_000
// The next call would meet the same refused key; in a server that runs for days somebody may mend it.
const REFUSED_FOR_MS = 60_000
const FOR_ALL_CALLS = new Set<string>(['engine-key-refused', 'engine-quota', 'engine-model-unknown'])
const SHOWS_LIFE = new Set<string>(['engine-answer-empty', 'engine-refused'])

export function openPacing(options: PacingOptions): Pacing {
  const pacer = new Pacer(options)
  return {
    run: (call, options) => pacer.run(call, options),
    pause: durationMs => pacer.queue.pause(durationMs),
    state: () => pacer.state(),
    close: () => pacer.queue.close(),
  }
}

interface Attempts {
  made: number
  timeouts: number
  refusals: number
  rateLimits: number
}

class Pacer {
  readonly queue: CallQueue
  readonly #limit: ConcurrencyLimit
  readonly #rate: RateLimit
  readonly #breaker: Breaker
  readonly #clock: TimerClock
  readonly #random: () => number
  #rateLimitsInARow = 0
  #lastRefusalAt = Number.NEGATIVE_INFINITY
  /** Since when nobody has got through for rate limits. */
  #closedSince: number | undefined

  constructor({ concurrency, clock, random, ...caps }: PacingOptions) {
    this.#limit = createConcurrencyLimit(concurrency)
    this.#rate = createRateLimit(caps)
    this.#breaker = createBreaker(clock)
    this.queue = new CallQueue({ limit: this.#limit, rate: this.#rate, breaker: this.#breaker, clock })
    this.#clock = clock
    this.#random = random
  }

  state(): PacingState {
    const { inFlight, waiting, pausedMs } = this.queue
    return {
      slots: this.#limit.slots,
      inFlight,
      waiting,
      pausedMs,
      callsPerSecond: this.#rate.learnedPerSecond,
      down: this.#breaker.refusal() !== undefined,
    }
  }

  async run<T>(call: (attempt: Attempt) => Promise<T>, { tokens = 0, signal }: RunOptions = {}): Promise<T> {
    const attempts = { made: 0, timeouts: 0, refusals: 0, rateLimits: 0 }
    for (let sentBack = false; ; sentBack = true) {
      const place = await this.queue.enter({ sentBack, tokens, signal })
      try {
        return await this.#attempt(() => call(this.#watch(place, tokens)), place)
      } catch (error) {
        signal?.throwIfAborted()
        if (!this.#mayRetry(error, attempts)) throw error
        // A rate limit has paused everybody already.
        if (error.code !== 'engine-rate-limited') await this.#backOff(attempts.made, signal)
      }
    }
  }

  #watch({ ticket }: Place, tokens: number): Attempt {
    return {
      noteLimits: headers => this.#rate.noteLimits(headers, { now: this.#clock.now(), ticket }),
      noteTokens: used => this.#rate.correctTokens(used - tokens),
    }
  }

  /** One try, with what it teaches about the provider. */
  async #attempt<T>(call: () => Promise<T>, place: Place): Promise<T> {
    const { startedAt } = place
    const epoch = this.#limit.epoch
    try {
      const value = await call()
      this.#rateLimitsInARow = 0
      this.#closedSince = undefined
      this.#breaker.noteSuccess()
      const busy = this.queue.inFlight >= this.#limit.slots
      this.#limit.noteGood({ latencyMs: this.#clock.now() - startedAt, busy, epoch })
      return value
    } catch (error) {
      if (error instanceof EngineError) this.#learn(error, { epoch, startedAt })
      else if (place.trial) this.#breaker.abandonTrial()
      throw error
    } finally {
      this.queue.leave()
    }
  }

  #learn(error: EngineError, seen: { epoch: number; startedAt: number }): void {
    if (FOR_ALL_CALLS.has(error.code)) this.#breaker.trip(error, REFUSED_FOR_MS)
    else if (!error.retryable) this.#breaker.abandonTrial()
    else if (SHOWS_LIFE.has(error.code)) this.#breaker.noteSuccess()
    else {
      if (error.retryAfterMs !== undefined) this.queue.pause(error.retryAfterMs)
      if (error.timedOut) this.#limit.noteLatency(this.#clock.now() - seen.startedAt)
      if (error.code === 'engine-rate-limited') this.#learnRateLimit(error, seen)
      else this.#breaker.noteFailure(error)
    }
  }

  #learnRateLimit(error: EngineError, { epoch, startedAt }: { epoch: number; startedAt: number }): void {
    const now = this.#clock.now()
    const told = error.retryAfterMs !== undefined
    // One burst of refusals is one piece of news.
    if (startedAt <= this.#lastRefusalAt) {
      this.#rate.noteRepeated({ startedAt, told, resumeAt: now + this.queue.pausedMs })
      return
    }
    this.#lastRefusalAt = now
    this.#rateLimitsInARow++
    this.#closedSince ??= now
    // Without a word on when, everybody waits: else each waiting call runs into the same wall in turn.
    if (!told) this.queue.pause(this.#guessWaitMs())
    // With places to spare it was not the calls at a time that were too many.
    const busy = this.queue.fullAt >= startedAt
    const explained = this.#rate.noteRefusal({ startedAt, told, resumeAt: now + this.queue.pausedMs })
    if (busy) this.#limit.noteOverload(epoch, { mild: explained })
    const waitMs = error.retryAfterMs ?? 0
    if (waitMs > GIVE_UP_AFTER_MS) this.#breaker.trip(error, waitMs)
    else if (now - this.#closedSince > LONGEST_CLOSED_MS) this.#breaker.trip(error, CLOSED_FOR_MS)
    else this.#breaker.abandonTrial()
  }

  /** Where the rate is known, a few calls' worth is enough. */
  #guessWaitMs(): number {
    const perSecond = this.#rate.learnedPerSecond
    const leastMs = perSecond === undefined ? 2 * FIRST_BACK_OFF_MS : Math.max(200, 2_000 / perSecond)
    const waitMs = Math.min(LONGEST_BACK_OFF_MS, leastMs * 2 ** (this.#rateLimitsInARow - 1))
    return waitMs * (0.5 + this.#random() / 2)
  }

  #mayRetry(error: unknown, attempts: Attempts): error is EngineError {
    if (!(error instanceof EngineError) || !error.retryable || this.#breaker.refusal()) return false
    // The breaker ends what nobody gets through.
    if (error.code === 'engine-rate-limited') return ++attempts.rateLimits < MAX_RATE_LIMITS
    attempts.made++
    if (error.timedOut) attempts.timeouts++
    if (error.code === 'engine-refused') attempts.refusals++
    return (
      attempts.made < MAX_ATTEMPTS && attempts.timeouts < MAX_TIMEOUTS && attempts.refusals < MAX_REFUSALS
    )
  }

  // Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
  #backOff(attempt: number, signal: AbortSignal | undefined): Promise<void> {
    return this.queue.sleep(this.#random() * backOffMs(attempt), signal)
  }
}

function backOffMs(attempt: number): number {
  return Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** (attempt - 1))
}
