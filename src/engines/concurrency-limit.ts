/** How many calls one provider bears at a time: grows while answers are good, halves when it says so. */

export interface ConcurrencyLimit {
  /** Whole calls at a time, at least 1. */
  readonly slots: number
  /** Counts the decreases; an overload seen by a call that began before the last one says nothing new. */
  readonly epoch: number
  noteGood(seen: { latencyMs: number; busy: boolean; epoch: number }): void
  /**
   * A 429 while all slots were in use. Nothing happens where the last decrease has answered it already. `mild`: a
   * rate explains it, and the slots give way only a little.
   */
  noteOverload(epoch: number, options?: { mild?: boolean }): void
  /** Of an answer or of a time-out. */
  noteLatency(latencyMs: number): void
}

const START = 4
const CEILING = 64
// A model's latency varies threefold with the length of its answers alone; medians of this many answers do not.
const WINDOW = 8
const SHARP_RISE = 3
// Below this a rise is noise of the machine, not of the provider.
const LEAST_RISE_MS = 500
// Slots more per good answer until the first overload: with answers that take seconds, rounds are dear.
const FIRST_GROWTH = 2
// What is left of the safe limit after a 429.
const YIELD = 0.85
const SLOW_YIELD = 0.95
const HALF = 0.5
const BASELINE_DRIFT = 0.1

/**
 * Additive increase, multiplicative decrease (Chiu and Jain 1989), with TCP's slow start (RFC 5681): two slots
 * more per good answer until the first overload, then one up to a little below where that came, then one per
 * round. A number is the ceiling and the start, so that a setting of 16 means 16 from the first call on.
 */
export function createConcurrencyLimit(concurrency: 'auto' | number): ConcurrencyLimit {
  const ceiling = concurrency === 'auto' ? CEILING : Math.max(1, Math.floor(concurrency))
  let limit = concurrency === 'auto' ? START : ceiling
  let safe = ceiling
  let epoch = 0
  let baselineMs: number | undefined
  let latenciesMs: number[] = []

  function decrease(factor: number): void {
    limit = Math.max(1, limit * factor)
    epoch++
    latenciesMs = []
  }

  function noteLatency(latencyMs: number): void {
    latenciesMs.push(latencyMs)
    if (latenciesMs.length < Math.max(WINDOW, Math.floor(limit))) return
    const median = latenciesMs.sort((a, b) => a - b)[latenciesMs.length >> 1] ?? latencyMs
    latenciesMs = []
    const base = baselineMs ?? median
    baselineMs = median < base ? median : base + (median - base) * BASELINE_DRIFT
    if (median <= base * SHARP_RISE || median - base <= LEAST_RISE_MS) return
    // A provider that is slow for a while bears as much as before when that is over.
    safe = Math.max(limit, safe * SLOW_YIELD)
    decrease(HALF)
  }

  return {
    get slots() {
      return Math.floor(limit)
    },
    get epoch() {
      return epoch
    },
    noteLatency,
    noteGood({ latencyMs, busy, epoch: seenEpoch }) {
      // A limit that is not used up is not tested, and the last answers of a run are its slowest.
      if (!busy) return
      // Nor is a new limit tested by a call from before it.
      if (seenEpoch === epoch)
        limit = Math.min(ceiling, limit + (limit >= safe ? 1 / limit : epoch === 0 ? FIRST_GROWTH : 1))
      noteLatency(latencyMs)
    },
    noteOverload(seenEpoch, { mild = false } = {}) {
      if (seenEpoch !== epoch) return
      // Below the safe limit a 429 may be chance, so that limit gives way slowly; above it the limit was found.
      safe = limit < safe ? Math.max(limit, safe * YIELD) : Math.max(1, limit * YIELD)
      decrease(mild ? YIELD : HALF)
    },
  }
}
