/** Feishu and Lark: the webhook of a group's custom bot; rich text, in which nothing from outside is markup. */
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Line } from '../split-message.ts'
import { readNumber, readText } from './answer-fields.ts'
import { type ChatFormat, fitMessage } from './message.ts'
import { nameHost, secretsOf, secureUrlSchema } from './secure-url.ts'
import { type Answer, declareService, type Fault } from './service.ts'

// The service refuses bodies of more than 20 KB; the frame, the signature and the heading need little of it.
const MAX_BYTES = 18_000
const THROTTLED = 11232
const HINTS: Record<number, string> = {
  19021: 'The signature does not fit: set "secret" to the bot\'s own.',
  19022: "The bot takes messages from certain addresses only: add this machine's to its list.",
  19024: 'The bot wants a keyword in each message: use a signature in its place.',
}

const format: ChatFormat = {
  write: writeLine,
  heading: title => JSON.stringify(title),
  measure: written => Buffer.byteLength(written),
  limit: MAX_BYTES,
  lineBreak: ',',
  blockBreak: ',[{"tag":"text","text":" "}],',
}

/** One paragraph of a `post`: an array of elements, each with its text as it is. */
function writeLine(line: Line): string {
  return JSON.stringify(
    line.map(({ text, url }) => (url ? { tag: 'a', text, href: url } : { tag: 'text', text })),
  )
}

/** https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot */
export const feishu = declareService({
  name: 'feishu',
  // 100 messages a minute, 5 a second.
  paceMs: 600,
  settings: z.strictObject({ url: secureUrlSchema, secret: z.string().min(1).optional() }),
  open: ({ url, secret }) => ({
    to: `Feishu (${nameHost(url)})`,
    secrets: [...secretsOf(url), ...(secret ? [secret] : [])],
    compose: (digest, context) =>
      fitMessage(digest, context, format).map(({ title, body }) => {
        const post = { title, content: JSON.parse(`[${body}]`) as unknown }
        const content = { msg_type: 'post', content: { post: { zh_cn: post } } }
        return {
          content: JSON.stringify(content),
          make: now => ({ url, body: JSON.stringify({ ...(secret && sign(secret, now)), ...content }) }),
        }
      }),
    judge,
  }),
})

/** The key is the time and the secret, and what is signed is empty. */
function sign(secret: string, now: number): { timestamp: string; sign: string } {
  const timestamp = String(Math.floor(now / 1000))
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') }
}

function judge({ json }: Answer): Fault | undefined {
  const code = readNumber(json, 'code') ?? readNumber(json, 'StatusCode') ?? 0
  if (code === 0) return undefined
  return {
    message: `code ${code} ${readText(json, 'msg')}`,
    retryable: code === THROTTLED,
    hint: HINTS[code],
  }
}
