/** WeCom: the webhook of a group's bot, in its Markdown. */
import { z } from 'zod'
import { readNumber, readText } from './answer-fields.ts'
import { groupMarkdown } from './group-markdown.ts'
import { fitMessage } from './message.ts'
import { nameHost, secretsOf, secureUrlSchema } from './secure-url.ts'
import { type Answer, declareService, type Fault } from './service.ts'

// Of the content, UTF-8.
const MAX_BYTES = 4096
const [BUSY, THROTTLED] = [-1, 45009]
const MINUTE = 60_000

// A link cannot be bold here.
const format = groupMarkdown({ limit: MAX_BYTES, lineBreak: '\n', boldLinks: false })

/** https://developer.work.weixin.qq.com/document/path/91770 */
export const wecom = declareService({
  name: 'wecom',
  // 20 messages a minute.
  paceMs: 3_100,
  settings: z.strictObject({ url: secureUrlSchema }),
  open: ({ url }) => ({
    to: `WeCom (${nameHost(url)})`,
    secrets: secretsOf(url),
    compose: (digest, context) =>
      fitMessage(digest, context, format).map(({ heading, body }) => {
        const content = JSON.stringify({
          msgtype: 'markdown',
          markdown: { content: `${heading}\n\n${body}` },
        })
        return { content, make: () => ({ url, body: content }) }
      }),
    judge,
  }),
})

function judge({ json }: Answer): Fault | undefined {
  const code = readNumber(json, 'errcode') ?? 0
  if (code === 0) return undefined
  return {
    message: `errcode ${code} ${readText(json, 'errmsg')}`,
    retryable: code === BUSY || code === THROTTLED,
    ...(code === THROTTLED && { retryAfterMs: MINUTE }),
  }
}
