/** Items of Zotero as its API and Better BibTeX give them out. */
import { isJsonRecord, type JsonRecord } from './json-record.ts'
import type { RecordFormat } from './record-format.ts'
import { makeReferencePaper } from './reference-paper.ts'

const NO_PAPERS = new Set(['attachment', 'note', 'annotation'])

export const zoteroRecordFormat: RecordFormat = {
  name: 'zotero',
  fits: record => typeof itemOf(record).itemType === 'string',
  read(record) {
    const item = itemOf(record)
    const { itemType, date } = item
    if (typeof itemType === 'string' && NO_PAPERS.has(itemType)) return { reason: `no paper (${itemType})` }
    return makeReferencePaper({
      title: item.title,
      authors: readCreators(item.creators),
      abstract: item.abstractNote,
      year: date,
      date,
      doi: item.DOI,
      url: item.url,
      journal: item.publicationTitle ?? item.proceedingsTitle,
      license: item.rights,
      mentions: [item.archiveID, item.archiveLocation, item.number, item.extra, item.publicationTitle],
    })
  },
}

/** The API wraps the item in `data`. */
function itemOf(record: JsonRecord): JsonRecord {
  return isJsonRecord(record.data) ? record.data : record
}

function readCreators(value: unknown): string[] {
  const creators = Array.isArray(value) ? value.filter(isJsonRecord) : []
  return creators
    .filter(creator => creator.creatorType === undefined || creator.creatorType === 'author')
    .map(({ firstName, lastName, name }) =>
      [firstName, lastName ?? name].filter(part => typeof part === 'string').join(' '),
    )
}
