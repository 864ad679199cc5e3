/** The collect job: reads every source into the library, and says of each what came and what did not. */
import type { Source } from '../collect/source.ts'
import type { Library } from '../library/library.ts'
import { errorMessage, PaperbriefError } from '../paper/error.ts'
import type { Listing } from '../paper/listing.ts'
import type { Paper } from '../paper/paper.ts'
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
}

// Enough for one statement to be worth its while, few enough that a broken connection loses little.
const BATCH = 200

export async function collectPapers({
  library,
  sources,
  date,
  since,
  signal,
  progress,
  checkpoint,
}: {
  library: Library
  sources: readonly Source[]
  date: string
  since?: string | undefined
  signal: AbortSignal
  progress: Progress
  checkpoint?: Checkpoint | undefined
}): Promise<CollectResult> {
  const reports: SourceReport[] = []
  const ids = new Set<string>()
  for (const source of sources) {
    const report: SourceReport = { source: source.name, papers: 0, known: 0, listings: 0, skipped: [] }
    reports.push(report)
    let batch: { paper: Paper; listings: Listing[] }[] = []
    const save = async () => {
      const added = await library.papers.add(batch)
      report.papers += added.papers
      report.known += added.known
      report.listings += added.listings
      for (const { paper } of batch) ids.add(paper.id)
      batch = []
      progress.step('collect', ids.size)
    }
    if (checkpoint) checkpoint.saveFirst = save
    try {
      for await (const item of source.collect({ date, signal, ...(since && { since }) })) {
        if (item.kind === 'skipped')
          report.skipped.push({
            file: item.where,
            reason: item.reason,
            ...(item.line !== undefined && { line: item.line }),
          })
        else batch.push({ paper: item.paper, listings: item.listing ? [item.listing] : [] })
        if (batch.length >= BATCH) await save()
      }
    } catch (error) {
      if (signal.aborted || !(error instanceof PaperbriefError)) throw error
      report.error = error
      progress.warn(`${source.name}: ${errorMessage(error)}`)
    }
    // What came before a source broke off is good and is kept.
    await save()
  }
  return { sources: reports, ids: [...ids] }
}
