/** The same paper read from its HTML (made by LaTeXML) and from its PDF (made by pdfTeX) gives the same sections. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type FullText, fullTextSchema, type Section } from '../paper/full-text.ts'
import { readArxivHtml } from './arxiv-html.ts'
import { extractPdf } from './pdf-extract.ts'
import { readPdfPages } from './pdf-paper.ts'

const CASES = new URL('./cases/', import.meta.url)
const names = readdirSync(CASES, { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() ? entry.name : [],
)

async function readBoth(name: string): Promise<{ html: FullText; pdf: FullText }> {
  const folder = new URL(`${name}/`, CASES)
  const html = readArxivHtml({ html: readFileSync(new URL('paper.html', folder), 'utf8'), id: '2401.00001' })
  const { pages } = await extractPdf(new Uint8Array(readFileSync(new URL('paper.pdf', folder))), {
    maxPages: 20,
  })
  return { html, pdf: readPdfPages(pages, { id: '2401.00001' }) }
}

/** Words of prose: formulas differ by nature. */
function wordsOf(text: string): string[] {
  return text.replace(/\$[^$]{0,300}\$/g, ' ').match(/[\p{L}][\p{L}-]+|\d[\d.,]*\d|\d+%/gu) ?? []
}

function proseOf({ blocks }: Section): string[] {
  return blocks
    .flatMap(block => (block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : []))
    .flatMap(wordsOf)
}

/** Twice the longest common subsequence over both lengths: 1 for the same words in the same order. */
function compareWords(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const next = [0]
    for (const [index, other] of b.entries())
      next.push(word === other ? (row[index] ?? 0) + 1 : Math.max(next[index] ?? 0, row[index + 1] ?? 0))
    row = next
  }
  return a.length + b.length === 0 ? 1 : (2 * (row.at(-1) ?? 0)) / (a.length + b.length)
}

const outline = (text: FullText): string[] =>
  text.sections.map(({ level, number = '', heading, kind }) => `${level} ${number} ${heading} (${kind})`)

describe.each(names)('%s', name => {
  const both = readBoth(name)

  it('has the same title and abstract', async () => {
    const { html, pdf } = await both
    expect(pdf.title).toBe(html.title)
    expect(compareWords(wordsOf(pdf.abstract ?? ''), wordsOf(html.abstract ?? ''))).toBeGreaterThan(0.97)
  })

  it('has the same headings in the same order, with the same numbers, levels and kinds', async () => {
    const { html, pdf } = await both
    expect(outline(pdf)).toEqual(outline(html))
  })

  it('has the same words in the paragraphs and lists of every section', async () => {
    const { html, pdf } = await both
    const shares = html.sections.map((section, index) =>
      compareWords(proseOf(section), pdf.sections[index] ? proseOf(pdf.sections[index]) : []),
    )
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.95)
    expect(
      compareWords(pdf.sections.flatMap(proseOf), html.sections.flatMap(proseOf)),
    ).toBeGreaterThanOrEqual(0.98)
  })

  it('parts the text at the same places', async () => {
    const { html, pdf } = await both
    const shape = (text: FullText): string[] =>
      text.sections.map(
        ({ heading, blocks }) =>
          `${heading}: ${blocks
            .map(({ kind }) => kind)
            .filter(kind => kind !== 'figure' && kind !== 'table' && kind !== 'formula')
            .join(' ')}`,
      )
    expect(shape(pdf)).toEqual(shape(html))
  })

  it('has the same tables, captions and references', async () => {
    const { html, pdf } = await both
    expect(pdf.tables.map(({ rows }) => rows)).toEqual(html.tables.map(({ rows }) => rows))
    expect(pdf.tables.map(({ caption }) => caption)).toEqual(html.tables.map(({ caption }) => caption))
    expect(pdf.figures.map(({ caption }) => caption)).toEqual(html.figures.map(({ caption }) => caption))
    expect(pdf.references.map(({ arxivId, doi }) => ({ arxivId, doi }))).toEqual(
      html.references.map(({ arxivId, doi }) => ({ arxivId, doi })),
    )
    expect(
      compareWords(
        pdf.references.flatMap(({ text }) => wordsOf(text)),
        html.references.flatMap(({ text }) => wordsOf(text)),
      ),
    ).toBeGreaterThan(0.95)
  })

  it('keeps to the schema', async () => {
    const { html, pdf } = await both
    expect(fullTextSchema.safeParse(html).success && fullTextSchema.safeParse(pdf).success).toBe(true)
  })
})
