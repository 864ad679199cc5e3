/** Slack: an incoming webhook, in sections of its mrkdwn. Also taken by Mattermost and others that read the same. */
import { z } from 'zod'
import type { Line } from '../split-message.ts'
import { type ChatFormat, fitMessage } from './message.ts'
import { nameHost, secretsOf, secureUrlSchema } from './secure-url.ts'
import { declareService } from './service.ts'

// Of 3,000 characters; all blocks of a message together may have about 13,000, which is documented nowhere.
const MAX_SECTION = 2_900
const SECTIONS = 3
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Mentions and links exist only between `<` and `>`; `verbatim` leaves everything else alone. */
function escapeText(text: string): string {
  return text.replace(/[&<>]/g, char => ENTITIES[char] ?? char)
}

function writeLink(url: string, words: string): string {
  return `<${escapeText(url.replaceAll('|', '%7C').replaceAll('>', '%3E'))}|${escapeText(words)}>`
}

function writeLine(line: Line): string {
  return line
    .map(({ text, url, bold }) => {
      const words = url ? writeLink(url, text) : escapeText(text)
      return bold && words.trim() !== '' ? `*${words.trim()}* ` : words
    })
    .join('')
    .trimEnd()
}

const format: ChatFormat = {
  write: writeLine,
  heading: (title, url) => `*${url ? writeLink(url, title) : escapeText(title)}*`,
  measure: written => written.length,
  limit: MAX_SECTION,
  sections: SECTIONS,
  lineBreak: '\n',
  blockBreak: '\n\n',
}

/** https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
export const slack = declareService({
  name: 'slack',
  paceMs: 1_100,
  settings: z.strictObject({ url: secureUrlSchema }),
  open: ({ url }) => ({
    to: `Slack (${nameHost(url)})`,
    secrets: secretsOf(url),
    compose: (digest, context) =>
      fitMessage(digest, context, format).map(({ title, heading, sections }) => {
        const content = JSON.stringify({
          text: escapeText(title),
          blocks: [heading, ...sections].map(writeSection),
          unfurl_links: false,
          unfurl_media: false,
        })
        return { content, make: () => ({ url, body: content }) }
      }),
  }),
})

function writeSection(text: string) {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }
}
