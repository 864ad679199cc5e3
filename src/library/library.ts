/** The library keeps everything: papers, listings, briefs, findings, digests, runs, calls. */
import { join } from 'node:path'
import { openArchive } from './archive.ts'
import { openBriefs } from './briefs.ts'
import { type DatabaseLocation, openDatabase } from './database.ts'
import { openDeliveries } from './deliveries.ts'
import { openDigests } from './digests.ts'
import { openEvidence } from './evidence.ts'
import { openFullTexts } from './full-texts.ts'
import { openHarvests } from './harvests.ts'
import { openHttpCache } from './http-cache.ts'
import { openMarks } from './marks.ts'
import { openModelCalls } from './model-calls.ts'
import { openPapers } from './papers.ts'
import { openRuns } from './runs.ts'
import { openSearch } from './search.ts'
import { openTerms } from './terms.ts'
import { openTurns } from './turns.ts'

export type Library = Awaited<ReturnType<typeof openLibrary>>

/**
 * Opens the workspace's database and brings its tables up to date.
 * @throws WorkspaceInUseError, LibraryError
 */
export async function openLibrary(location: DatabaseLocation) {
  const database = await openDatabase(location)
  const { db } = database
  return {
    ...database,
    papers: openPapers(db),
    archive: openArchive(db),
    briefs: openBriefs(db),
    evidence: openEvidence(db),
    digests: openDigests(db),
    deliveries: openDeliveries(db, {
      exclusive: database.exclusive,
      journal: join(location.folder, 'deliveries.journal'),
    }),
    modelCalls: openModelCalls(db),
    runs: openRuns(db),
    httpCache: openHttpCache(db),
    fullTexts: openFullTexts(db),
    harvests: openHarvests(db),
    search: openSearch(db),
    marks: openMarks(db),
    terms: openTerms(db),
    turns: openTurns(db, database.exclusive),
  }
}
