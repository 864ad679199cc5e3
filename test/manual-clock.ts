/** A clock whose time passes only when told to, in order of its timers. */
import { setImmediate as settle } from 'node:timers/promises'
import type { TimerClock } from '../src/paper/clock.ts'

export interface ManualClock extends TimerClock {
  /** A wait of this clock. */
  sleep(durationMs: number): Promise<void>
  /** Passes time until `work` is done; fails where nothing is left to wait for. */
  runUntil<T>(work: Promise<T>): Promise<T>
}

export function createManualClock(startMs = 0): ManualClock {
  let now = startMs
  const timers = new Set<{ at: number; action: () => void }>()

  function startTimer(delayMs: number, action: () => void): () => void {
    const timer = { at: now + delayMs, action }
    timers.add(timer)
    return () => timers.delete(timer)
  }

  function fireNext(): void {
    const next = [...timers].reduce((first, timer) => (timer.at < first.at ? timer : first))
    timers.delete(next)
    now = Math.max(now, next.at)
    next.action()
  }

  return {
    now: () => now,
    startTimer,
    sleep: durationMs => new Promise(resolve => startTimer(durationMs, () => resolve())),
    async runUntil(work) {
      let done = false
      const finished = work.finally(() => {
        done = true
      })
      finished.catch(() => {})
      for (;;) {
        await settle()
        if (done) return finished
        if (timers.size === 0) throw new Error('Nothing is left to wait for.')
        fireNext()
      }
    },
  }
}
