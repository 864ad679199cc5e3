/** Reads how long a server asks to be left alone. */

/**
 * Milliseconds from now, or undefined where nothing readable is said. `Retry-After` in seconds or as an HTTP
 * date (RFC 9110, 10.2.3); else the `t` of the `RateLimit` field that Hugging Face sends with a 429.
 */
export function readRetryAfter(
  headers: { get(name: string): string | null },
  nowMs: number,
): number | undefined {
  const asked = headers.get('retry-after')?.trim()
  if (asked && /^\d+$/.test(asked)) return Number(asked) * 1000
  const atMs = asked ? Date.parse(asked) : Number.NaN
  if (!Number.isNaN(atMs)) return Math.max(0, atMs - nowMs)
  const left = /(?:^|[;,\s])t=(\d{1,9})(?!\d)/.exec(headers.get('ratelimit') ?? '')?.[1]
  return left === undefined ? undefined : Number(left) * 1000
}
