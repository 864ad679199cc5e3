/** Posts one message: no redirect, little patience, and nothing complete is sent before it is noted down. */
import type { Readable } from 'node:stream'
import { Agent, type Dispatcher } from 'undici'
import { cleanLine } from '../../paper/clean-text.ts'
import { errorMessage } from '../../paper/error.ts'
import { DeliveryError, type SendMeans } from '../channel.ts'
import type { Answer, Fault, Post, Target } from './service.ts'

export interface Poster {
  /** @throws DeliveryError; whatever `handOver` throws */
  post(
    post: Post,
    target: Pick<Target, 'to' | 'secrets' | 'judge' | 'explain'>,
    means: SendMeans,
  ): Promise<void>
  close(): Promise<void>
}

const [CONNECT_MS, ANSWER_MS] = [10_000, 30_000]
const MAX_ANSWER_BYTES = 64 * 1024
const SHOWN_ANSWER = 200

/** @param userAgent `paperbrief/1.0` */
export function openPoster(userAgent: string): Poster {
  // A connection of its own for every message: an idle one may be closed just when the last bytes go out.
  const agent = new Agent({
    connect: { timeout: CONNECT_MS },
    headersTimeout: ANSWER_MS,
    bodyTimeout: ANSWER_MS,
    pipelining: 0,
    allowH2: false,
  })
  return {
    async post(post, target, means) {
      const answer = await exchange(agent, post, { target, means, userAgent })
      const fault = findFault(answer, target, means.now())
      if (!fault) return
      throw new DeliveryError(`${target.to}: ${hideSecrets(cleanLine(fault.message), target.secrets)}`, {
        code: 'delivery-refused',
        ...fault,
      })
    },
    close: () => agent.close(),
  }
}

interface Exchange {
  target: Pick<Target, 'to' | 'secrets'>
  means: SendMeans
  userAgent: string
}

async function exchange(
  agent: Dispatcher,
  { url, headers, body }: Post,
  { target, means, userAgent }: Exchange,
): Promise<Answer> {
  const bytes = Buffer.from(body)
  let noted: unknown
  // The head of the request goes out with the first piece of its body: nothing at all is sent before.
  async function* onceNoted() {
    try {
      await means.handOver()
    } catch (error) {
      noted = error
      throw error
    }
    yield bytes
  }
  try {
    const response = await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': userAgent,
        ...headers,
        'content-length': String(bytes.length),
      },
      // The types know streams only; the client takes whatever can be iterated.
      body: onceNoted() as unknown as Readable,
    })
    const text = await readStart(response.body)
    const header = (name: string) => [response.headers[name] ?? []].flat()[0]
    return { status: response.statusCode, header, text, json: parseJson(text) }
  } catch (error) {
    if (noted !== undefined) throw noted
    throw new DeliveryError(`${target.to} gave no answer: ${hideSecrets(describe(error), target.secrets)}`, {
      code: 'delivery-unreachable',
      retryable: true,
      isWide: true,
      hint: 'Check the address and the network; its settings stand under publish.chat.',
      cause: error,
    })
  }
}

async function readStart(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size > MAX_ANSWER_BYTES) break
  }
  return Buffer.concat(chunks).toString('utf8').slice(0, MAX_ANSWER_BYTES)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function findFault(
  answer: Answer,
  target: Pick<Target, 'judge' | 'explain'>,
  now: number,
): Fault | undefined {
  const { status } = answer
  if (status >= 200 && status < 300) {
    // A page in place of an answer is a network that wants a login, or a wrong address.
    if (/^\s*<(?:!doctype|html)/i.test(answer.text))
      return { message: 'a web page answered in place of the service', retryable: true }
    return target.judge?.(answer)
  }
  if (status >= 300 && status < 400)
    return { message: `redirects elsewhere (HTTP ${status})`, retryable: false, hint: 'Set the new address.' }
  const says = answer.text && answer.text.length < 2000 ? `: ${answer.text.slice(0, SHOWN_ANSWER)}` : ''
  const isPassing = status === 408 || status === 425 || status === 429 || status >= 500
  return {
    message: `HTTP ${status}${says}`,
    retryable: isPassing,
    ...(isPassing && { retryAfterMs: readRetryAfter(answer, now) }),
    ...(!isPassing && { hint: 'Check the address, the secret and the token of this channel.' }),
    ...target.explain?.(answer),
  }
}

/** Milliseconds; seconds or an HTTP date (RFC 9110, 10.2.3). */
function readRetryAfter({ header }: Answer, now: number): number | undefined {
  const asked = header('retry-after')?.trim()
  if (asked && /^\d{1,9}(?:\.\d+)?$/.test(asked)) return Number(asked) * 1000
  const at = asked ? Date.parse(asked) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}

function describe(error: unknown): string {
  const message = errorMessage(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code && !message.includes(code) ? `${message} (${code})` : message
}

export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .toSorted((a, b) => b.length - a.length)
    .reduce((shown, secret) => shown.replaceAll(secret, '…'), text)
}
