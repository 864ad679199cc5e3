/** A run: collect → rank → write → check → publish, for one edition and one date. */
import type { Source } from '../collect/source.ts'
import type { Engine } from '../engines/engine.ts'
import type { StoredBrief } from '../library/briefs.ts'
import type { DigestKey } from '../library/digests.ts'
import type { Library } from '../library/library.ts'
import { errorMessage } from '../paper/error.ts'
import { type Finding, hasErrors } from '../paper/finding.ts'
import type { Form } from '../paper/form.ts'
import { type FormBook, findForm } from '../paper/form-book.ts'
import type { Glossary } from '../paper/glossary.ts'
import { SOURCE_LANGUAGE } from '../paper/language.ts'
import type { Site } from '../publish/pages/view.ts'
import type { Interests } from '../rank/rank.ts'
import { type Checkpoint, type CollectResult, collectPapers } from './collect.ts'
import { NoSourceError } from './no-source-error.ts'
import { stepOf } from './paper-state.ts'
import type { Progress } from './progress.ts'
import type { ReadyPaper } from './publish.ts'
import { type PublishOutcome, type PublishPlan, publishRun } from './publish-run.ts'
import type { Queue } from './queue.ts'
import type { Reading } from './read-papers.ts'
import { type Selected, type Selection, selectPapers } from './select.ts'
import { noteDeviations, sendBackDeviations } from './unify-terms.ts'
import { writePapers } from './write-papers.ts'

export interface RunRequest extends PublishPlan {
  key: DigestKey
  /** First day of listings that count, inclusive. */
  from: string
  sources: readonly Source[]
  checkpoint?: Checkpoint | undefined
  /** Publish exactly what these sources name, whatever was published before. */
  onlyTheseSources: boolean
  /** Name of the source whose listings count; absent: all. */
  listedBy?: string | undefined
  interests: Interests
  repeats: boolean
  /** Whether replaced papers count; see SelectRequest. */
  revisions?: boolean | undefined
  limit: number | 'all'
  allAuthors: boolean
  /** Forms and labels besides the built-in ones. */
  book?: FormBook | undefined
  engines: readonly Engine[]
  slots: number
  /** How full texts are had; absent where the briefs are written from abstracts. */
  reading?: Reading | undefined
  /** Has the budget count what was spent before; called when the run is known. */
  countSpending?: ((library: Library, runId: number) => Promise<void>) | undefined
  /** Whether a model judges by questions what another has written. */
  judge?: boolean | undefined
  /** Of the digest's language. */
  glossary?: Glossary | undefined
  /** Reuse no brief from before. */
  fresh: boolean
  /** Absolute. */
  folder: string
  variant?: string | undefined
  currency: string
  /** The site of files that holds all digests, where one is wanted. */
  site?: { folder: string; site: Site } | undefined
  stages: { collect: boolean; write: boolean; publish: boolean }
}

export interface RunReport {
  edition: string
  date: string
  papers: number
  written: number
  reused: number
  repaired: number
  fellBack: number
  flagged: number
  tokens: { in: number; out: number; cached: number }
  cost: { amount: number | null; currency: string }
  seconds: number
  outputs: string[]
  /** What was sent, and what waits; where there are channels. */
  deliveries?: PublishOutcome['deliveries']
  /** What would be written and sent, under `--dry-run`. */
  preview?: PublishOutcome['preview']
  fallbacks: { id: string; reason: string }[]
}

export interface RunContext {
  library: Library
  queue: Queue
  signal: AbortSignal
  progress: Progress
}

export interface RunOutcome {
  report: RunReport
  collected: CollectResult
  selected: Selected[]
  /** Ids of papers that were left out because their source took them back. */
  withdrawn: string[]
  /** Of the published briefs, by paper. */
  findings: Map<string, Finding[]>
}

