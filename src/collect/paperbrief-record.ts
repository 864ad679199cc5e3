/** Our own lines: the fields of a Paper, and its listings. */
import { type Listing, listingSchema } from '../paper/listing.ts'
import { isJsonRecord } from './json-record.ts'
import { makePaper } from './make-paper.ts'
import type { RecordFormat } from './record-format.ts'

/** `{...Paper, listings?: [{source, date, place?, votes?, kind?}]}`. */
export const paperbriefRecordFormat: RecordFormat = {
  name: 'paperbrief',
  // Kaggle's lines have abstracts too, but their authors are one string.
  fits: record =>
    ('abstract' in record || ('id' in record && 'title' in record)) && !('authors_parsed' in record),
  read(record) {
    const made = makePaper(record)
    if (!made.paper) return made
    const listings = readListings(record.listings, made.paper.id)
    return listings
      ? { paper: made.paper, listings }
      : { reason: `listings are not readable (${made.paper.id})` }
  },
}

function readListings(values: unknown, paperId: string): Listing[] | undefined {
  if (values === undefined || values === null) return []
  const parsed = listingSchema
    .array()
    .safeParse(
      Array.isArray(values)
        ? values.map(value => (isJsonRecord(value) ? { ...value, paperId } : value))
        : values,
    )
  return parsed.data
}
