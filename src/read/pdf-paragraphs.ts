/** Groups the running lines of a PDF into headings, paragraphs, list items, formulas and code. */
import type { Line } from './pdf-columns.ts'
import type { CaptionFloat, FlowItem, Measures } from './pdf-flow.ts'
import { isProse } from './pdf-flow.ts'
import { isCentred, looksLikeHeading, splitRunIn } from './pdf-headings.ts'

export type Part =
  | { kind: 'heading'; lines: Line[]; isRunIn: boolean }
  | { kind: 'paragraph' | 'item' | 'formula' | 'code'; lines: Line[] }
  | { kind: 'float'; float: CaptionFloat }

const BULLET = /^(?:[•‣◦▪●■–∗*○►▶✓]\s*\S|(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S)/
const FORMULA_NUMBER = /\(\s*(?:[A-Z]\.?)?\d{1,3}(?:\.\d{1,3})?[a-z]?\s*\)$/

const MAX_HEADING_LINES = 4

interface State {
  parts: Part[]
  /** Floats seen inside an open paragraph: they follow it. */
  waiting: CaptionFloat[]
  measures: Measures
}

export function groupLines(items: readonly FlowItem[], measures: Measures): Part[] {
  const state: State = { parts: [], waiting: [], measures }
  let previous: Line | undefined
  for (const item of items) {
    if (item.kind === 'float') {
      state.waiting.push(item.float)
      continue
    }
    addLine(state, item.line, previous)
    previous = item.line
  }
  placeFloats(state)
  // What goes on for so long is text in larger type.
  return state.parts.map(part =>
    part.kind === 'heading' && part.lines.length > MAX_HEADING_LINES
      ? { kind: 'paragraph', lines: part.lines }
      : part,
  )
}

function placeFloats({ parts, waiting }: State): void {
  for (const float of waiting.splice(0)) parts.push({ kind: 'float', float })
}

function open(state: State, part: Part): void {
  placeFloats(state)
  state.parts.push(part)
}

function addLine(state: State, line: Line, previous: Line | undefined): void {
  const last = state.parts.at(-1)
  const verdict = judgeLine({ line, last, previous, measures: state.measures })
  if (verdict === 'append') {
    if (last && 'lines' in last) last.lines.push(line)
    return
  }
  if (verdict === 'heading') open(state, { kind: verdict, lines: [line], isRunIn: false })
  else if (verdict !== 'paragraph') open(state, { kind: verdict, lines: [line] })
  else openParagraph(state, line)
}

interface Situation {
  line: Line
  /** The part that is open. */
  last: Part | undefined
  previous: Line | undefined
  measures: Measures
}

/** What the line begins, or `append` where it goes on with the open part. */
function judgeLine({ line, last, previous, measures }: Situation): Exclude<Part['kind'], 'float'> | 'append' {
  const isNear = previous !== undefined && isNextLine({ line, previous, measures })
  const kind = last?.kind
  if (last?.kind === 'heading' && !last.isRunIn && previous && continuesHeading({ line, previous, measures }))
    return 'append'
  if (looksLikeHeading(line, measures, !isNear || kind === 'formula' || changesLook(line, previous)))
    return 'heading'
  const isWordInText = isNear && kind === 'paragraph' && !endsShort(previous)
  if (line.mono && !isWordInText) return kind === 'code' ? 'append' : 'code'
  if (isFormula({ line, last, previous, measures })) return kind === 'formula' ? 'append' : 'formula'
  if (startsItem({ line, last, previous, measures })) return 'item'
  if (last?.kind === 'item' && previous && continuesItem({ line, item: last.lines, previous, measures }))
    return 'append'
  const goesOn = kind === 'paragraph' && previous && continuesParagraph({ line, previous, measures, isNear })
  return goesOn ? 'append' : 'paragraph'
}

function openParagraph(state: State, line: Line): void {
  const runIn = splitRunIn(line, state.measures)
  if (!runIn) {
    open(state, { kind: 'paragraph', lines: [line] })
    return
  }
  open(state, { kind: 'heading', lines: [{ ...line, text: runIn.heading }], isRunIn: true })
  state.parts.push({ kind: 'paragraph', lines: [{ ...line, text: runIn.rest, leadBold: 0 }] })
}

function changesLook(line: Line, previous: Line | undefined): boolean {
  return previous !== undefined && (line.bold !== previous.bold || line.size > previous.size + 0.7)
}

/** The line below, in the same column and at the usual distance. */
function isNextLine({
  line,
  previous,
  measures,
}: {
  line: Line
  previous: Line
  measures: Measures
}): boolean {
  const gap = line.y - previous.y
  return (
    line.page === previous.page &&
    gap > 0 &&
    gap < Math.max(measures.leading, line.size * 1.05) * 1.25 &&
    (line.column === previous.column || Math.abs(line.left - previous.left) < 20)
  )
}

function continuesHeading({
  line,
  previous,
  measures,
}: {
  line: Line
  previous: Line
  measures: Measures
}): boolean {
  const sameLook =
    line.bold === previous.bold &&
    Math.abs(line.size - previous.size) < 0.3 &&
    line.caps === previous.caps &&
    line.italic === previous.italic
  const isStyled =
    previous.bold || previous.caps || previous.italic || previous.size > measures.bodySize * 1.08
  const gap = line.y - previous.y
  return (
    sameLook &&
    isStyled &&
    line.page === previous.page &&
    line.column === previous.column &&
    gap > 0 &&
    gap < line.size * 1.45 &&
    !/^\d+(?:\.\d+)*\.?\s/.test(line.text)
  )
}

function continuesParagraph({
  line,
  previous,
  measures,
  isNear,
}: {
  line: Line
  previous: Line
  measures: Measures
  isNear: boolean
}): boolean {
  if (Math.abs(line.size - previous.size) > measures.bodySize * 0.09) return false
  const indent = line.x0 - line.left
  const previousIndent = previous.x0 - previous.left
  const isIndented = indent > line.size * 0.5 && indent < line.size * 4 && !isCentred(line)
  if (isNear) {
    if (isIndented && Math.abs(indent - previousIndent) > 2) return false
    return !(splitRunIn(line, measures) && endsShort(previous))
  }
  const moved = line.page !== previous.page || line.y < previous.y
  return (
    moved &&
    !isIndented &&
    !(endsSentence(previous) && (endsShort(previous) || splitRunIn(line, measures) !== undefined))
  )
}

function endsShort({ x1, right, size }: Line): boolean {
  return x1 < right - size * 1.2
}

function endsSentence({ text }: Line): boolean {
  return /[.!?:]["”’)\]]?$/.test(text)
}

function startsItem({ line, last, measures }: Situation): boolean {
  if (!BULLET.test(line.text) || Math.abs(line.size - measures.bodySize) > measures.bodySize * 0.12)
    return false
  if (/^[•‣◦▪●■►▶✓]/.test(line.text)) return true
  // A sentence may begin a line with "2." or "a)": an item stands in, or follows another one.
  return line.x0 - line.left > line.size * 0.3 || last?.kind === 'item'
}

function continuesItem({
  line,
  item,
  previous,
  measures,
}: {
  line: Line
  item: readonly Line[]
  previous: Line
  measures: Measures
}): boolean {
  const [first] = item
  if (!first || Math.abs(line.size - first.size) > 0.5) return false
  const hang = line.x0 - line.left - (first.x0 - first.left)
  const isHanging = hang > first.size * 0.35 && hang < first.size * 4
  if (!isHanging) return false
  if (item.length > 1 && Math.abs(line.x0 - line.left - (previous.x0 - previous.left)) > 2) return false
  const moved = line.page !== previous.page || line.y < previous.y
  return moved || line.y - previous.y < measures.leading * 1.3
}

/** A displayed formula, its number, or a loose piece of one (limits, a denominator). */
function isFormula({ line, last, previous }: Situation): boolean {
  if (isProse(line) && line.math < 0.55) return false
  const isSetIn = line.x0 - line.left > line.size * 0.9
  const words = line.text.match(/\p{L}{4,}/gu)?.length ?? 0
  if (isSetIn && line.math > 0.3 && (words < 4 || line.math > 0.55)) return true
  if (
    FORMULA_NUMBER.test(line.text) &&
    isSetIn &&
    words < 5 &&
    line.text.length < 120 &&
    line.x1 > line.right - 5
  )
    return true
  if (last?.kind !== 'formula' || !previous || previous.page !== line.page) return false
  return line.y - previous.y < line.size * 2.2 && line.text.length <= 12 && words === 0
}
