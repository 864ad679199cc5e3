/** The write job: one call of one engine for one paper; what follows is enqueued with what was saved. */
import { scheduler } from 'node:timers/promises'
import type { CompletionEngine, Engine, ModelCall } from '../engines/engine.ts'
import { EngineError } from '../engines/engine-error.ts'
import type { Library } from '../library/library.ts'
import type { StoredPaper } from '../library/papers.ts'
import { errorMessage } from '../paper/error.ts'
import type { Form } from '../paper/form.ts'
import type { Glossary, TermUse } from '../paper/glossary.ts'
import { AnswerError } from '../write/blocks.ts'
import { hashRecipe, writeBrief } from '../write/write.ts'
import type { Progress } from './progress.ts'
import type { Handler, Queue, WriteJob } from './queue.ts'
import type { Basis } from './read-papers.ts'

export const MAX_REVISIONS = 2
const SAVE_AFTER_MS = 20

export interface WritingContext {
  library: Library
  queue: Queue
  form: Form
  /** The language wanted. */
  language: string
  /** In fall-back order; the last one always answers. */
  engines: readonly Engine[]
  signal: AbortSignal
  /** What the brief of a paper is written from and checked against. */
  basisOf: (paper: StoredPaper) => Promise<Basis>
  glossary?: Glossary | undefined
  /** Asks whether a reader of the brief alone can answer what the paper answers; absent: nobody does. */
  judgeEngine?: CompletionEngine | undefined
  progress: Progress
  /** Whether texts of earlier runs are set aside. */
  fresh: boolean
  /** Where the glossary's terms stand in a text. */
  findTerms?: ((text: string) => readonly TermUse[]) | undefined
}

/** A setting that keeps every call from succeeding: better to stop and have it mended than to fall back for all. */
function isSettingsFault(error: unknown): error is EngineError {
  return (
    error instanceof EngineError &&
    (error.code === 'engine-key-refused' || error.code === 'engine-model-unknown')
  )
}

export function createWriteHandler({
  library,
  queue,
  form,
  language,
  engines,
  signal,
  basisOf,
  findTerms,
  fresh,
}: WritingContext): Handler<'write'> {
  let anyAnswer = false
  return async (job, settle) => {
    const engine = engines[job.step]
    const paper = await library.papers.findVersion(job.paperId, job.version)
    if (!engine || !paper)
      throw new Error(`the job for ${job.paperId} names an engine or a version that is not there`)
    const { source, passages, reason } = await basisOf(paper)
    const calls: ModelCall[] = []
    const previous = job.revises === undefined ? undefined : await library.briefs.find(job.revises)
    const findings = previous ? ((await library.briefs.findings([previous.id])).get(previous.id) ?? []) : []
    const step = previous ? 'revise' : 'draft'
    const callRows = () => calls.map(call => ({ ...call, runId: job.runId, paperId: job.paperId, step }))
    try {
      const { notes, ...draft } = await writeBrief({
        paper,
        form,
        language,
        engine,
        passages,
        findTerms,
        signal,
        onCall: call => calls.push(call),
        ...(previous && { revision: { fields: previous.fields, findings } }),
      })
      anyAnswer = true
      // Saving and checking keep this thread busy: the next call goes out first, and the service works meanwhile.
      if (engine.kind === 'llm') await scheduler.wait(SAVE_AFTER_MS)
      await settle(async tx => {
        const brief = await library.briefs.save(
          {
            ...draft,
            paperId: paper.id,
            version: paper.version,
            form: form.name,
            // What is written anew stands beside what was there, which earlier digests go on to show.
            recipe:
              hashRecipe({ paper, form, language, engine, passages, findTerms }) +
              (fresh ? ` run ${job.runId}` : ''),
            source,
            ...(reason && { basisReason: reason }),
            attempt: job.attempt,
            runId: job.runId,
            ...explain([...(job.step > 0 ? [describeFaults(job.faults)] : []), ...notes]),
          },
          tx,
        )
        await library.briefs.saveCalls(callRows(), tx)
        await queue.add(
          'check',
          [{ runId: job.runId, paperId: job.paperId, briefId: brief.id, step: job.step, faults: job.faults }],
          tx,
        )
      })
    } catch (error) {
      if (signal.aborted || (isSettingsFault(error) && !anyAnswer) || job.step === engines.length - 1)
        throw error
      if (!(error instanceof EngineError || error instanceof AnswerError)) throw error
      anyAnswer ||= error instanceof AnswerError
      await settle(async tx => {
        await library.briefs.saveCalls(callRows(), tx)
        await queue.add('write', [followFault(job, engine, error)], tx)
      })
    }
  }
}

/** An answer that could not be read is asked for again; an engine that gave none is given up for this paper. */
function followFault(job: WriteJob, engine: Engine, error: EngineError | AnswerError): WriteJob {
  const faults = [...job.faults, `${engine.name}: ${errorMessage(error)}`]
  return error instanceof AnswerError && job.attempt <= MAX_REVISIONS
    ? { ...job, attempt: job.attempt + 1, faults }
    : { ...withoutRevision(job), step: job.step + 1, attempt: 1, faults }
}

function explain(reasons: readonly string[]): { reason?: string } {
  return reasons.length > 0 ? { reason: reasons.join('; ') } : {}
}

function withoutRevision({ revises: _, ...job }: WriteJob): WriteJob {
  return job
}

/** One line for the report; the same fault several times is said once. */
function describeFaults(faults: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const fault of faults) counts.set(fault, (counts.get(fault) ?? 0) + 1)
  return [...counts].map(([fault, times]) => (times > 1 ? `${fault} (${times} times)` : fault)).join('; ')
}
