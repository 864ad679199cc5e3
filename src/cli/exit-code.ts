/** What a thrown error means for the exit code; the codes are part of the contract. */
import { NoSourceError } from '../jobs/no-source-error.ts'
import { WorkspaceInUseError } from '../library/lock.ts'
import { PaperbriefError } from '../paper/error.ts'

export const EXIT = { done: 0, bug: 1, usage: 2, faults: 3, noSource: 4, inUse: 5, interrupted: 130 } as const

/** Errors of a source that the person who typed the command can mend, unlike a service that is down. */
const USAGE_FAULTS = new Set([
  'file-missing',
  'collect-category-unknown',
  'collect-date-future',
  'collect-date-invalid',
])

// System and Postgres codes for a full disk, a read-only file system or missing rights.
const DISK_FAULTS: Record<string, string> = {
  ENOSPC: 'The disk is full.',
  '53100': 'The disk is full.',
  EDQUOT: 'The disk quota is used up.',
  EROFS: 'The file system is read-only.',
  EACCES: 'The folder is not writable.',
  EPERM: 'The folder is not writable.',
}

export function exitCodeOf(error: unknown): number {
  if (error instanceof WorkspaceInUseError) return EXIT.inUse
  if (error instanceof NoSourceError) return USAGE_FAULTS.has(error.code) ? EXIT.usage : EXIT.noSource
  if (error instanceof PaperbriefError) return EXIT.usage
  return findDiskFault(error) ? EXIT.usage : EXIT.bug
}

/** The sentence for a person where the system refused to write; looks through wrapped errors. */
export function findDiskFault(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = (current as NodeJS.ErrnoException).code
    if (code && DISK_FAULTS[code]) return `${DISK_FAULTS[code]} (${current.message})`
    if (/No space left on device/i.test(current.message)) return `The disk is full. (${current.message})`
  }
  return undefined
}