export async function runEdition(context: RunContext, request: RunRequest): Promise<RunOutcome> {
  const started = performance.now()
  const { library, signal } = context
  const target = JSON.stringify([request.key, request.engines.map(engine => engine.name), request.fresh])
  // A look at what would be published is no run.
  const isLook = request.dryRun === true && !request.stages.write
  const run = isLook ? { id: 0 } : await library.runs.start({ target, exclusive: library.exclusive })
  if (library.exclusive) await context.queue.clear()
  try {
    if (request.stages.write) await request.countSpending?.(library, run.id)
    const collected = request.stages.collect ? await collect(context, request) : { sources: [], ids: [] }
    const { selected, withdrawn } = await select(library, request, collected)
    signal.throwIfAborted()
    refuseSilence(collected, request, selected)
    const ready = request.stages.write
      ? await write(context, request, { runId: run.id, selected })
      : await gather(context, request, selected)
    context.progress.step('publish', 0, 1)
    const published = request.stages.publish ? await publishRun(context, request, ready) : { outputs: [] }
    context.progress.step('publish', 1, 1)
    const findings = await findingsByPaper(library, ready)
    const report = {
      edition: request.key.edition,
      date: request.key.date,
      papers: request.stages.write || request.stages.publish ? ready.length : collected.ids.length,
      ...countBriefs(ready, { runId: run.id, findings }),
      ...(await addUpCost(library, run.id, request)),
      seconds: Math.round((performance.now() - started) / 10) / 100,
      ...published,
      fallbacks: ready
        .filter(({ fellBack }) => fellBack)
        .map(({ paper, brief }) => ({ id: paper.id, reason: brief.reason ?? 'unknown' })),
    }
    if (!isLook) await library.runs.finish(run.id, 'done', { ...report })
    return { report, collected, selected, withdrawn, findings }
  } catch (error) {
    // An interrupted run stays open: the next one goes on where it was.
    if (!signal.aborted) await library.runs.finish(run.id, 'failed', { error: errorMessage(error) })
    throw error
  }
}

async function collect(
  { library, signal, progress }: RunContext,
  request: RunRequest,
): Promise<CollectResult> {
  const { sources, checkpoint, key, from } = request
  return collectPapers({ library, sources, checkpoint, date: key.date, since: from, signal, progress })
}

async function select(library: Library, request: RunRequest, collected: CollectResult): Promise<Selection> {
  // Years may have been collected: nothing is made of them here.
  if (!request.stages.write && !request.stages.publish) return { selected: [], withdrawn: [] }
  return selectPapers({
    library,
    edition: request.key.edition,
    date: request.key.date,
    from: request.from,
    source: request.listedBy,
    ids: request.onlyTheseSources ? collected.ids : undefined,
    interests: request.interests,
    repeats: request.repeats,
    revisions: request.revisions,
    limit: request.limit,
  })
}

/** A quiet day and a broken source look alike in an empty digest; only one of them is an error. */
function refuseSilence(
  collected: CollectResult,
  { stages }: RunRequest,
  selected: readonly Selected[],
): void {
  // What only collects says of each source what came of it.
  if (!stages.write && !stages.publish) return
  const [first] = collected.sources
  if (!first || selected.length > 0 || collected.sources.some(source => !source.error)) return
  throw new NoSourceError(
    `No source could be read: ${collected.sources.map(({ source, error }) => `${source}: ${error?.message}`).join('; ')}`,
    {
      code: first.error?.code ?? 'no-source',
      retryable: true,
      hint: first.error?.hint ?? 'Check the connection, then run it again.',
      cause: first.error,
    },
  )
}

function formOf(request: RunRequest): Form {
  const form = findForm(request.key.layout, request.book)
  if (!form) throw new Error(`the layout ${request.key.layout} has no form`)
  return form
}

/** A translation into the language it is written in is the text itself. */
function enginesFor(request: RunRequest, form: Form): readonly Engine[] {
  const translatesNothing = form.name === 'translation' && request.key.language === SOURCE_LANGUAGE
  return translatesNothing ? request.engines.filter(engine => engine.kind === 'extractive') : request.engines
}

