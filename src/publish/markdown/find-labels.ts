/** Finds where the sections of a summary begin, in whatever way their labels are set. */
import type { Form } from '../../paper/form.ts'
import { findFieldOfLabel } from './label-spellings.ts'

export interface LabelMark {
  /** Index of its first character. */
  start: number
  /** Index of the text that follows. */
  end: number
  /** As it stands there: `**关键方法论**：`. */
  raw: string
  /** The field it means; absent for a label that no field has. */
  key?: string
}

type Boundary = 'line' | 'gap' | 'space'

const BOUNDARY = /(?:^|\n)[ \t]*(?=\S)|[ \t]+(?=\S)/g
const BULLET = String.raw`((?:[-*•+]|\d{1,2}[.)、])[ \t]+|#{3,6}[ \t]+)?`
// The colon stands behind the marks, or between the name and the marks, or is left out.
const BOLD_LABEL = new RegExp(
  String.raw`${BULLET}(?:\*\*|__)[ \t]*([^\n*_:：]{1,60})(?:([:：])[ \t]*(?:\*\*|__)|(?:\*\*|__)[ \t\u00a0\u202f]*([:：]?))`,
  'y',
)
const PLAIN_LABEL = new RegExp(String.raw`${BULLET}([^\n*_:：]{1,60})([:：])`, 'y')
const WHOLE_LINE = /(?:(?:[-*•+]|\d{1,2}[.)、])[ \t]+|#{3,6}[ \t]+)?([^\n]{1,60})(?=\n|$)/y

/** All labels in reading order; a bold name with a colon at the start of a line is one even if unknown. */
export function findLabels(text: string, form: Form): LabelMark[] {
  const marks: LabelMark[] = []
  let last = 0
  for (const match of text.matchAll(BOUNDARY)) {
    const start = match.index + match[0].length
    if (start < last) continue
    const mark = readLabel(text, { start, boundary: classify(match[0], match.index), form })
    if (!mark) continue
    marks.push(mark)
    last = mark.end
  }
  return marks
}

function classify(space: string, at: number): Boundary {
  if (at === 0 || space.startsWith('\n')) return 'line'
  return space.length > 1 ? 'gap' : 'space'
}

function readLabel(
  text: string,
  { start, boundary, form }: { start: number; boundary: Boundary; form: Form },
): LabelMark | undefined {
  const bold = matchAt(BOLD_LABEL, text, start)
  const match = bold ?? matchAt(PLAIN_LABEL, text, start)
  if (!match) return boundary === 'line' ? readWholeLine(text, start, form) : undefined
  const [raw, bullet, name = '', colon = match[4]] = match
  const key = findFieldOfLabel(name, form)
  const mark = { start, end: start + raw.length, raw: raw.trim() }
  if (key === undefined) return bold && colon && !bullet && boundary !== 'space' ? mark : undefined
  if (boundary !== 'space') return { ...mark, key }
  // In the middle of a line: never a point of a list, and a plain word only where a sentence has ended.
  const before = text.slice(Math.max(0, start - 3), start)
  const apart = bold ? colon && !/\d[)）.、][ \t]$/.test(before) : /[。！？.!?][ \t]$/.test(before)
  return apart ? { ...mark, key } : undefined
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** A heading or a line of its own needs no colon. */
function readWholeLine(text: string, start: number, form: Form): LabelMark | undefined {
  const [raw, name = ''] = matchAt(WHOLE_LINE, text, start) ?? []
  const key = findFieldOfLabel(name, form)
  return raw === undefined || key === undefined
    ? undefined
    : { start, end: start + raw.length, raw: raw.trim(), key }
}
