/** Makes a paper's full text of the pages of its PDF: layout of the whole first, then the parts. */
import { cleanLine } from '../paper/clean-text.ts'
import type { FullText } from '../paper/full-text.ts'
import { isReferencesHeading, judgeSectionKind, splitAppendixHeading, splitHeading } from './headings.ts'
import { splitLabel } from './html-figures.ts'
import { findGutter, type Line, measureEdges, orderLines } from './pdf-columns.ts'
import { type CaptionFloat, type Flow, measureLines, partFlow } from './pdf-flow.ts'
import { type FrontMatter, readFront } from './pdf-front.ts'
import { type HeadingLook, rankHeadings } from './pdf-headings.ts'
import { gatherVocabulary, joinLines, resolveMarks, type Vocabulary } from './pdf-join.ts'
import { removeMargins } from './pdf-margins.ts'
import type { PdfPage } from './pdf-page.ts'
import { groupLines, type Part } from './pdf-paragraphs.ts'
import { readPdfReferences } from './pdf-references.ts'
import { joinRuns } from './pdf-segments.ts'
import { findTables, type TableBox } from './pdf-tables.ts'
import {
  addBlock,
  addFigure,
  addSection,
  addTable,
  finishText,
  startText,
  type TextBuilder,
} from './text-builder.ts'

// Four times what 120 full pages of two columns have.
const MAX_LINES = 60_000

interface Layout {
  lines: Line[]
  /** By page. */
  tables: TableBox[][]
}

interface Assembly {
  builder: TextBuilder
  flow: Flow
  vocabulary: Vocabulary
  tables: TableBox[][]
}

export function readPdfPages(
  pages: readonly PdfPage[],
  paper: { id: string; version?: number | undefined },
): FullText {
  const { lines, tables } = layOut(pages)
  const measures = measureLines(lines)
  const front = readFront(lines, measures)
  const flow = partFlow(front.rest, measures)
  const parts = groupLines(flow.items, measures)
  const vocabulary = gatherVocabulary(lines.map(line => line.text))
  const assembly: Assembly = { builder: startText(), flow, vocabulary, tables }
  addFront(front, assembly)
  addParts(parts, assembly)
  return finishText(assembly.builder, { paperId: paper.id, version: paper.version, origin: 'pdf' })
}

function layOut(pages: readonly PdfPage[]): Layout {
  const segmented = removeMargins(pages.map(page => ({ ...page, segments: joinRuns(page) })))
  const found = segmented.map(page => ({ width: page.width, ...findTables(page) }))
  const gutters = found.map(({ width, rest }) => findGutter({ width, segments: rest }))
  const isColumned = gutters.filter(gutter => gutter !== undefined).length > pages.length / 2
  const usual = gutters.find(gutter => gutter !== undefined)
  const columned = found.map(({ width, rest }, page) => ({
    width,
    segments: rest,
    gutter: gutters[page] ?? (isColumned ? usual : undefined),
  }))
  const edges = measureEdges(columned)
  const lines = columned.flatMap((found, page) =>
    orderLines(found, { page, gutter: found.gutter, usual: edges }),
  )
  return { lines: lines.slice(0, MAX_LINES), tables: found.map(({ boxes }) => boxes) }
}

function addFront(front: FrontMatter, assembly: Assembly): void {
  assembly.builder.title = textOf(front.title, assembly)
  const parts = groupLines(
    front.abstract.map(line => ({ kind: 'line', line })),
    measureLines(front.abstract),
  )
  const texts = parts.flatMap(part => ('lines' in part ? textOf(part.lines, assembly) : []))
  assembly.builder.abstract.push(...texts.filter(text => text !== ''))
}

function addParts(parts: readonly Part[], assembly: Assembly): void {
  const looks = parts.flatMap((part): HeadingLook[] =>
    part.kind === 'heading' ? [lookOf(part, assembly)] : [],
  )
  const levels = rankHeadings(looks)
  let heading = -1
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]
    if (!part) break
    if (part.kind !== 'heading') addPart(part, assembly)
    else {
      heading++
      const { builder } = assembly
      const text = looks[heading]?.text ?? ''
      const appendix = builder.sections.some(each => each.number === '1')
        ? splitAppendixHeading(text, nextLetter(builder))
        : undefined
      const { number, heading: words } = appendix ?? splitHeading(text)
      if (isReferencesHeading(words)) at = takeReferences(parts, at, assembly)
      else openSection({ number, words, level: levels[heading] ?? 1, builder })
    }
  }
}

function nextLetter({ sections }: TextBuilder): string {
  const letters = sections.flatMap(({ number }) => (number && /^[A-Z]$/.test(number) ? number : []))
  return String.fromCharCode((letters.at(-1) ?? '@').charCodeAt(0) + 1)
}

