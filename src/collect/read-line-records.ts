/** Reads papers from a stream of lines, one JSON record each; a bad line costs only itself. */
import { isJsonRecord, type JsonRecord } from './json-record.ts'
import { type FileLine, splitLines } from './split-lines.ts'

const MAX_LINE_BYTES = 8 * 1024 * 1024

/** A record, or why the line holds none. Blank lines are passed over. */
export type LineRecord = { line: number; record: JsonRecord } | { line: number; reason: string }

const decoder = new TextDecoder('utf-8', { fatal: true })

export async function* readLineRecords(chunks: AsyncIterable<Buffer>): AsyncGenerator<LineRecord> {
  for await (const line of splitLines(chunks, { maxLineBytes: MAX_LINE_BYTES })) {
    const read = readLine(line)
    if (read !== undefined) yield { line: line.number, ...read }
  }
}

function readLine({ bytes, ended }: FileLine): { record: JsonRecord } | { reason: string } | undefined {
  if (!bytes) return { reason: `longer than ${MAX_LINE_BYTES / 1024 / 1024} MB` }
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return { reason: ended ? 'not valid UTF-8' : 'half-written last line' }
  }
  if (text.trim() === '') return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isJsonRecord(value) ? { record: value } : { reason: 'not a JSON object' }
  } catch {
    return { reason: ended ? 'not JSON' : 'half-written last line' }
  }
}
