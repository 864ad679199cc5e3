/** Splits a digest at its `##` headings, one for each paper. */
import type { SkippedPassage } from '../parsed-digest.ts'

export interface DigestSection {
  /** Of the heading, from 1. */
  line: number
  /** What stands behind `##`, still Markdown. */
  heading: string
  body: string[]
}

export interface DigestSections {
  /** From the `#` heading. */
  date?: string
  sections: DigestSection[]
  skipped: SkippedPassage[]
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/
const DATE = /\d{4}-\d{2}-\d{2}/

export function readSections(lines: readonly string[]): DigestSections {
  const found: DigestSections = { sections: [], skipped: [] }
  for (const [index, text] of lines.entries()) {
    const [, marks, heading = ''] = HEADING.exec(text) ?? []
    const current = found.sections.at(-1)
    if (marks === '##') found.sections.push({ line: index + 1, heading: trimHeading(heading), body: [] })
    else if (marks === '#') readTitle(found, { heading, line: index + 1 })
    else if (current) current.body.push(text)
    else if (text.trim() !== '')
      found.skipped.push({ line: index + 1, reason: 'text before the first paper' })
  }
  return found
}

function readTitle(found: DigestSections, { heading, line }: { heading: string; line: number }): void {
  const date = DATE.exec(heading)?.[0]
  if (date !== undefined && found.date === undefined) found.date = date
  else found.skipped.push({ line, reason: 'a heading that names no paper' })
  // Keeps the numbers of the lines behind it right where a paper's text goes on.
  found.sections.at(-1)?.body.push('')
}

/** Marks that close a heading are no part of it. */
function trimHeading(heading: string): string {
  const trimmed = heading.trim()
  const closing = /(?:^|[ \t])#+$/.exec(trimmed)
  return closing ? trimmed.slice(0, closing.index).trimEnd() : trimmed
}
