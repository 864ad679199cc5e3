/** Fetches one large file: goes on where it stopped, decompresses, compares the hash, and only then puts it in place. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { errorMessage } from '../paper/error.ts'
import { ModelsError } from './models-error.ts'

export interface DownloadRequest {
  url: string
  /** Where the decompressed file goes; beside it lies `….part` until it is whole. */
  path: string
  /** Of the decompressed file, where known. */
  bytes?: number | undefined
  sha256?: string | undefined
  fetch: typeof globalThis.fetch
  signal?: AbortSignal | undefined
  wait: (ms: number, signal?: AbortSignal) => Promise<void>
  /** Bytes that have been transferred, also in earlier calls. */
  onProgress?: (done: number, total: number | undefined) => void
  idleMs?: number
}

export interface DownloadedFile {
  bytes: number
  sha256: string
}

const MAX_ATTEMPTS = 5
const BACKOFF_MS = 1000
const IDLE_MS = 30_000
// The largest model is a tenth of it; what is larger is no model.
const MAX_BYTES = 1024 ** 3
const SPARE_BYTES = 50 * 1024 * 1024

/** @throws ModelsError, or the signal's reason; what was transferred is kept for the next call */
export async function downloadFile(request: DownloadRequest): Promise<DownloadedFile> {
  await mkdir(dirname(request.path), { recursive: true })
  let damages = 0
  for (let attempt = 1; ; attempt++) {
    try {
      await fetchPart(request)
      return await unpack(request)
    } catch (error) {
      request.signal?.throwIfAborted()
      const failure = describeFailure(error, request)
      // A part that went bad on the way is made good by one more whole transfer; another file stays another one.
      if (failure.code === 'models-hash-mismatch') damages++
      if (!failure.retryable || attempt === MAX_ATTEMPTS || damages > 1) throw failure
      await request.wait(BACKOFF_MS * 2 ** (attempt - 1), request.signal)
    }
  }
}

interface Part {
  path: string
  notePath: string
  /** Bytes that are there. */
  size: number
  etag: string | undefined
}

async function readPart({ url, path }: DownloadRequest): Promise<Part> {
  const part = { path: `${path}.part`, notePath: `${path}.part.json`, size: 0, etag: undefined }
  try {
    const note: unknown = JSON.parse(await readFile(part.notePath, 'utf8'))
    const { url: startedFrom, etag } = note as { url?: unknown; etag?: unknown }
    if (startedFrom !== url) return part
    return { ...part, size: (await stat(part.path)).size, etag: typeof etag === 'string' ? etag : undefined }
  } catch {
    return part
  }
}

async function dropPart({ path }: DownloadRequest): Promise<void> {
  for (const ending of ['.part', '.part.json', '.new']) await rm(path + ending, { force: true })
}

async function fetchPart(request: DownloadRequest): Promise<void> {
  const part = await readPart(request)
  const idle = new AbortController()
  const giveUp = () => idle.abort(new Error(`nothing came for ${(request.idleMs ?? IDLE_MS) / 1000} s`))
  let timer = setTimeout(giveUp, request.idleMs ?? IDLE_MS)
  try {
    const signal = request.signal ? AbortSignal.any([request.signal, idle.signal]) : idle.signal
    const response = await request.fetch(request.url, { headers: rangeHeaders(part), signal })
    const start = await judgeAnswer(response, part, request)
    if (start === undefined) return
    const total = readTotal(response, start)
    await refuseTooLarge(total, start, request)
    await writeFile(
      part.notePath,
      JSON.stringify({ url: request.url, etag: response.headers.get('etag') ?? undefined }),
    )
    const file = await open(part.path, start > 0 ? 'a' : 'w')
    let done = start
    try {
      for await (const chunk of response.body ?? []) {
        clearTimeout(timer)
        timer = setTimeout(giveUp, request.idleMs ?? IDLE_MS)
        await file.write(chunk)
        done += chunk.byteLength
        if (done > MAX_BYTES) await refuseTooLarge(done, start, request)
        request.onProgress?.(done, total)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    if (total !== undefined && done !== total) throw new Error(`it ended after ${done} of ${total} bytes`)
  } catch (error) {
    throw idle.signal.aborted ? idle.signal.reason : error
  } finally {
    clearTimeout(timer)
  }
}

function rangeHeaders({ size, etag }: Part): Record<string, string> {
  // A server that compresses on the way would count other bytes than those we ask to go on from.
  const identity = { 'accept-encoding': 'identity' }
  if (size === 0) return identity
  const isStrong = etag !== undefined && !etag.startsWith('W/')
  return { ...identity, range: `bytes=${size}-`, ...(isStrong && { 'if-range': etag }) }
}

/** Where the answer's bytes belong; undefined where everything is there already. */
async function judgeAnswer(
  response: Response,
  part: Part,
  request: DownloadRequest,
): Promise<number | undefined> {
  const { status, headers } = response
  refuseDowngrade(request.url, response.url)
  if (status === 416) {
    await response.body?.cancel()
    const total = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1]
    if (Number(total) === part.size) return undefined
    await dropPart(request)
    throw new Error('the file has changed on the server')
  }
  if (!response.ok) {
    await response.body?.cancel()
    throw refuseStatus(status, request.url)
  }
  if (/^text\/html\b/i.test(headers.get('content-type') ?? '')) {
    await response.body?.cancel()
    throw notAFile(request.url)
  }
  if (status !== 206) return 0
  const start = Number(/^bytes (\d+)-/.exec(headers.get('content-range') ?? '')?.[1] ?? Number.NaN)
  if (start === part.size) return start
  await response.body?.cancel()
  await dropPart(request)
  throw new Error('the server sent another part than was asked for')
}

function readTotal({ status, headers }: Response, start: number): number | undefined {
  const ranged = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1]
  if (status === 206 && ranged) return Number(ranged)
  const length = headers.get('content-length')
  return length && !headers.get('content-encoding') ? start + Number(length) : undefined
}

