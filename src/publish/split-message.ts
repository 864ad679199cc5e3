/** Splits what is too long for one message: between papers, else between lines, else inside a line. */
import { findCut } from './clip-text.ts'

export interface Span {
  text: string
  /** Of our own making: `https:`, without a character that ends a link. */
  url?: string
  bold?: boolean
}

export type Line = readonly Span[]

/** Lines that stay together where they fit into one message. */
export type Block = readonly Line[]

export interface MessageFormat {
  /** One line as the service reads it, everything from outside escaped. */
  write(line: Line): string
  /** Between two lines, and between two blocks. */
  lineBreak: string
  blockBreak: string
  /** The size of written text as the service counts it. */
  measure(written: string): number
  /** Of one message, in what `measure` counts. */
  limit: number
}

/**
 * The bodies of the messages, in order, each within the limit. Nothing is lost but blanks where a line was cut.
 * Text is cut before it is written, so that no escape and no link is ever cut apart.
 */
export function splitMessage(blocks: readonly Block[], format: MessageFormat): string[] {
  const { measure, limit, blockBreak, lineBreak } = format
  const bodies: string[] = []
  let body = ''
  const add = (written: string, gap: string) => {
    const joined = body === '' ? written : body + gap + written
    if (measure(joined) <= limit) body = joined
    else {
      if (body !== '') bodies.push(body)
      body = written
    }
  }
  for (const block of blocks) {
    const written = block.map(format.write).join(lineBreak)
    if (written === '') continue
    if (measure(written) <= limit) add(written, blockBreak)
    else
      for (const [index, line] of block.flatMap(each => splitLine(each, format)).entries())
        add(format.write(line), index === 0 ? blockBreak : lineBreak)
  }
  return body === '' ? bodies : [...bodies, body]
}

/** The line as one or more lines that each fit into a message. */
function splitLine(line: Line, format: MessageFormat): Line[] {
  if (fits(line, format)) return [line]
  const lines: Line[] = []
  let current: Span[] = []
  for (const span of line) {
    let rest = span
    while (!fits([...current, rest], format)) {
      const at = findFit(current, rest, format)
      if (at > 0) current.push({ ...rest, text: rest.text.slice(0, at).trimEnd() })
      // A single character with its link is larger than a message: the link is the part to do without.
      else if (current.length === 0) {
        rest = rest.url === undefined ? { text: '' } : { text: rest.text }
        continue
      }
      lines.push(current)
      current = []
      rest = { ...rest, text: rest.text.slice(at).trimStart() }
    }
    if (rest.text !== '') current.push(rest)
  }
  return current.length > 0 ? [...lines, current] : lines
}

function fits(line: Line, { write, measure, limit }: MessageFormat): boolean {
  return measure(write(line)) <= limit
}

/** How much of the span's text still fits behind `before`; 0 where nothing does. */
function findFit(before: Line, span: Span, format: MessageFormat): number {
  // One character counts for at least one: more than the limit never fits.
  let [low, high] = [0, Math.min(span.text.length, format.limit)]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits([...before, { ...span, text: span.text.slice(0, middle) }], format)) low = middle
    else high = middle - 1
  }
  const cut = low === 0 ? 0 : findCut(span.text, low)
  return cut > low ? 0 : cut
}
