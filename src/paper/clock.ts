/** Time as an argument, so that whatever waits is tested without waiting. */
import { setTimeout as wait } from 'node:timers/promises'

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
  /** Resolves after `ms`; rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

export interface TimerClock extends Pick<Clock, 'now'> {
  /** Calls `action` once after the delay; the returned function cancels it. */
  startTimer(delayMs: number, action: () => void): () => void
}

export const systemClock: Clock & TimerClock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    try {
      await wait(ms, undefined, { signal })
    } catch (error) {
      throw signal?.aborted ? signal.reason : error
    }
  },
  startTimer(delayMs, action) {
    const timer = setTimeout(action, delayMs)
    return () => clearTimeout(timer)
  },
}