async function refuseTooLarge(
  total: number | undefined,
  start: number,
  { url, path, bytes }: DownloadRequest,
): Promise<void> {
  if (total === undefined) return
  if (total > MAX_BYTES)
    throw new ModelsError(`${url} is larger than any model: ${Math.round(total / 1e6)} MB.`, {
      code: 'models-too-large',
      hint: 'Check models.mirror.',
    })
  const { bavail, bsize } = await statfs(dirname(path))
  const needed = total - start + (bytes ?? 2 * total) + SPARE_BYTES
  if (bavail * bsize < needed)
    throw new ModelsError(
      `There is no room for the model: ${Math.round(needed / 1e6)} MB are needed in ${dirname(path)}.`,
      { code: 'models-disk', hint: 'Free some space, or set models.dir to a folder on another disk.' },
    )
}

/** The file from its compressed form, under its own name only when size and hash are right. */
async function unpack(request: DownloadRequest): Promise<DownloadedFile> {
  const { path } = request
  const part = `${path}.part`
  const fresh = `${path}.new`
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      hash.update(chunk)
      done(bytes > MAX_BYTES ? new Error('it grows beyond any model') : null, chunk)
    },
  })
  try {
    const steps = (await isGzip(part)) ? [createGunzip(), measure] : [measure]
    await pipeline([createReadStream(part), ...steps, createWriteStream(fresh)])
  } catch (error) {
    if (isDiskFault(error)) throw error
    await dropPart(request)
    throw damaged(request, errorMessage(error))
  }
  const sha256 = hash.digest('hex')
  const isRight =
    bytes > 0 &&
    (request.sha256 === undefined || request.sha256 === sha256) &&
    (request.bytes === undefined || request.bytes === bytes)
  if (!isRight) {
    await dropPart(request)
    throw damaged(request, `SHA-256 ${sha256}, ${bytes} bytes`)
  }
  await rename(fresh, path)
  await dropPart(request)
  return { bytes, sha256 }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}

function refuseStatus(status: number, url: string): ModelsError {
  const isMissing = status === 404 || status === 410
  return new ModelsError(`${url} answered ${status}${isMissing ? ': there is no such file' : ''}.`, {
    code: isMissing ? 'models-not-found' : 'models-unreachable',
    hint: isMissing
      ? 'Check models.mirror: the same paths as at Mozilla must be below it.'
      : 'Try again later; what was fetched is kept. Another address can be set by models.mirror.',
    retryable: status === 408 || status === 429 || status >= 500,
  })
}

function notAFile(url: string): ModelsError {
  return new ModelsError(`${url} answered with a web page in place of the file.`, {
    code: 'models-not-a-file',
    hint: 'Check models.mirror, and whether this network asks for a login first.',
  })
}

function refuseDowngrade(asked: string, answered: string): void {
  if (!asked.startsWith('https:') || answered === '' || answered.startsWith('https:')) return
  throw new ModelsError(`${asked} leads to an address without encryption: ${answered}.`, {
    code: 'models-not-a-file',
    hint: 'Check models.mirror.',
  })
}

function damaged({ url }: DownloadRequest, found: string): ModelsError {
  return new ModelsError(`What ${url} sent is not the file that it should be: ${found}.`, {
    code: 'models-hash-mismatch',
    hint: 'Try again; if it stays so, the mirror (models.mirror) has another file, or somebody changed it on the way.',
    retryable: true,
  })
}

function isDiskFault(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM'].includes(code)
}

function describeFailure(error: unknown, { url, path }: DownloadRequest): ModelsError {
  if (error instanceof ModelsError) return error
  if (isDiskFault(error))
    return new ModelsError(`${dirname(path)} cannot be written: ${errorMessage(error)}`, {
      code: 'models-disk',
      hint: 'Free some space or set models.dir to another folder; what was fetched is kept.',
      cause: error,
    })
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return new ModelsError(`${new URL(url).host} could not be read: ${errorMessage(cause)}`, {
    code: 'models-unreachable',
    hint: 'Check the connection and run it again; it goes on where it stopped. Another address can be set by models.mirror.',
    retryable: true,
    cause: error,
  })
}
