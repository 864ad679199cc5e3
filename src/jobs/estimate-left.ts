/** Estimates how long a long work still takes, at the speed measured so far. */

export interface Estimate {
  /** From 0 to 1, also of what was done before this process began. */
  fraction: number
  /** Milliseconds; undefined before there is a speed. */
  leftMs: number | undefined
}

// A speed measured over less than this says nothing.
const MIN_MEASURED_MS = 2000

/** @param now milliseconds, from any start */
export function createEstimate(now: () => number): (done: number, total: number) => Estimate {
  let first: { done: number; atMs: number } | undefined
  return (done, total) => {
    const atMs = now()
    first ??= { done, atMs }
    const [gained, tookMs] = [done - first.done, atMs - first.atMs]
    const hasSpeed = gained > 0 && tookMs >= MIN_MEASURED_MS
    return {
      fraction: total > 0 ? Math.min(1, done / total) : 1,
      leftMs: hasSpeed ? ((total - done) / gained) * tookMs : undefined,
    }
  }
}

/** `less than a minute`, `about 14 min`, `about 3 h 20 min`, `about 2 days`. */
export function describeDuration(durationMs: number): string {
  const minutes = Math.round(durationMs / 60_000)
  if (minutes < 1) return 'less than a minute'
  if (minutes < 60) return `about ${minutes} min`
  if (minutes < 60 * 24) {
    const rest = Math.round((minutes % 60) / 10) * 10
    const hours = Math.floor(minutes / 60) + (rest === 60 ? 1 : 0)
    return rest % 60 === 0 ? `about ${hours} h` : `about ${hours} h ${rest} min`
  }
  const days = Math.round(minutes / (60 * 24))
  return `about ${days} ${days === 1 ? 'day' : 'days'}`
}
