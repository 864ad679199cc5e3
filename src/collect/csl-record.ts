/** CSL-JSON: what Zotero, Pandoc and doi.org write. */
import { isJsonRecord, type JsonRecord } from './json-record.ts'
import type { RecordFormat } from './record-format.ts'
import { makeReferencePaper } from './reference-paper.ts'

export const cslRecordFormat: RecordFormat = {
  name: 'csl',
  fits: record =>
    typeof record.type === 'string' &&
    'title' in record &&
    ('issued' in record || 'container-title' in record || isNameList(record.author)),
  read(record) {
    const [year, month, day] = readDate(record.issued)
    return makeReferencePaper({
      title: record.title,
      authors: readNames(record.author),
      abstract: record.abstract,
      year,
      ...(year && month && day && { date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` }),
      doi: record.DOI,
      url: record.URL,
      journal: joinJournal(record, year),
      mentions: [record.number, record.archive_location, record.note, record['container-title'], record.id],
    })
  },
}

/** `{family, given}` or `{literal}`. */
function readNames(value: unknown): string[] {
  const names = Array.isArray(value) ? value.filter(isJsonRecord) : []
  return names.map(name =>
    [name.given, name['non-dropping-particle'], name.family ?? name.literal, name.suffix]
      .filter(part => typeof part === 'string')
      .join(' '),
  )
}

function isNameList(value: unknown): boolean {
  return (
    Array.isArray(value) && value.some(name => isJsonRecord(name) && ('family' in name || 'literal' in name))
  )
}

/** Year, month and day, as far as they are there: `{"date-parts": [[2020, 5, 28]]}`. */
function readDate(issued: unknown): string[] {
  const parts: unknown = isJsonRecord(issued) ? issued['date-parts'] : undefined
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined
  const raw = isJsonRecord(issued) && typeof issued.raw === 'string' ? [issued.raw.slice(0, 4)] : []
  return Array.isArray(first) ? first.slice(0, 3).map(String) : raw
}

function joinJournal(record: JsonRecord, year: string | undefined): string | undefined {
  const { volume } = record
  const title = record['container-title']
  if (typeof title !== 'string' || title === '') return undefined
  return [title, volume, year && `(${year})`].filter(part => typeof part === 'string' && part).join(' ')
}
