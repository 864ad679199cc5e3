/** Glossaries as CSV: `source,target[,note]`, or with a header that names the columns. */
import { type GivenTerm, type Term, termSchema } from './glossary-term.ts'

export interface GlossaryRow {
  term: GivenTerm
  /** From 1. */
  line: number
}

/** A line of a glossary file that cannot be used. */
export interface GlossaryFault {
  line: number
  message: string
  /** What to do about it. */
  mend: string
}

export interface ParsedGlossary {
  rows: GlossaryRow[]
  faults: GlossaryFault[]
}

const COLUMNS = [
  'source',
  'target',
  'abbreviation',
  'keep',
  'accept',
  'avoid',
  'forms',
  'except',
  'strict',
  'note',
] as const
type Column = (typeof COLUMNS)[number]

const PLAIN_COLUMNS: readonly Column[] = ['source', 'target', 'note']
// Names that other programs give the same columns.
const OTHER_NAMES: Record<string, Column> = {
  term: 'source',
  english: 'source',
  en: 'source',
  translation: 'target',
  abbr: 'abbreviation',
  comment: 'note',
}

/** Blank lines and lines that begin with `#` are passed over; commas or tabs part the cells. Linear time. */
export function parseGlossaryCsv(text: string): ParsedGlossary {
  const parsed: ParsedGlossary = { rows: [], faults: [] }
  const content = text.replace(/^\ufeff/, '')
  const separator = separatorOf(content)
  let columns: readonly (Column | undefined)[] | undefined
  for (const { cells, line, isOpen } of readRecords(content, separator)) {
    if (isOpen) parsed.faults.push({ line, message: 'a quotation mark is never closed', mend: CLOSE_QUOTE })
    else if (columns === undefined) {
      const header = readHeader(cells)
      columns = header?.columns ?? PLAIN_COLUMNS
      for (const name of header?.unknown ?? [])
        parsed.faults.push({
          line,
          message: `the column "${name.slice(0, 40)}" is unknown`,
          mend: `Name the columns ${COLUMNS.join(', ')}, or remove it.`,
        })
      if (!header) readRow(parsed, { cells, line, columns })
    } else readRow(parsed, { cells, line, columns })
  }
  return parsed
}

const CLOSE_QUOTE = 'Close it, or write a quotation mark inside a cell as "".'

function separatorOf(content: string): string {
  const first = content.split('\n', 50).find(line => line.trim() !== '' && !line.startsWith('#')) ?? ''
  return first.includes('\t') && !first.includes(',') ? '\t' : ','
}

/** Undefined where the first line is a term already. */
function readHeader(
  cells: readonly string[],
): { columns: readonly (Column | undefined)[]; unknown: string[] } | undefined {
  const names = cells.map(cell => cell.trim().toLowerCase())
  const columns = names.map(name => COLUMNS.find(column => column === name) ?? OTHER_NAMES[name])
  if (!columns.includes('source') || !columns.includes('target')) return undefined
  return { columns, unknown: names.filter((name, at) => name !== '' && columns[at] === undefined) }
}

function readRow(
  parsed: ParsedGlossary,
  { cells, line, columns }: { cells: string[]; line: number; columns: readonly (Column | undefined)[] },
): void {
  if (cells.slice(columns.length).some(cell => cell.trim() !== '')) {
    parsed.faults.push({
      line,
      message: `${cells.length} cells where ${columns.length} columns are expected`,
      mend: 'Put a cell that holds a comma in quotation marks.',
    })
    return
  }
  const record: Record<string, unknown> = {}
  columns.forEach((column, at) => {
    const cell = cells[at]?.trim() ?? ''
    if (column !== undefined && cell !== '') record[column] = cell
  })
  for (const flag of ['keep', 'strict'] as const) if (flag in record) record[flag] = readFlag(record[flag])
  if (record.source === undefined) record.source = ''
  const result = termSchema.safeParse(record)
  if (result.success) parsed.rows.push({ term: result.data, line })
  else parsed.faults.push({ line, ...describeTermIssue(result.error.issues[0]) })
}

function readFlag(cell: unknown): unknown {
  const word = String(cell).toLowerCase()
  if (['yes', 'true', '1', 'keep', 'strict', 'x'].includes(word)) return true
  return ['no', 'false', '0'].includes(word) ? false : cell
}

