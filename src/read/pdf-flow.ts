/** Parts the lines of a PDF into running text, footnotes, and floats with their captions. */
import type { Line } from './pdf-columns.ts'
import { SUPER_CLOSE, SUPER_OPEN } from './pdf-segments.ts'
import { CAPTION_START } from './pdf-tables.ts'

export interface Measures {
  /** Size of the running text. */
  bodySize: number
  /** From base line to base line. */
  leading: number
}

export interface CaptionFloat {
  lines: Line[]
}

export type FlowItem = { kind: 'line'; line: Line } | { kind: 'float'; float: CaptionFloat }

export interface Flow {
  items: FlowItem[]
  /** By page and mark: `3 1`. */
  footnotes: Map<string, Line[]>
}

export function measureLines(lines: readonly Line[]): Measures {
  const bodySize =
    mostFrequent(
      lines.map(line => ({ value: line.size, weight: line.text.length })),
      0.2,
    ) ?? 10
  const steps = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    const isBody =
      Math.abs(line.size - bodySize) < 0.3 &&
      next !== undefined &&
      next.page === line.page &&
      next.column === line.column
    return isBody && next.y > line.y ? [{ value: next.y - line.y, weight: 1 }] : []
  })
  const leading =
    mostFrequent(
      steps.filter(({ value }) => value < bodySize * 3),
      0.25,
    ) ?? bodySize * 1.2
  return { bodySize, leading }
}

function mostFrequent(
  values: readonly { value: number; weight: number }[],
  step: number,
): number | undefined {
  const weights = new Map<number, number>()
  for (const { value, weight } of values) {
    const key = Math.round(value / step)
    weights.set(key, (weights.get(key) ?? 0) + weight)
  }
  let best: [number, number] | undefined
  for (const entry of weights) if (!best || entry[1] > best[1]) best = entry
  return best ? best[0] * step : undefined
}

export function partFlow(lines: readonly Line[], measures: Measures): Flow {
  const { body, footnotes } = takeFootnotes(lines, measures)
  const items: FlowItem[] = []
  for (let at = 0; at < body.length; ) {
    const line = body[at]
    if (!line) break
    if (!startsCaption({ line, previous: body[at - 1], measures })) {
      items.push({ kind: 'line', line })
      at++
      continue
    }
    const end = endOfCaption(body, at, measures)
    dropFigureText(items, { caption: line, measures })
    items.push({ kind: 'float', float: { lines: body.slice(at, end) } })
    at = end
  }
  return { items, footnotes }
}

function startsCaption({
  line,
  previous,
  measures,
}: {
  line: Line
  previous: Line | undefined
  measures: Measures
}): boolean {
  if (!CAPTION_START.test(line.text)) return false
  if (!previous || previous.page !== line.page || previous.column !== line.column) return true
  return line.y - previous.y > measures.leading * 1.15 || Math.abs(line.size - previous.size) > 0.4
}

function endOfCaption(lines: readonly Line[], start: number, { leading }: Measures): number {
  let end = start + 1
  for (; end < lines.length; end++) {
    const [previous, line] = [lines[end - 1], lines[end]]
    if (!previous || !line || line.page !== previous.page) break
    const gap = line.y - previous.y
    // The last line of a centred caption over both columns may fit into one of them.
    const sameColumn = line.column === previous.column || (previous.column === 'whole' && gap > 0)
    if (!sameColumn || gap > leading * 1.22 || gap < 0 || Math.abs(line.size - previous.size) > 0.4) break
  }
  return end
}

/** Axis labels and words in drawings stand above their caption, in pieces that no column's width explains. */
function dropFigureText(
  items: FlowItem[],
  { caption, measures }: { caption: Line; measures: Measures },
): void {
  if (!/^fig/i.test(caption.text)) return
  for (;;) {
    const chunk = lastChunk(items, { caption, leading: measures.leading })
    if (
      chunk.length === 0 ||
      chunk.some(line => isProse(line) || line.bold || Math.abs(line.x0 - line.left) < 1)
    )
      return
    items.splice(items.length - chunk.length)
  }
}

function lastChunk(
  items: readonly FlowItem[],
  { caption, leading }: { caption: Line; leading: number },
): Line[] {
  const chunk: Line[] = []
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at]
    const [below] = chunk
    if (item?.kind !== 'line' || item.line.page !== caption.page) break
    if (
      below &&
      (below.column !== item.line.column || below.y - item.line.y > leading * 1.3 || below.y < item.line.y)
    )
      break
    chunk.unshift(item.line)
  }
  return chunk
}

export function isProse(line: Line): boolean {
  return (
    line.x1 - line.x0 > (line.right - line.left) * 0.55 && line.text.split(' ').length >= 5 && line.math < 0.4
  )
}

/** The small lines at the foot of a column, from the first that begins with a raised mark. */
function takeFootnotes(
  lines: readonly Line[],
  { bodySize }: Measures,
): { body: Line[]; footnotes: Map<string, Line[]> } {
  const footnotes = new Map<string, Line[]>()
  const taken = new Set<Line>()
  const byColumn = Map.groupBy(lines, line => `${line.page} ${line.column}`)
  for (const column of byColumn.values()) {
    const sorted = column.toSorted((a, b) => a.y - b.y)
    let start = sorted.length
    while (start > 0 && (sorted[start - 1]?.size ?? 0) < bodySize * 0.95) start--
    const first = sorted.findIndex((line, index) => index >= start && markOf(line) !== undefined)
    if (first < 0) continue
    let key = ''
    for (const line of sorted.slice(first)) {
      taken.add(line)
      const mark = markOf(line)
      if (mark !== undefined) key = `${line.page} ${mark}`
      footnotes.set(key, [...(footnotes.get(key) ?? []), line])
    }
  }
  return { body: lines.filter(line => !taken.has(line)), footnotes }
}

function markOf({ text }: Line): string | undefined {
  if (!text.startsWith(SUPER_OPEN)) return undefined
  return text.slice(1, text.indexOf(SUPER_CLOSE)).trim()
}
