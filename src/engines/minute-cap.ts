/** A cap on requests or tokens a minute that a person has set: held in any sixty seconds, and spread over them. */

export interface MinuteCap {
  /** How long until so much may be begun; 0: now. What is more than a whole minute's may begin alone. */
  waitMs(now: number, amount: number): number
  take(now: number, amount: number): void
  /** Puts right what was taken last, once it is known: `difference` more than was expected, or less. */
  correct(difference: number): void
}

const MINUTE_MS = 60_000
// So much of a minute's worth may be begun at once: a second of it keeps a provider's own, shorter windows quiet.
const AT_ONCE_MS = 1_000

export function createMinuteCap(perMinute: number): MinuteCap {
  const taken: { at: number; amount: number }[] = []
  const perMs = perMinute / MINUTE_MS
  const mostAtOnce = Math.max(1, perMs * AT_ONCE_MS)
  let sum = 0
  let level = mostAtOnce
  let levelAt = 0

  function refresh(now: number): void {
    while (taken[0] && taken[0].at <= now - MINUTE_MS) sum -= taken.shift()?.amount ?? 0
    level = Math.min(mostAtOnce, level + Math.max(0, now - levelAt) * perMs)
    levelAt = Math.max(levelAt, now)
  }

  function minuteWaitMs(now: number, amount: number): number {
    let free = perMinute - sum
    if (free >= amount) return 0
    for (const { at, amount: freed } of taken) {
      free += freed
      if (free >= amount) return at + MINUTE_MS - now
    }
    return 0
  }

  return {
    waitMs(now, amount) {
      refresh(now)
      const short = Math.min(amount, mostAtOnce) - level
      // Sums of fractions drift by less than this.
      const spreadMs = short > 1e-9 ? short / perMs : 0
      return Math.max(spreadMs, minuteWaitMs(now, Math.min(amount, perMinute)))
    },
    take(now, amount) {
      refresh(now)
      taken.push({ at: now, amount })
      sum += amount
      level -= amount
    },
    correct(difference) {
      const last = taken.at(-1)
      if (!last) return
      last.amount += difference
      sum += difference
      level -= difference
    },
  }
}
