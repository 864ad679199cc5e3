/** ntfy: a notification in plain text, by the JSON of the server's root, so that nothing stands in a header. */
import { z } from 'zod'
import type { Line } from '../split-message.ts'
import { type ChatFormat, fitMessage } from './message.ts'
import { nameHost, secretsOf, secureUrlSchema } from './secure-url.ts'
import { declareService } from './service.ts'

// Of the message, UTF-8; longer ones become attachments.
const MAX_BYTES = 4096
const MAX_TITLE = 250

/** Programs link addresses in plain text themselves. */
function writeLine(line: Line): string {
  return line.map(({ text, url }) => (url ? `${text}\n${url}` : text)).join('')
}

const format: ChatFormat = {
  write: writeLine,
  // The title is not part of the message.
  heading: () => '',
  measure: written => Buffer.byteLength(written),
  limit: MAX_BYTES,
  lineBreak: '\n',
  blockBreak: '\n\n',
}

/** `https://ntfy.sh/topic`: the topic is the last part of the path. */
const topicUrlSchema = secureUrlSchema.refine(
  url => /\/[-\w]{1,64}$/.test(url.pathname),
  'does not end in a topic, as https://ntfy.sh/my-topic does',
)

/** https://docs.ntfy.sh/publish/#publish-as-json */
export const ntfy = declareService({
  name: 'ntfy',
  // Of ntfy.sh: one every five seconds, after sixty at once.
  paceMs: 1_000,
  settings: z.strictObject({ url: topicUrlSchema, token: z.string().min(1).max(500).optional() }),
  open({ url, token }) {
    const root = new URL('.', url)
    const topic = url.pathname.split('/').at(-1) ?? ''
    return {
      to: `ntfy (${nameHost(url)})`,
      // Whoever knows the topic can read and write it.
      secrets: [...secretsOf(url), topic, ...(token ? [token] : [])],
      compose: (digest, context) =>
        fitMessage(digest, context, format).map(({ title, body, url: page }) => {
          const content = JSON.stringify({
            topic,
            title: title.slice(0, MAX_TITLE),
            message: body,
            ...(page && { click: page }),
          })
          const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
          return { content, make: () => ({ url: root, headers, body: content }) }
        }),
    }
  },
})
