/** What a feed says, before it is written as RSS, Atom or JSON Feed. */
import { createHash } from 'node:crypto'
import type { Digest, DigestEntry } from '../paper/edition.ts'
import type { FormBook } from '../paper/form-book.ts'
import { countPapers, findLabels } from '../paper/labels.ts'
import { renderDigestContent, renderEntryContent } from './feed-content.tsx'
import { routes } from './pages/routes.ts'
import { nameDigest, type PresentedEntry, pageUrl, presentEntry, showLine } from './present-entry.ts'

export interface FeedDigest extends Omit<Digest, 'entries'> {
  /** `writtenAt`: when the brief was written, an ISO date. */
  entries: readonly (DigestEntry & { writtenAt?: string | undefined })[]
}

export interface FeedSource {
  edition: string
  language: string
  /** Of this edition and language, in any order and layout. */
  digests: readonly FeedDigest[]
  /** What one entry holds. Default `papers`. */
  entries?: 'papers' | 'digests' | undefined
  /** How many digests the feed goes back. Default 30. */
  keep?: number | undefined
  /** Of the site. Default `Paperbrief`. */
  name?: string | undefined
  /** Where the site lies, ends in a slash; absent: links lead to the papers themselves. */
  baseUrl?: string | undefined
  /** Whether the site's pages are files. Default true. */
  isFiles?: boolean | undefined
  book?: FormBook | undefined
}

export interface FeedItem {
  /** The same for ever, whatever becomes of the text and of the site's address. */
  id: string
  title: string
  url?: string
  /** Of the paper itself. */
  source?: string
  html: string
  /** One or two sentences, plain. */
  summary: string
  /** ISO dates. */
  published: string
  updated: string
  authors: string[]
  tags: string[]
  /** Of the title. */
  language: string
}

export interface Feed {
  id: string
  title: string
  language: string
  description: string
  homeUrl?: string
  updated: string
  /** The newest first. */
  items: FeedItem[]
}

// Programs that read feeds fetch them whole, again and again; the newest digest is always whole.
const [MAX_BYTES, MAX_ITEMS] = [1_500_000, 1_000]
const DEFAULT_KEEP = 30

export function makeFeed(source: FeedSource): Feed {
  const { edition, language, keep = DEFAULT_KEEP, name = 'Paperbrief', baseUrl, isFiles } = source
  const digests = source.digests
    .toSorted((a, b) => compare(b.date, a.date) || compare(a.layout, b.layout))
    .slice(0, keep)
  const items = limitItems(
    source.entries === 'digests' ? listDigests(digests, source) : listPapers(digests, source),
  )
  const label = showLine(edition, 100)
  return {
    id: makeId(['feed', edition, language]),
    title: `${showLine(name, 100)} · ${label}`,
    language,
    description: `${showLine(name, 100)} · ${label} (${language})`,
    ...(baseUrl && { homeUrl: pageUrl(routes.home, { baseUrl, isFiles: isFiles ?? true }) }),
    // Not the time of writing: the same digests give the same bytes.
    updated:
      items
        .map(item => item.updated)
        .toSorted(compare)
        .at(-1) ?? toMoment('1970-01-01'),
    items,
  }
}

/** A digest that holds a paper again takes the place of the older one. */
function* listPapers(
  digests: readonly FeedDigest[],
  source: FeedSource,
): Generator<FeedItem & { date: string }> {
  const { edition, language, book } = source
  const seen = new Set<string>()
  for (const digest of digests)
    for (const entry of digest.entries) {
      if (seen.has(entry.paper.id)) continue
      seen.add(entry.paper.id)
      const shown = presentEntry(entry, digest, source)
      yield {
        ...datesOf(digest, [entry]),
        date: digest.date,
        id: makeId(['paper', edition, language, entry.paper.id]),
        title: shown.title,
        ...(shown.url && { url: shown.url }),
        ...(shown.source && { source: shown.source }),
        html: renderEntryContent(shown, { language, labels: book?.labels }),
        summary: shown.gist,
        authors: shown.authors,
        tags: shown.categories,
        language: shown.language,
      }
    }
}

function* listDigests(
  digests: readonly FeedDigest[],
  source: FeedSource,
): Generator<FeedItem & { date: string }> {
  const { edition, language, book, baseUrl, isFiles } = source
  for (const digest of digests) {
    const shown = digest.entries.map(entry => presentEntry(entry, digest, source))
    const count = countPapers(findLabels(language, book?.labels), shown.length)
    yield {
      ...datesOf(digest, digest.entries),
      date: digest.date,
      id: makeId(['digest', edition, language, digest.date, digest.layout]),
      title: nameDigest(digest),
      ...(baseUrl && { url: pageUrl(routes.digest(digest), { baseUrl, isFiles: isFiles ?? true }) }),
      html: renderDigestContent(shown, { language, labels: book?.labels }),
      summary: [count, ...shown.slice(0, 5).map(({ title }: PresentedEntry) => title)].join(' · '),
      authors: [],
      tags: [],
      language,
    }
  }
}

function limitItems(items: Iterable<FeedItem & { date: string }>): FeedItem[] {
  const kept: FeedItem[] = []
  let bytes = 0
  let newest: string | undefined
  for (const { date, ...item } of items) {
    newest ??= date
    bytes += Buffer.byteLength(item.html)
    if (date !== newest && (bytes > MAX_BYTES || kept.length >= MAX_ITEMS)) break
    kept.push(item)
  }
  return kept
}

/** An entry is updated when its text is written anew, though its digest is of an earlier day. */
function datesOf(
  { date }: Pick<FeedDigest, 'date'>,
  entries: FeedDigest['entries'],
): Pick<FeedItem, 'published' | 'updated'> {
  const published = toMoment(date)
  const written = entries.map(({ writtenAt }) => writtenAt ?? published)
  return { published, updated: [published, ...written].toSorted(compare).at(-1) ?? published }
}

function toMoment(date: string): string {
  return `${date}T00:00:00Z`
}

// Random once; a name in it is what a name-based UUID is made of.
const NAMESPACE = Buffer.from('3f0b6f1e7a5c4a0f9d3e52c1b86a0d74', 'hex')

/** `urn:uuid:` and a name-based UUID of version 5 (RFC 9562, 5.5): neither site nor time are part of it. */
function makeId(name: readonly string[]): string {
  const hash = createHash('sha1').update(NAMESPACE).update(JSON.stringify(name)).digest().subarray(0, 16)
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  return `urn:uuid:${hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
