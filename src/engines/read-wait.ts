/** How long a provider asks to wait, read from its response headers in every spelling in use. */

// "6m0s", "1.5s", "20ms", "1h2m3s": Go's durations, as OpenAI writes them.
const DURATION_PART = /(\d+(?:\.\d+)?)(ms|h|m|s)/y
const PART_MS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }
const LIMITS = ['requests', 'tokens', 'input-tokens', 'output-tokens']

interface Limit {
  remaining: string | null
  reset: string | null
}

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
  const asked = readMs(headers.get('retry-after-ms')) ?? readMoment(headers.get('retry-after'), now)
  if (asked !== undefined) return asked
  const waits = readLimits(headers)
    .filter(({ remaining }) => (remaining === null ? refused : Number(remaining) <= 0))
    .map(({ reset }) => readMoment(reset, now))
    .filter(wait => wait !== undefined)
  return waits.length > 0 ? Math.max(...waits) : undefined
}

function readLimits(headers: Headers): Limit[] {
  const named = ['x-ratelimit', 'anthropic-ratelimit'].flatMap(prefix =>
    LIMITS.flatMap(limit => [
      { remaining: `${prefix}-remaining-${limit}`, reset: `${prefix}-reset-${limit}` },
      { remaining: `${prefix}-${limit}-remaining`, reset: `${prefix}-${limit}-reset` },
    ]),
  )
  const plain = ['x-ratelimit', 'ratelimit'].map(prefix => ({
    remaining: `${prefix}-remaining`,
    reset: `${prefix}-reset`,
  }))
  return [...named, ...plain]
    .filter(({ reset }) => headers.has(reset))
    .map(({ remaining, reset }) => ({ remaining: headers.get(remaining), reset: headers.get(reset) }))
}

function readMs(value: string | null): number | undefined {
  return value !== null && /^\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : undefined
}

/** Seconds, a duration, seconds or milliseconds since 1970, or a date. */
function readMoment(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? ''
  if (text === '' || text.length > 60) return undefined
  const number = readMs(text)
  if (number !== undefined)
    return number < 1e9 ? number * 1_000 : Math.max(0, (number < 1e11 ? number * 1_000 : number) - now)
  const duration = readDuration(text)
  if (duration !== undefined) return duration
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

function readDuration(text: string): number | undefined {
  const part = new RegExp(DURATION_PART)
  let totalMs = 0
  while (part.lastIndex < text.length) {
    const [, amount, unit] = part.exec(text) ?? []
    if (amount === undefined || unit === undefined) return undefined
    totalMs += Number(amount) * (PART_MS[unit] ?? 0)
  }
  return totalMs
}
