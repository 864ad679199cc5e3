/** Gathers sections, figures, tables and references in reading order while a paper is being read. */
import type { Block, Figure, FullText, Reference, Section, SectionKind, Table } from '../paper/full-text.ts'

export interface TextBuilder {
  title: string
  abstract: string[]
  sections: Section[]
  figures: Figure[]
  tables: Table[]
  references: Reference[]
  warnings: Set<string>
  /** Whether the appendix has begun. */
  inAppendix: boolean
}

export function startText(): TextBuilder {
  return {
    title: '',
    abstract: [],
    sections: [],
    figures: [],
    tables: [],
    references: [],
    warnings: new Set(),
    inAppendix: false,
  }
}

export function addSection(
  builder: TextBuilder,
  {
    number,
    heading,
    level,
    kind,
  }: { number?: string | undefined; heading: string; level: Section['level']; kind: SectionKind },
): Section {
  const section: Section = { ...(number ? { number } : {}), heading, level, kind, blocks: [] }
  builder.sections.push(section)
  return section
}

/** To the section that is open; text before the first heading opens a `front` one. */
export function addBlock(builder: TextBuilder, block: Block): void {
  const open = builder.sections.at(-1) ?? addSection(builder, { heading: '', level: 1, kind: 'front' })
  open.blocks.push(block)
}

export function addFigure(builder: TextBuilder, figure: Figure): void {
  addBlock(builder, { kind: 'figure', ref: builder.figures.push(figure) - 1 })
}

export function addTable(builder: TextBuilder, table: Table): void {
  addBlock(builder, { kind: 'table', ref: builder.tables.push(table) - 1 })
}

export function finishText(
  builder: TextBuilder,
  head: Pick<FullText, 'paperId' | 'origin'> & { version?: number | undefined },
): FullText {
  const { paperId, version, origin } = head
  const abstract = builder.abstract.join('\n\n')
  return {
    paperId,
    ...(version ? { version } : {}),
    origin,
    ...(builder.title ? { title: builder.title } : {}),
    ...(abstract ? { abstract } : {}),
    sections: builder.sections.filter(section => section.heading !== '' || section.blocks.length > 0),
    figures: builder.figures,
    tables: builder.tables,
    references: builder.references,
    warnings: [...builder.warnings],
  }
}
