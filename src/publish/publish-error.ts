/** What goes wrong when a digest is put where readers find it. */
import { PaperbriefError } from '../paper/error.ts'

/** Not for digests that cannot be composed: those are bugs and plain errors. */
export class PublishError extends PaperbriefError {}

interface FileFault {
  code: string
  says: string
  hint: string
  retryable?: boolean
}

const SETTING = 'publish.markdown.dir (or --out)'
const ELSEWHERE = `Choose another folder: ${SETTING}.`
const FULL: FileFault = {
  code: 'output-full',
  says: 'there is no room left',
  hint: `Free some space, or choose a folder on another disk: ${SETTING}.`,
}
const FORBIDDEN: FileFault = {
  code: 'output-forbidden',
  says: 'this user may not write there',
  hint: `Give yourself the right to write there, or choose another folder: ${SETTING}.`,
}
const FAULTS: Record<string, FileFault> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EROFS: { code: 'output-read-only', says: 'the file system is read-only', hint: ELSEWHERE },
  EISDIR: {
    code: 'output-is-folder',
    says: 'a folder of that name is in the way',
    hint: `Move the folder away, or choose another one: ${SETTING}.`,
  },
  ENOTDIR: {
    code: 'output-not-folder',
    says: 'a file stands where a folder is needed',
    hint: `Move the file away, or choose another folder: ${SETTING}.`,
  },
  ENAMETOOLONG: { code: 'output-name-too-long', says: 'the name is too long', hint: ELSEWHERE },
  EMFILE: {
    code: 'output-busy',
    says: 'too many files are open',
    hint: 'Try again in a moment.',
    retryable: true,
  },
  EBUSY: {
    code: 'output-busy',
    says: 'the file is in use',
    hint: 'Close what uses it and try again.',
    retryable: true,
  },
}

/** The error of a file system call as one that names the setting; anything else comes back unchanged. */
export function explainFileFault(cause: unknown, path: string): unknown {
  if (cause instanceof PublishError || !(cause instanceof Error) || !('syscall' in cause)) return cause
  const code = 'code' in cause ? String(cause.code) : ''
  const fault = FAULTS[code === 'EEXIST' || code === 'ENOTEMPTY' ? 'EISDIR' : code] ?? {
    code: 'output-failed',
    says: cause.message,
    hint: ELSEWHERE,
  }
  const { says, ...details } = fault
  return new PublishError(`Cannot write ${path}: ${says}.`, { ...details, cause })
}
