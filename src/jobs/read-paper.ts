/** The read job: a paper's full text, from the library or from arXiv. */
import type { PoliteFetch } from '../collect/polite-fetch.ts'
import type { Library } from '../library/library.ts'
import type { StoredPaper } from '../library/papers.ts'
import { formatArxivId, parseArxivId } from '../paper/arxiv-id.ts'
import type { FullText } from '../paper/full-text.ts'
import { readFullText } from '../read/read.ts'
import { ReadError } from '../read/read-error.ts'

export interface ReadPaperRequest {
  library: Library
  paper: StoredPaper
  fetch: PoliteFetch
  /** Where the pages lie: `https://arxiv.org`. */
  baseUrl: string
  signal: AbortSignal
}

/**
 * Read once a version, then kept.
 * @throws ReadError where there is neither HTML nor PDF, or neither can be read; CollectError where arXiv is out of reach
 */
export async function readPaper({
  library,
  paper,
  fetch,
  baseUrl,
  signal,
}: ReadPaperRequest): Promise<FullText> {
  const kept = await library.fullTexts.find(paper.id, paper.version)
  if (kept) return kept
  if (!parseArxivId(paper.id)) {
    throw new ReadError(`${paper.id} is not an arXiv paper, and only those can be read.`, {
      code: 'read-not-available',
    })
  }
  const name = formatArxivId(paper)
  const text = await readFullText({
    id: paper.id,
    version: paper.version,
    fetchHtml: async () => {
      const answer = await fetch.get(`${baseUrl}/html/${name}`, {
        accept: 'text/html',
        remember: false,
        signal,
      })
      return answer.status === 200 ? answer.text() : undefined
    },
    fetchPdf: async () => {
      const answer = await fetch.get(`${baseUrl}/pdf/${name}`, {
        accept: 'application/pdf',
        binary: true,
        signal,
      })
      return answer.status === 200 ? answer.bytes() : undefined
    },
  })
  await library.fullTexts.save(paper.id, paper.version, text)
  return text
}

/** The whole text for a person at a terminal: headings, paragraphs, formulas, captions, tables, references. */
export function formatFullText({ title, sections, figures, tables, references }: FullText): string {
  const lines: string[] = title ? [title, ''] : []
  for (const { number, heading, level, blocks } of sections) {
    if (heading) lines.push(`${'#'.repeat(level)} ${[number, heading].filter(Boolean).join(' ')}`, '')
    for (const block of blocks) {
      if (block.kind === 'formula')
        lines.push(`  ${block.tex}${block.number ? `  (${block.number})` : ''}`, '')
      else if (block.kind === 'list') lines.push(...block.items.map(item => `- ${item}`), '')
      else if (block.kind === 'table') lines.push(...formatTable(tables[block.ref]), '')
      else if (block.kind === 'figure') lines.push(...formatFigure(figures[block.ref]), '')
      else lines.push(block.text, '')
    }
  }
  if (references.length > 0)
    lines.push(
      '# References',
      '',
      ...references.map(({ label, text }) => [label, text].filter(Boolean).join(' ')),
    )
  return lines.join('\n').trimEnd()
}

function formatTable(table: FullText['tables'][number] | undefined): string[] {
  if (!table) return []
  return [
    `[${[table.label, table.caption].filter(Boolean).join(': ')}]`,
    ...table.rows.map(row => row.join(' | ')),
  ]
}

function formatFigure(figure: FullText['figures'][number] | undefined): string[] {
  if (!figure) return []
  return [
    `[${[figure.label, figure.caption].filter(Boolean).join(': ')}]${figure.image ? ` ${figure.image}` : ''}`,
  ]
}
