/** The collect job: reads every source into the library, and says of each what came and what did not. */
import type { Collected, Source } from '../collect/source.ts'
import type { CollectedPaper } from '../library/add-papers.ts'
import type { Library } from '../library/library.ts'
import { errorMessage, PaperbriefError } from '../paper/error.ts'
import { type CollectRow, createTally, type Tally } from './count-collected.ts'
import type { Progress } from './progress.ts'

export interface Skipped {
  file: string
  line?: number
  reason: string
}

export interface SourceReport {
  source: string
  papers: number
  known: number
  listings: number
  skipped: Skipped[]
  /** What the source has deleted. */
  deleted: Skipped[]
  /** What a person should know although nothing is wrong. */
  notes: string[]
  /** What came, by the categories asked for. */
  rows: CollectRow[]
  /** Why the source could not be read to its end. */
  error?: PaperbriefError
}

export interface CollectResult {
  sources: SourceReport[]
  /** Every paper that the sources named, in their order, once. */
  ids: string[]
}

/** What a source calls before it notes how far it has come. */
export interface Checkpoint {
  saveFirst: () => Promise<void>
  /** A long harvest tells by itself how far it is. */
  isHarvesting?: boolean
}

// Enough for one statement to be worth its while, few enough that a broken connection loses little.
const BATCH = 200

export interface CollectRequest {
  library: Library
  sources: readonly Source[]
  date: string
  since?: string | undefined
  signal: AbortSignal
  progress: Progress
  checkpoint?: Checkpoint | undefined
}

export async function collectPapers(request: CollectRequest): Promise<CollectResult> {
  const sources: SourceReport[] = []
  const ids = new Set<string>()
  for (const source of request.sources) sources.push(await collectSource(source, { request, ids }))
  return { sources, ids: [...ids] }
}

async function collectSource(
  source: Source,
  { request, ids }: { request: CollectRequest; ids: Set<string> },
): Promise<SourceReport> {
  const { library, date, since, signal, progress, checkpoint } = request
  const tally = createTally(source.name, source.categories)
  const report: SourceReport = {
    source: source.name,
    papers: 0,
    known: 0,
    listings: 0,
    skipped: [],
    deleted: [],
    notes: [],
    rows: [],
  }
  let batch: CollectedPaper[] = []
  const save = async () => {
    const saved = batch
    batch = []
    const added = await library.papers.add(saved)
    report.papers += added.papers
    report.known += added.known
    report.listings += added.listings
    for (const [index, { id, outcome }] of added.items.entries()) {
      ids.add(id)
      const paper = saved[index]?.paper
      if (paper) tally.count(id, { outcome, paper })
    }
    if (!checkpoint?.isHarvesting) progress.step('collect', ids.size)
  }
  if (checkpoint) Object.assign(checkpoint, { saveFirst: save, isHarvesting: false })
  try {
    for await (const item of source.collect({ date, signal, ...(since && { since }) })) {
      if (item.kind === 'paper') batch.push(toCollected(item))
      else await takeNotice(item, { library, report, tally, progress })
      if (batch.length >= BATCH) await save()
    }
  } catch (error) {
    // What came before a source broke off is good and is kept.
    await save()
    if (signal.aborted || !(error instanceof PaperbriefError)) throw error
    report.error = error
    progress.warn(`${source.name}: ${errorMessage(error)}`)
  }
  await save()
  report.rows = tally.rows(report)
  return report
}

function toCollected({ paper, listing, versions }: Collected & { kind: 'paper' }): CollectedPaper {
  return { paper, listings: listing ? [listing] : [], versions }
}

async function takeNotice(
  item: Exclude<Collected, { kind: 'paper' }>,
  {
    library,
    report,
    tally,
    progress,
  }: { library: Library; report: SourceReport; tally: Tally; progress: Progress },
): Promise<void> {
  if (item.kind === 'note') {
    report.notes.push(item.reason)
    progress.note(`${item.where}: ${item.reason}`)
    return
  }
  const { where: file, reason, line, deletedId } = item
  const skipped = { file, reason, ...(line !== undefined && { line }) }
  if (deletedId === undefined) {
    report.skipped.push(skipped)
    tally.countSkipped()
    return
  }
  report.deleted.push(skipped)
  tally.countDeleted()
  await library.papers.markDeleted([deletedId])
}
