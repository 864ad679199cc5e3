/** The import job: papers, or digests with the briefs in them, from files into the library. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { type FileSourceOptions, fileSource } from '../collect/files.ts'
import type { Library } from '../library/library.ts'
import { type FormBook, findForm } from '../paper/form-book.ts'
import type { Paper } from '../paper/paper.ts'
import { parseDigest } from '../publish/parse-digest.ts'
import type { ParsedDigest, ParsedItem } from '../publish/parsed-digest.ts'
import { hashSource } from '../write/write.ts'
import { collectPapers, type Skipped } from './collect.ts'
import type { Progress } from './progress.ts'

export interface ImportReport {
  papers: number
  listings: number
  briefs: number
  known: number
  skipped: Skipped[]
}

export interface ImportRequest {
  library: Library
  /** Absolute. */
  paths: readonly string[]
  /** The day of listing where a format names none. */
  date: string
  /** Forms and labels besides the built-in ones. */
  book?: FormBook | undefined
  signal: AbortSignal
  progress: Progress
}

// A digest of a thousand papers has about 3 MB; anything larger is data.
const MAX_DIGEST_BYTES = 32 * 1024 * 1024

/** @throws CollectError for a file that cannot be read at all; what was imported before it stays */
export async function importFiles({
  library,
  paths,
  date,
  book,
  signal,
  progress,
}: ImportRequest): Promise<ImportReport> {
  const report: ImportReport = { papers: 0, listings: 0, briefs: 0, known: 0, skipped: [] }
  for (const path of paths) {
    const digest = readDigestFile(path, book)
    if (digest) {
      await importDigest(library, { digest, path, report, book })
      continue
    }
    const { sources } = await collectPapers({
      library,
      sources: [fileSource({ path } satisfies FileSourceOptions)],
      date,
      signal,
      progress,
    })
    for (const source of sources) {
      report.papers += source.papers
      report.known += source.known
      report.listings += source.listings
      report.skipped.push(...source.skipped, ...source.deleted)
      if (source.error) throw source.error
    }
  }
  return report
}

/** The digest in a file; undefined where the file is something else, or not there. */
export function readDigestFile(path: string, book?: FormBook): ParsedDigest | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isFile() || stats.size > MAX_DIGEST_BYTES || !mayBeDigest(path)) return undefined
  return parseDigest(readFileSync(path, 'utf8'), { book })
}

// JSON, XML, gzip, zero-padded, BibTeX, comment lines of data.
const DATA_MARKS = ['{', '[', '<', '\u001f', '\0', '@', '%']

/** A look at the first bytes: data files begin with a bracket, a tag or the gzip mark. */
function mayBeDigest(path: string): boolean {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const head = Buffer.alloc(512)
    const text = head
      .toString('utf8', 0, readSync(file, head))
      .replace(/^\ufeff/, '')
      .trimStart()
    return text !== '' && !DATA_MARKS.includes(text.charAt(0))
  } catch {
    return false
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

interface ImportedDigest {
  digest: ParsedDigest
  path: string
  report: ImportReport
  book: FormBook | undefined
}

async function importDigest(library: Library, { digest, path, report, book }: ImportedDigest): Promise<void> {
  report.skipped.push(...digest.skipped.map(({ line, reason }) => ({ file: path, line, reason })))
  const form = findForm(digest.layout, book)
  // Nothing was read of it, and an empty digest must not take the place of the one that is there.
  if (!form || form.layout) return
  const items = digest.items.filter(item => {
    if (item.id === undefined)
      report.skipped.push({ file: path, line: item.line, reason: 'the item has no link to a paper' })
    return item.id !== undefined
  })
  const added = await library.papers.add(items.map(item => ({ paper: toStub(item), listings: [] })))
  report.papers += added.papers
  report.known += added.known
  const entries = []
  for (const [index, item] of items.entries()) {
    // A paper that was found at arXiv meanwhile has another id than the digest says.
    const paperId = added.items[index]?.id ?? ''
    const briefId = await importBrief(library, { ...item, id: paperId }, { digest, form: form.name })
    report.briefs += briefId.isNew ? 1 : 0
    entries.push({
      paperId,
      briefId: briefId.id,
      ...(item.fallbackReason && { fallbackReason: item.fallbackReason }),
    })
  }
  // Only a digest that says which number of which edition it is takes its place among the published ones.
  if (digest.edition && digest.date) {
    const key = {
      edition: digest.edition,
      date: digest.date,
      language: digest.language ?? DEFAULT_LANGUAGE,
      layout: digest.layout,
    }
    await library.digests.save(key, { allAuthors: digest.allAuthors ?? false, entries })
  }
}

// The three layouts without a word about their language are those of the Chinese digests.
const DEFAULT_LANGUAGE = 'zh-Hans'

/** What a digest says of a paper itself; a source that knows more fills in the rest later. */
function toStub(item: ParsedItem): Paper {
  const authors = item.authors ?? (item.firstAuthor ? [item.firstAuthor] : [])
  return {
    id: item.id ?? '',
    ...(item.version !== undefined && { version: item.version }),
    ...(item.id?.startsWith('doi:') && { doi: item.id.slice('doi:'.length) }),
    title: item.title ?? '',
    authors,
    categories: [],
    abstract: '',
    abstractOrigin: item.retold ? 'retold' : 'missing',
    links: [],
    withdrawn: item.withdrawn ?? false,
  }
}

async function importBrief(
  library: Library,
  item: ParsedItem,
  { digest, form }: { digest: ParsedDigest; form: string },
): Promise<{ id: number; isNew: boolean }> {
  const [paper] = await library.papers.find([item.id ?? ''])
  if (!paper) throw new Error(`the paper ${item.id} was added a moment ago and is gone`)
  const before = await library.briefs.ofPapers([paper.id], form)
  const language = item.language ?? digest.language ?? DEFAULT_LANGUAGE
  const same = (before.get(paper.id) ?? []).find(
    brief => brief.language === language && sameFields(brief.fields, item.fields),
  )
  if (same) return { id: same.id, isNew: false }
  const brief = await library.briefs.save({
    paperId: paper.id,
    version: item.version ?? paper.version,
    form,
    language,
    engine: item.engine ?? 'imported',
    ...(item.model && { model: item.model }),
    ...(item.basis && { basis: item.basis }),
    ...(item.basisReason && { basisReason: item.basisReason }),
    fields: item.fields,
    recipe: `imported ${hashSource({ title: paper.id, abstract: JSON.stringify(item.fields) })}`,
    source: hashSource(paper),
    attempt: 1,
  })
  return { id: brief.id, isNew: true }
}

function sameFields(a: Record<string, string>, b: Record<string, string>): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every(key => a[key] === b[key])
}
