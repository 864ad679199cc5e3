/** Declares a provider down after many failures in a row, and tries it again later with one call. */
import type { TimerClock } from '../paper/clock.ts'
import { EngineError } from './engine-error.ts'

export interface Breaker {
  /** Throws at once while the provider is down; `trial` marks the one call that finds out whether it is back. */
  enter(): { trial: boolean }
  /** The error of `enter` without taking the trial; undefined while calls may start. */
  refusal(): EngineError | undefined
  noteSuccess(): void
  noteFailure(error: EngineError): void
  /** A trial that ended without an answer, as when the caller gave up. */
  abandonTrial(): void
  /** Down at once, for a reason that the next call would meet too. */
  trip(reason: EngineError, durationMs: number): void
}

const FAILURES_IN_A_ROW = 10
// A blip fails all calls in flight within one second; that is no reason to give up on the provider.
const LEAST_STREAK_MS = 3_000
const FIRST_DOWN_MS = 30_000
const LONGEST_DOWN_MS = 300_000

/** The circuit breaker of Nygard's "Release It!" (closed, open, half-open), the open time doubling. */
export function createBreaker(clock: TimerClock): Breaker {
  let failures = 0
  let streakStartedAt = 0
  let downForMs = FIRST_DOWN_MS
  let openUntil = 0
  let reason: EngineError | undefined
  let trialRunning = false

  function open(error: EngineError, durationMs: number): void {
    reason = error
    openUntil = clock.now() + durationMs
    trialRunning = false
  }

  function refusal(): EngineError | undefined {
    if (!reason || (clock.now() >= openUntil && !trialRunning)) return undefined
    if (!reason.retryable) return reason
    return new EngineError(
      `The provider is taken to be down after ${failures} failures in a row: ${reason.message}`,
      {
        code: 'engine-unavailable',
        cause: reason,
      },
    )
  }

  return {
    refusal,
    enter() {
      const refused = refusal()
      if (refused) throw refused
      trialRunning = reason !== undefined
      return { trial: trialRunning }
    },
    noteSuccess() {
      failures = 0
      downForMs = FIRST_DOWN_MS
      reason = undefined
      trialRunning = false
    },
    noteFailure(error) {
      if (failures++ === 0) streakStartedAt = clock.now()
      const lasted = clock.now() - streakStartedAt >= LEAST_STREAK_MS
      if (!trialRunning && (failures < FAILURES_IN_A_ROW || !lasted || reason)) return
      open(error, downForMs)
      downForMs = Math.min(LONGEST_DOWN_MS, downForMs * 2)
    },
    abandonTrial() {
      trialRunning = false
    },
    trip: open,
  }
}
