/** Makes a paper of one entry of a bibliography, in whatever format it was kept. */
import { formatArxivId } from '../paper/arxiv-id.ts'
import { cleanLine } from '../paper/clean-text.ts'
import { makeStableId } from '../paper/stable-id.ts'
import { findArxivId } from './find-arxiv-id.ts'
import { makePaper } from './make-paper.ts'
import type { ReadRecord } from './record-format.ts'

/** Plain Unicode, as far as known; nothing is trusted to have its type. */
export interface BibliographyEntry {
  title: unknown
  authors: readonly string[]
  abstract?: unknown
  year?: unknown
  /** `2020-05-28`, where the whole date is known. */
  date?: unknown
  doi?: unknown
  url?: unknown
  /** Journal, proceedings, volume: as one line. */
  journal?: unknown
  /** An arXiv category. */
  category?: unknown
  license?: unknown
  /** Fields in which an arXiv id may stand, the surest first; `doi` and `url` are looked into anyway. */
  mentions: readonly unknown[]
}

export function makeReferencePaper(entry: BibliographyEntry): ReadRecord {
  const { title, authors, abstract, date, url, license } = entry
  const arxivId = findArxivId([...entry.mentions, entry.url, entry.doi])
  const doi = readDoi(entry.doi) ?? readDoi(entry.url)
  const name = typeof title === 'string' ? cleanLine(title.slice(0, 3000)) : ''
  if (name === '' && !arxivId) return { reason: 'no title' }
  const year = typeof entry.year === 'string' ? (/\d{4}/.exec(entry.year)?.[0] ?? '') : ''
  const atArxiv = /arxiv|\bcorr\b/i.test(String(entry.journal ?? ''))
  const links = [
    ...(doi ? [{ kind: 'doi', url: `https://doi.org/${doi}` }] : []),
    ...(typeof url === 'string' && !arxivId ? [{ kind: 'other', url: url.trim() }] : []),
  ]
  const made = makePaper({
    id: arxivId ? formatArxivId(arxivId) : makeStableId({ doi, title: name, year }),
    title: name,
    authors,
    abstract: typeof abstract === 'string' ? abstract : undefined,
    ...((typeof abstract !== 'string' || abstract.trim() === '') && { abstractOrigin: 'missing' }),
    categories: typeof entry.category === 'string' ? entry.category : undefined,
    published: date,
    doi,
    journalRef: atArxiv ? undefined : entry.journal,
    license,
    links,
  })
  return made.paper ? { paper: made.paper, listings: [] } : made
}

/** Without what resolvers put before it; undefined where it is none, or arXiv's own. */
function readDoi(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 500) return undefined
  const bare = decode(value.trim()).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
  return /^10\.\d{4,9}\/\S+$/.test(bare) && !/^10\.48550\/arxiv\./i.test(bare) ? bare : undefined
}

function decode(text: string): string {
  try {
    return /^https?:/i.test(text) ? decodeURIComponent(text) : text
  } catch {
    return text
  }
}
