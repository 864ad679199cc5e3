/** The table layout: one row for each paper. */
import { cleanLine, cleanParagraphs } from '../../paper/clean-text.ts'
import type { Digest, DigestEntry } from '../../paper/edition.ts'
import { builtInLabels, findLabels, type Labels } from '../../paper/labels.ts'
import type { ParsedDigest } from '../parsed-digest.ts'
import { renderClosingLine } from './closing-line.ts'
import { joinParsedDigest, readDigestLines } from './digest-lines.ts'
import { escapeMarkdown } from './escape.ts'
import { linkPaper } from './paper-link.ts'
import { readTableRows } from './read-table-rows.ts'

export interface TableOptions {
  /** All authors of a paper, not the first one only. */
  allAuthors?: boolean
  /** In further languages. */
  labels?: readonly Labels[] | undefined
}

export function renderTable(digest: Digest, { allAuthors = false, labels }: TableOptions = {}): string {
  const { title, author, pdf, abstract } = findLabels(digest.language, labels).table
  const columns = [title, author, pdf, abstract]
  const rows = [
    columns,
    columns.map(() => '---'),
    ...digest.entries.map(entry => renderCells(entry, allAuthors)),
  ]
  return [
    `# arxiv ${escapeMarkdown(cleanLine(digest.date), 'heading')}`,
    '',
    ...rows.map(cells => `| ${cells.join(' | ')} |`),
    '',
    renderClosingLine(digest, { allAuthors, labels }),
    '',
  ].join('\n')
}

function renderCells({ paper, brief }: DigestEntry, allAuthors: boolean): string[] {
  const title = cleanLine(brief.fields.title ?? '') || cleanLine(paper.title) || cleanLine(paper.id)
  // Split again, because a name may hold the comma that separates names.
  const authors = cleanLine(paper.authors.join(', '))
    .split(', ')
    .filter(name => name !== '')
  const first = paper.authors.map(cleanLine).find(name => name !== '') ?? ''
  const abstract = cleanParagraphs(brief.fields.abstract ?? '')
  return [
    escapeMarkdown(title, 'cell'),
    escapeMarkdown(allAuthors ? authors.join(', ') : first, 'cell'),
    `[PDF](${linkPaper({ id: paper.id, version: brief.version }, 'pdf')})`,
    escapeMarkdown(abstract, 'cell'),
  ]
}

export function parseTable(text: string, { labels = [] }: { labels?: readonly Labels[] } = {}): ParsedDigest {
  const { lines, closing } = readDigestLines(text)
  const { items, skipped, date } = readTableRows(lines, {
    ours: closing !== undefined,
    allAuthors: closing?.allAuthors ?? false,
    heads: [...labels, ...builtInLabels].map(({ table }) => table),
  })
  return joinParsedDigest({ layout: 'table', closing, date, items, skipped })
}
