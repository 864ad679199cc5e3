/** The entries of Hugging Face's Daily Papers, as they come; the shapes of 2024 to 2026. */
import { isJsonRecord } from './json-record.ts'
import { CollectError } from './source.ts'

/** What we read of an entry; everything else is ignored, everything here may be missing. */
export interface HuggingfaceEntry {
  id: unknown
  title: unknown
  summary: unknown
  /** Names of the authors that are not hidden. */
  authors: unknown[]
  /** Instant of publication on arXiv. The outer one is shifted by the offset of New York: never read. */
  publishedAt: unknown
  /** Instant of the listing; since March 2025. */
  submittedOnDailyAt: unknown
  upvotes: unknown
  githubRepo: unknown
  projectPage: unknown
  mediaUrls: unknown[]
  /** Its name on Hugging Face; since October 2025. */
  organization: unknown
}

/** The entries of one page, unread; throws CollectError `source-nonsense`, retryable. */
export function parseHuggingfacePage(text: string): unknown[] {
  const page = parseJson(text)
  if (Array.isArray(page)) return page
  throw nonsense('JSON that is no list of papers')
}

/** Undefined where the value has not the form of an entry. */
export function readHuggingfaceEntry(value: unknown): HuggingfaceEntry | undefined {
  if (!isJsonRecord(value) || !isJsonRecord(value.paper)) return undefined
  const { paper } = value
  return {
    id: paper.id,
    title: chooseTitle(paper.title, value.title),
    summary: paper.summary,
    authors: listOf(paper.authors)
      .filter(isJsonRecord)
      .filter(author => author.hidden !== true)
      .map(author => author.name),
    publishedAt: paper.publishedAt,
    submittedOnDailyAt: paper.submittedOnDailyAt,
    upvotes: paper.upvotes,
    githubRepo: paper.githubRepo,
    projectPage: paper.projectPage,
    mediaUrls: listOf(
      paper.mediaUrls ?? value.mediaUrls ?? (value.mediaUrl === undefined ? [] : [value.mediaUrl]),
    ),
    organization: nameOf(paper.organization) ?? nameOf(value.organization),
  }
}

function nameOf(organization: unknown): unknown {
  return isJsonRecord(organization) ? organization.name : undefined
}

/** The inner title, unless it is the outer one with its TeX marks stripped (`L_2` for `$L_2$`). */
function chooseTitle(inner: unknown, outer: unknown): unknown {
  if (typeof inner !== 'string' || typeof outer !== 'string') return inner
  const stripped = outer.length > inner.length && bare(outer) === bare(inner)
  return stripped && /[$\\]/.test(outer) ? outer : inner
}

function bare(title: string): string {
  return title.replace(/[$\\\s]/g, '')
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function parseJson(text: string): unknown {
  if (text.trimStart().startsWith('<')) throw nonsense('a web page where JSON was expected')
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw nonsense('damaged JSON', cause)
  }
}

function nonsense(what: string, cause?: unknown): CollectError {
  return new CollectError(`received ${what} from Hugging Face`, {
    code: 'source-nonsense',
    hint: 'The service is out of order or the network wants a login: open https://huggingface.co/papers in a browser.',
    retryable: true,
    cause,
  })
}
