/** The source `file`: papers from a file of any known format, told by its content. */
import { z } from 'zod'
import type { Listing } from '../paper/listing.ts'
import { listDays } from './collect-days.ts'
import { detectFileShape, type FileShape } from './file-shape.ts'
import { holdHead } from './hold-head.ts'
import { isJsonRecord } from './json-record.ts'
import { readFileChunks } from './read-file-chunks.ts'
import { readLineRecords } from './read-line-records.ts'
import { type FileRecord, readWholeFile } from './read-whole-file.ts'
import type { ReadRecord, RecordContext } from './record-format.ts'
import { recordFormats } from './record-formats.ts'
import { CollectError, type Collected, type Source } from './source.ts'
import { declareSource } from './source-declaration.ts'

export interface FileSourceOptions {
  path: string
  /** Name of a record format (`day-pack`, `paperbrief`, `kaggle`, …) to hold every record to. Default `auto`. */
  format?: string
}

const HEAD_BYTES = 64 * 1024
// Unpacked: three times the largest known collection of arXiv metadata, and an end to a gzip bomb.
const MAX_FILE_BYTES = 16 * 1024 ** 3

/**
 * All papers of the file in its order, whatever days are asked for; a paper that stands in it twice comes
 * twice, and one with several listings once for each. Where the format has no listings, the paper is listed
 * by `file` on the day asked for, at its place in the file. Throws CollectError `file-…`.
 */
export function fileSource({ path, format = 'auto' }: FileSourceOptions): Source {
  checkFormat(format)
  return {
    name: 'file',
    async *collect(request) {
      listDays(request)
      let place = 1
      for await (const { line, read } of readAny(path, format, () => ({ date: request.date, place }))) {
        request.signal?.throwIfAborted()
        if (read.paper) {
          yield* listPaper(read, { date: request.date, place })
          place++
        } else {
          const { reason, deletedId } = read
          const more = { ...(line !== undefined && { line }), ...(deletedId !== undefined && { deletedId }) }
          yield { kind: 'skipped', where: path, ...more, reason }
        }
      }
    },
  }
}

function checkFormat(format: string): void {
  const names = ['auto', ...recordFormats.map(known => known.name)]
  if (names.includes(format)) return
  throw new CollectError(`"${format.slice(0, 40)}" is no format of papers`, {
    code: 'file-format-unknown',
    hint: `Known formats: ${names.join(', ')}.`,
  })
}

type NextContext = () => RecordContext

async function* readAny(path: string, format: string, context: NextContext): AsyncGenerator<FileRecord> {
  const file = readFileChunks(path, { maxBytes: MAX_FILE_BYTES })
  try {
    const { head, chunks } = await holdHead(file, HEAD_BYTES)
    yield* readShape(detectFileShape(head, path), { path, chunks, format, context })
  } finally {
    await file.return(undefined)
  }
}

interface OpenFile {
  path: string
  chunks: AsyncIterable<Buffer>
  format: string
  context: NextContext
}

async function* readShape(
  shape: FileShape,
  { path, chunks, format, context }: OpenFile,
): AsyncGenerator<FileRecord> {
  if (shape === 'lines') {
    for await (const { line, ...rest } of readLineRecords(chunks)) {
      yield { line, read: 'record' in rest ? readRecord(rest.record, format, context()) : rest }
    }
    return
  }
  const read = (value: unknown) => readRecord(value, format, context())
  yield* readWholeFile(shape, { path, chunks, read })
}

function readRecord(value: unknown, name: string, context: RecordContext): ReadRecord {
  if (!isJsonRecord(value)) return { reason: 'not a JSON object' }
  const format = recordFormats.find(known => (name === 'auto' ? known.fits(value) : known.name === name))
  if (format) return format.read(value, context)
  // Too little to tell its format is too little for a paper: say what is missing, not what it might be.
  const missing = ['id', 'title'].find(key => !(key in value))
  return { reason: missing ? `no ${missing}` : 'neither `abstract` nor `summary`' }
}

function* listPaper(
  { paper, listings, versions }: Extract<ReadRecord, { reason?: undefined }>,
  { date, place }: RecordContext,
): Generator<Collected> {
  const own: Listing = { paperId: paper.id, source: 'file', date, place, kind: 'new' }
  for (const listing of listings.length > 0 ? listings : [own]) {
    yield { kind: 'paper', paper, listing, ...(versions && { versions }) }
  }
}

export const fileDeclaration = declareSource({
  name: 'file',
  summary:
    'Papers from a file, whose format is told by its content: JSON lines or lists (our own, day packs, Hugging Face, the Kaggle snapshot, CSL-JSON, Zotero), Atom of the query API, OAI-PMH answers, RSS and Atom lists of arXiv, BibTeX, RIS, or a list of arXiv ids; each also gzipped.',
  settings: z.strictObject({
    path: z.string().min(1).describe('of the file; relative ones count from the workspace'),
    format: z
      .enum(['auto', ...recordFormats.map(format => format.name)])
      .default('auto')
      .describe('holds every JSON record to this format'),
  }),
  example: 'file: { path: papers.jsonl }',
  open: ({ path, format }, { resolvePath }) => fileSource({ path: resolvePath(path), format }),
})
