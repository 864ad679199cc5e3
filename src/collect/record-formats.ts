/** The formats of records that files may hold, the most particular first; a new one is added here. */
import { cslRecordFormat } from './csl-record.ts'
import { dayPackFormat } from './day-pack.ts'
import { huggingfaceRecordFormat } from './huggingface-record.ts'
import { kaggleRecordFormat } from './kaggle-record.ts'
import { paperbriefRecordFormat } from './paperbrief-record.ts'
import type { RecordFormat } from './record-format.ts'
import { zoteroRecordFormat } from './zotero-record.ts'

export const recordFormats: readonly RecordFormat[] = [
  huggingfaceRecordFormat,
  kaggleRecordFormat,
  zoteroRecordFormat,
  cslRecordFormat,
  dayPackFormat,
  paperbriefRecordFormat,
]
