/** Makes a paper out of what a source sent: cleaned, bounded, with a normal identifier. */
import { parseArxivId } from '../paper/arxiv-id.ts'
import { cleanLine, cleanParagraphs } from '../paper/clean-text.ts'
import { type Paper, type PaperLink, paperLinkSchema } from '../paper/paper.ts'
import { keepArxivCategories } from './arxiv-category.ts'
import { isDay } from './collect-days.ts'
import { cleanAuthor } from './split-authors.ts'
import { saysWithdrawn } from './withdrawn.ts'

/** The fields of a Paper as they came; none is trusted to have its type. */
export type RawPaper = Partial<Record<keyof Paper, unknown>>

/** The paper, or why there is none. */
export type MadePaper = { paper: Paper; reason?: undefined } | { reason: string; paper?: undefined }

// Far above any real paper's, and below what a database's text index or a model would choke on.
const MAX_TITLE = 2000
const MAX_ABSTRACT = 100_000
const MAX_AUTHORS = 200_000
const MAX_LINE = 10_000
const MAX_LINKS = 50
const OTHER_ID = /^[\w.:/-]{1,200}$/
const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

export function makePaper(raw: RawPaper): MadePaper {
  const identity = readIdentity(raw.id)
  if (!identity) return { reason: typeof raw.id === 'string' && raw.id ? 'id is not usable' : 'no id' }
  const fault = findOversize(raw)
  if (fault) return { reason: fault }
  const title = readLine(raw.title) ?? ''
  const abstract = typeof raw.abstract === 'string' ? cleanParagraphs(raw.abstract) : ''
  const named = title !== '' || (abstract === '' && raw.abstractOrigin === 'missing')
  if (!named) return { reason: 'no title' }
  if (raw.authors != null && !Array.isArray(raw.authors)) return { reason: 'authors are not a list' }
  const version = identity.version ?? readCount(raw.version)
  return {
    paper: {
      id: identity.id,
      ...(version !== undefined && { version }),
      title,
      authors: readAuthors(raw.authors),
      categories: readCategories(raw.categories),
      abstract,
      abstractOrigin: abstract === '' ? 'missing' : raw.abstractOrigin === 'retold' ? 'retold' : 'source',
      links: readLinks(raw.links),
      ...readDetails(raw),
    },
  }
}

function readDetails(raw: RawPaper): Pick<Paper, 'withdrawn'> & Partial<Paper> {
  const comment = readLine(raw.comment)
  const details = {
    comment,
    published: toUtcDay(raw.published),
    updated: toUtcDay(raw.updated),
    doi: readDoi(raw.doi),
    journalRef: readLine(raw.journalRef),
    license: readLine(raw.license),
  }
  const known = Object.entries(details).filter(([, value]) => value !== undefined)
  const withdrawn = typeof raw.withdrawn === 'boolean' ? raw.withdrawn : saysWithdrawn(comment ?? '')
  return { ...Object.fromEntries(known), withdrawn }
}

function readIdentity(id: unknown): { id: string; version?: number } | undefined {
  // Measured before it is parsed: no identifier is long, and patterns are only safe on short text.
  if (typeof id !== 'string' || id.length > 300) return undefined
  const text = cleanLine(id)
  const arxivId = parseArxivId(text)
  if (arxivId) return arxivId
  // Ids become file names and addresses further on; none may climb out of its folder.
  return OTHER_ID.test(text) && !text.includes('..') ? { id: text } : undefined
}

function findOversize({ title, abstract, authors, ...others }: RawPaper): string | undefined {
  if (lengthOf(title) > MAX_TITLE) return `title longer than ${MAX_TITLE} characters`
  if (lengthOf(abstract) > MAX_ABSTRACT) return `abstract longer than ${MAX_ABSTRACT} characters`
  if (lengthOf(authors) > MAX_AUTHORS) return `authors longer than ${MAX_AUTHORS} characters`
  const long = Object.entries(others).find(([, value]) => lengthOf(value) > MAX_LINE)
  return long && `${long[0]} longer than ${MAX_LINE} characters`
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  return Array.isArray(value) ? value.reduce((sum: number, item) => sum + lengthOf(item), 0) : 0
}

function readLine(value: unknown): string | undefined {
  return (typeof value === 'string' && cleanLine(value)) || undefined
}

function readLines(values: unknown): string[] {
  return Array.isArray(values) ? values.map(readLine).filter(line => line !== undefined) : []
}

/** A few names come with TeX also from sources that promise none; a stray mark of it is no part of a name. */
function readAuthors(values: unknown): string[] {
  return readLines(values)
    .map(author => (/[\\{}]/.test(author) ? cleanAuthor(author).replaceAll('\\', '').trim() : author))
    .filter(author => author !== '')
}

function readCategories(value: unknown): string[] {
  return keepArxivCategories(typeof value === 'string' ? value.split(/[\s,;]+/) : readLines(value))
}

function readCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined
}

function readDoi(value: unknown): string | undefined {
  // A record may name several, separated by a space; the first is the paper's own.
  const first = readLine(value)
    ?.split(' ')[0]
    ?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, '')
  return first && /^10\.\d{4,9}\/\S+$/.test(first) ? first : undefined
}

/** `YYYY-MM-DD` in UTC of an ISO date or instant. */
function toUtcDay(value: unknown): string | undefined {
  const text = readLine(value)
  const day = text === undefined ? undefined : INSTANT.exec(text)?.[1]
  if (text === undefined || day === undefined || !isDay(day)) return undefined
  const instantMs = /[+-]\d{2}:?\d{2}$/.test(text.slice(10)) ? Date.parse(text) : Number.NaN
  return Number.isNaN(instantMs) ? day : new Date(instantMs).toISOString().slice(0, 10)
}

function readLinks(values: unknown): PaperLink[] {
  if (!Array.isArray(values)) return []
  return values.slice(0, MAX_LINKS).flatMap(value => {
    const link = paperLinkSchema.safeParse(value)
    return link.success && isWebAddress(link.data.url) ? [link.data] : []
  })
}

function isWebAddress(url: string): boolean {
  return url.length <= 2000 && URL.canParse(url) && /^https?:\/\//i.test(url)
}
