/** Fetches texts from services that ask to be treated gently: one at a time, paced, cached, retried with patience. */
import { Agent, type Dispatcher } from 'undici'
import type { Clock } from '../paper/clock.ts'
import { decodeText, type ExchangeLimits, exchange, type RawAnswer } from './exchange.ts'
import type { PaceKeeper } from './pace-keeper.ts'
import { followRedirect, isRedirect } from './redirect.ts'
import { type RetryPolicy, refuseBusyAnswer, waitBeforeRetry } from './retry.ts'
import { CollectError } from './source.ts'
import { createTurnstile, type Pass, type Turnstile } from './turnstile.ts'

/** Remembers answers by URL, so that an unchanged one is not sent again. A failing cache is treated as empty. */
export interface AnswerCache {
  get(url: string): Promise<CachedAnswer | undefined> | CachedAnswer | undefined
  set(url: string, entry: CachedAnswer): Promise<void> | void
}

export interface CachedAnswer {
  etag?: string
  lastModified?: string
  text: string
}

export interface PoliteFetchOptions {
  /** Where the operator of a service can reach the person behind the requests: a mail address or URL. */
  contact?: string
  /** The program's version, for the User-Agent. */
  version: string
  /** Replaces `paperbrief/<version> (+contact)`. */
  userAgent?: string
  clock: Clock
  /** In place of our own connections, for a proxy; the caller closes it. */
  dispatcher?: Dispatcher
  /** By domain, milliseconds between requests; default: what arXiv and Hugging Face ask for. */
  paceMs?: Readonly<Record<string, number>>
  /** Where other processes ask the same services; by default this one is alone. */
  keeper?: PaceKeeper
  cache?: AnswerCache
  /** For one whole answer. Default 120,000: large pages of arXiv take a minute. */
  timeoutMs?: number
  /** Without a byte. Default 60,000. */
  idleTimeoutMs?: number
  /** After decompression. Default 64 MiB. */
  maxBytes?: number
  /** Default 4. */
  maxAttempts?: number
  /** First pause after a failure, doubled each time. Default 2,000. */
  backoffMs?: number
  /** A server that asks for a longer pause than this is left alone. Default 300,000. */
  maxWaitMs?: number
  /** From 0 to 1, for the jitter. */
  random?: () => number
  /** Told before each pause, for a log. */
  onRetry?: (event: { url: string; waitMs: number; error: unknown }) => void
}

export interface PoliteRequest {
  accept?: string
  /** False for an answer that is asked for once only, and too large to be kept. Default true. */
  remember?: boolean
  /** The answer is a file, not text: `bytes()` has it, `text()` is empty, and it is not kept. */
  binary?: boolean
  signal?: AbortSignal
}

export interface PoliteAnswer {
  /** Of the last redirect. */
  url: string
  /** 200 for an answer from the cache; never 406, 408, 429 or 5xx: these are retried and then thrown. */
  status: number
  headers: { get(name: string): string | null }
  text(): string
  bytes(): Uint8Array
  fromCache: boolean
}

export interface PoliteFetch {
  /** Throws CollectError, or the signal's reason. */
  get(url: string, request?: PoliteRequest): Promise<PoliteAnswer>
  /**
   * As `get`, and gives what `parse` makes of the answer. Where `parse` throws a retryable CollectError the
   * answer is asked for again (a service that is ill sends nonsense), and it is never kept in the cache.
   */
  read<T>(url: string, request: ParsedRequest<T>): Promise<T>
  /** Ends what is under way; later calls are refused. */
  close(): Promise<void>
}

export type ParsedRequest<T> = PoliteRequest & { parse: (answer: PoliteAnswer) => T }

/** The options with their defaults, and what is opened for them. */
interface Means {
  clock: Clock
  dispatcher: Dispatcher
  turnstile: Turnstile
  cache: AnswerCache | undefined
  limits: ExchangeLimits
  policy: RetryPolicy
  userAgent: string
  closing: AbortController
  onRetry: PoliteFetchOptions['onRetry']
}

// arXiv: one request every three seconds over API, OAI and RSS together (info.arxiv.org/help/api/tou).
// Hugging Face: 500 API requests in five minutes without an account (huggingface.co/docs/hub/rate-limits).
export const ASKED_PACE_MS = { 'arxiv.org': 3000, 'huggingface.co': 600 }
const MAX_REDIRECTS = 5

