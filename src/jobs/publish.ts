/** The publish job: composes a digest from saved briefs, renders it, writes the files. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { StoredBrief } from '../library/briefs.ts'
import type { DigestKey } from '../library/digests.ts'
import type { Library } from '../library/library.ts'
import type { StoredPaper } from '../library/papers.ts'
import type { Digest, DigestEntry } from '../paper/edition.ts'
import { builtInBook, type FormBook } from '../paper/form-book.ts'
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
  /** Forms and labels besides the built-in ones. */
  book?: FormBook | undefined
  /** `en` or `en.table` where the digest differs from what its edition usually is; part of the file name. */
  variant?: string | undefined
  /** Names of the channels that the digest goes to, each once, unless `resend` says once more. */
  channels?: readonly string[] | undefined
  resend?: boolean | undefined
}

/** A digest as it would be published: composed and rendered, nothing written. */
export interface ComposedDigest {
  digest: Digest
  /** Below the output folder. */
  path: string
  content: string
}

export function composeFromBriefs({
  key,
  papers,
  allAuthors,
  book = builtInBook,
  variant,
}: Pick<PublishRequest, 'key' | 'papers' | 'allAuthors' | 'book' | 'variant'>): ComposedDigest {
  const entries = papers.map(ready => toEntry(ready, { language: key.language, book }))
  const digest = composeDigest({ ...key, entries }, book)
  const path = digestPath({ edition: key.edition, date: key.date, ...(variant && { variant }) })
  return { digest, path, content: renderDigest(digest, { allAuthors, book }) }
}

/** Paths of the files written, absolute: the digest, then the index. */
export async function publishDigest(request: PublishRequest): Promise<string[]> {
  const { library, key, papers, folder, allAuthors, book = builtInBook, channels = [], resend } = request
  const { digest, path, content } = composeFromBriefs(request)
  const file = await writeFileAtomically({ folder, path, content })
  const stored = papers.map(({ paper, brief }, place) => {
    const reason = digest.entries[place]?.fallbackReason
    return { paperId: paper.id, briefId: brief.id, ...(reason && { fallbackReason: reason }) }
  })
  // Together, so that a crash leaves no digest that nobody is going to deliver.
  await library.db.transaction(async tx => {
    const id = await library.digests.save(key, { path, allAuthors, entries: stored }, tx)
    await library.deliveries[resend ? 'planAgain' : 'plan'](id, channels, tx)
  })
  return [file, await writeIndex(library, { folder, language: key.language, book })]
}

function toEntry(
  { paper, brief, fellBack }: ReadyPaper,
  { language, book }: { language: string; book: FormBook },
): DigestEntry {
  const reason =
    brief.language === language
      ? undefined
      : explainSourceLanguage({ brief, fellBack, language, labels: book.labels })
  // Readers see text, not LaTeX; what a formula alone can say stays one.
  const shown = { ...paper, title: latexToText(paper.title) }
  return { paper: shown, brief, ...(reason && { fallbackReason: reason }) }
}

/** The page of all digests that lie in this folder. */
async function writeIndex(
  library: Library,
  { folder, language, book }: { folder: string; language: string; book: FormBook },
): Promise<string> {
  const digests = await library.digests.list()
  const here = digests.flatMap(({ path, ...digest }) =>
    path !== null && existsSync(join(folder, path)) ? [{ ...digest, path }] : [],
  )
  return writeFileAtomically({
    folder,
    path: 'index.md',
    content: renderIndex(here, { language, labels: book.labels }),
  })
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
