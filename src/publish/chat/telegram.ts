/** Telegram: a bot's message to a chat or channel, in its HTML. */
import { z } from 'zod'
import type { Line } from '../split-message.ts'
import { readField, readNumber, readText } from './answer-fields.ts'
import { type ChatFormat, fitMessage } from './message.ts'
import { nameHost, secureUrlSchema } from './secure-url.ts'
import { type Answer, declareService, type Fault } from './service.ts'

// Counted before its tags are taken out, so that there is always room to spare.
const MAX_CHARACTERS = 4096
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, char => ENTITIES[char] ?? char)
}

/** Names behind `@` and words behind `/` are mentions and commands wherever they stand. */
function writeWords(text: string): string {
  return escapeText(text.replace(/@(?=\w)|(?<=^|\s)\/(?=\w)/g, '$&\u2060'))
}

function writeLine(line: Line): string {
  return line
    .map(({ text, url, bold }) => {
      const words = url ? `<a href="${escapeText(url)}">${writeWords(text)}</a>` : writeWords(text)
      return bold ? `<b>${words}</b>` : words
    })
    .join('')
}

const format: ChatFormat = {
  write: writeLine,
  heading: (title, url) => writeLine([{ text: title, bold: true, ...(url && { url }) }]),
  measure: written => written.length,
  limit: MAX_CHARACTERS,
  lineBreak: '\n',
  blockBreak: '\n\n',
}

const settings = z.strictObject({
  token: z.string().regex(/^\d{1,20}:[\w-]{20,100}$/, 'is not a token of a bot such as 123456:ABC…'),
  /** `@channel`, or the number of a chat. */
  chat: z.union([z.string().min(1).max(100), z.number().int()]),
  /** Of a Bot API server of one's own. */
  api: secureUrlSchema.prefault('https://api.telegram.org'),
})

/** https://core.telegram.org/bots/api#sendmessage */
export const telegram = declareService({
  name: 'telegram',
  // 20 messages a minute in a group.
  paceMs: 3_100,
  settings,
  open({ token, chat, api }) {
    const url = new URL(`${api.pathname.replace(/\/$/, '')}/bot${token}/sendMessage`, api)
    return {
      to: `Telegram chat ${chat} (${nameHost(api)})`,
      secrets: [token],
      compose: (digest, context) =>
        fitMessage(digest, context, format).map(({ heading, body }) => {
          const content = JSON.stringify({
            chat_id: chat,
            text: `${heading}\n\n${body}`,
            parse_mode: 'HTML',
            link_preview_options: { is_disabled: true },
          })
          return { content, make: () => ({ url, body: content }) }
        }),
      judge,
      explain: answer => {
        const seconds = readNumber(answer.json, 'parameters', 'retry_after')
        const message = readText(answer.json, 'description')
        return {
          ...(message && { message: `HTTP ${answer.status}: ${message}` }),
          ...(seconds !== undefined && { retryAfterMs: seconds * 1000 }),
        }
      },
    }
  },
})

function judge({ json }: Answer): Fault | undefined {
  if (readField(json, 'ok') !== false) return undefined
  return { message: readText(json, 'description') || 'refused without a reason', retryable: false }
}
