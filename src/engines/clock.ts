/** Time as an argument, so that waiting is tested without waiting. */

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `action` once after the delay; the returned function cancels it. */
  startTimer(delayMs: number, action: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  startTimer(delayMs, action) {
    const timer = setTimeout(action, delayMs)
    return () => clearTimeout(timer)
  },
}
