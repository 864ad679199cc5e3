/** The limits that providers set on requests and tokens, in the ways in use, on any clock. */

export interface RateLimiterOptions {
  /**
   * `sliding`: so many within any window. `fixed`: so many in each window, counted from the start.
   * `bucket`: `burst` at once, and as many a window as flow back evenly (as OpenAI and Anthropic count).
   */
  kind: 'sliding' | 'fixed' | 'bucket'
  /** In a window. */
  requests: number
  /** In a window; undefined: not limited. */
  tokens?: number
  /** 60,000 by default. */
  windowMs?: number
  /** Of a bucket; all requests of a window by default. */
  burst?: number
  /** What a refusal says of when to come back: whole seconds by default. */
  retryAfter?: 'seconds' | 'milliseconds' | 'none'
  /** The headers of every answer that tell what is left. */
  publish?: 'openai' | 'anthropic' | 'plain' | 'none'
  /** Whether a refused request counts too. */
  countsRefused?: boolean
}

export interface Admission {
  admitted: boolean
  headers: Record<string, string>
}

export interface RateLimiter {
  /** @param nowMs never less than the time before */
  admit(nowMs: number, tokens?: number): Admission
}

/** What is left of one limit. */
interface Meter {
  limit: number
  left(nowMs: number): number
  take(nowMs: number, amount: number): void
  /** How long until `amount` is left. */
  waitMs(nowMs: number, amount: number): number
}

export function createRateLimiter(options: RateLimiterOptions): RateLimiter {
  const { retryAfter = 'seconds', countsRefused = false, tokens: tokenLimit } = options
  const requests = createMeter(options, options.requests)
  const tokens = tokenLimit === undefined ? undefined : createMeter(options, tokenLimit)
  return {
    admit(nowMs, used = 0) {
      const admitted = requests.left(nowMs) >= 1 && (tokens?.left(nowMs) ?? used) >= used
      const waitMs = Math.max(requests.waitMs(nowMs, 1), tokens?.waitMs(nowMs, used) ?? 0)
      if (admitted || countsRefused) requests.take(nowMs, 1)
      if (admitted) tokens?.take(nowMs, used)
      const headers = { ...publish(options, { nowMs, requests, tokens }) }
      if (!admitted && retryAfter === 'seconds') headers['retry-after'] = `${Math.ceil(waitMs / 1_000)}`
      if (!admitted && retryAfter === 'milliseconds') headers['retry-after-ms'] = `${Math.ceil(waitMs)}`
      return { admitted, headers }
    },
  }
}

function createMeter({ kind, windowMs = 60_000, burst, requests }: RateLimiterOptions, limit: number): Meter {
  if (kind === 'sliding') return createSlidingMeter(limit, windowMs)
  if (kind === 'fixed') return createFixedMeter(limit, windowMs)
  return createBucketMeter({
    limit,
    perMs: limit / windowMs,
    capacity: (limit / requests) * (burst ?? requests),
  })
}

function createSlidingMeter(limit: number, windowMs: number): Meter {
  const taken: { at: number; amount: number }[] = []
  let sum = 0
  function left(nowMs: number): number {
    while (taken[0] && taken[0].at <= nowMs - windowMs) sum -= taken.shift()?.amount ?? 0
    return limit - sum
  }
  return {
    limit,
    left,
    take(nowMs, amount) {
      taken.push({ at: nowMs, amount })
      sum += amount
    },
    waitMs(nowMs, amount) {
      let free = left(nowMs)
      for (const { at, amount: freed } of taken) {
        if (free >= amount) return Math.max(0, at + windowMs - nowMs)
        free += freed
        if (free >= amount) return at + windowMs - nowMs
      }
      return 0
    },
  }
}

function createFixedMeter(limit: number, windowMs: number): Meter {
  let window = 0
  let sum = 0
  function left(nowMs: number): number {
    const current = Math.floor(nowMs / windowMs)
    if (current !== window) sum = 0
    window = current
    return limit - sum
  }
  return {
    limit,
    left,
    take(_, amount) {
      sum += amount
    },
    waitMs: (nowMs, amount) => (left(nowMs) >= amount ? 0 : (window + 1) * windowMs - nowMs),
  }
}

function createBucketMeter({
  limit,
  perMs,
  capacity,
}: {
  limit: number
  perMs: number
  capacity: number
}): Meter {
  let level = capacity
  let seenMs = 0
  function left(nowMs: number): number {
    level = Math.min(capacity, level + (nowMs - seenMs) * perMs)
    seenMs = nowMs
    return level + 1e-9
  }
  return {
    limit,
    left,
    take(nowMs, amount) {
      left(nowMs)
      level -= amount
    },
    waitMs: (nowMs, amount) => Math.max(0, (Math.min(amount, capacity) - left(nowMs)) / perMs),
  }
}

function publish(
  { publish: style = 'none', kind, windowMs = 60_000, burst, requests: perWindow }: RateLimiterOptions,
  { nowMs, requests, tokens }: { nowMs: number; requests: Meter; tokens: Meter | undefined },
): Record<string, string> {
  if (style === 'none') return {}
  const meters = { requests, ...(tokens && { tokens }) }
  const headers: Record<string, string> = {}
  for (const [name, meter] of Object.entries(meters)) {
    const most = kind === 'bucket' ? (meter.limit / perWindow) * (burst ?? perWindow) : meter.limit
    const left = Math.max(0, Math.floor(meter.left(nowMs)))
    // A bucket tells when it will be full again, a window when it ends.
    const resetMs = kind === 'fixed' ? windowMs - (nowMs % windowMs) : meter.waitMs(nowMs, most)
    if (style === 'openai') {
      headers[`x-ratelimit-limit-${name}`] = `${meter.limit}`
      headers[`x-ratelimit-remaining-${name}`] = `${left}`
      headers[`x-ratelimit-reset-${name}`] = `${Math.ceil(resetMs)}ms`
    } else if (style === 'anthropic') {
      headers[`anthropic-ratelimit-${name}-limit`] = `${meter.limit}`
      headers[`anthropic-ratelimit-${name}-remaining`] = `${left}`
      headers[`anthropic-ratelimit-${name}-reset`] = new Date(nowMs + resetMs).toISOString()
    } else if (name === 'requests') {
      headers['x-ratelimit-limit'] = `${meter.limit}`
      headers['x-ratelimit-remaining'] = `${left}`
      headers['x-ratelimit-reset'] = `${Math.ceil(resetMs / 1_000)}`
    }
  }
  return headers
}
