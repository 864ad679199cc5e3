/** Loads digests whole, in few queries, as feeds and channels show them. */
import type { DigestKey } from '../library/digests.ts'
import type { Library } from '../library/library.ts'
import { latexToText } from '../paper/latex.ts'
import type { FeedDigest } from '../publish/feed-model.ts'

/** Undefined where there is no such digest. */
export async function loadWholeDigest(
  library: Pick<Library, 'digests' | 'briefs' | 'papers' | 'deliveries'>,
  key: DigestKey,
): Promise<(Omit<FeedDigest, 'entries'> & { entries: FeedDigest['entries'][number][] }) | undefined> {
  const stored = await library.digests.find(key)
  if (!stored) return undefined
  const briefIds = stored.entries.map(({ briefId }) => briefId)
  const briefs = await library.briefs.findAll(briefIds)
  const writtenAt = await library.deliveries.writtenAt(briefIds)
  const newest = new Map(
    (await library.papers.find(stored.entries.map(({ paperId }) => paperId))).map(paper => [paper.id, paper]),
  )
  const entries = []
  for (const { paperId, briefId, fallbackReason } of stored.entries) {
    const brief = briefs.get(briefId)
    const found = newest.get(paperId)
    // A digest shows the version that its brief was written about.
    const paper =
      brief && found?.version !== brief.version
        ? ((await library.papers.findVersion(paperId, brief.version)) ?? found)
        : found
    if (!brief || !paper) continue
    entries.push({
      paper: { ...paper, title: latexToText(paper.title) },
      brief,
      writtenAt: writtenAt.get(briefId)?.toISOString(),
      ...(fallbackReason && { fallbackReason }),
    })
  }
  const { edition, date, language, layout } = stored
  return { edition, date, language, layout, entries }
}
