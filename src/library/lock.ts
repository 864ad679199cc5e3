/** One process at a time on an embedded database: PGlite has no lock of its own and two writers would ruin it. */
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { PaperbriefError } from '../paper/error.ts'

const holderSchema = z.object({
  pid: z.number().int(),
  command: z.string(),
  host: z.string(),
  /** Kernel's start time of the process, where the system tells it: a pid alone may have been given to another. */
  born: z.string().optional(),
  since: z.string(),
})
type Holder = z.infer<typeof holderSchema>

/** Another live process has the workspace open. Does not apply to a lock whose process is gone. */
export class WorkspaceInUseError extends PaperbriefError {}

export interface Lock {
  release(): void
}

/**
 * Takes the lock file, or the lock of a process that is no more.
 * @throws WorkspaceInUseError names the holder's pid and command
 */
export function takeLock(path: string, command: string): Lock {
  mkdirSync(dirname(path), { recursive: true })
  const holder: Holder = {
    pid: process.pid,
    command,
    host: hostname(),
    born: birthOf(process.pid),
    since: new Date().toISOString(),
  }
  for (let tries = 0; tries < 5; tries++) {
    if (createExclusively(path, holder)) return { release: () => releaseOwn(path, holder) }
    const other = readHolder(path)
    if (other && isAlive(other)) throw inUse(other, path)
    setAside(path, other)
  }
  throw new WorkspaceInUseError(`Several processes are trying to open the workspace of ${path} at once.`, {
    code: 'workspace-in-use',
    retryable: true,
    hint: 'Start them one after the other.',
  })
}

/** The whole content appears at once (link of a finished file), so that nobody ever reads half a lock. */
function createExclusively(path: string, holder: Holder): boolean {
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`
  const file = openSync(draft, 'wx')
  try {
    writeSync(file, JSON.stringify(holder))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * A dead holder's lock is renamed before it is removed: of two processes that find it, only one wins the rename,
 * and the loser cannot remove the lock that the winner takes next.
 */
function setAside(path: string, expected: Holder | undefined): void {
  const grave = join(dirname(path), `lock.stale.${process.pid}`)
  try {
    renameSync(path, grave)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const moved = readHolder(grave)
  if (moved && isAlive(moved) && moved.born !== expected?.born) {
    // Somebody took the dead lock between our look and our rename: give theirs back.
    try {
      linkSync(grave, path)
    } catch {
      // They have already made another one.
    }
  }
  rmSync(grave, { force: true })
}

function releaseOwn(path: string, own: Holder): void {
  const now = readHolder(path)
  if (now?.pid === own.pid && now.since === own.since) rmSync(path, { force: true })
}

function readHolder(path: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}

function isAlive(holder: Holder): boolean {
  // Over a network drive the other machine's processes cannot be seen; believe the lock.
  if (holder.host !== hostname()) return true
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const born = birthOf(holder.pid)
  return born === undefined || holder.born === undefined || born === holder.born
}

/** Field 22 of /proc/PID/stat (proc(5)): start time in clock ticks since boot; elsewhere undefined. */
function birthOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie has ended; only its parent has not noticed yet.
    if (afterName[0] === 'Z') return 'ended'
    return afterName[19]
  } catch {
    return undefined
  }
}

function inUse(holder: Holder, path: string): WorkspaceInUseError {
  const elsewhere = holder.host === hostname() ? '' : ` on ${holder.host}`
  return new WorkspaceInUseError(
    `The workspace is in use by process ${holder.pid}${elsewhere} (${holder.command}) since ${holder.since}.`,
    {
      code: 'workspace-in-use',
      retryable: true,
      hint: elsewhere
        ? `Wait for it to end, or, if that machine is gone, remove ${path}.`
        : `Wait for it to end, or stop it (kill ${holder.pid}), or use another workspace with --home.`,
    },
  )
}