function openSection({
  number,
  words,
  level,
  builder,
}: {
  number: string | undefined
  words: string
  level: 1 | 2 | 3 | 4
  builder: TextBuilder
}): void {
  const seen = builder.sections.at(-1)
  const isLettered =
    level === 1 &&
    number !== undefined &&
    /^[A-Z]$/.test(number) &&
    builder.sections.some(each => each.number === '1')
  if (isLettered || /^appendi(?:x|ces)\b/i.test(words)) builder.inAppendix = true
  if (words !== '' && !(seen?.kind === 'front' && words === builder.title))
    addSection(builder, { number, heading: words, level, kind: judgeSectionKind(words, builder.inAppendix) })
}

function lookOf(part: Extract<Part, { kind: 'heading' }>, assembly: Assembly): HeadingLook {
  const [first] = part.lines
  return {
    text: textOf(part.lines, assembly),
    size: first?.size ?? 0,
    bold: first?.bold ?? false,
    isRunIn: part.isRunIn,
  }
}

/** The parts up to the next heading are references; floats among them stay floats. Gives the last index used. */
function takeReferences(parts: readonly Part[], start: number, assembly: Assembly): number {
  let at = start + 1
  const lines: Line[] = []
  for (; at < parts.length; at++) {
    const part = parts[at]
    if (!part || (part.kind === 'heading' && !part.isRunIn)) break
    if (part.kind === 'float') addFloat(part.float, assembly)
    else lines.push(...part.lines)
  }
  assembly.builder.references.push(...readPdfReferences(lines, part => textOf(part, assembly)))
  return at - 1
}

function addPart(part: Exclude<Part, { kind: 'heading' }>, assembly: Assembly): void {
  const { builder } = assembly
  if (part.kind === 'float') {
    addFloat(part.float, assembly)
    return
  }
  if (part.kind === 'code') {
    addBlock(builder, { kind: 'code', text: part.lines.map(line => cleanLine(line.text)).join('\n') })
    return
  }
  const text = textOf(part.lines, assembly)
  if (text === '') return
  if (part.kind === 'paragraph') addBlock(builder, { kind: 'paragraph', text })
  else if (part.kind === 'item') addItem(text, builder)
  else addFormula(text, builder)
}

function addFormula(text: string, builder: TextBuilder): void {
  const number = /\(\s*([A-Z]?\.?\d{1,3}(?:\.\d{1,3})?[a-z]?)\s*\)(?=\s|$)/.exec(text)?.[1]
  addBlock(builder, number ? { kind: 'formula', tex: text, number } : { kind: 'formula', tex: text })
}

function addItem(text: string, builder: TextBuilder): void {
  const item = text.replace(/^(?:[•‣◦▪●■–∗*○►▶✓]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s*/, '')
  const last = builder.sections.at(-1)?.blocks.at(-1)
  if (last?.kind === 'list') last.items.push(item)
  else addBlock(builder, { kind: 'list', items: [item] })
}

function addFloat(float: CaptionFloat, assembly: Assembly): void {
  const { builder } = assembly
  const caption = splitLabel(textOf(float.lines, assembly))
  if (!/^table/i.test(caption.label ?? '')) {
    addFigure(builder, caption)
    return
  }
  const box = takeNearestTable(float, assembly)
  if (!box) builder.warnings.add('The cells of some tables could not be read.')
  const rows = (box?.rows ?? []).map(row => row.map(cell => resolveMarks(cell, () => undefined)))
  addTable(builder, { ...caption, rows, headerRows: box?.headerRows ?? 0 })
}

/** The ruled table of the caption's page that is nearest above or below, best in the same column. */
function takeNearestTable({ lines }: CaptionFloat, { tables }: Assembly): TableBox | undefined {
  const [first, last] = [lines[0], lines.at(-1)]
  const boxes = tables[first?.page ?? -1] ?? []
  if (!first || !last) return undefined
  const distance = (box: TableBox): number => {
    const isBeside = first.x0 > box.x1 || last.x1 < box.x0
    return Math.min(Math.abs(box.top - last.y), Math.abs(first.y - box.bottom)) + (isBeside ? 1000 : 0)
  }
  const [nearest] = boxes.toSorted((a, b) => distance(a) - distance(b))
  if (nearest) boxes.splice(boxes.indexOf(nearest), 1)
  return nearest
}

function textOf(lines: readonly Line[], { flow, vocabulary }: Assembly): string {
  const page = (at: number): string => String(lines[at]?.page ?? '')
  const findNote = (mark: string): string | undefined => {
    const pages = new Set([page(0), page(lines.length - 1)])
    const note = [...pages]
      .map(number => flow.footnotes.get(`${number} ${mark}`))
      .find(found => found !== undefined)
    if (!note || lines.includes(note[0] as Line)) return undefined
    const words = resolveMarks(
      joinLines(
        note.map(line => line.text),
        vocabulary,
      ),
      () => undefined,
    )
    return words.startsWith(mark) ? words.slice(mark.length).trim() : words
  }
  return resolveMarks(
    joinLines(
      lines.map(line => line.text),
      vocabulary,
    ),
    findNote,
  )
}
