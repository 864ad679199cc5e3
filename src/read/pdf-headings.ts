/** Tells headings from running text by weight, size, numbering and place. */
import type { Section } from '../paper/full-text.ts'
import { isReferencesHeading, splitHeading } from './headings.ts'
import type { Line } from './pdf-columns.ts'
import type { Measures } from './pdf-flow.ts'
import { SUPER_OPEN } from './pdf-segments.ts'

// Before a heading's words: "3.2", "IV.", "A", "B.1".
const NUMBER_START =
  /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,6}\.|[A-Z](?:\.\d{1,2}){0,3}\.?|appendix [A-Z]\b[.:]?)\s+\S/i
const KNOWN =
  /^(?:abstract|introduction|related works?|background|preliminaries|methods?|methodology|experiments?|results?|discussion|conclusions?|limitations?|acknowledge?ments?|references|bibliography|appendix|evaluation|future work)\.?$/i
const MAX_LENGTH = 160
// Bold openings that belong to the paragraph: "Lemma 3."
const STATEMENT_LEAD =
  /^(?:theorem|lemma|proof|proposition|corollary|definition|remark|example|claim|assumption|conjecture|algorithm|figure|fig|table|step|case|input|output|require|ensure|q\d|a\d|rq\d)\b/i

/** Whether a line by itself looks like a heading (or a part of one). `isFirst`: a gap is above it. */
export function looksLikeHeading(line: Line, { bodySize }: Measures, isFirst: boolean): boolean {
  const { text } = line
  if (!isFirst || text.length > MAX_LENGTH || !/\p{L}{2}/u.test(text) || text.includes(SUPER_OPEN))
    return false
  if (/[,;]$/.test(text) || /^[•–◦▪∗-]/.test(text)) return false
  const isLarger = line.size > bodySize * 1.08
  if (isLarger) return line.math < 0.5 && !/[\p{L}\d)][.!]$/u.test(text)
  if (line.size < bodySize * 0.93) return false
  if (line.bold)
    return text.length < 120 && !STATEMENT_LEAD.test(text) && !/[.!?]$/.test(text.replace(/^[\w.]+\.$/, ''))
  if (line.caps || isUpperCase(text)) return NUMBER_START.test(text) || isCentred(line) || KNOWN.test(text)
  if (line.italic) return NUMBER_START.test(text) && text.length < 90 && !/[.!?]$/.test(text)
  return KNOWN.test(text) && (NUMBER_START.test(text) || isCentred(line))
}

function isUpperCase(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text)
}

export function isCentred({ x0, x1, left, right }: Line): boolean {
  return Math.abs(x0 - left - (right - x1)) < 4 && x0 - left > 8
}

export interface RunIn {
  heading: string
  rest: string
}

/** A paragraph's bold opening, "Data." or "3.1.2 Data.", and the text behind it. */
export function splitRunIn({ text, leadBold, bold, size }: Line, { bodySize }: Measures): RunIn | undefined {
  if (bold || leadBold < 3 || leadBold > 90 || Math.abs(size - bodySize) > bodySize * 0.08) return undefined
  const heading = text.slice(0, leadBold).trim()
  const rest = text.slice(leadBold).trim()
  if (STATEMENT_LEAD.test(heading) || !/^[\p{Lu}\d]/u.test(heading) || rest === '') return undefined
  return /[.:?]$/.test(heading) ? { heading, rest } : undefined
}

export interface HeadingLook {
  text: string
  size: number
  bold: boolean
  isRunIn: boolean
}

/** Levels from numbering; where there is none, from the looks that numbered or larger headings share. */
export function rankHeadings(headings: readonly HeadingLook[]): Section['level'][] {
  const hasRoman = headings.some(({ text }) => /^(?:II|III|IV|VI{0,3})\.\s/.test(text))
  const numbered = headings.map(({ text }) => levelOfNumber(splitHeading(text).number, hasRoman))
  const sizes = [
    ...new Set(
      headings
        .filter(each => !each.isRunIn && !isReferencesHeading(each.text))
        .map(({ size }) => Math.round(size * 2)),
    ),
  ].sort((a, b) => b - a)
  const lookOf = ({ size, bold }: HeadingLook): string => `${Math.round(size * 2)} ${bold}`
  const twins = new Map<string, Section['level']>()
  for (const [index, heading] of headings.entries()) {
    const level = numbered[index]
    if (level !== undefined && !twins.has(lookOf(heading))) twins.set(lookOf(heading), level)
  }
  return headings.map((heading, index) => {
    const own = numbered[index]
    if (own !== undefined) return own
    if (heading.isRunIn) return 4
    const rank = twins.get(lookOf(heading)) ?? sizes.indexOf(Math.round(heading.size * 2)) + 1
    return rank <= 1 ? 1 : rank === 2 ? 2 : 3
  })
}

function levelOfNumber(number: string | undefined, hasRoman: boolean): Section['level'] | undefined {
  if (!number) return undefined
  const depth = number.split('.').length
  if (depth > 1) return depth === 2 ? 2 : depth === 3 ? 3 : 4
  return hasRoman && /^[A-Z]$/.test(number) && !/^[IVX]$/.test(number) ? 2 : 1
}
