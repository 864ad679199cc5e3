/** Reads a digest in any of the three layouts, told apart by what they hold. */
import { type BuiltInLayout, formOfLayout, type Layout } from '../paper/edition.ts'
import type { Form } from '../paper/form.ts'
import { builtInBook, type FormBook, findForm } from '../paper/form-book.ts'
import { parseBilingual } from './markdown/bilingual.ts'
import { readDigestLines } from './markdown/digest-lines.ts'
import { readPaperLink } from './markdown/paper-link.ts'
import { readLink } from './markdown/read-link.ts'
import { parseSummary } from './markdown/summary.ts'
import { parseTable } from './markdown/table.ts'
import { splitTableCells } from './markdown/table-cells.ts'
import type { ParsedDigest } from './parsed-digest.ts'

/**
 * Undefined where the text is no digest: not one line in it links a paper as a layout does. Of the digests of forms of
 * the user's own, only those without a template are read: a template may show anything in any order.
 */
export function parseDigest(
  text: string,
  { book = builtInBook }: { book?: FormBook | undefined } = {},
): ParsedDigest | undefined {
  const layout = detectLayout(text)
  if (layout === undefined) return undefined
  const form = findForm(layout, book)
  const { labels } = book
  switch (layout) {
    case 'bilingual':
      return parseBilingual(text)
    case 'table':
      return parseTable(text, { labels })
    default:
      return form && !form.layout
        ? parseSummary(text, { form, labels })
        : { layout, items: [], skipped: [{ line: 1, reason: explainUnread(layout, form) }] }
  }
}

function explainUnread(layout: Layout, form: Form | undefined): string {
  const name = formOfLayout(layout) ?? layout
  return form
    ? `the digest is laid out by the template of the form "${name}", which cannot be read back`
    : `the digest is in the form "${name}", which the settings do not have (forms)`
}

function detectLayout(text: string): Layout | undefined {
  const { lines, closing } = readDigestLines(text)
  if (closing?.layout) return closing.layout
  const counts: Record<BuiltInLayout, number> = { bilingual: 0, summary: 0, table: 0 }
  let heading = false
  for (const line of lines) {
    const trimmed = line.trim()
    if (trimmed === '') continue
    if (trimmed.startsWith('|')) counts.table += splitTableCells(trimmed)?.some(linksPaper) ? 1 : 0
    else if (/^##\s/.test(trimmed))
      counts.summary += linksPaper(trimmed.replace(/^##\s+[^[\n]{0,12}/, '')) ? 1 : 0
    else if (heading && linksPaper(trimmed)) counts.bilingual++
    heading = /^##\s/.test(trimmed)
  }
  const layouts: BuiltInLayout[] = ['summary', 'bilingual', 'table']
  const best = layouts.toSorted((a, b) => counts[b] - counts[a])[0]
  return best && counts[best] > 0 ? best : undefined
}

function linksPaper(markdown: string): boolean {
  const link = readLink(markdown)
  return link !== undefined && readPaperLink(link.url) !== undefined
}
