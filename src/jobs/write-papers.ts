/** Brings every selected paper to a final brief: reuses what is there, writes and checks the rest through the queue. */
import type { Engine } from '../engines/engine.ts'
import type { StoredBrief } from '../library/briefs.ts'
import type { Library } from '../library/library.ts'
import type { StoredPaper } from '../library/papers.ts'
import type { Form } from '../paper/form.ts'
import { findTerms as findTermsIn, type Glossary } from '../paper/glossary.ts'
import { createCheckHandler } from './check.ts'
import { findPaperState, type PaperState } from './paper-state.ts'
import type { Progress } from './progress.ts'
import type { CheckJob, Queue, WriteJob } from './queue.ts'
import { loadBasis, type Reading, readPapers } from './read-papers.ts'
import { createWriteHandler, MAX_REVISIONS, type WritingContext } from './write.ts'

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
  /** Whether a model judges by questions what another has written. */
  judge?: boolean | undefined
  /** How full texts are had; absent where the briefs are written from abstracts. */
  reading?: Reading | undefined
  /** Of the language wanted; absent: terms are the model's own choice. */
  glossary?: Glossary | undefined
  signal: AbortSignal
  progress: Progress
}

/** Final briefs by paper id, one for each paper. */
export async function writePapers(request: WritePapersRequest): Promise<Map<string, StoredBrief>> {
  const { library, queue, papers, progress, signal, slots, reading, glossary, engines } = request
  const reasons = reading ? await readPapers({ ...request, reading }) : new Map<string, string>()
  const findTerms = glossary && ((text: string) => findTermsIn(text, glossary))
  const basisOf = (paper: StoredPaper) => loadBasis(library, paper, { reading, reasons, findTerms })
  const judgeEngine = request.judge ? engines.find(engine => engine.kind === 'llm') : undefined
  const context = { ...request, basisOf, findTerms, judgeEngine }
  const final = new Map<string, StoredBrief>()
  const refresh = async () => {
    const open = papers.filter(paper => !final.has(paper.id))
    const states = await findStates(context, open)
    for (const [id, state] of states) if (state.kind === 'done') final.set(id, state.brief)
    await queue.add('check', jobsOf<CheckJob>(states, 'check'))
    await queue.add('write', jobsOf<WriteJob>(states, 'write'))
    progress.step('write', final.size, papers.length)
  }
  await refresh()
  const pending = new Set(papers.map(paper => paper.id).filter(id => !final.has(id)))
  const check = createCheckHandler(context, paperId => {
    pending.delete(paperId)
    progress.step('write', papers.length - pending.size, papers.length)
  })
  await queue.work({
    handlers: { write: createWriteHandler(context), check },
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
  {
    library,
    form,
    runId,
    language,
    engines,
    fresh,
    basisOf,
  }: WritePapersRequest & Pick<WritingContext, 'basisOf'>,
  papers: readonly StoredPaper[],
): Promise<Map<string, PaperState>> {
  const briefs = await library.briefs.ofPapers(
    papers.map(paper => paper.id),
    form.name,
  )
  const states = new Map<string, PaperState>()
  for (const paper of papers) {
    const { source } = await basisOf(paper)
    const state = findPaperState({
      runId,
      paperId: paper.id,
      version: paper.version,
      source,
      language,
      engines,
      briefs: briefs.get(paper.id) ?? [],
      fresh,
      maxRevisions: MAX_REVISIONS,
    })
    states.set(paper.id, state)
  }
  return states
}

function jobsOf<T extends CheckJob | WriteJob>(
  states: ReadonlyMap<string, PaperState>,
  kind: 'check' | 'write',
): T[] {
  return [...states.values()].flatMap(state => (state.kind === kind ? [state.job as T] : []))
}