/** What is wrong with a term, in words, for a line of a file or an entry of a list. */
export function describeTermIssue(
  issue: { path: readonly PropertyKey[]; message: string; code?: string | undefined } | undefined,
): Pick<GlossaryFault, 'message' | 'mend'> {
  const key = String(issue?.path[0] ?? 'the entry')
  if (key === 'keep' || key === 'strict')
    return { message: `"${key}" is neither yes nor no`, mend: 'Write yes, or leave the cell empty.' }
  if (key === 'target' && issue?.message === 'has no target')
    return {
      message: 'the term has no target',
      mend: 'Give its rendering, or mark it keep where it stays in English.',
    }
  if (key === 'source') return { message: `the source ${plain(issue)}`, mend: 'Give the English term.' }
  return { message: `"${key}" ${plain(issue)}`, mend: 'Correct it.' }
}

function plain(issue: { message: string; code?: string | undefined } | undefined): string {
  const message = issue?.message ?? 'is wrong'
  return /^(?:is|has|holds) /.test(message) ? message : `is wrong: ${message.replace(/^Invalid input: /, '')}`
}

interface CsvRecord {
  cells: string[]
  line: number
  /** The text ended inside quotation marks. */
  isOpen: boolean
}

/** RFC 4180, with the lines on which records begin. */
function* readRecords(text: string, separator: string): Generator<CsvRecord> {
  let at = 0
  let line = 1
  while (at < text.length) {
    const startLine = line
    if (text[at] === '#') {
      at = endOfLine(text, at)
      line++
      continue
    }
    const cells: string[] = []
    let isOpen = false
    for (let isLast = false; !isLast; ) {
      const cell = readCell(text, at, separator)
      cells.push(cell.text)
      line += cell.lines
      isOpen ||= cell.isOpen
      isLast = text[cell.end] !== separator
      at = cell.end + 1
    }
    line++
    if (cells.some(cell => cell.trim() !== '')) yield { cells, line: startLine, isOpen }
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end + 1
}

/** `end`: of the separator or the line break behind the cell. */
function readCell(
  text: string,
  from: number,
  separator: string,
): { text: string; end: number; lines: number; isOpen: boolean } {
  if (text[from] !== '"') {
    let end = from
    while (end < text.length && text[end] !== separator && text[end] !== '\n') end++
    return { text: text.slice(from, end).replace(/\r$/, ''), end, lines: 0, isOpen: false }
  }
  const parts: string[] = []
  for (let at = from + 1; ; ) {
    const close = text.indexOf('"', at)
    parts.push(text.slice(at, close < 0 ? text.length : close))
    if (close < 0) return finishCell(parts, { end: text.length, isOpen: true })
    if (text[close + 1] !== '"') {
      let end = close + 1
      while (end < text.length && text[end] !== separator && text[end] !== '\n') end++
      return finishCell(parts, { end, isOpen: false })
    }
    parts.push('"')
    at = close + 2
  }
}

function finishCell(parts: readonly string[], { end, isOpen }: { end: number; isOpen: boolean }) {
  const text = parts.join('')
  return { text, end, lines: text.split('\n').length - 1, isOpen }
}

/** With a header; columns that no term fills are left out. */
export function formatGlossaryCsv(terms: readonly Term[]): string {
  const rows = terms.map(term => COLUMNS.map(column => formatCell(term, column)))
  const shown = COLUMNS.map(
    (column, at) => column === 'source' || column === 'target' || rows.some(row => row[at] !== ''),
  )
  return [[...COLUMNS], ...rows]
    .map(row =>
      row
        .filter((_, at) => shown[at])
        .map(quote)
        .join(','),
    )
    .map(line => `${line}\n`)
    .join('')
}

function formatCell(term: Term, column: Column): string {
  const value = term[column]
  if (column === 'strict') return value === (term.scope !== 'bundled') ? '' : value ? 'yes' : 'no'
  if (typeof value === 'boolean') return value ? 'yes' : ''
  return typeof value === 'string' ? value : (value ?? []).join('|')
}

/** A cell that a spreadsheet would take for a formula is no danger in a glossary; it is quoted all the same. */
function quote(cell: string): string {
  return /[",\n\r#]|^[=+@-]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
