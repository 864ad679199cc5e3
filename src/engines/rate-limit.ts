/** When the next call to one provider may begin: by the caps that were set, by what it publishes, by what it refused. */
import { LearnedRate, type Refusal } from './learned-rate.ts'
import { createMinuteCap } from './minute-cap.ts'
import { createPublishedLimits, type Ticket } from './published-limits.ts'
import type { RateLimitHeader } from './read-limits.ts'

export interface RateLimitOptions {
  /** Caps of a person's own; undefined: none. */
  requestsPerMinute?: number | undefined
  tokensPerMinute?: number | undefined
}

export interface RateLimit {
  /** How long until a call of so many tokens may begin; 0: now. */
  waitMs(now: number, tokens: number): number
  /** The ticket is for `noteLimits`. */
  noteStart(now: number, tokens: number): Ticket
  noteLimits(headers: readonly RateLimitHeader[], seen: { now: number; ticket: Ticket }): void
  /** So many tokens more, or less, than was expected of a call. */
  correctTokens(difference: number): void
  /** False where the refusal may as well have meant calls at a time. */
  noteRefusal(refusal: Refusal): boolean
  /** A further refusal of the same burst. */
  noteRepeated(refusal: Refusal): void
  /** Calls a second that were found by refusals; undefined where none was found. */
  readonly learnedPerSecond: number | undefined
}

export function createRateLimit({ requestsPerMinute, tokensPerMinute }: RateLimitOptions): RateLimit {
  const requests = requestsPerMinute === undefined ? undefined : createMinuteCap(requestsPerMinute)
  const tokenCap = tokensPerMinute === undefined ? undefined : createMinuteCap(tokensPerMinute)
  const published = createPublishedLimits()
  const learned = new LearnedRate()
  return {
    waitMs: (now, tokens) =>
      Math.max(
        requests?.waitMs(now, 1) ?? 0,
        tokenCap?.waitMs(now, tokens) ?? 0,
        published.waitMs(now, tokens),
        learned.waitMs(now),
      ),
    noteStart(now, tokens) {
      requests?.take(now, 1)
      tokenCap?.take(now, tokens)
      published.noteStart(tokens)
      learned.noteStart(now)
      return published.ticket()
    },
    noteLimits: (headers, seen) => published.note(headers, seen),
    correctTokens: difference => tokenCap?.correct(difference),
    noteRefusal: refusal => learned.noteRefusal(refusal),
    noteRepeated: refusal => learned.noteRepeated(refusal),
    get learnedPerSecond() {
      return learned.perSecond
    },
  }
}