async function write(
  context: RunContext,
  request: RunRequest,
  { runId, selected }: { runId: number; selected: readonly Selected[] },
): Promise<ReadyPaper[]> {
  const form = formOf(request)
  const engines = enginesFor(request, form)
  const papers = selected.map(({ candidate }) => candidate.paper)
  const { language } = request.key
  const papersToWrite = {
    ...context,
    runId,
    papers,
    form,
    language,
    engines,
    slots: request.slots,
    glossary: request.glossary,
    judge: request.judge,
    reading: form.coverage === 'selection' ? request.reading : undefined,
    fresh: request.fresh,
  }
  let briefs = await writePapers(papersToWrite)
  const { glossary } = request
  if (glossary) {
    const { library, progress } = context
    const digest = { library, runId, papers, form, glossary }
    const sentBack = await sendBackDeviations({ ...digest, briefs })
    if (sentBack > 0) {
      progress.note(
        `${sentBack} of ${papers.length} papers say a term otherwise than the rest: written again`,
      )
      briefs = await writePapers(papersToWrite)
    }
    await noteDeviations({ ...digest, briefs })
  }
  return papers.map(paper => {
    const brief = briefs.get(paper.id)
    if (!brief) throw new Error(`${paper.id} came out of the queue without a brief`)
    return { paper, brief, fellBack: engines.length > 1 && stepOf(brief, engines) === engines.length - 1 }
  })
}

/** For `publish` alone: what was written before; a paper without a brief waits for `write`. */
async function gather(
  { library, progress }: RunContext,
  request: RunRequest,
  selected: readonly Selected[],
): Promise<ReadyPaper[]> {
  if (!request.stages.publish) return []
  const form = formOf(request)
  const engines = enginesFor(request, form)
  const papers = selected.map(({ candidate }) => candidate.paper)
  const briefs = await library.briefs.ofPapers(
    papers.map(({ id }) => id),
    form.name,
  )
  const ready = papers.flatMap(paper => {
    const checked = (briefs.get(paper.id) ?? []).filter(
      brief => brief.outcome !== undefined && brief.version === paper.version,
    )
    const isLast = (brief: StoredBrief) => stepOf(brief, engines) === engines.length - 1
    const brief =
      checked.find(
        candidate => candidate.outcome === 'pass' && candidate.language === request.key.language,
      ) ?? checked.find(isLast)
    return brief ? [{ paper, brief, fellBack: engines.length > 1 && isLast(brief) }] : []
  })
  const waiting = papers.length - ready.length
  if (waiting > 0)
    progress.warn(`${waiting} of ${papers.length} papers have no brief yet: \`paperbrief write\` makes them`)
  return ready
}

async function findingsByPaper(
  library: Library,
  ready: readonly ReadyPaper[],
): Promise<Map<string, Finding[]>> {
  const byBrief = await library.briefs.findings(ready.map(({ brief }) => brief.id))
  return new Map(ready.map(({ paper, brief }) => [paper.id, byBrief.get(brief.id) ?? []]))
}

function countBriefs(
  ready: readonly ReadyPaper[],
  { runId, findings }: { runId: number; findings: Map<string, Finding[]> },
) {
  const isWritten = ({ brief }: ReadyPaper) => brief.runId === runId
  return {
    written: ready.filter(isWritten).length,
    reused: ready.filter(paper => !isWritten(paper)).length,
    repaired: ready.filter(
      paper =>
        isWritten(paper) &&
        !paper.fellBack &&
        paper.brief.attempt > 1 &&
        !hasErrors(findings.get(paper.paper.id) ?? []),
    ).length,
    fellBack: ready.filter(({ fellBack }) => fellBack).length,
    flagged: ready.filter(({ paper }) => (findings.get(paper.id)?.length ?? 0) > 0).length,
  }
}

async function addUpCost(library: Library, runId: number, { currency }: RunRequest) {
  const { amount, calls: _, ...tokens } = await library.briefs.cost(runId)
  return { tokens, cost: { amount: amount ?? null, currency } }
}
