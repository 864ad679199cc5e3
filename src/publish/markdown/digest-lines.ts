/** The lines of a digest, with what its last line says kept apart, and the joining of both at the end. */
import type { Layout } from '../../paper/edition.ts'
import type { ParsedDigest, ParsedItem, SkippedPassage } from '../parsed-digest.ts'
import { applyClosingComment, type ClosingComment, readClosingComment } from './closing-comment.ts'

export interface DigestLines {
  /** Without the closing line. */
  lines: string[]
  /** Only in digests of ours. */
  closing?: ClosingComment
}

export function readDigestLines(text: string): DigestLines {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  const closing = readClosingComment(lines)
  return closing ? { lines: lines.slice(0, closing.line), closing } : { lines }
}

export interface DigestParts {
  layout: Layout
  closing: ClosingComment | undefined
  /** From the heading. */
  date: string | undefined
  items: ParsedItem[]
  skipped: SkippedPassage[]
}

export function joinParsedDigest({ layout, closing, date, items, skipped }: DigestParts): ParsedDigest {
  const day = closing?.date ?? date
  const parsed: ParsedDigest = { layout, ...(day !== undefined && { date: day }), items, skipped }
  if (!closing) return parsed
  parsed.edition = closing.edition
  parsed.language = closing.language
  if (closing.allAuthors) parsed.allAuthors = true
  if (!applyClosingComment(closing, items))
    skipped.push({
      line: closing.line + 1,
      reason: `the closing line was written for another number of papers than the ${items.length} found`,
    })
  return parsed
}
