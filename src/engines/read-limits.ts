/** What a provider's response headers say is left of its rate limits, in every spelling in use. */
import { readMoment, readNumber } from './read-moment.ts'

const KINDS = ['requests', 'tokens', 'input-tokens', 'output-tokens'] as const

export interface RateLimitHeader {
  of: (typeof KINDS)[number]
  /** Of a whole window; undefined where it is not told. */
  limit: number | undefined
  remaining: number
  /** Until the limit is whole again. */
  resetMs: number
}

/** One limit as written. */
export interface WrittenLimit {
  of: RateLimitHeader['of']
  limit: string | null
  remaining: string | null
  reset: string
}

/** The limits of which both a remainder and a reset are told. */
export function readLimits(headers: Headers, now: number): RateLimitHeader[] {
  return findLimits(headers).flatMap(({ of, limit, remaining, reset }) => {
    const [left, resetMs] = [readNumber(remaining), readMoment(reset, now)]
    return left === undefined || resetMs === undefined
      ? []
      : [{ of, limit: readNumber(limit), remaining: left, resetMs }]
  })
}

/**
 * `x-ratelimit-remaining-requests` (OpenAI, Groq, DeepSeek's gateways), `anthropic-ratelimit-requests-remaining`,
 * `x-ratelimit-remaining` (OpenRouter), `ratelimit-remaining` and `ratelimit: limit=…, remaining=…, reset=…` or
 * `"default";r=…;t=…` (drafts of draft-ietf-httpapi-ratelimit-headers).
 */
export function findLimits(headers: Headers): WrittenLimit[] {
  const named = ['x-ratelimit', 'anthropic-ratelimit'].flatMap(prefix =>
    KINDS.flatMap(of => [
      { of, nameOf: (part: string) => `${prefix}-${part}-${of}` },
      { of, nameOf: (part: string) => `${prefix}-${of}-${part}` },
    ]),
  )
  const plain = ['x-ratelimit', 'ratelimit'].map(prefix => ({
    of: 'requests' as const,
    nameOf: (part: string) => `${prefix}-${part}`,
  }))
  const apart = [...named, ...plain].flatMap(({ of, nameOf }) => {
    const reset = headers.get(nameOf('reset'))
    return reset === null
      ? []
      : [{ of, limit: headers.get(nameOf('limit')), remaining: headers.get(nameOf('remaining')), reset }]
  })
  return [...apart, ...findJoined(headers.get('ratelimit'))]
}

function findJoined(value: string | null): WrittenLimit[] {
  const text = value?.slice(0, 300) ?? ''
  const find = (names: string) => new RegExp(`(?:^|[\\s;,])(?:${names})=(\\d{1,15})`).exec(text)?.[1] ?? null
  const reset = find('reset|t')
  return reset === null
    ? []
    : [{ of: 'requests', limit: find('limit|q'), remaining: find('remaining|r'), reset }]
}
