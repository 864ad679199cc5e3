/** Where calls to one provider wait for a place: limited in number, paused together, refused while it is down. */
import type { Breaker } from './breaker.ts'
import type { Clock } from './clock.ts'
import type { ConcurrencyLimit } from './concurrency-limit.ts'
import { EngineError } from './engine-error.ts'
import { waitFor } from './wait-for.ts'

export interface CallQueueOptions {
  limit: ConcurrencyLimit
  breaker: Breaker
  clock: Clock
}

/** `trial`: the one call that finds out whether a provider that was down is back. */
export interface Place {
  trial: boolean
}

interface Waiter {
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

  constructor(options: CallQueueOptions) {
    this.#options = options
  }

  get waiting(): number {
    return this.#again.length + this.#fresh.length
  }

  get pausedMs(): number {
    return Math.max(0, this.#pausedUntil - this.#options.clock.now())
  }

  /** Waits for a place, which `leave` gives back. Throws the breaker's error or the signal's reason. */
  enter({ sentBack, signal }: { sentBack: boolean; signal: AbortSignal | undefined }): Promise<Place> {
    const queue = sentBack ? this.#again : this.#fresh
    return waitFor<Place>(({ resolve, reject }) => {
      const admit = () => resolve(this.#options.breaker.enter())
      const waiter = { admit, reject }
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

  #endings(signal: AbortSignal | undefined): AbortSignal[] {
    return signal ? [signal, this.#closing.signal] : [this.#closing.signal]
  }

  #dispatch(): void {
    const { breaker, limit, clock } = this.#options
    while (this.waiting > 0) {
      const refusal = breaker.refusal()
      if (refusal) {
        this.#rejectAll(refusal)
        return
      }
      if (this.pausedMs > 0) {
        this.#cancelWakeUp()
        this.#cancelWakeUp = clock.startTimer(this.pausedMs, () => this.#dispatch())
        return
      }
      if (this.inFlight >= limit.slots) return
      this.inFlight++
      const next = this.#again.shift() ?? this.#fresh.shift()
      next?.admit()
    }
  }

  #rejectAll(reason: EngineError): void {
    for (const waiter of [...this.#again.splice(0), ...this.#fresh.splice(0)]) waiter.reject(reason)
  }
}
