/** What is still to do for one paper of a run, told from what the library holds: a crash changes nothing about it. */
import type { Engine } from '../engines/engine.ts'
import type { StoredBrief } from '../library/briefs.ts'
import type { CheckJob, WriteJob } from './queue.ts'

/** An engine's place in the fall-back list; -1 where the engine is not in it. */
export function stepOf(brief: Pick<StoredBrief, 'engine' | 'model'>, engines: readonly Engine[]): number {
  return engines.findIndex(
    engine => engine.name === brief.engine && (engine.kind === 'extractive' || engine.model === brief.model),
  )
}

export type PaperState =
  | { kind: 'done'; brief: StoredBrief }
  | { kind: 'check'; job: CheckJob }
  | { kind: 'write'; job: WriteJob }

export interface StateRequest {
  runId: number
  paperId: string
  version: number
  /** Hash of the paper's text as it stands now. */
  source: string
  /** The language wanted. */
  language: string
  engines: readonly Engine[]
  /** All briefs of the paper in the form wanted, the newest first. */
  briefs: readonly StoredBrief[]
  /** Take no brief from before this run. */
  fresh: boolean
  maxRevisions: number
}

export function findPaperState({
  runId,
  paperId,
  version,
  source,
  language,
  engines,
  briefs,
  fresh,
  maxRevisions,
}: StateRequest): PaperState {
  // An imported brief was written from a text that nobody here has seen; its check against this one decides.
  const isImported = (brief: StoredBrief) => brief.runId === undefined
  const usable = briefs.filter(
    brief => (brief.source === source || isImported(brief)) && (!fresh || brief.runId === runId),
  )
  const last = engines.length - 1
  const isLast = (brief: StoredBrief) => stepOf(brief, engines) === last
  // The last engine's brief is final: always where it is the only engine, else in the run that fell back to it,
  // so that a later run gives the better engines another chance.
  const isFinal = (brief: StoredBrief) =>
    isLast(brief)
      ? last === 0 || brief.runId === runId
      : brief.outcome === 'pass' && brief.language === language
  const settled = usable.find(brief => brief.outcome !== undefined && isFinal(brief))
  if (settled) return { kind: 'done', brief: settled }

  const base = { runId, paperId }
  const unchecked = usable.find(
    brief =>
      brief.outcome === undefined &&
      (isImported(brief) ? brief.language === language : brief.runId === runId),
  )
  if (unchecked) {
    return {
      kind: 'check',
      job: {
        ...base,
        briefId: unchecked.id,
        step: isImported(unchecked) ? -1 : stepOf(unchecked, engines),
        faults: [],
      },
    }
  }
  const newest = usable.find(brief => brief.runId === runId && stepOf(brief, engines) >= 0)
  if (!newest) return { kind: 'write', job: { ...base, version, step: 0, attempt: 1, faults: [] } }
  const step = stepOf(newest, engines)
  return newest.outcome === 'revise' && newest.attempt <= maxRevisions
    ? {
        kind: 'write',
        job: { ...base, version, step, attempt: newest.attempt + 1, revises: newest.id, faults: [] },
      }
    : { kind: 'write', job: { ...base, version, step: Math.min(step + 1, last), attempt: 1, faults: [] } }
}
