/** The full text of one version of a paper, as sections of blocks. */
import { z } from 'zod'

export const blockSchema = z.discriminatedUnion('kind', [
  /** One line; may hold `$…$` formulas, citation marks, and footnotes as `[footnote: …]`. */
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  /** `tex` is TeX from HTML; from a PDF it is the best plain text that could be read. */
  z.object({ kind: z.literal('formula'), tex: z.string(), number: z.string().optional() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  /** `ref`: index into `tables`. */
  z.object({ kind: z.literal('table'), ref: z.number().int().nonnegative() }),
  /** `ref`: index into `figures`. */
  z.object({ kind: z.literal('figure'), ref: z.number().int().nonnegative() }),
  /** Keeps its line breaks and indents. */
  z.object({ kind: z.literal('code'), text: z.string() }),
])
export type Block = z.infer<typeof blockSchema>

/** `front`: text before the first heading; `statement`: ethics, funding, availability and the like. */
export const sectionKindSchema = z.enum(['front', 'body', 'appendix', 'acknowledgements', 'statement'])
export type SectionKind = z.infer<typeof sectionKindSchema>

export const sectionSchema = z.object({
  /** `3.2`, `IV`, `A.1`; absent where unnumbered. */
  number: z.string().optional(),
  /** One line without its number; empty for `front` only. */
  heading: z.string(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  kind: sectionKindSchema,
  blocks: z.array(blockSchema),
})
export type Section = z.infer<typeof sectionSchema>

export const figureSchema = z.object({
  /** `Figure 3`. */
  label: z.string().optional(),
  caption: z.string(),
  /** Absolute https address. */
  image: z.string().optional(),
})
export type Figure = z.infer<typeof figureSchema>

export const tableSchema = z.object({
  /** `Table 2`. */
  label: z.string().optional(),
  caption: z.string(),
  /** Cell texts; a cell over several columns or rows stands in the first and leaves the others empty. */
  rows: z.array(z.array(z.string())),
  /** How many of the first rows are headings. */
  headerRows: z.number().int().nonnegative(),
})
export type Table = z.infer<typeof tableSchema>

export const referenceSchema = z.object({
  /** `[12]`, `Keller (2015)`: as the paper prints it. */
  label: z.string().optional(),
  text: z.string(),
  /** Without version. */
  arxivId: z.string().optional(),
  doi: z.string().optional(),
  url: z.string().optional(),
})
export type Reference = z.infer<typeof referenceSchema>

export const fullTextSchema = z.object({
  /** arXiv id without version, or another stable id. */
  paperId: z.string(),
  version: z.number().int().positive().optional(),
  origin: z.enum(['arxiv-html', 'pdf']),
  title: z.string().optional(),
  /** Paragraphs are separated by a blank line. */
  abstract: z.string().optional(),
  /** In reading order; a subsection follows its section. */
  sections: z.array(sectionSchema),
  figures: z.array(figureSchema),
  tables: z.array(tableSchema),
  references: z.array(referenceSchema),
  /** One sentence each: what may be missing or wrong. */
  warnings: z.array(z.string()),
})
export type FullText = z.infer<typeof fullTextSchema>

/** The words of a block as plain text; empty for figures and tables, whose words stand elsewhere. */
export function blockText(block: Block): string {
  if (block.kind === 'paragraph' || block.kind === 'code') return block.text
  if (block.kind === 'formula') return block.tex
  return block.kind === 'list' ? block.items.join('\n') : ''
}

/** A piece of a full text that can be quoted, with where it stands. */
export interface Passage {
  /** Number and heading of the section; the label of a figure or table follows where it is one. */
  section: string
  /** Paragraphs are separated by a blank line; a table has a line for each row. */
  text: string
}

/** All that a full text says but its references: sections in order, then captions, tables row by row. */
export function listPassages({ sections, figures, tables }: FullText): Passage[] {
  return sections.flatMap(section => {
    const name = nameSection(section)
    const words = section.blocks.map(blockText).filter(text => text !== '')
    const floats = section.blocks.flatMap((block): Passage[] => {
      const float =
        block.kind === 'figure' ? figures[block.ref] : block.kind === 'table' ? tables[block.ref] : undefined
      if (!float) return []
      const rows = 'rows' in float ? float.rows.map(row => row.join(' | ')) : []
      const text = [float.caption, ...rows].filter(line => line !== '').join('\n')
      return text === '' ? [] : [{ section: [name, float.label].filter(Boolean).join(', '), text }]
    })
    return [...(words.length > 0 ? [{ section: name, text: words.join('\n\n') }] : []), ...floats]
  })
}

/** Number and heading on one line; `Front matter` before the first heading. */
export function nameSection({ number, heading }: Pick<Section, 'number' | 'heading'>): string {
  return [number, heading].filter(Boolean).join(' ') || 'Front matter'
}
