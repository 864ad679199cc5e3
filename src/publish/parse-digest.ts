/** Reads a digest in any of the three layouts, told apart by what they hold. */
import type { Layout } from '../paper/edition.ts'
import { parseBilingual } from './markdown/bilingual.ts'
import { readDigestLines } from './markdown/digest-lines.ts'
import { readPaperLink } from './markdown/paper-link.ts'
import { readLink } from './markdown/read-link.ts'
import { parseSummary, type SummaryOptions } from './markdown/summary.ts'
import { parseTable } from './markdown/table.ts'
import { splitTableCells } from './markdown/table-cells.ts'
import type { ParsedDigest } from './parsed-digest.ts'

/** Undefined where the text is no digest: not one line in it links a paper as a layout does. */
export function parseDigest(text: string, options: SummaryOptions = {}): ParsedDigest | undefined {
  switch (detectLayout(text)) {
    case 'bilingual':
      return parseBilingual(text)
    case 'summary':
      return parseSummary(text, options)
    case 'table':
      return parseTable(text)
    default:
      return undefined
  }
}

function detectLayout(text: string): Layout | undefined {
  const { lines, closing } = readDigestLines(text)
  if (closing?.layout) return closing.layout
  const counts: Record<Layout, number> = { bilingual: 0, summary: 0, table: 0 }
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
  const layouts: Layout[] = ['summary', 'bilingual', 'table']
  const best = layouts.toSorted((a, b) => counts[b] - counts[a])[0]
  return best && counts[best] > 0 ? best : undefined
}

function linksPaper(markdown: string): boolean {
  const link = readLink(markdown)
  return link !== undefined && readPaperLink(link.url) !== undefined
}
