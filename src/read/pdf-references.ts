/** Parts the list of references of a PDF into its entries. */
import type { Reference } from '../paper/full-text.ts'
import type { Line } from './pdf-columns.ts'
import { makeReference } from './reference-links.ts'

const BRACKETED = /^\[[^\]]{1,40}\]/
const NUMBERED = /^\d{1,3}\.\s/

export function readPdfReferences(
  lines: readonly Line[],
  textOf: (lines: readonly Line[]) => string,
): Reference[] {
  const startsEntry = chooseStart(lines)
  const entries: Line[][] = []
  for (const [index, line] of lines.entries()) {
    const open = entries.at(-1)
    if (!open || startsEntry(line, lines[index - 1])) entries.push([line])
    else open.push(line)
  }
  return entries.map(entry => readEntry(textOf(entry))).filter(entry => entry.text.length > 3)
}

function chooseStart(lines: readonly Line[]): (line: Line, previous: Line | undefined) => boolean {
  const share = (test: (line: Line) => boolean): number =>
    lines.filter(test).length / Math.max(1, lines.length)
  if (share(line => BRACKETED.test(line.text)) > 0.12) return line => BRACKETED.test(line.text)
  if (share(line => NUMBERED.test(line.text)) > 0.12) return line => NUMBERED.test(line.text)
  const isOut = (line: Line): boolean => line.x0 - line.left < line.size * 0.5
  // Hanging indents: entries begin farther out than they go on.
  if (share(isOut) < 0.8 && share(isOut) > 0.1) return isOut
  return (line, previous) =>
    previous !== undefined &&
    (line.y - previous.y > line.size * 1.45 || (line.y < previous.y && previous.text.endsWith('.')))
}

function readEntry(text: string): Reference {
  const label = BRACKETED.exec(text)?.[0] ?? NUMBERED.exec(text)?.[0].trim()
  // An address is broken at line ends without a hyphen.
  const body = (label ? text.slice(label.length).trim() : text).replace(
    /(https?:\/\/\S{4,200}[/.=_-]) (?=[a-z\d][^\s]{0,200}[/.\d])/g,
    '$1',
  )
  return makeReference(label ? { label, text: body } : { text: body })
}
