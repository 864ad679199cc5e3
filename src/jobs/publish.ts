/** The publish job: composes a digest from saved briefs, renders it, writes the files. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { StoredBrief } from '../library/briefs.ts'
import type { DigestKey } from '../library/digests.ts'
import type { Library } from '../library/library.ts'
import type { StoredPaper } from '../library/papers.ts'
import type { Digest, DigestEntry } from '../paper/edition.ts'
import { latexToText } from '../paper/latex.ts'
import { composeDigest } from '../publish/compose.ts'
import { renderIndex } from '../publish/markdown/index-page.ts'
import { renderDigest } from '../publish/render-digest.ts'
import { digestPath, writeFileAtomically } from '../publish/write-files.ts'
import { explainSourceLanguage } from './explain-source-language.ts'

export interface ReadyPaper {
  paper: StoredPaper
  brief: StoredBrief
  /** Names of the engines in fall-back order, to tell a choice from a fall-back. */
  fellBack: boolean
}

export interface PublishRequest {
  library: Library
  key: DigestKey
  papers: readonly ReadyPaper[]
  /** Absolute path of the output folder. */
  folder: string
  allAuthors: boolean
  /** `en` or `en.table` where the digest differs from what its edition usually is; part of the file name. */
  variant?: string | undefined
}

/** Paths of the files written, absolute: the digest, then the index. */
export async function publishDigest({
  library,
  key,
  papers,
  folder,
  allAuthors,
  variant,
}: PublishRequest): Promise<string[]> {
  const entries = papers.map(ready => toEntry(ready, key.language))
  const digest = composeDigest({ ...key, entries })
  const path = digestPath({ edition: key.edition, date: key.date, ...(variant && { variant }) })
  const file = await writeFileAtomically({ folder, path, content: renderDigest(digest, { allAuthors }) })
  const stored = papers.map(({ paper, brief }, place) => {
    const reason = entries[place]?.fallbackReason
    return { paperId: paper.id, briefId: brief.id, ...(reason && { fallbackReason: reason }) }
  })
  await library.digests.save(key, { path, allAuthors, entries: stored })
  return [file, await writeIndex(library, { folder, language: key.language })]
}

function toEntry({ paper, brief, fellBack }: ReadyPaper, language: string): DigestEntry {
  const reason =
    brief.language === language ? undefined : explainSourceLanguage({ brief, fellBack, language })
  // Readers see text, not LaTeX; what a formula alone can say stays one.
  const shown = { ...paper, title: latexToText(paper.title) }
  return { paper: shown, brief, ...(reason && { fallbackReason: reason }) }
}

/** The page of all digests that lie in this folder. */
async function writeIndex(
  library: Library,
  { folder, language }: { folder: string; language: string },
): Promise<string> {
  const digests = await library.digests.list()
  const here = digests.flatMap(({ path, ...digest }) =>
    path !== null && existsSync(join(folder, path)) ? [{ ...digest, path }] : [],
  )
  return writeFileAtomically({ folder, path: 'index.md', content: renderIndex(here, language) })
}

export type PublishedDigest = Digest & { allAuthors: boolean }

/** A digest as it was published, from the library; undefined where there is none. */
export async function loadDigest(
  library: Library,
  key: Parameters<Library['digests']['find']>[0],
): Promise<PublishedDigest | undefined> {
  const stored = await library.digests.find(key)
  if (!stored) return undefined
  const entries: DigestEntry[] = []
  for (const { briefId, fallbackReason } of stored.entries) {
    const brief = await library.briefs.find(briefId)
    const paper = brief && (await library.papers.findVersion(brief.paperId, brief.version))
    if (!brief || !paper)
      throw new Error(`the digest of ${stored.date} names the brief ${briefId}, which is not there`)
    entries.push({
      paper: { ...paper, title: latexToText(paper.title) },
      brief,
      ...(fallbackReason && { fallbackReason }),
    })
  }
  const { edition, date, language, layout, allAuthors } = stored
  return { edition, date, language, layout, entries, allAuthors }
}
