/** Where calls to one provider wait for a place: limited in number, paused together, refused while it is down. */
import type { TimerClock } from '../paper/clock.ts'
import type { Breaker } from './breaker.ts'
import type { ConcurrencyLimit } from './concurrency-limit.ts'
import { EngineError } from './engine-error.ts'
import type { Ticket } from './published-limits.ts'
import type { RateLimit } from './rate-limit.ts'
import { waitFor } from './wait-for.ts'

export interface CallQueueOptions {
  limit: ConcurrencyLimit
  rate: RateLimit
  breaker: Breaker
  clock: TimerClock
}

export interface Place {
  /** The one call that finds out whether a provider that was down is back. */
  trial: boolean
  startedAt: number
  ticket: Ticket
}

export interface EnterOptions {
  sentBack: boolean
  /** What the call is expected to use. */
  tokens: number
  signal: AbortSignal | undefined
}

interface Waiter {
  tokens: number
  admit(): void
  reject(reason: unknown): void
}

const LONGEST_PAUSE_MS = 60_000

export class CallQueue {
  readonly #options: CallQueueOptions
  readonly #closing = new AbortController()
  // Calls that were sent back go before new ones, so that none of them starves.
  readonly #again: Waiter[] = []
  readonly #fresh: Waiter[] = []
  #pausedUntil = 0
  #cancelWakeUp = () => {}
  inFlight = 0
  /** When all places were taken last. */
  fullAt = Number.NEGATIVE_INFINITY

  constructor(options: CallQueueOptions) {
    this.#options = options
  }

  get waiting(): number {
    return this.#again.length + this.#fresh.length
  }

  /** Until the provider may be asked again, as far as it has said so or is known. */
  get pausedMs(): number {
    return this.#heldMs(1)
  }

  /** Waits for a place, which `leave` gives back. Throws the breaker's error or the signal's reason. */
  enter({ sentBack, tokens, signal }: EnterOptions): Promise<Place> {
    const queue = sentBack ? this.#again : this.#fresh
    const { breaker, rate, clock } = this.#options
    return waitFor<Place>(({ resolve, reject }) => {
      const admit = () => {
        const startedAt = clock.now()
        resolve({ ...breaker.enter(), startedAt, ticket: rate.noteStart(startedAt, tokens) })
      }
      const waiter = { tokens, admit, reject }
      queue.push(waiter)
      this.#dispatch()
      return () => {
        const at = queue.indexOf(waiter)
        if (at >= 0) queue.splice(at, 1)
      }
    }, this.#endings(signal))
  }

  leave(): void {
    this.inFlight--
    this.#dispatch()
  }

  sleep(durationMs: number, signal: AbortSignal | undefined): Promise<void> {
    const { clock } = this.#options
    return waitFor(
      ({ resolve }) => clock.startTimer(durationMs, () => resolve(undefined)),
      this.#endings(signal),
    )
  }

  /** No call starts before that, whoever makes it; 60 seconds at most. */
  pause(durationMs: number): void {
    const until = this.#options.clock.now() + Math.min(durationMs, LONGEST_PAUSE_MS)
    this.#pausedUntil = Math.max(this.#pausedUntil, until)
  }

  close(): void {
    this.#cancelWakeUp()
    this.#closing.abort(new EngineError('The engine was closed.', { code: 'engine-unavailable' }))
  }

  #heldMs(tokens: number): number {
    const now = this.#options.clock.now()
    // Whole milliseconds, as timers count: a remainder would never pass.
    return Math.ceil(Math.max(0, this.#pausedUntil - now, this.#options.rate.waitMs(now, tokens)))
  }

  #endings(signal: AbortSignal | undefined): AbortSignal[] {
    return signal ? [signal, this.#closing.signal] : [this.#closing.signal]
  }

  #dispatch(): void {
    const { breaker, limit, clock } = this.#options
    for (let next = this.#first(); next; next = this.#first()) {
      const refusal = breaker.refusal()
      if (refusal) {
        this.#rejectAll(refusal)
        return
      }
      if (this.inFlight >= limit.slots) return
      const heldMs = this.#heldMs(next.tokens)
      this.#cancelWakeUp()
      if (heldMs > 0) {
        this.#cancelWakeUp = clock.startTimer(heldMs, () => this.#dispatch())
        return
      }
      this.inFlight++
      if (this.inFlight >= limit.slots) this.fullAt = clock.now()
      if (!this.#again.shift()) this.#fresh.shift()
      next.admit()
    }
  }

  #first(): Waiter | undefined {
    return this.#again[0] ?? this.#fresh[0]
  }

  #rejectAll(reason: EngineError): void {
    for (const waiter of [...this.#again.splice(0), ...this.#fresh.splice(0)]) waiter.reject(reason)
  }
}
