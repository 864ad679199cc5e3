/** What all ways of sending a digest have in common: it becomes parts, and each part is handed over once. */
import type { Digest } from '../paper/edition.ts'
import { type ErrorDetails, PaperbriefError } from '../paper/error.ts'

export interface SendMeans {
  /**
   * Called before the bytes that make a part complete go out, so that no crash before it can have delivered the part.
   * Where it gives no promise, nothing may come between it and those bytes: a crash there would lose the part.
   * What it throws ends the sending, and the receiver is left with nothing, or with half a mail that it discards.
   */
  handOver(): Promise<void> | undefined
  /** Milliseconds since 1970, UTC; for signatures. */
  now(): number
}

/** One message of the one or more that a digest is on a channel. */
export interface Part {
  /** The same for the same part of the same digest on the same channel: receivers tell a repetition by it. */
  key: string
  /** Of what is sent. */
  bytes: number
  /** @throws DeliveryError; whatever `handOver` throws */
  send(means: SendMeans): Promise<void>
}

export interface Channel {
  /** As the library keeps it: what the settings call it, and for mail the reader's address. */
  name: string
  /** Where it leads, for people; holds no secret. */
  to: string
  /** Absent: all. */
  editions?: readonly string[] | undefined
  /** Channels of one queue are served one after the other. */
  queue: string
  /** Between two parts: what the service asks for. */
  paceMs: number
  compose(digest: Digest): Promise<Part[]>
  close(): Promise<void>
}

/** A part that was not taken. `retryable`: the same part may be taken later without anybody changing anything. */
export class DeliveryError extends PaperbriefError {
  /** How long the receiver asks to be left alone. */
  readonly retryAfterMs: number | undefined
  /** Whether whatever else is for the same receiver would fail as well: it is not there, or does not know us. */
  readonly isWide: boolean

  constructor(
    message: string,
    {
      retryAfterMs,
      isWide = false,
      ...details
    }: ErrorDetails & { retryAfterMs?: number | undefined; isWide?: boolean },
  ) {
    super(message, details)
    this.retryAfterMs = retryAfterMs
    this.isWide = isWide
  }
}

/** What the readers of a channel see of where a digest comes from. */
export interface Sender {
  /** Of the site or newsletter. */
  name: string
  /** Of the site, ends in a slash; absent where the digest is on no site. */
  baseUrl?: string | undefined
}
