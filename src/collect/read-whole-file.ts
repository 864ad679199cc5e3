/** Reads papers from the files that are not read line by line: feeds, answers, bibliographies. */
import type { FileShape } from './file-shape.ts'
import { makeListingPaper } from './listing-paper.ts'
import { type ListingFeed, parseListingFeed, rescueListingFeed } from './listing-wire.ts'
import { makeOaiPaper } from './oai-paper.ts'
import { type OaiAnswer, parseOai } from './oai-wire.ts'
import { readBibtex } from './read-bibtex.ts'
import { damaged, readAtomPapers, readDocument, readListRecords } from './read-document.ts'
import { readIdLine } from './read-id-list.ts'
import { readRis } from './read-ris.ts'
import type { ReadRecord } from './record-format.ts'
import { CollectError } from './source.ts'

export interface FileRecord {
  /** From 1; absent where the format is not made of lines. */
  line?: number
  read: ReadRecord
}

export interface WholeFile {
  path: string
  chunks: AsyncIterable<Buffer>
  /** Reads one record of a JSON list. */
  read: (value: unknown) => ReadRecord
}

/** Throws CollectError `file-…`; of a feed that is cut off, only after what stands before the cut. */
export async function* readWholeFile(
  shape: Exclude<FileShape, 'lines'>,
  { path, chunks, read }: WholeFile,
): AsyncGenerator<FileRecord> {
  if (shape === 'list') {
    for (const [index, value] of (await readListRecords(chunks, path)).entries()) {
      const record = read(value)
      yield { read: record.paper ? record : { ...record, reason: `entry ${index + 1}: ${record.reason}` } }
    }
  } else if (shape === 'atom') {
    for (const record of await readAtomPapers(chunks, path)) yield { read: record }
  } else {
    const text = await readDocument(chunks, path)
    if (shape === 'oai') yield* readOai(text, path)
    else if (shape === 'listings') yield* readListings(text, path)
    else if (shape === 'bibtex') yield* readBibtex(text)
    else if (shape === 'ris') yield* readRis(text)
    else yield* readIds(text)
  }
}

function* readOai(text: string, path: string): Generator<FileRecord> {
  const { records, error, verb } = parse(path, (): OaiAnswer => parseOai(text))
  // The one error that says nothing is wrong: nothing changed on the days asked for.
  if (error && error.code !== 'noRecordsMatch') throw holdsError(path, `${error.code} ${error.message}`)
  if (!error && verb !== undefined && !/Record|ListIdentifiers/.test(verb)) {
    throw new CollectError(`${path}: an OAI-PMH answer without records (${verb})`, {
      code: 'file-format-unknown',
      hint: 'Save the answer to `ListRecords`, `GetRecord` or `ListIdentifiers` instead.',
    })
  }
  for (const record of records) yield { read: makeOaiPaper(record) }
}

function* readListings(text: string, path: string): Generator<FileRecord> {
  let failure: unknown
  const feed = parse(path, (): ListingFeed => {
    try {
      return parseListingFeed(text)
    } catch (error) {
      failure = error
      const rescued = rescueListingFeed(text)
      if (!rescued) throw error
      return rescued
    }
  })
  if (feed.error !== undefined) throw holdsError(path, feed.error)
  for (const [index, item] of feed.items.entries()) {
    yield { read: makeListingPaper(item, { place: index + 1, day: feed.day }) }
  }
  if (failure !== undefined) throw damaged(path, failure)
}

function* readIds(text: string): Generator<FileRecord> {
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    for (const read of readIdLine(line)) yield { line: index + 1, read }
  }
}

function parse<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw damaged(path, error)
  }
}

function holdsError(path: string, words: string): CollectError {
  return damaged(path, new Error(`it holds an error message of its source: ${words.trim()}`))
}
