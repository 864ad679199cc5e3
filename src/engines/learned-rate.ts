/** How many calls a provider takes that does not say so, learned from what it refuses. */

export interface Refusal {
  startedAt: number
  /** No call begins before. */
  resumeAt: number
  /** Whether the provider said when to come back. */
  told: boolean
}

/** The rate since the last refusal, around the one that was refused then. */
interface Curve {
  basePerMs: number
  since: number
  /** Whether the base rests on enough calls. */
  found: boolean
  plateauMs: number
  /** Calls begun since. */
  begun: number
}

// So many calls make a rate; fewer may have been a burst.
const EVIDENCE = 5
const MEASURED_CALLS = 10
const LEAST_SPAN_MS = 1_000
const KEPT_STARTS = 256
// What is left of the rate that was refused.
const YIELD = 0.93
const FIRST_PLATEAU_MS = 3_000
const LONGEST_PLATEAU_MS = 30_000
// Two refusals this near each other have met the same limit.
const SAME_RATE = 0.15
const STEEPEST = 4
const DOUBLING_MS = 1_000
const DOUBLING_CALLS = 6
const MOST_DOUBLINGS = 12
// Where such a part of the time went by in waits that we had to guess, the waits are part of the rate.
const GUESSED_PART = 0.2
// Timers fire late by so much; what they lose is made up for.
const LATE_MS = 20

/**
 * CUBIC (RFC 9438) on the rate of calls, as the adaptive retry mode of the AWS SDKs has it: after a refusal a
 * little below the rate that was refused, soon back at it, there for a while, then ever faster above it. A rate
 * that is refused again where it was before is tested half as often. Before enough calls have shown a rate it
 * is halved and doubled instead. Nothing is held back before the first refusal.
 */
export class LearnedRate {
  #starts: number[] = []
  #curve: Curve | undefined
  #nextAt = 0
  #resumedAt = 0
  #refusedAt = 0
  #taken = 0
  #guessedMs = 0

  /** Calls a second; undefined while nothing was refused. */
  get perSecond(): number | undefined {
    return this.#curve && this.#curve.basePerMs * 1_000
  }

  /** How long until the next call may begin; 0: now. */
  waitMs(now: number): number {
    return this.#curve ? Math.max(0, this.#nextAt - now) : 0
  }

  noteStart(now: number): void {
    if (this.#starts.length === 0) this.#resumedAt = now
    this.#starts.push(now)
    if (this.#starts.length > KEPT_STARTS) this.#starts = this.#starts.slice(-KEPT_STARTS / 2)
    this.#taken++
    if (!this.#curve) return
    this.#curve.begun++
    this.#nextAt = Math.max(this.#nextAt, now - LATE_MS) + 1 / rateAt(now, this.#curve)
  }

  /**
   * True where the refusal is explained by a rate that an earlier one has shown; false where the provider may as
   * well have meant calls at a time.
   */
  noteRefusal(refusal: Refusal): boolean {
    const wasKnown = this.#curve?.found ?? false
    this.#forget(refusal.startedAt)
    // After hardly an answer it is the same closed door, and says nothing new about the rate.
    const isStillClosed = this.#curve !== undefined && this.#taken <= 1
    if (!isStillClosed) this.#lower(refusal.startedAt)
    this.#resume(refusal)
    return wasKnown
  }

  /** A further refusal of the same burst. */
  noteRepeated(refusal: Refusal): void {
    this.#forget(refusal.startedAt)
    this.#resume(refusal)
  }

  #lower(at: number): void {
    const before = this.#curve
    const found = this.#taken >= EVIDENCE
    const refused = this.#findRefused(at)
    const isSame = before?.found && Math.abs(refused - before.basePerMs) < SAME_RATE * before.basePerMs
    this.#curve = {
      basePerMs: found ? refused : refused / 2,
      since: at,
      found,
      plateauMs: isSame ? Math.min(LONGEST_PLATEAU_MS, before.plateauMs * 2) : FIRST_PLATEAU_MS,
      begun: 0,
    }
    this.#refusedAt = at
    this.#taken = 0
    this.#guessedMs = 0
  }

  /** The rate that met the limit, calls a millisecond; never less than half of the one that was meant. */
  #findRefused(at: number): number {
    const measured = this.#measure(at)
    if (!this.#curve) return measured
    const meant = rateAt(at, this.#curve)
    const refused = Math.min(meant, Math.max(measured, meant / 2))
    const cycleMs = at - this.#refusedAt
    return this.#guessedMs > GUESSED_PART * cycleMs
      ? Math.min(refused, this.#taken / cycleMs / YIELD)
      : refused
  }

  /** Over the last calls that were taken, and a second at least. */
  #measure(until: number): number {
    const last = this.#starts.filter(start => start <= until)
    const from = Math.min(last.at(-MEASURED_CALLS) ?? this.#resumedAt, until - LEAST_SPAN_MS)
    return Math.max(1, last.filter(start => start > from).length) / (until - from)
  }

  #forget(startedAt: number): void {
    const at = this.#starts.indexOf(startedAt)
    if (at < 0) return
    this.#starts.splice(at, 1)
    this.#taken--
  }

  #resume({ resumeAt, told }: Refusal): void {
    if (!told) this.#guessedMs += Math.max(0, resumeAt - Math.max(this.#resumedAt, this.#refusedAt))
    if (this.#curve) this.#curve.since = Math.max(this.#curve.since, resumeAt)
    this.#nextAt = Math.max(this.#nextAt, resumeAt)
    this.#resumedAt = Math.max(this.#resumedAt, resumeAt)
  }
}

function rateAt(now: number, { basePerMs, since, found, plateauMs, begun }: Curve): number {
  const elapsedMs = Math.max(0, now - since)
  if (!found)
    return basePerMs * 2 ** Math.min(elapsedMs / DOUBLING_MS, begun / DOUBLING_CALLS, MOST_DOUBLINGS)
  const at = (elapsedMs - plateauMs) / plateauMs
  return basePerMs * (1 + (1 - YIELD) * Math.min(at, STEEPEST) ** 3)
}
