/** Brings every selected paper to a final brief: reuses what is there, writes and checks the rest through the queue. */
import type { Engine } from '../engines/engine.ts'
import type { StoredBrief } from '../library/briefs.ts'
import type { Library } from '../library/library.ts'
import type { StoredPaper } from '../library/papers.ts'
import type { Form } from '../paper/form.ts'
import { hashSource } from '../write/write.ts'
import { createCheckHandler } from './check.ts'
import { findPaperState, type PaperState } from './paper-state.ts'
import type { Progress } from './progress.ts'
import type { CheckJob, Queue, WriteJob } from './queue.ts'
import { createWriteHandler, MAX_REVISIONS } from './write.ts'

export interface WritePapersRequest {
  library: Library
  queue: Queue
  runId: number
  papers: readonly StoredPaper[]
  form: Form
  language: string
  engines: readonly Engine[]
  /** How many papers are worked on at once. */
  slots: number
  fresh: boolean
  signal: AbortSignal
  progress: Progress
}

/** Final briefs by paper id, one for each paper. */
export async function writePapers(request: WritePapersRequest): Promise<Map<string, StoredBrief>> {
  const { queue, papers, progress, signal, slots } = request
  const final = new Map<string, StoredBrief>()
  const refresh = async () => {
    const open = papers.filter(paper => !final.has(paper.id))
    const states = await findStates(request, open)
    for (const [id, state] of states) if (state.kind === 'done') final.set(id, state.brief)
    await queue.add('check', jobsOf<CheckJob>(states, 'check'))
    await queue.add('write', jobsOf<WriteJob>(states, 'write'))
    progress.step('write', final.size, papers.length)
  }
  await refresh()
  const pending = new Set(papers.map(paper => paper.id).filter(id => !final.has(id)))
  const check = createCheckHandler(request, paperId => {
    pending.delete(paperId)
    progress.step('write', papers.length - pending.size, papers.length)
  })
  await queue.work({
    handlers: { write: createWriteHandler(request), check },
    slots,
    isDone: () => pending.size === 0,
    onIdle: async () => {
      await refresh()
      for (const id of final.keys()) pending.delete(id)
    },
    signal,
  })
  signal.throwIfAborted()
  await refresh()
  return final
}

async function findStates(
  request: WritePapersRequest,
  papers: readonly StoredPaper[],
): Promise<Map<string, PaperState>> {
  const { library, form, runId, language, engines, fresh } = request
  const briefs = await library.briefs.ofPapers(
    papers.map(paper => paper.id),
    form.name,
  )
  return new Map(
    papers.map(paper => [
      paper.id,
      findPaperState({
        runId,
        paperId: paper.id,
        version: paper.version,
        source: hashSource(paper),
        language,
        engines,
        briefs: briefs.get(paper.id) ?? [],
        fresh,
        maxRevisions: MAX_REVISIONS,
      }),
    ]),
  )
}

function jobsOf<T extends CheckJob | WriteJob>(
  states: ReadonlyMap<string, PaperState>,
  kind: 'check' | 'write',
): T[] {
  return [...states.values()].flatMap(state => (state.kind === kind ? [state.job as T] : []))
}
