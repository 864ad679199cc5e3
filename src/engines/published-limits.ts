/** What a provider's headers say is left of its limits: no call begins that they would refuse. */
import type { RateLimitHeader } from './read-limits.ts'

/** How many calls and tokens had begun when a call began; its answer tells what was left then. */
export interface Ticket {
  calls: number
  tokens: number
}

export interface PublishedLimits {
  note(headers: readonly RateLimitHeader[], seen: { now: number; ticket: Ticket }): void
  /** How long until a call of so many tokens may begin; 0: now, or nothing is known. */
  waitMs(now: number, tokens: number): number
  noteStart(tokens: number): void
  /** To be handed to `note` with the answer of the call that begins now. */
  ticket(): Ticket
}

interface Known {
  header: RateLimitHeader
  ticket: Ticket
  seenAt: number
  /** From `header.resetMs`, but no later than a minute: a limit of hours is for the refusals to enforce. */
  resetAt: number
}

const MINUTE_MS = 60_000
// Headers round to whole seconds and whole requests.
const ROUNDING = 0.05
const LEAST_USED = 5

export function createPublishedLimits(): PublishedLimits {
  const known = new Map<string, Known>()
  // Limits that end with a window; the others flow back evenly, and say when they will be whole again.
  const windows = new Set<string>()
  let begun: Ticket = { calls: 0, tokens: 0 }

  function waitFor({ header, ticket, seenAt, resetAt }: Known, now: number, tokens: number): number {
    if (now >= resetAt) return 0
    const isTokens = header.of !== 'requests'
    const need = Math.min(isTokens ? tokens : 1, header.limit ?? Number.POSITIVE_INFINITY)
    const since = isTokens ? begun.tokens - ticket.tokens : begun.calls - ticket.calls
    const short = need - (header.remaining - since)
    if (short <= 0) return 0
    const { limit } = header
    if (limit === undefined || windows.has(header.of)) return resetAt - now
    return Math.max(0, Math.min(resetAt - now, (short * MINUTE_MS) / limit - (now - seenAt)))
  }

  return {
    note(headers, { now, ticket }) {
      for (const header of headers) {
        if (!flowsBack(header)) windows.add(header.of)
        const before = known.get(header.of)
        // The answer to an earlier call tells less than what is known.
        if (before && before.resetAt > now && before.ticket.calls > ticket.calls) continue
        known.set(header.of, {
          header,
          ticket,
          seenAt: now,
          resetAt: now + Math.min(MINUTE_MS, header.resetMs),
        })
      }
    },
    waitMs: (now, tokens) => Math.max(0, ...[...known.values()].map(limit => waitFor(limit, now, tokens))),
    noteStart(tokens) {
      begun = { calls: begun.calls + 1, tokens: begun.tokens + tokens }
    },
    ticket: () => begun,
  }
}

/** Whether what is used comes back at the rate of a minute's limit, as with OpenAI and Anthropic; else a window ends. */
function flowsBack({ limit, remaining, resetMs }: RateLimitHeader): boolean {
  if (limit === undefined) return false
  const used = limit - remaining
  if (used < LEAST_USED) return true
  const expectedMs = (used / limit) * MINUTE_MS
  return Math.abs(resetMs - expectedMs) <= Math.max(1_000, ROUNDING * expectedMs)
}
