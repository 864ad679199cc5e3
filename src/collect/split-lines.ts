/** Cuts a stream of bytes into lines, in constant memory however long a line is. */

export interface FileLine {
  /** From 1. */
  number: number
  /** Without the line break; undefined where the line is longer than allowed. */
  bytes: Buffer | undefined
  /** False for a last line without a line break: the writer may have been interrupted in it. */
  ended: boolean
}

const LINE_FEED = 0x0a

export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  { maxLineBytes }: { maxLineBytes: number },
): AsyncGenerator<FileLine> {
  let pieces: Buffer[] = []
  let size = 0
  let number = 1
  const take = (piece: Buffer) => {
    size += piece.length
    if (size > maxLineBytes) pieces = []
    else pieces.push(piece)
  }
  const finish = (ended: boolean): FileLine => {
    const bytes = size > maxLineBytes ? undefined : pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)
    pieces = []
    size = 0
    return { number: number++, bytes, ended }
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, end))
      yield finish(true)
      start = end + 1
    }
    if (start < chunk.length) take(chunk.subarray(start))
  }
  if (size > 0) yield finish(false)
}
