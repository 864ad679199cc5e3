/** Posts one message: no redirect, little patience, and nothing complete is sent before it is noted down. */
import { cleanLine } from '../../paper/clean-text.ts'
import { errorMessage } from '../../paper/error.ts'
import { DeliveryError, type SendMeans } from '../channel.ts'
import { exchange } from './exchange.ts'
import type { Answer, Fault, Post, Target } from './service.ts'

const SHOWN_ANSWER = 200

export interface PostRequest {
  post: Post
  target: Pick<Target, 'to' | 'secrets' | 'judge' | 'explain'>
  means: SendMeans
  /** `paperbrief/1.0`. */
  userAgent: string
}

/** @throws DeliveryError; whatever `handOver` throws */
export async function postMessage({ post, target, means, userAgent }: PostRequest): Promise<void> {
  const { to, secrets } = target
  // Whatever handing over throws is not the receiver's fault.
  let noted: { error: unknown } | undefined
  const beforeSending = () => {
    try {
      return means.handOver()?.catch(error => {
        noted = { error }
        throw error
      })
    } catch (error) {
      noted = { error }
      throw error
    }
  }
  try {
    const { status, headers, text } = await exchange({
      url: post.url,
      body: post.body,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': userAgent,
        ...post.headers,
      },
      beforeSending,
    })
    const header = (name: string) => [headers[name] ?? []].flat()[0]
    const fault = findFault({ status, header, text, json: parseJson(text) }, target, means.now())
    if (!fault) return
    throw new DeliveryError(`${to}: ${hideSecrets(cleanLine(fault.message), secrets)}`, {
      code: 'delivery-refused',
      ...fault,
    })
  } catch (error) {
    if (noted) throw noted.error
    if (error instanceof DeliveryError) throw error
    throw new DeliveryError(`${to} gave no answer: ${hideSecrets(describe(error), secrets)}`, {
      code: 'delivery-unreachable',
      retryable: true,
      isWide: true,
      hint: 'Check the address and the network; its settings stand under publish.chat.',
      cause: error,
    })
  }
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
