/** The Markdown that the bots of DingTalk and WeCom show. */
import type { Line } from '../split-message.ts'
import type { ChatFormat } from './message.ts'
import { closeLink, quietLinkText, quietMarkdown } from './quiet-markdown.ts'

export function groupMarkdown({
  limit,
  lineBreak,
  boldLinks,
}: Pick<ChatFormat, 'limit' | 'lineBreak'> & { boldLinks: boolean }): ChatFormat {
  const writeLine = (line: Line): string =>
    line
      .map(({ text, url, bold }) => {
        const words = url ? writeLink(text, url) : quietMarkdown(text)
        return bold && (boldLinks || !url) && words.trim() !== '' ? `**${words.trim()}** ` : words
      })
      .join('')
      .trimEnd()
  return {
    write: writeLine,
    heading: (title, url) => `### ${url ? writeLink(title, url) : quietMarkdown(title)}`,
    measure: written => Buffer.byteLength(written),
    limit,
    lineBreak,
    blockBreak: '\n\n',
  }
}

function writeLink(text: string, url: string): string {
  return `[${quietLinkText(text)}](${closeLink(url)})`
}
