/** Decides whether a failed request is tried again, and after which pause. */
import type { RawAnswer } from './exchange.ts'
import { readRetryAfter } from './retry-after.ts'
import { CollectError } from './source.ts'

export interface RetryPolicy {
  maxAttempts: number
  backoffMs: number
  maxWaitMs: number
  random: () => number
}

/** Carries how long the server asked to be left alone. */
class BusyError extends CollectError {
  readonly retryAfterMs: number | undefined

  constructor(host: string, status: number, retryAfterMs: number | undefined) {
    const pause = retryAfterMs === undefined ? '' : `, for ${Math.ceil(retryAfterMs / 1000)} s`
    super(`${host} asks to wait (HTTP ${status}${pause})`, {
      code: 'source-throttled',
      hint: 'Run again later. Other programs on the same network count towards the same limit.',
      retryable: true,
    })
    this.retryAfterMs = retryAfterMs
  }
}

// arXiv's front answers 406 to a client that it finds too eager, whatever its Accept header says.
const BUSY = [406, 429, 503]
const MAX_BACKOFF_MS = 60_000
// A throttled client that returns within seconds stays throttled.
const BUSY_BACKOFF_FACTOR = 5

/** Throws a retryable CollectError where the status says "later". */
export function refuseBusyAnswer({ status, headers }: RawAnswer, host: string, nowMs: number): void {
  if (BUSY.includes(status)) throw new BusyError(host, status, readRetryAfter(headers, nowMs))
  if (status !== 408 && status < 500) return
  throw new CollectError(`${host} is out of order (HTTP ${status})`, {
    code: 'source-unreachable',
    hint: 'The service has a fault of its own: run again later.',
    retryable: true,
  })
}

/**
 * Milliseconds until the next attempt, or undefined where there is none: not retryable, too many attempts, or
 * a longer pause asked for than we would wait (coming back earlier than asked would only prolong it).
 */
export function waitBeforeRetry(error: unknown, attempt: number, policy: RetryPolicy): number | undefined {
  if (!(error instanceof CollectError) || !error.retryable || attempt >= policy.maxAttempts) return undefined
  const busy = error instanceof BusyError
  const step = policy.backoffMs * 2 ** (attempt - 1) * (busy ? BUSY_BACKOFF_FACTOR : 1)
  const jittered = Math.min(step, MAX_BACKOFF_MS) * (0.5 + policy.random() / 2)
  if (!busy || error.retryAfterMs === undefined) return jittered
  if (error.retryAfterMs > policy.maxWaitMs) return undefined
  return error.retryAfterMs + policy.random() * policy.backoffMs
}
