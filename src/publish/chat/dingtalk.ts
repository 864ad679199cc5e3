/** DingTalk: the webhook of a group's custom bot, in its Markdown. */
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { readNumber, readText } from './answer-fields.ts'
import { groupMarkdown } from './group-markdown.ts'
import { fitMessage } from './message.ts'
import { quietMarkdown } from './quiet-markdown.ts'
import { nameHost, secretsOf, secureUrlSchema } from './secure-url.ts'
import { type Answer, declareService, type Fault } from './service.ts'

// Of 20,000 for the whole body, in which quotation marks and line breaks count twice.
const MAX_BYTES = 16_000
const [BUSY, THROTTLED, UNSAFE] = [-1, 130101, 310000]
// Who has sent too fast is shut out for ten minutes.
const SHUT_OUT_MS = 600_000

const format = groupMarkdown({ limit: MAX_BYTES, lineBreak: '\n\n', boldLinks: true })

/** https://open.dingtalk.com/document/orgapp/custom-robots-send-group-messages */
export const dingtalk = declareService({
  name: 'dingtalk',
  // 20 messages a minute.
  paceMs: 3_100,
  settings: z.strictObject({ url: secureUrlSchema, secret: z.string().min(1).optional() }),
  open: ({ url, secret }) => ({
    to: `DingTalk (${nameHost(url)})`,
    secrets: [...secretsOf(url), ...(secret ? [secret] : [])],
    compose: (digest, context) =>
      fitMessage(digest, context, format).map(({ title, heading, body }) => {
        const content = JSON.stringify({
          msgtype: 'markdown',
          markdown: { title: quietMarkdown(title), text: `${heading}\n\n${body}` },
          at: { isAtAll: false },
        })
        return { content, make: now => ({ url: secret ? sign(url, secret, now) : url, body: content }) }
      }),
    judge,
  }),
})

function sign(url: URL, secret: string, now: number): URL {
  const signed = new URL(url)
  const signature = createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64')
  signed.searchParams.set('timestamp', String(now))
  signed.searchParams.set('sign', signature)
  return signed
}

function judge({ json }: Answer): Fault | undefined {
  const code = readNumber(json, 'errcode') ?? 0
  if (code === 0) return undefined
  return {
    message: `errcode ${code} ${readText(json, 'errmsg')}`,
    retryable: code === BUSY || code === THROTTLED,
    ...(code === THROTTLED && { retryAfterMs: SHUT_OUT_MS }),
    ...(code === UNSAFE && {
      hint: "The bot's security settings refuse it: set \"secret\" to the bot's own, or allow this machine's address.",
    }),
  }
}
