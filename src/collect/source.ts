/** What a source of papers is: asked for days, it yields papers, where it announced them, and what it had to skip. */
import { type ErrorDetails, PaperbriefError } from '../paper/error.ts'
import type { Listing } from '../paper/listing.ts'
import type { Paper } from '../paper/paper.ts'
import type { PaperVersion } from '../paper/paper-version.ts'

export interface CollectRequest {
  /** The digest's day, `YYYY-MM-DD`. */
  date: string
  /** First day wanted, inclusive, `YYYY-MM-DD`; the day itself where absent. */
  since?: string
  signal?: AbortSignal
}

/**
 * One paper, once for each listing of it; or one thing that could not be read, while the rest goes on; or something
 * that a person should know although nothing is wrong. `versions`: all of them, oldest first, where the source
 * tells. `deletedId`: what was skipped is the word that the source has deleted this paper.
 */
export type Collected =
  | { kind: 'paper'; paper: Paper; listing?: Listing; versions?: readonly PaperVersion[] }
  | { kind: 'skipped'; where: string; line?: number; reason: string; deletedId?: string }
  | { kind: 'note'; where: string; reason: string }

export interface Source {
  name: string
  /** What it was asked for, where it knows arXiv's categories; its papers are counted by them. */
  categories?: readonly string[]
  /** Throws CollectError where the source as a whole cannot be read; what was yielded before stays good. */
  collect(request: CollectRequest): AsyncIterable<Collected>
}

export type CollectErrorCode =
  | 'collect-category-unknown'
  | 'collect-date-future'
  | 'collect-date-invalid'
  /** The source only shows its newest day. */
  | 'collect-date-past'
  /** No answer: no connection, a time-out, a 5xx. Retryable. */
  | 'source-unreachable'
  /** The source asks to come back later. Retryable. */
  | 'source-throttled'
  /** The source understood and said no (4xx). */
  | 'source-refused'
  /** The answer is not what it claims to be: HTML for XML, cut off, not UTF-8. Retryable. */
  | 'source-nonsense'
  | 'source-too-large'
  /** The source still shows an earlier day than the one that is due. Retryable. */
  | 'source-stale'
  /** The list was cut off: what stood before the cut was yielded. */
  | 'source-truncated'
  | 'source-redirected'
  | 'file-missing'
  | 'file-unreadable'
  | 'file-empty'
  | 'file-too-large'
  | 'file-damaged'
  | 'file-format-unknown'

/** Why a source could not be read. A single unreadable paper is a `skipped` instead. */
export class CollectError extends PaperbriefError {
  constructor(message: string, details: ErrorDetails & { code: CollectErrorCode }) {
    super(message, details)
  }
}
