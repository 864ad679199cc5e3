/** Discord: a channel's webhook, in its Markdown, with every mention switched off. */
import { z } from 'zod'
import type { Line } from '../split-message.ts'
import { readNumber, readText } from './answer-fields.ts'
import { type ChatFormat, fitMessage } from './message.ts'
import { closeLink } from './quiet-markdown.ts'
import { nameHost, secretsOf, secureUrlSchema } from './secure-url.ts'
import { declareService } from './service.ts'

const MAX_CHARACTERS = 2000
const SUPPRESS_EMBEDS = 4
const ADDRESS = /(https?:\/\/[\w\-./~%?=&#+:@!$*,;]{1,2000})/

/** A backslash keeps any mark from being one; inside an address it would be part of it. */
function escapeText(text: string): string {
  return text
    .split(ADDRESS)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/[\\*_~`|>#<[\]()@:-]/g, '\\$&')))
    .join('')
}

function writeLine(line: Line): string {
  return line
    .map(({ text, url, bold }) => {
      const words = url
        ? `[${text.replace(/[\\*_~`|>#<[\]()@:-]/g, '\\$&')}](<${closeLink(url)}>)`
        : escapeText(text)
      return bold && words.trim() !== '' ? `**${words.trim()}** ` : words
    })
    .join('')
    .trimEnd()
}

const format: ChatFormat = {
  write: writeLine,
  heading: (title, url) => writeLine([{ text: title, bold: true, ...(url && { url }) }]).trim(),
  measure: written => written.length,
  limit: MAX_CHARACTERS,
  lineBreak: '\n',
  blockBreak: '\n\n',
}

/** https://discord.com/developers/docs/resources/webhook#execute-webhook */
export const discord = declareService({
  name: 'discord',
  // 30 messages a minute in a channel.
  paceMs: 2_100,
  settings: z.strictObject({ url: secureUrlSchema }),
  open: ({ url }) => ({
    to: `Discord (${nameHost(url)})`,
    secrets: secretsOf(url),
    compose: (digest, context) =>
      fitMessage(digest, context, format).map(({ heading, body }) => {
        const content = JSON.stringify({
          content: `${heading}\n\n${body}`,
          allowed_mentions: { parse: [] },
          flags: SUPPRESS_EMBEDS,
        })
        return { content, make: () => ({ url, body: content }) }
      }),
    explain({ status, json }) {
      const seconds = readNumber(json, 'retry_after')
      const message = readText(json, 'message')
      return {
        ...(message && { message: `HTTP ${status}: ${message}` }),
        ...(seconds !== undefined && { retryAfterMs: seconds * 1000 }),
      }
    },
  }),
})
