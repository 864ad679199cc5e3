/** Where runs are asked for while a process stays up: one at a time, each seen while it goes on and stopped on demand. */
import { randomUUID } from 'node:crypto'
import type { Turn, Turns } from '../library/turns.ts'
import type { TimerClock } from '../paper/clock.ts'
import { errorMessage, PaperbriefError } from '../paper/error.ts'
import type { Progress, StageName } from './progress.ts'
import type { RunReport } from './run.ts'

/** What is going on, for whoever watches. */
export interface RunStatus {
  running?: RunningRun
  /** How the one before ended. */
  last?: EndedRun
}

export interface RunningRun extends Turn {
  startedAtMs: number
  stage?: StageName
  done?: number
  /** Absent where it is not known. */
  total?: number
  /** What to show in place of the two numbers. */
  label?: string
  /** The latest notes and warnings, the newest last. */
  notes: readonly RunNote[]
  isStopping: boolean
}

export interface RunNote {
  kind: 'note' | 'warning'
  text: string
}

export interface EndedRun extends Turn {
  state: 'done' | 'failed' | 'stopped'
  /** Why it failed, and what to do about it. */
  message?: string
  hint?: string
  report?: RunReport
  notes: readonly RunNote[]
  endedAtMs: number
}

/** `started` resolves when the run has ended, however it did. The others say why nothing was begun. */
export type StartAnswer =
  | { state: 'started'; ended: Promise<EndedRun> }
  | { state: 'busy'; turn: Turn }
  | { state: 'waiting' | 'done' | 'closed' }

export interface RunDesk {
  status(): RunStatus
  /** @param force a person asks: also where the digest was made before or has just failed */
  start(turn: Turn, options: { force: boolean }): Promise<StartAnswer>
  /** Whether there was something to stop. */
  stop(): boolean
  /** Called at every change; the returned function ends it. */
  watch(listener: (status: RunStatus) => void): () => void
  /** Interrupts what runs, so that the next process goes on with it, and waits for it to end. */
  close(): Promise<void>
}

export interface RunDeskOptions {
  turns: Turns
  perform: (turn: Turn, means: { signal: AbortSignal; progress: Progress }) => Promise<RunReport>
  clock: TimerClock
}

const MINUTE_MS = 60_000
const LEASE_MS = 5 * MINUTE_MS
const RENEW_MS = MINUTE_MS
// A laptop that has just woken is not on the network yet; a service that is down may be so for hours.
const RETRY_MINUTES = [5, 15, 60, 180]
const MAX_NOTES = 50

export function openRunDesk({ turns, perform, clock }: RunDeskOptions): RunDesk {
  const owner = randomUUID()
  const listeners = new Set<(status: RunStatus) => void>()
  let running: RunningRun | undefined
  let last: EndedRun | undefined
  let ending: Promise<EndedRun> | undefined
  let interrupt = new AbortController()
  let isClosed = false
  const now = () => new Date(clock.now())
  const status = (): RunStatus => ({ ...(running && { running }), ...(last && { last }) })
  const tell = () => {
    for (const listener of listeners) listener(status())
  }
  const change = (changes: Partial<RunningRun>) => {
    if (running) running = { ...running, ...changes }
    tell()
  }
  const addNote = (kind: RunNote['kind'], text: string) =>
    change({ notes: [...(running?.notes ?? []), { kind, text }].slice(-MAX_NOTES) })
  const progress: Progress = {
    note: message => addNote('note', message),
    warn: message => addNote('warning', message),
    step: (stage, done, total, label) =>
      running && replaceStep({ stage, done, ...(total !== undefined && { total }), ...(label && { label }) }),
  }
  const replaceStep = (step: Pick<RunningRun, 'stage' | 'done' | 'total' | 'label'>) => {
    if (running) {
      const { stage: _, done: __, total: ___, label: ____, ...rest } = running
      running = { ...rest, ...step }
    }
    tell()
  }

  const run = async (turn: Turn, signal: AbortSignal): Promise<EndedRun> => {
    const endedAt = () => ({ ...turn, notes: running?.notes ?? [], endedAtMs: clock.now() })
    try {
      const report = await perform(turn, { signal, progress })
      await turns.settle(turn, { owner, now: now(), again: () => undefined })
      return { ...endedAt(), state: 'done', report }
    } catch (error) {
      if (signal.aborted && isClosed) await turns.release(turn, { owner, now: now() })
      else await turns.settle(turn, { owner, now: now(), again: signal.aborted ? () => undefined : nextTry })
      if (signal.aborted) return { ...endedAt(), state: 'stopped' }
      const hint = error instanceof PaperbriefError ? error.hint : undefined
      return { ...endedAt(), state: 'failed', message: errorMessage(error), ...(hint && { hint }) }
    }
  }
  const nextTry = (attempts: number): Date | undefined => {
    const minutes = RETRY_MINUTES[attempts - 1]
    return minutes === undefined ? undefined : new Date(clock.now() + minutes * MINUTE_MS)
  }

  const begin = (turn: Turn): Promise<EndedRun> => {
    interrupt = new AbortController()
    const { signal } = interrupt
    let cancelRenewal = () => {}
    const renewLater = () => {
      cancelRenewal = clock.startTimer(RENEW_MS, () => {
        turns.renew(turn, { owner, now: now(), leaseMs: LEASE_MS }).catch(() => {})
        renewLater()
      })
    }
    renewLater()
    tell()
    return run(turn, signal)
      .catch(
        // The library itself could not be told how it ended: its disk is full, its server is gone.
        (error): EndedRun => ({
          ...turn,
          state: 'failed',
          message: errorMessage(error),
          notes: [],
          endedAtMs: clock.now(),
        }),
      )
      .then(ended => {
        cancelRenewal()
        running = undefined
        last = ended
        tell()
        return ended
      })
  }

  return {
    status,
    async start(turn, { force }) {
      if (isClosed) return { state: 'closed' }
      if (running) return { state: 'busy', turn: { edition: running.edition, date: running.date } }
      // Taken before anything is waited for, so that two that ask at once are not both let in.
      running = { ...turn, startedAtMs: clock.now(), notes: [], isStopping: false }
      try {
        const answer = await turns.take({ ...turn, owner, now: now(), leaseMs: LEASE_MS, force })
        if (answer !== 'taken') {
          running = undefined
          return answer === 'busy' ? { state: 'busy', turn } : { state: answer }
        }
      } catch (error) {
        running = undefined
        throw error
      }
      ending = begin(turn)
      return { state: 'started', ended: ending }
    },
    stop() {
      if (!running || interrupt.signal.aborted) return false
      interrupt.abort(new DOMException('stopped', 'AbortError'))
      change({ isStopping: true })
      return true
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      isClosed = true
      interrupt.abort(new DOMException('interrupted', 'AbortError'))
      await ending
      listeners.clear()
    },
  }
}
