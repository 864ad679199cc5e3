/** Cuts a BibTeX file into its entries, so that a bad one costs only itself, and no one costs more than its length. */

export interface BibtexChunk {
  /** In small letters: `article`, `string`, `comment`, … */
  type: string
  /** From `@` to the closing brace; undefined where that is missing, or the entry is too long. */
  text: string | undefined
  /** Where it begins, from 1. */
  line: number
  /** Why there is no text. */
  reason?: string
}

const OPENING = /@([A-Za-z]{1,30})\s{0,20}([{(])/g
const NEXT_LINE = /\n[ \t]{0,20}@[A-Za-z]{1,30}\s{0,20}[{(]/y
const MAX_ENTRY = 128 * 1024
// The parser takes quadratic time over these; a real entry has one or none.
const MAX_AT_SIGNS = 300

export function* splitBibtex(text: string): Generator<BibtexChunk> {
  const opening = new RegExp(OPENING)
  let line = 1
  let counted = 0
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    line += countLines(text, counted, found.index)
    counted = found.index
    const { end, closed } = findEnd(text, { from: opening.lastIndex, mark: found[2] ?? '{' })
    opening.lastIndex = end
    const entry = text.slice(found.index, end)
    const reason = faultOf(entry, closed)
    const type = (found[1] ?? '').toLowerCase()
    yield { type, line, text: reason === undefined ? entry : undefined, ...(reason && { reason }) }
  }
}

/** An entry that is not closed ends before the next line that opens one. */
function findEnd(
  text: string,
  { from, mark }: { from: number; mark: string },
): { end: number; closed: boolean } {
  const next = new RegExp(NEXT_LINE)
  let depth = mark === '{' ? 1 : 0
  for (let at = from; at < text.length; at++) {
    const char = text[at]
    next.lastIndex = at
    if (char === '\n' && next.test(text)) return { end: at, closed: false }
    if (char === '{') depth++
    else if (char === '}') depth--
    if (depth === 0 && (mark === '{' || char === ')')) return { end: at + 1, closed: true }
  }
  return { end: text.length, closed: false }
}

function faultOf(entry: string, closed: boolean): string | undefined {
  if (!closed) return 'the entry is not closed'
  if (entry.length > MAX_ENTRY) return `longer than ${MAX_ENTRY / 1024} kB`
  return entry.split('@', MAX_AT_SIGNS + 1).length > MAX_AT_SIGNS ? 'too many @ in one entry' : undefined
}

function countLines(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}
