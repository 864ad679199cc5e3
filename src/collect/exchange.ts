/** Sends one HTTP request and reads its answer, within limits of time and size. */
import { type Dispatcher, fetch, type Response } from 'undici'
import { errorMessage } from '../paper/error.ts'
import { CollectError } from './source.ts'

export interface ExchangeLimits {
  /** For the whole answer: a server that drips bytes for ever is cut off here. */
  timeoutMs: number
  /** Between two pieces of the answer. */
  idleTimeoutMs: number
  /** Counted after decompression. */
  maxBytes: number
}

export interface ExchangeRequest {
  url: URL
  headers: Record<string, string>
  dispatcher: Dispatcher
  limits: ExchangeLimits
  signal: AbortSignal
  /** Called once the server has answered, failed or was given up on. */
  onAnswered?: () => void
}

export interface RawAnswer {
  status: number
  headers: { get(name: string): string | null }
  bytes: Uint8Array
}

const MAX_ERROR_BYTES = 256 * 1024

/** Throws CollectError (`source-unreachable`, `source-too-large`), or the signal's reason. */
export async function exchange(request: ExchangeRequest): Promise<RawAnswer> {
  const { url, headers, dispatcher, limits, signal } = request
  const watch = watchTime(url.host, limits)
  try {
    const response = await fetch(url, {
      dispatcher,
      headers,
      redirect: 'manual',
      signal: AbortSignal.any([signal, watch.signal]),
    }).finally(request.onAnswered)
    watch.touch()
    return {
      status: response.status,
      headers: response.headers,
      bytes: await readBytes(response, watch, request),
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason
    if (watch.signal.aborted) throw watch.signal.reason
    if (error instanceof CollectError) throw error
    throw unreachable(url.host, describeFailure(error), error)
  } finally {
    watch.stop()
  }
}

interface Watch {
  signal: AbortSignal
  touch(): void
  stop(): void
}

function watchTime(host: string, { timeoutMs, idleTimeoutMs }: ExchangeLimits): Watch {
  const controller = new AbortController()
  const giveUp = (what: string) => controller.abort(unreachable(host, what))
  const total = setTimeout(giveUp, timeoutMs, `the answer took longer than ${timeoutMs / 1000} s`)
  let idle: NodeJS.Timeout | undefined
  const touch = () => {
    clearTimeout(idle)
    idle = setTimeout(giveUp, idleTimeoutMs, `nothing came for ${idleTimeoutMs / 1000} s`)
  }
  touch()
  const stop = () => {
    clearTimeout(total)
    clearTimeout(idle)
  }
  return { signal: controller.signal, touch, stop }
}

async function readBytes(
  response: Response,
  watch: Watch,
  { url, limits }: ExchangeRequest,
): Promise<Uint8Array> {
  // Of an error page only the first words are ever shown, so its end does not matter.
  const cap = response.ok ? limits.maxBytes : Math.min(limits.maxBytes, MAX_ERROR_BYTES)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    watch.touch()
    size += chunk.byteLength
    if (size > cap && response.ok) throw tooLarge(url.host, limits.maxBytes)
    chunks.push(chunk)
    if (size > cap) break
  }
  return Buffer.concat(chunks)
}

/** @throws CollectError `source-nonsense` where a good answer is not valid UTF-8; an error page is read as far as it goes */
export function decodeText(
  bytes: Uint8Array,
  { host, strictly }: { host: string; strictly: boolean },
): string {
  try {
    return new TextDecoder('utf-8', { fatal: strictly }).decode(bytes)
  } catch (cause) {
    throw new CollectError(`${host} sent an answer that is not valid UTF-8`, {
      code: 'source-nonsense',
      hint: 'Usually a damaged transfer: try again later.',
      retryable: true,
      cause,
    })
  }
}

function unreachable(host: string, what: string, cause?: unknown): CollectError {
  return new CollectError(`${host} could not be reached: ${what}`, {
    code: 'source-unreachable',
    hint: 'Check the network connection and run again; `--source file:PATH` works without one.',
    retryable: true,
    cause,
  })
}

function tooLarge(host: string, maxBytes: number): CollectError {
  return new CollectError(`${host} sent more than ${Math.round(maxBytes / 1e6)} MB`, {
    code: 'source-too-large',
    hint: 'Ask for fewer days (`--since`) or fewer categories at once.',
  })
}

function describeFailure(error: unknown): string {
  // undici wraps what happened: `TypeError: fetch failed` says nothing, its cause does.
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const message = errorMessage(cause)
  return code && !message.includes(code) ? `${message} (${code})` : message
}
