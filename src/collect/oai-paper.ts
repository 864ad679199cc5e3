/** Makes a paper of one OAI-PMH record, in any of the formats that arXiv has. */
import { parseArxivId } from '../paper/arxiv-id.ts'
import { cleanLine } from '../paper/clean-text.ts'
import type { PaperVersion } from '../paper/paper-version.ts'
import { toCategory } from './arxiv-sets.ts'
import { makePaper, type RawPaper } from './make-paper.ts'
import type { OaiRecord } from './oai-wire.ts'
import type { XmlElement } from './parse-xml.ts'
import { readVersions, summarizeVersions } from './read-versions.ts'
import type { ReadRecord } from './record-format.ts'
import { cleanAuthor, splitAuthors } from './split-authors.ts'
import { xmlChildren, xmlText } from './xml-element.ts'

/**
 * A record without metadata (of `ListIdentifiers`) becomes a paper of which only the id is known. The version in
 * an identifier is dropped: OAI-PMH always gives the current record, whatever version was asked for.
 */
export function makeOaiPaper(record: OaiRecord): ReadRecord {
  const id = idOf(record.identifier)
  if (record.deleted) return { reason: `deleted by the source (${id.slice(0, 100)})`, deletedId: id }
  if (/^oai:arxiv\.org:/i.test(id)) return { reason: `${id.slice(0, 100)}: no arXiv id` }
  const { raw, versions = [] } = readMetadata(record)
  const made = makePaper({ ...raw, id })
  if (!made.paper) return { reason: `${id.slice(0, 100) || 'a record'}: ${made.reason}` }
  return { paper: made.paper, listings: [], ...(versions.length > 0 && { versions }) }
}

function idOf(identifier: string): string {
  const arxivId = parseArxivId(identifier)
  return arxivId ? arxivId.id : identifier
}

interface Metadata {
  raw: RawPaper
  versions?: PaperVersion[]
}

function readMetadata(record: OaiRecord): Metadata {
  const { format, metadata, sets } = record
  if (!metadata) return { raw: { abstractOrigin: 'missing', categories: categoriesOf(sets) } }
  if (format === 'dc') return { raw: readDublinCore(metadata, sets) }
  if (format === 'arXiv') return { raw: { ...readCommon(metadata), ...readArxiv(metadata, record) } }
  const versions = readVersions(
    xmlChildren(metadata, 'version').map(version => ({
      version: version['@version'],
      date: xmlText(version, 'date'),
      size: xmlText(version, 'size'),
      sourceType: xmlText(version, 'source_type')?.trim(),
    })),
  )
  const authors = splitAuthors(xmlText(metadata, 'authors') ?? '')
  return { raw: { ...readCommon(metadata), authors, ...summarizeVersions(versions) }, versions }
}

/** `acm-class` is not read: the present server writes the MSC value there. */
function readCommon(metadata: XmlElement): RawPaper {
  return {
    title: xmlText(metadata, 'title'),
    abstract: xmlText(metadata, 'abstract'),
    categories: xmlText(metadata, 'categories'),
    comment: xmlText(metadata, 'comments'),
    journalRef: xmlText(metadata, 'journal-ref'),
    doi: xmlText(metadata, 'doi'),
    license: xmlText(metadata, 'license'),
  }
}

function readArxiv(metadata: XmlElement, { fromOldServer }: OaiRecord): RawPaper {
  const names = xmlChildren(xmlChildren(metadata, 'authors')[0] ?? {}, 'author').map(author =>
    ['forenames', 'keyname', 'suffix'].map(part => xmlText(author, part) ?? '').join(' '),
  )
  const created = xmlText(metadata, 'created')
  // The present server dates the current version there, and in `updated` the last change of the metadata.
  const dates = fromOldServer
    ? { published: created, updated: xmlText(metadata, 'updated') ?? created }
    : { updated: created }
  return { authors: names.map(cleanAuthor), ...dates }
}

function readDublinCore(metadata: XmlElement, sets: readonly string[]): RawPaper {
  const texts = (name: string) =>
    xmlChildren(metadata, `dc:${name}`).map(child => cleanLine(String(child['#text'] ?? '')))
  const [abstract, ...comments] = xmlChildren(metadata, 'dc:description').map(child => child['#text'])
  const [published, updated = published] = texts('date')
  const others = texts('identifier').filter(text => !/^https?:/i.test(text))
  return {
    title: texts('title')[0],
    authors: texts('creator').map(turnName).map(cleanAuthor),
    abstract,
    comment: comments.length > 0 ? String(comments[0]).replace(/^\s*Comment: ?/, '') : undefined,
    categories: categoriesOf(sets),
    published,
    updated,
    doi: others.find(text => /^doi:/i.test(text)),
    journalRef: others.find(text => !/^doi:/i.test(text)),
  }
}

/** `Rodrigues Jr, Waldyr A.` → `Waldyr A. Rodrigues Jr`. */
function turnName(name: string): string {
  const comma = name.indexOf(', ')
  return comma < 0 ? name : `${name.slice(comma + 2)} ${name.slice(0, comma)}`
}

function categoriesOf(sets: readonly string[]): string[] {
  return sets.map(toCategory).filter(category => category !== undefined)
}
