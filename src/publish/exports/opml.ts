/** OPML: a digest as an outline of links, for outliners and read-later programs. */
import { cleanLine } from '../../paper/clean-text.ts'
import type { Digest } from '../../paper/edition.ts'
import { linkPaper } from '../markdown/paper-link.ts'

/** OPML 2.0, http://opml.org/spec2.opml: one `link` outline a paper. */
export function exportOpml({ edition, date, entries }: Digest): string {
  const outlines = entries.map(({ paper, brief }) => {
    const text = brief.fields.title || paper.title || paper.id
    return `    <outline type="link" text="${escapeAttribute(text)}" url="${escapeAttribute(linkPaper(paper, 'abstract'))}"/>\n`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n',
    `  <head>\n    <title>${escapeAttribute(`${edition} ${date}`)}</title>\n  </head>\n`,
    `  <body>\n${outlines.join('')}  </body>\n</opml>\n`,
  ].join('')
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Also drops the code points that XML 1.0 cannot hold, in whatever way they are written. */
function escapeAttribute(text: string): string {
  return cleanLine(text)
    .replace(/[\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, char => ENTITIES[char] ?? char)
}
