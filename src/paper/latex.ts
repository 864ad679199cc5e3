/** Turns the LaTeX of titles and abstracts into text that people read, and keeps what only LaTeX can say. */
import { readFormula } from './formulas.ts'
import { type CommandReader, readTextCommand } from './latex-commands.ts'
import { mathToText } from './latex-math.ts'

// Cheap test for the usual case, a text without LaTeX: nothing is built then.
const HINT = /[\\$~`]|''|--/
const MAX_PASSES = 3
// Deeper groups than any abstract has; hostile input must not exhaust the stack.
const MAX_DEPTH = 40

/**
 * Text commands, accents, quotes and simple formulas in Unicode (`\textbf{X}` → `X`, `$10^{-3}$` → `10⁻³`).
 * A formula that Unicode cannot say stays as `$…$`; money stays money. Idempotent, linear, never throws.
 */
export function latexToText(text: string): string {
  let current = text
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    if (!HINT.test(current)) return current
    const next = convertOnce(current)
    if (next === current) return current
    current = next
  }
  // Only text made to unfold step by step gets here; without its marks nothing is left to unfold.
  return convertOnce(current) === current ? current : current.replace(/[\\$~`'-]/g, ' ')
}

function convertOnce(text: string): string {
  const reader: TextReader = {
    text,
    closing: matchBraces(text),
    chunks: [],
    openQuotes: 0,
    depth: 0,
    missing: new Set(),
  }
  convertRange(reader, 0, text.length)
  return reader.chunks.join('')
}

interface TextReader {
  text: string
  /** Index of the `}` that closes the `{` at an index. */
  closing: ReadonlyMap<number, number>
  chunks: string[]
  openQuotes: number
  depth: number
  /** Closing marks that do not occur any more: not searched for again, which keeps this linear. */
  missing: Set<string>
}

function matchBraces(text: string): Map<number, number> {
  const closing = new Map<number, number>()
  const open: number[] = []
  for (const { index, 0: mark } of text.matchAll(/\\[\s\S]|[{}]/g)) {
    if (mark === '{') open.push(index)
    else if (mark === '}') {
      const start = open.pop()
      if (start !== undefined) closing.set(start, index)
    }
  }
  return closing
}

function convertRange(reader: TextReader, start: number, end: number): void {
  const special = /[\\${}~`"]|''|---?(?!-)|(?:https?|ftp):\/\//g
  let at = start
  while (at < end) {
    special.lastIndex = at
    const match = special.exec(reader.text)
    const index = match && match.index < end ? match.index : end
    if (index > at) push(reader, reader.text.slice(at, index))
    if (!match || index === end) return
    at = convertMark(reader, match[0], index, end)
  }
}

function push(reader: TextReader, chunk: string): void {
  if (chunk !== '') reader.chunks.push(chunk)
}

/** Handles the mark at `at` and says where reading goes on. */
function convertMark(reader: TextReader, mark: string, at: number, end: number): number {
  switch (mark) {
    case '\\':
      return convertCommand(reader, at, end)
    case '$':
      return convertFormula(reader, at)
    case '{':
      return convertGroup(reader, at)
    case '~':
      return convertTie(reader, at)
    case '`':
    case "''":
    case '"':
      return convertQuote(reader, mark, at)
    case '--':
    case '---':
      return convertDash(reader, mark, at)
    case '}':
      push(reader, mark)
      return at + 1
    default:
      return copyUrl(reader, at, end)
  }
}

function convertCommand(reader: TextReader, at: number, end: number): number {
  const next = reader.text[at + 1]
  if (next === '(' || next === '[') return convertBracketFormula(reader, at, next === '(' ? '\\)' : '\\]')
  const commands: CommandReader = {
    text: reader.text,
    end,
    closeOf: index => closeOf(reader, index),
    convert: (from, to) => convertInside(reader, from, to),
    lastChar: () => reader.chunks.at(-1)?.at(-1) ?? '',
  }
  const { text, next: resume, drop } = readTextCommand(commands, at)
  if (drop) trimTail(reader)
  push(reader, text)
  return resume
}

function closeOf(reader: TextReader, index: number): number | undefined {
  return reader.text[index] === '{' ? reader.closing.get(index) : undefined
}

/** The converted text of a range, kept apart from what was written before it. */
function convertInside(reader: TextReader, from: number, to: number): string {
  if (reader.depth >= MAX_DEPTH) return reader.text.slice(from, to)
  const outer = reader.chunks
  reader.chunks = []
  reader.depth++
  convertRange(reader, from, to)
  const text = reader.chunks.join('')
  reader.depth--
  reader.chunks = outer
  return text
}

/** A removed citation takes the space or tie before it along. */
function trimTail(reader: TextReader): void {
  for (let last = reader.chunks.at(-1); last !== undefined; last = reader.chunks.at(-1)) {
    const trimmed = last.trimEnd()
    if (trimmed === last) return
    reader.chunks.pop()
    push(reader, trimmed)
  }
}

function convertFormula(reader: TextReader, at: number): number {
  const formula = readFormula(reader.text, at)
  if (!formula) {
    push(reader, '$')
    return at + 1
  }
  push(reader, fitFormula(reader, mathToText(formula.tex)) ?? reader.text.slice(at, formula.end))
  return formula.end
}

