/** What a format of records is: one JSON object for one paper, in a line of its own or in a list. */
import type { Listing } from '../paper/listing.ts'
import type { Paper } from '../paper/paper.ts'
import type { PaperVersion } from '../paper/paper-version.ts'
import type { JsonRecord } from './json-record.ts'

export interface RecordContext {
  /** The day asked for, for records that have no day of their own. */
  date: string
  /** 1 for the first paper of the file or of the day. */
  place: number
}

/** The paper with its listings (none where the format knows none), or why there is none. */
export type ReadRecord =
  | { paper: Paper; listings: Listing[]; versions?: readonly PaperVersion[]; reason?: undefined }
  | { reason: string; deletedId?: string; paper?: undefined }

export interface RecordFormat {
  name: string
  /** Whether this record can only be of this format, judged by its keys. */
  fits(record: JsonRecord): boolean
  read(record: JsonRecord, context: RecordContext): ReadRecord
}
