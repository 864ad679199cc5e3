/** OPML: the list of feeds that a feed reader subscribes to at once. */
import { cleanLine } from '../../paper/clean-text.ts'

export interface FeedOutline {
  name: string
  /** Address of the feed, or its path below `baseUrl`. */
  path: string
}

export interface OpmlOptions {
  title?: string
  /** What makes a path an address: `https://example.org/`. */
  baseUrl?: string
}

/** OPML 2.0, http://opml.org/spec2.opml */
export function exportOpml(
  feeds: readonly FeedOutline[],
  { title = 'Paperbrief', baseUrl }: OpmlOptions = {},
): string {
  const outlines = feeds.map(({ name, path }) => {
    const text = escapeAttribute(name)
    return `    <outline type="rss" text="${text}" title="${text}" xmlUrl="${escapeAttribute(resolve(path, baseUrl))}"/>\n`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n',
    `  <head>\n    <title>${escapeAttribute(title)}</title>\n  </head>\n`,
    `  <body>\n${outlines.join('')}  </body>\n</opml>\n`,
  ].join('')
}

function resolve(path: string, baseUrl: string | undefined): string {
  return baseUrl && URL.canParse(path, baseUrl) ? new URL(path, baseUrl).href : path
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
