/** Reads the rows of a table digest, also where columns are swapped or a row is broken. */
import { cleanLine, cleanParagraphs } from '../../paper/clean-text.ts'
import type { Finding } from '../../paper/finding.ts'
import type { ParsedItem, SkippedPassage } from '../parsed-digest.ts'
import { unescapeCell } from './escape.ts'
import { readPlainText } from './plain-text.ts'
import { readItemLink } from './read-item-link.ts'
import { isEscaped, readLink } from './read-link.ts'
import { findStructureFault } from './structure-finding.ts'
import { isDelimiterRow, splitTableCells } from './table-cells.ts'

export interface TableRows {
  date?: string
  items: ParsedItem[]
  skipped: SkippedPassage[]
}

export interface TableRowOptions {
  ours: boolean
  /** The author cell names all authors. */
  allAuthors: boolean
  /** What the columns are called in each language. */
  heads: readonly Record<Column, string>[]
}

type Column = 'title' | 'author' | 'pdf' | 'abstract'

const COLUMNS: readonly Column[] = ['title', 'author', 'pdf', 'abstract']
const HEADERS: Record<Column, RegExp> = {
  title: /标题|标題|題目|题目|title/i,
  author: /作者|author/i,
  pdf: /pdf|链接|連結|link|url/i,
  abstract: /摘要|简介|abstract|summary/i,
}

interface Row {
  /** From 1. */
  line: number
  text: string
  /** It went on in further lines. */
  broken: boolean
}

export function readTableRows(lines: readonly string[], options: TableRowOptions): TableRows {
  const table: TableRows = { items: [], skipped: [] }
  const rows = collectRows(lines, table)
  let columns = COLUMNS
  for (const [index, row] of rows.entries()) {
    const cells = splitTableCells(row.text) ?? []
    if (isDelimiterRow(cells)) continue
    const below = splitTableCells(rows[index + 1]?.text ?? '') ?? []
    const isHeader = table.items.length === 0 && isDelimiterRow(below) && !cells.some(readLink)
    if (isHeader) columns = readHeader(cells, options.heads)
    else table.items.push(readRow(row, { cells, columns, options }))
  }
  return table
}

/** Joins the lines of broken rows; the date and what is no row go into `table`. */
function collectRows(lines: readonly string[], table: TableRows): Row[] {
  const rows: Row[] = []
  let open: Row | undefined
  for (const [index, text] of lines.entries()) {
    const trimmed = text.trim()
    const date = /^#\s.*?(\d{4}-\d{2}-\d{2})/.exec(trimmed)?.[1]
    if (trimmed.startsWith('|')) {
      const row = { line: index + 1, text: trimmed, broken: false }
      rows.push(row)
      open = endsRow(trimmed) ? undefined : row
    } else if (trimmed === '') open = undefined
    else if (date !== undefined && table.date === undefined) table.date = date
    else if (open) {
      open.text += ` ${trimmed}`
      open.broken = true
      if (endsRow(trimmed)) open = undefined
    } else table.skipped.push({ line: index + 1, reason: 'text outside the table' })
  }
  return rows
}

function endsRow(text: string): boolean {
  return text.length > 1 && text.endsWith('|') && !isEscaped(text, text.length - 1)
}

function readHeader(cells: readonly string[], heads: readonly Record<Column, string>[]): readonly Column[] {
  const columns = cells.map(cell => {
    const name = cell.toLowerCase()
    const exact = COLUMNS.find(column => heads.some(head => head[column].toLowerCase() === name))
    return exact ?? COLUMNS.find(column => HEADERS[column].test(cell))
  })
  return COLUMNS.every(column => columns.indexOf(column) >= 0)
    ? columns.filter(column => column !== undefined)
    : COLUMNS
}

function readRow(
  { line, broken }: Row,
  {
    cells,
    columns,
    options,
  }: { cells: readonly string[]; columns: readonly Column[]; options: TableRowOptions },
): ParsedItem {
  const faults: Finding[] = []
  if (broken) faults.push(findStructureFault({ message: 'The row is broken over several lines.' }))
  if (cells.length !== columns.length)
    faults.push(
      findStructureFault({ message: `The row has ${cells.length} cells; the table has ${columns.length}.` }),
    )
  const found = cells.length === columns.length ? nameCells(cells, columns) : guessCells(cells)
  const url = readLink(found.pdf)?.url ?? /^https?:\/\/\S+$/.exec(found.pdf)?.[0]
  const { findings, ...paper } = readItemLink(url, { target: 'pdf', versioned: true })
  const fields = {
    title: cleanLine(readCell(found.title, options)),
    abstract: cleanParagraphs(readCell(found.abstract, options)),
  }
  for (const [key, text] of Object.entries(fields))
    if (text === '') faults.push(findStructureFault({ field: key, message: `The ${key} is missing.` }))
  return { line, ...paper, ...readAuthors(found.author, options), fields, findings: [...findings, ...faults] }
}

function nameCells(cells: readonly string[], columns: readonly Column[]): Record<Column, string> {
  const named = { title: '', author: '', pdf: '', abstract: '' }
  for (const [index, column] of columns.entries()) named[column] = cells[index] ?? ''
  return named
}

/** Around the cell with the link, which can be told from all others: a stray `|` splits titles or abstracts. */
function guessCells(cells: readonly string[]): Record<Column, string> {
  const pdf = cells.findIndex(cell => readLink(cell) !== undefined)
  if (pdf < 0) return nameCells(cells, COLUMNS)
  return {
    title: cells.slice(0, Math.max(1, pdf - 1)).join(' | '),
    author: pdf > 1 ? (cells[pdf - 1] ?? '') : '',
    pdf: cells[pdf] ?? '',
    abstract: cells.slice(pdf + 1).join(' | '),
  }
}

function readAuthors(cell: string, options: TableRowOptions): { firstAuthor?: string; authors?: string[] } {
  const names = cleanLine(readCell(cell, options))
  if (names === '') return {}
  if (!options.allAuthors) return { firstAuthor: names }
  const authors = names.split(', ')
  return { firstAuthor: authors[0] ?? names, authors }
}

function readCell(cell: string, { ours }: TableRowOptions): string {
  return ours ? unescapeCell(cell) : readPlainText(cell.replace(/<br ?\/?>/gi, '\n\n'), { ours })
}
