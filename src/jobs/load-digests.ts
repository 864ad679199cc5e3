/** Loads what a digest shows, in few queries: for pages, feeds and channels. */
import type { StoredBrief } from '../library/briefs.ts'
import type { DigestKey, StoredDigest } from '../library/digests.ts'
import type { Library } from '../library/library.ts'
import type { StoredPaper } from '../library/papers.ts'
import { latexToText } from '../paper/latex.ts'
import type { FeedDigest } from '../publish/feed-model.ts'

export interface LoadedEntry {
  /** The version that the brief was written about, its title without LaTeX. */
  paper: StoredPaper
  brief: StoredBrief
  fallbackReason?: string
}

/** In the digest's order; an entry whose paper or brief is gone is left out. */
export async function loadEntries(
  library: Pick<Library, 'briefs' | 'papers'>,
  { entries }: Pick<StoredDigest, 'entries'>,
): Promise<LoadedEntry[]> {
  const briefs = await library.briefs.findAll(entries.map(({ briefId }) => briefId))
  const newest = new Map(
    (await library.papers.find(entries.map(({ paperId }) => paperId))).map(paper => [paper.id, paper]),
  )
  const loaded: LoadedEntry[] = []
  for (const { paperId, briefId, fallbackReason } of entries) {
    const brief = briefs.get(briefId)
    const found = newest.get(paperId)
    const paper =
      brief && found?.version !== brief.version
        ? ((await library.papers.findVersion(paperId, brief.version)) ?? found)
        : found
    if (!brief || !paper) continue
    loaded.push({
      paper: { ...paper, title: latexToText(paper.title) },
      brief,
      ...(fallbackReason && { fallbackReason }),
    })
  }
  return loaded
}

/** As feeds and channels show it; undefined where there is no such digest. */
export async function loadWholeDigest(
  library: Pick<Library, 'digests' | 'briefs' | 'papers' | 'deliveries'>,
  key: DigestKey,
): Promise<(Omit<FeedDigest, 'entries'> & { entries: FeedDigest['entries'][number][] }) | undefined> {
  const stored = await library.digests.find(key)
  if (!stored) return undefined
  const loaded = await loadEntries(library, stored)
  const writtenAt = await library.deliveries.writtenAt(loaded.map(({ brief }) => brief.id))
  const entries = loaded.map(entry => ({
    ...entry,
    writtenAt: writtenAt.get(entry.brief.id)?.toISOString(),
  }))
  const { edition, date, language, layout } = stored
  return { edition, date, language, layout, entries }
}
