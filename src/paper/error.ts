/** The one error type of the project: a code for programs, a message and a hint for people. */

export interface ErrorDetails {
  /** Stable, kebab-case, for programs: `settings-unknown-key`. */
  code: string
  /** What to do about it; names the setting or the command that mends it. */
  hint?: string
  /** Whether the same call may succeed later without anybody changing anything. */
  retryable?: boolean
  cause?: unknown
}

/**
 * Something that a person can mend, or that may pass by itself. A bug (a broken assumption of ours) is a
 * plain `Error` instead, so that the command line can tell the two apart: exit code 1 asks for a report.
 */
export class PaperbriefError extends Error {
  readonly code: string
  readonly hint: string | undefined
  readonly retryable: boolean

  constructor(message: string, { code, hint, retryable = false, cause }: ErrorDetails) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = new.target.name
    this.code = code
    this.hint = hint
    this.retryable = retryable
  }
}

/** The message of anything thrown, on one line, for logs and reports. */
export function errorMessage(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error)
  return message.replace(/\s+/g, ' ').trim()
}
