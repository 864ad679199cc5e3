/** The arXiv snapshot on Kaggle: arXiv's raw metadata, one JSON object a line. */
import { isJsonRecord } from './json-record.ts'
import { makePaper } from './make-paper.ts'
import { readVersions, summarizeVersions } from './read-versions.ts'
import type { RecordFormat } from './record-format.ts'
import { cleanAuthor, splitAuthors } from './split-authors.ts'

export const kaggleRecordFormat: RecordFormat = {
  name: 'kaggle',
  fits: record => 'authors_parsed' in record || ('update_date' in record && 'versions' in record),
  read(record) {
    const { id, title, abstract, categories, comments, doi, license } = record
    const versions = readVersions(
      listOf(record.versions)
        .filter(isJsonRecord)
        .map(({ version, created }) => ({ version, date: created })),
    )
    const made = makePaper({
      id,
      title,
      abstract,
      categories,
      doi,
      license,
      comment: comments,
      journalRef: record['journal-ref'],
      authors: readAuthors(record.authors_parsed, record.authors),
      ...summarizeVersions(versions),
    })
    return made.paper ? { paper: made.paper, listings: [], versions } : made
  },
}

/** `[last, first, suffix, affiliation?]` in Unicode; where that is missing, the string with its TeX accents. */
function readAuthors(parsed: unknown, text: unknown): string[] {
  const names = listOf(parsed)
    .filter(Array.isArray)
    .map(([last, first, suffix]: unknown[]) =>
      cleanAuthor([first, last, suffix].filter(part => typeof part === 'string').join(' ')),
    )
    .filter(name => name !== '')
  return names.length > 0 || typeof text !== 'string' ? names : splitAuthors(text)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
