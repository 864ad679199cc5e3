/** Reads a file piece by piece, unpacking gzip, with every failure named for a person. */
import { constants, createReadStream } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { errorMessage } from '../paper/error.ts'
import { holdHead } from './hold-head.ts'
import { CollectError } from './source.ts'

/** Throws CollectError `file-…`; of a packed file that is cut off, what came before the cut is yielded first. */
export async function* readFileChunks(
  path: string,
  { maxBytes }: { maxBytes: number },
): AsyncGenerator<Buffer> {
  await refuseUnreadable(path)
  const raw: Readable = createReadStream(path, { highWaterMark: 256 * 1024 })
  try {
    const { head, chunks } = await holdHead(raw, 2)
    const packed = head[0] === 0x1f && head[1] === 0x8b
    yield* limitSize(packed ? unpack(chunks) : chunks, { path, maxBytes })
  } catch (error) {
    throw error instanceof CollectError ? error : describe(path, error)
  } finally {
    raw.destroy()
  }
}

async function* unpack(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  // A fault of either end comes out of `gunzip` below.
  pipeline(Readable.from(chunks), gunzip).catch(() => {})
  try {
    yield* gunzip as AsyncIterable<Buffer>
  } finally {
    gunzip.destroy()
  }
}

async function* limitSize(
  chunks: AsyncIterable<Buffer>,
  { path, maxBytes }: { path: string; maxBytes: number },
): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > maxBytes) {
      throw new CollectError(`${path} holds more than ${Math.round(maxBytes / 1e6)} MB`, {
        code: 'file-too-large',
        hint: 'Split the file into smaller ones and read them one after the other.',
      })
    }
    yield chunk
  }
}

async function refuseUnreadable(path: string): Promise<void> {
  try {
    const facts = await stat(path)
    if (facts.isDirectory()) {
      throw new CollectError(`${path} is a folder`, {
        code: 'file-unreadable',
        hint: 'Name the files in it: `--source file:PATH` may be given several times.',
      })
    }
    await access(path, constants.R_OK)
  } catch (error) {
    throw error instanceof CollectError ? error : describe(path, error)
  }
}

function describe(path: string, error: unknown): CollectError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const hint = 'Check the path; relative ones count from the folder where the command was typed.'
    return new CollectError(`${path} does not exist`, { code: 'file-missing', hint, cause: error })
  }
  if (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE') {
    const hint = 'The gzip file is cut off or damaged: fetch or pack it again.'
    return new CollectError(`${path} cannot be unpacked to its end (${errorMessage(error)})`, {
      code: 'file-damaged',
      hint,
      cause: error,
    })
  }
  return new CollectError(`${path} cannot be read (${errorMessage(error)})`, {
    code: 'file-unreadable',
    hint: 'Check the permissions of the file.',
    cause: error,
  })
}