export function openPoliteFetch(options: PoliteFetchOptions): PoliteFetch {
  // Our own timers watch the time: those of undici count in seconds and only between bytes.
  const agent = new Agent({ connections: 1, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 })
  const means: Means = {
    clock: options.clock,
    dispatcher: options.dispatcher ?? agent,
    turnstile: createTurnstile({
      clock: options.clock,
      paceMs: options.paceMs ?? ASKED_PACE_MS,
      keeper: options.keeper,
    }),
    cache: options.cache,
    limits: {
      timeoutMs: options.timeoutMs ?? 120_000,
      idleTimeoutMs: options.idleTimeoutMs ?? 60_000,
      maxBytes: options.maxBytes ?? 64 * 1024 * 1024,
    },
    policy: {
      maxAttempts: options.maxAttempts ?? 4,
      backoffMs: options.backoffMs ?? 2000,
      maxWaitMs: options.maxWaitMs ?? 300_000,
      random: options.random ?? Math.random,
    },
    userAgent: nameOurselves(options),
    closing: new AbortController(),
    onRetry: options.onRetry,
  }
  return {
    get: (url, request = {}) => readPolitely(means, url, { ...request, parse: answer => answer }),
    read: (url, request) => readPolitely(means, url, request),
    async close() {
      means.closing.abort(new Error('The connection was closed'))
      await agent.destroy()
    },
  }
}

async function readPolitely<T>(means: Means, url: string, request: ParsedRequest<T>): Promise<T> {
  const start = new URL(url)
  const { clock, closing, policy } = means
  const signal = request.signal ? AbortSignal.any([request.signal, closing.signal]) : closing.signal
  const pass = await means.turnstile.enter(start.hostname, signal)
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        // After a failure the cached copy is under suspicion too, and the whole answer is asked for.
        const cached = attempt === 1 ? await lookUp(cacheFor(means, request), start.href) : undefined
        return await attemptRead(means, request, { start, pass, signal, cached })
      } catch (error) {
        const waitMs = signal.aborted ? undefined : waitBeforeRetry(error, attempt, policy)
        if (waitMs === undefined) throw error
        means.onRetry?.({ url, waitMs, error })
        await clock.sleep(waitMs, signal)
      }
    }
  } finally {
    await pass.leave()
  }
}

interface Attempt {
  start: URL
  pass: Pass
  signal: AbortSignal
  cached: CachedAnswer | undefined
}

async function attemptRead<T>(means: Means, request: ParsedRequest<T>, attempt: Attempt): Promise<T> {
  const { start, cached } = attempt
  const headers = composeHeaders(means.userAgent, request.accept, cached)
  const raw = await followAnswers(means, headers, attempt)
  const isGood = raw.status >= 200 && raw.status < 300
  const decode = () => decodeText(raw.bytes, { host: raw.url.host, strictly: isGood })
  // Decoded here, where an answer that is damaged is asked for again.
  const answer = { ...raw, text: request.binary && isGood ? '' : decode() }
  refuseBusyAnswer(answer, answer.url.host, means.clock.now())
  const fromCache = answer.status === 304 && cached !== undefined
  const text = fromCache ? cached.text : answer.text
  const result = request.parse({
    url: answer.url.href,
    status: fromCache ? 200 : answer.status,
    headers: answer.headers,
    text: () => text,
    bytes: () => (fromCache ? Buffer.from(text) : raw.bytes),
    fromCache,
  })
  if (answer.status === 200) await remember(cacheFor(means, request), start.href, answer)
  return result
}

async function followAnswers(
  { dispatcher, limits }: Means,
  headers: Record<string, string>,
  { start, pass, signal }: Attempt,
): Promise<RawAnswer & { url: URL }> {
  let url = start
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    await pass.waitForPace(signal)
    const onAnswered = () => pass.countFromNow()
    const answer = await exchange({ url, headers, dispatcher, limits, signal, onAnswered })
    if (!isRedirect(answer.status)) return { ...answer, url }
    url = followRedirect(url, answer.headers.get('location'))
  }
  throw new CollectError(`${start.host} redirects in a circle`, {
    code: 'source-redirected',
    hint: 'Open the address in a browser to see where it leads.',
  })
}

function composeHeaders(userAgent: string, accept = '*/*', cached?: CachedAnswer): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept,
    ...(cached?.etag && { 'if-none-match': cached.etag }),
    ...(cached?.lastModified && { 'if-modified-since': cached.lastModified }),
  }
}

function cacheFor({ cache }: Means, request: PoliteRequest): AnswerCache | undefined {
  return request.remember === false || request.binary ? undefined : cache
}

async function lookUp(cache: AnswerCache | undefined, url: string): Promise<CachedAnswer | undefined> {
  try {
    return await cache?.get(url)
  } catch {
    return undefined
  }
}

async function remember(
  cache: AnswerCache | undefined,
  url: string,
  { headers, text }: Pick<RawAnswer, 'headers'> & { text: string },
): Promise<void> {
  const etag = headers.get('etag')
  const lastModified = headers.get('last-modified')
  if (!cache || (!etag && !lastModified)) return
  try {
    await cache.set(url, { ...(etag && { etag }), ...(lastModified && { lastModified }), text })
  } catch {
    // The answer is good without being remembered.
  }
}

function nameOurselves({ userAgent, version, contact }: PoliteFetchOptions): string {
  const name = userAgent ?? (contact ? `paperbrief/${version} (+${contact})` : `paperbrief/${version}`)
  // A header holds no line breaks and no characters beyond ASCII; undici would refuse the request.
  return name.replace(/[^\x20-\x7e]/g, '')
}
