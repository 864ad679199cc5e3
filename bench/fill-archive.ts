/** Fills a library with a year of digests of real or generated papers, each with a translation, for benches of pages and search. */
import { fileSource } from '../src/collect/files.ts'
import { openLibrary } from '../src/library/library.ts'
import type { Paper } from '../src/paper/paper.ts'
import { pseudoTranslate, pseudoTranslateTitle } from '../test/pseudo-translate.ts'

export interface ArchivePlan {
  /** `.paperbrief` of the workspace. */
  folder: string
  /** JSON lines of papers. */
  papers: string
  digests: number
  papersPerDigest: number
  /** Day of the first digest, `YYYY-MM-DD`. */
  from: string
}

const DAY_MS = 86_400_000
export type BenchLibrary = Awaited<ReturnType<typeof openLibrary>>

export async function fillArchive({
  folder,
  papers,
  digests,
  papersPerDigest,
  from,
}: ArchivePlan): Promise<BenchLibrary> {
  const library = await openLibrary({ folder, command: 'bench' })
  let day: Paper[] = []
  let made = 0
  for await (const item of fileSource({ path: papers }).collect({ date: from })) {
    if (item.kind !== 'paper' || item.paper.abstract === '') continue
    day.push(item.paper)
    if (day.length < papersPerDigest) continue
    await addDigest(library, day, new Date(Date.parse(from) + made * DAY_MS).toISOString().slice(0, 10))
    day = []
    made++
    if (made === digests) break
  }
  return library
}

/** One more digest; its papers are new to the library or not. */
export async function addDigest(
  library: BenchLibrary,
  papers: readonly Paper[],
  date: string,
): Promise<void> {
  await library.papers.add(papers.map(paper => ({ paper, listings: [] })))
  const entries = []
  for (const paper of papers) {
    const brief = await library.briefs.save({
      paperId: paper.id,
      version: paper.version ?? 1,
      form: 'translation',
      language: 'zh-Hans',
      engine: 'llm',
      model: 'bench',
      fields: { title: pseudoTranslateTitle(paper.title), abstract: pseudoTranslate(paper.abstract) },
      recipe: paper.id,
      source: paper.id,
      attempt: 1,
      basis: 'abstract',
    })
    await library.briefs.judge({ briefId: brief.id, outcome: 'pass', findings: [] })
    entries.push({ paperId: paper.id, briefId: brief.id })
  }
  await library.digests.save(
    { edition: 'daily', date, language: 'zh-Hans', layout: 'bilingual' },
    { allAuthors: false, entries },
  )
}
