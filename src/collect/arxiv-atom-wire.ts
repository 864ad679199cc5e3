/** The Atom feeds of arXiv's query API, as they come: the form of 2026 and the one before it. */
import { cleanLine } from '../paper/clean-text.ts'
import { parseXml, type XmlElement } from './parse-xml.ts'
import { CollectError } from './source.ts'
import { xmlAttribute, xmlChildren, xmlText } from './xml-element.ts'

export interface ArxivAtomFeed {
  /** Of the whole query, not of this page; undefined where the feed does not say. */
  totalResults: number | undefined
  entries: ArxivAtomEntry[]
  /** What the API complains about; there are no entries then. */
  error: string | undefined
}

/** Texts as sent: not cleaned, entities resolved. */
export interface ArxivAtomEntry {
  /** `http://arxiv.org/abs/<id>vN`. */
  id: string | undefined
  title: string | undefined
  summary: string | undefined
  /** Instant of the first version, `2021-04-20T16:07:14Z`. */
  published: string | undefined
  /** Instant of this version. */
  updated: string | undefined
  authors: string[]
  /** The primary one first. */
  categories: string[]
  comment: string | undefined
  journalRef: string | undefined
  doi: string | undefined
}

/** Throws CollectError `source-nonsense`, retryable, where the text is no such feed. */
export function parseArxivAtom(text: string): ArxivAtomFeed {
  const { name, root } = parseXml(text)
  if (name !== 'feed') throw notAFeed(`<${name.slice(0, 40)}>`)
  const entries = xmlChildren(root, 'entry').map(readEntry)
  // The daily lists of rss.arxiv.org are Atom too, but hide the abstract behind a line of their own.
  if (entries[0]?.id?.startsWith('oai:')) throw notAFeed('a feed of daily lists')
  const total = xmlText(root, 'opensearch:totalResults')
  const errors = entries.filter(entry => entry.id?.includes('/api/errors'))
  return {
    totalResults: total && /^\d{1,9}$/.test(total) ? Number(total) : undefined,
    entries: errors.length > 0 ? [] : entries,
    error: errors[0] && (cleanLine(errors[0].summary ?? '').slice(0, 300) || 'unknown error'),
  }
}

function readEntry(entry: XmlElement): ArxivAtomEntry {
  const terms = ['arxiv:primary_category', 'category']
    .flatMap(name => xmlChildren(entry, name))
    .map(category => xmlAttribute(category, 'term'))
  return {
    id: xmlText(entry, 'id'),
    title: xmlText(entry, 'title'),
    summary: xmlText(entry, 'summary'),
    published: xmlText(entry, 'published'),
    updated: xmlText(entry, 'updated'),
    authors: xmlChildren(entry, 'author').map(author => xmlText(author, 'name') ?? ''),
    categories: [...new Set(terms.filter(term => term !== undefined))],
    comment: xmlText(entry, 'arxiv:comment'),
    journalRef: xmlText(entry, 'arxiv:journal_ref'),
    doi: xmlText(entry, 'arxiv:doi'),
  }
}

function notAFeed(what: string): CollectError {
  return new CollectError(`received ${what} where an Atom feed of papers was expected`, {
    code: 'source-nonsense',
    hint: 'Check the `baseUrl` of the arXiv source.',
    retryable: true,
  })
}
