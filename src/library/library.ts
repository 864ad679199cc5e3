/** The library keeps everything: papers, listings, briefs, findings, digests, runs, calls. */
import { openArchive } from './archive.ts'
import { openBriefs } from './briefs.ts'
import { type DatabaseLocation, openDatabase } from './database.ts'
import { openDigests } from './digests.ts'
import { openFullTexts } from './full-texts.ts'
import { openHarvests } from './harvests.ts'
import { openHttpCache } from './http-cache.ts'
import { openPapers } from './papers.ts'
import { openRuns } from './runs.ts'

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
    digests: openDigests(db),
    runs: openRuns(db),
    httpCache: openHttpCache(db),
    fullTexts: openFullTexts(db),
    harvests: openHarvests(db),
  }
}
