/** The pace of all calls to one provider: how many at a time, when to wait, when to ask again, when to give up. */
import { type Breaker, createBreaker } from './breaker.ts'
import { CallQueue, type Place } from './call-queue.ts'
import type { Clock } from './clock.ts'
import { type ConcurrencyLimit, createConcurrencyLimit } from './concurrency-limit.ts'
import { EngineError } from './engine-error.ts'

export interface PacingOptions {
  /** `auto` finds it, from 4 up to 64; a number is the ceiling and the start. */
  concurrency: 'auto' | number
  clock: Clock
  /** 0 ≤ x < 1, for jitter. */
  random: () => number
}

export interface PacingState {
  slots: number
  inFlight: number
  waiting: number
  /** How long the provider has still asked to be left alone. */
  pausedMs: number
  down: boolean
}

export interface Pacing {
  /**
   * Runs `call` when there is a place, and again where its `EngineError` is retryable, at most five times.
   * Throws the last error; `engine-unavailable` at once while the provider is down; the signal's reason.
   */
  run<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T>
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
const MAX_RATE_LIMITS = 20
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
    run: (call, signal) => pacer.run(call, signal),
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
  /** How many answers the provider had given when this call was last refused. */
  answersSeen: number
}

class Pacer {
  readonly queue: CallQueue
  readonly #limit: ConcurrencyLimit
  readonly #breaker: Breaker
  readonly #clock: Clock
  readonly #random: () => number
  #answers = 0
  #rateLimitsInARow = 0

  constructor({ concurrency, clock, random }: PacingOptions) {
    this.#limit = createConcurrencyLimit(concurrency)
    this.#breaker = createBreaker(clock)
    this.queue = new CallQueue({ limit: this.#limit, breaker: this.#breaker, clock })
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
      down: this.#breaker.refusal() !== undefined,
    }
  }

  async run<T>(call: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const attempts = { made: 0, timeouts: 0, refusals: 0, rateLimits: 0, answersSeen: this.#answers }
    for (let sentBack = false; ; sentBack = true) {
      const place = await this.queue.enter({ sentBack, signal })
      try {
        return await this.#attempt(call, place)
      } catch (error) {
        signal?.throwIfAborted()
        if (!this.#mayRetry(error, attempts)) throw error
        // A rate limit has paused everybody already.
        if (error.code !== 'engine-rate-limited') await this.#backOff(attempts.made, signal)
      }
    }
  }

  /** One try, with what it teaches about the provider. */
  async #attempt<T>(call: () => Promise<T>, place: Place): Promise<T> {
    const startedAt = this.#clock.now()
    const epoch = this.#limit.epoch
    try {
      const value = await call()
      this.#answers++
      this.#rateLimitsInARow = 0
      this.#breaker.noteSuccess()
      const busy = this.queue.inFlight >= this.#limit.slots
      this.#limit.noteGood({ latencyMs: this.#clock.now() - startedAt, busy, epoch })
      return value
    } catch (error) {
      if (error instanceof EngineError)
        this.#learn(error, { epoch, latencyMs: this.#clock.now() - startedAt })
      else if (place.trial) this.#breaker.abandonTrial()
      throw error
    } finally {
      this.queue.leave()
    }
  }

  #learn(error: EngineError, { epoch, latencyMs }: { epoch: number; latencyMs: number }): void {
    if (FOR_ALL_CALLS.has(error.code)) this.#breaker.trip(error, REFUSED_FOR_MS)
    else if (!error.retryable) this.#breaker.abandonTrial()
    else if (SHOWS_LIFE.has(error.code)) this.#breaker.noteSuccess()
    else {
      if (error.retryAfterMs !== undefined) this.queue.pause(error.retryAfterMs)
      if (error.timedOut) this.#limit.noteLatency(latencyMs)
      if (error.code !== 'engine-rate-limited') this.#breaker.noteFailure(error)
      // One burst of refusals is one piece of news.
      else if (this.#limit.noteOverload(epoch)) this.#learnRateLimit(error)
    }
  }

  #learnRateLimit(error: EngineError): void {
    this.#rateLimitsInARow++
    this.#breaker.noteFailure(error)
    const waitMs = error.retryAfterMs
    // Without a word on when, everybody waits: else each waiting call runs into the same wall in turn.
    if (waitMs === undefined)
      this.queue.pause(backOffMs(this.#rateLimitsInARow + 1) * (0.5 + this.#random() / 2))
    else if (waitMs > GIVE_UP_AFTER_MS) this.#breaker.trip(error, waitMs)
  }

  #mayRetry(error: unknown, attempts: Attempts): error is EngineError {
    if (!(error instanceof EngineError) || !error.retryable || this.#breaker.refusal()) return false
    const progress = this.#answers > attempts.answersSeen
    attempts.answersSeen = this.#answers
    if (error.code === 'engine-rate-limited' && progress && ++attempts.rateLimits < MAX_RATE_LIMITS)
      return true
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
