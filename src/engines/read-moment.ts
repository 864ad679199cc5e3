/** A point in time or a wait as response headers write it. */

// "6m0s", "1.5s", "20ms", "1h2m3s": Go's durations, as OpenAI writes them.
const DURATION_PART = /(\d+(?:\.\d+)?)(ms|h|m|s)/y
const PART_MS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }
const LONGEST = 60

/** Milliseconds from now: of seconds, a duration, seconds or milliseconds since 1970, or a date; undefined for none. */
export function readMoment(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? ''
  if (text === '' || text.length > LONGEST) return undefined
  const number = readNumber(text)
  if (number !== undefined)
    return number < 1e9 ? number * 1_000 : Math.max(0, (number < 1e11 ? number * 1_000 : number) - now)
  const duration = readDuration(text)
  if (duration !== undefined) return duration
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** A number without sign or exponent; undefined for anything else. */
export function readNumber(value: string | null): number | undefined {
  return value !== null && value.length <= LONGEST && /^\d+(?:\.\d+)?$/.test(value.trim())
    ? Number(value)
    : undefined
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
