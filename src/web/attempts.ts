/** Slows down whoever guesses passwords: a few tries a minute for each address, and not many for all together. */

export interface Attempts {
  /** Milliseconds to wait before the next try; 0 where one is free. Counts the try. */
  take(address: string, nowMs: number): number
  /** A good password clears what the address had on account. */
  forgive(address: string): void
}

const WINDOW_MS = 60_000
const PER_ADDRESS = 5
// Many addresses are cheap to have; a person needs few tries.
const FOR_ALL = 60

export function openAttempts(): Attempts {
  const triesMs = new Map<string, number[]>()
  return {
    take(address, nowMs) {
      for (const [other, times] of triesMs) {
        const recent = times.filter(atMs => nowMs - atMs < WINDOW_MS)
        if (recent.length === 0) triesMs.delete(other)
        else triesMs.set(other, recent)
      }
      const own = triesMs.get(address) ?? []
      const all = [...triesMs.values()].flat().toSorted((a, b) => a - b)
      const [full, times] = own.length >= PER_ADDRESS ? [true, own] : [all.length >= FOR_ALL, all]
      if (full) return WINDOW_MS - (nowMs - (times[0] ?? nowMs))
      triesMs.set(address, [...own, nowMs])
      return 0
    },
    forgive(address) {
      triesMs.delete(address)
    },
  }
}
