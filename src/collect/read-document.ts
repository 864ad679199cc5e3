/** Reads a file that only makes sense as a whole: as text, a JSON list, or an Atom feed of arXiv's query API. */
import { errorMessage } from '../paper/error.ts'
import { makeArxivAtomPaper } from './arxiv-atom-paper.ts'
import { parseArxivAtom } from './arxiv-atom-wire.ts'
import { isJsonRecord } from './json-record.ts'
import type { ReadRecord } from './record-format.ts'
import { CollectError } from './source.ts'

const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024

/** The elements of a JSON list (of a single object: its `items`, or itself); throws CollectError `file-damaged`. */
export async function readListRecords(chunks: AsyncIterable<Buffer>, path: string): Promise<unknown[]> {
  const text = await readDocument(chunks, path)
  try {
    const value: unknown = JSON.parse(text)
    if (isJsonRecord(value) && Array.isArray(value.items)) return value.items
    return Array.isArray(value) ? value : [value]
  } catch (cause) {
    throw damaged(path, cause)
  }
}

/** The entries of an Atom feed of arXiv's query API; throws CollectError `file-damaged`. */
export async function readAtomPapers(chunks: AsyncIterable<Buffer>, path: string): Promise<ReadRecord[]> {
  const text = await readDocument(chunks, path)
  try {
    const feed = parseArxivAtom(text)
    if (feed.error !== undefined) throw new Error(`it holds an error message of arXiv: ${feed.error}`)
    return feed.entries.map(makeArxivAtomPaper).map(made => (made.paper ? { ...made, listings: [] } : made))
  } catch (cause) {
    throw damaged(path, cause)
  }
}

/** The whole file; throws CollectError `file-too-large`, and `file-damaged` where it is not UTF-8. */
export async function readDocument(chunks: AsyncIterable<Buffer>, path: string): Promise<string> {
  const held: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > MAX_DOCUMENT_BYTES) {
      throw new CollectError(
        `${path} holds more than ${MAX_DOCUMENT_BYTES / 1024 / 1024} MB in one document`,
        {
          code: 'file-too-large',
          hint: 'Write one JSON record a line: such files may be of any size.',
        },
      )
    }
    held.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(held))
  } catch (cause) {
    throw damaged(path, cause)
  }
}

export function damaged(path: string, cause: unknown): CollectError {
  return new CollectError(`${path} cannot be read: ${errorMessage(cause)}`, {
    code: 'file-damaged',
    hint: 'The file may be cut off: fetch or export it again.',
    cause,
  })
}