/** Refuses text that would join the number before it; sets `~` apart from the word before it. */
function fitFormula(reader: TextReader, text: string | undefined): string | undefined {
  const before = reader.chunks.at(-1)?.at(-1) ?? ''
  if (text === undefined || (/\d/.test(before) && /^\d/.test(text))) return undefined
  return text.startsWith('~') && /[\p{L}\p{N}).\]]/u.test(before) ? ` ${text}` : text
}

function convertBracketFormula(reader: TextReader, at: number, mark: string): number {
  const close = reader.missing.has(mark) ? -1 : reader.text.indexOf(mark, at + 2)
  if (close < 0) {
    reader.missing.add(mark)
    push(reader, mark === '\\)' ? '(' : '[')
    return at + 2
  }
  const tex = reader.text.slice(at + 2, close)
  const display = mark === '\\]' ? '$$' : '$'
  push(reader, fitFormula(reader, mathToText(tex)) ?? display + tex.trim() + display)
  return close + 2
}

/** `{\bf X}` is X; `{yes, no}` is what the author wrote. */
function convertGroup(reader: TextReader, at: number): number {
  const close = closeOf(reader, at)
  const holdsCommand =
    close !== undefined && close - at < 5000 && /\\[a-zA-Z]/.test(reader.text.slice(at, close))
  if (close === undefined || !holdsCommand || reader.depth >= MAX_DEPTH) {
    push(reader, '{')
    return at + 1
  }
  push(reader, convertInside(reader, at + 1, close))
  return close + 1
}

/** LaTeX's unbreakable space; "~30" and "2~3" are said by people who mean "about" and "to". */
function convertTie(reader: TextReader, at: number): number {
  const before = reader.text[at - 1] ?? ' '
  const after = reader.text[at + 1] ?? ' '
  const isTie =
    /[^\s(/~<>=[]/.test(before) && /[^\s~]/.test(after) && !(/\d/.test(before) && /\d/.test(after))
  const isSpaceBefore = /\s/.test(before) && /[a-zA-Z\\]/.test(after)
  if (!isTie && !isSpaceBefore) push(reader, '~')
  else if (!isSpaceBefore) push(reader, ' ')
  return at + 1
}

function convertQuote(reader: TextReader, mark: string, at: number): number {
  const { text } = reader
  if (mark === '`') return convertBacktick(reader, at)
  if (mark === '"') {
    push(reader, reader.openQuotes > 0 ? '”' : '"')
    reader.openQuotes = Math.max(0, reader.openQuotes - 1)
    return at + 1
  }
  const opens = /^$|[\s([—–-]/.test(text[at - 1] ?? '') && /[\p{L}\p{N}\\]/u.test(text[at + 2] ?? '')
  if (reader.openQuotes > 0) {
    reader.openQuotes--
    push(reader, '”')
  } else if (opens) {
    reader.openQuotes++
    push(reader, '“')
  } else push(reader, "''")
  return at + 2
}

// A closing apostrophe further away than this belongs to another word.
const MAX_SINGLE_QUOTE = 120

function convertBacktick(reader: TextReader, at: number): number {
  const { text } = reader
  const run = /`+/y
  run.lastIndex = at
  const length = run.exec(text)?.[0].length ?? 1
  if (length === 2) {
    reader.openQuotes++
    push(reader, '“')
  } else if (length === 1) {
    const close = /^`([^`\n]+?)'(?![\p{L}\p{N}'])/u.exec(text.slice(at, at + MAX_SINGLE_QUOTE))
    if (close?.[1] && !/\p{L}/u.test(text[at - 1] ?? '')) {
      push(reader, `‘${convertInside(reader, at + 1, at + 1 + close[1].length)}’`)
      return at + close[0].length
    }
    push(reader, '`')
  } else push(reader, '`'.repeat(length))
  return at + length
}

/** A dash between words or figures; `--flag`, `<!--` and `a/b--c` are no dashes. */
function convertDash(reader: TextReader, mark: string, at: number): number {
  const before = reader.text[at - 1] ?? ''
  const after = reader.text[at + mark.length] ?? ''
  const isFlag = /^[\s"'“‘(]?$/.test(before) && /[a-z]/.test(after) && mark === '--'
  const isPath = /\/\S*$/.test(reader.text.slice(Math.max(0, at - 60), at))
  const isDash = before !== '-' && before !== '!' && !isFlag && !isPath
  push(reader, isDash ? (mark === '--' ? '–' : '—') : mark)
  return at + mark.length
}

/** A link is copied as it stands, but for LaTeX's escapes, which are no part of it. */
function copyUrl(reader: TextReader, at: number, end: number): number {
  const url = /[^\s{}$"`“”]+/y
  url.lastIndex = at
  const raw = url.exec(reader.text.slice(0, end))?.[0] ?? ''
  const stop = raw.search(/\\(?![_%#&~-])/)
  const link = stop < 0 ? raw : raw.slice(0, stop)
  push(reader, link.replace(/\\([_%#&~-])/g, '$1').replace(/''?$/, ''))
  return at + link.replace(/''?$/, '').length
}
