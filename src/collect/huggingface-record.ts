/** Entries of Hugging Face's Daily Papers kept in a file: the list as answered, or one entry a line. */
import { makeHuggingfacePaper } from './huggingface-paper.ts'
import { isJsonRecord } from './json-record.ts'
import type { RecordFormat } from './record-format.ts'

export const huggingfaceRecordFormat: RecordFormat = {
  name: 'huggingface',
  fits: record => isJsonRecord(record.paper),
  read: makeHuggingfacePaper,
}
