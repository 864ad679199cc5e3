/** How long a provider asks to wait, read from its response headers. */
import { findLimits } from './read-limits.ts'
import { readMoment, readNumber } from './read-moment.ts'

/**
 * Milliseconds to wait, or undefined where the headers ask for none. `Retry-After` (seconds or an HTTP date,
 * RFC 9110) and `retry-after-ms` count always; the reset of a rate limit (`x-ratelimit-reset-requests`,
 * `anthropic-ratelimit-…`, `x-ratelimit-reset`, `ratelimit-reset`) where nothing of it remains, or where
 * `refused` is set and the header does not say what remains.
 */
export function readWait(
  headers: Headers,
  { now, refused }: { now: number; refused: boolean },
): number | undefined {
  const asked = readAskedWait(headers, now)
  if (asked !== undefined) return asked
  const waits = findLimits(headers)
    .filter(({ remaining }) => (remaining === null ? refused : Number(remaining) <= 0))
    .map(({ reset }) => readMoment(reset, now))
    .filter(wait => wait !== undefined)
  return waits.length > 0 ? Math.max(...waits) : undefined
}

/** What `retry-after-ms` or `Retry-After` asks for in so many words. */
export function readAskedWait(headers: Headers, now: number): number | undefined {
  return readNumber(headers.get('retry-after-ms')) ?? readMoment(headers.get('retry-after'), now)
}
