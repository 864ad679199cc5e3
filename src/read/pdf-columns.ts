/** Finds the columns of a page and puts its lines in reading order: what spans both columns parts the page into bands. */
import type { Segment } from './pdf-segments.ts'

export type ColumnName = 'whole' | 'left' | 'right'

export interface Line extends Segment {
  page: number
  column: ColumnName
  /** Edges of the column that it stands in. */
  left: number
  right: number
}

export interface PageSegments {
  width: number
  segments: Segment[]
}

interface Edges {
  left: number
  right: number
}

/** The place between two columns, or undefined on a page of one column. Looks at the middle third only. */
export function findGutter({ width, segments }: PageSegments): number | undefined {
  const wide = segments.filter(segment => segment.x1 - segment.x0 > width * 0.2)
  let best: { at: number; crossing: number; span: number } | undefined
  const step = Math.max(1, width / 600)
  for (let at = Math.round(width * 0.38); at <= width * 0.62; at += step) {
    const crossing = segments.filter(segment => segment.x0 < at && segment.x1 > at).length
    if (!best || crossing < best.crossing) best = { at, crossing, span: 1 }
    else if (crossing === best.crossing && at < best.at + (best.span + 0.5) * step) best.span++
  }
  if (!best) return undefined
  const at = best.at + ((best.span - 1) * step) / 2
  const left = wide.filter(segment => segment.x1 <= at + 1 && segment.x0 < width * 0.3).length
  const right = wide.filter(segment => segment.x0 >= at - 1).length
  const across = wide.length - left - right
  return left >= 4 && right >= 3 && left + right > across * 0.7 ? at : undefined
}

export type ColumnEdges = Record<ColumnName, Edges>

/** The columns' edges over many pages: a page with few lines does not show its own. */
export function measureEdges(pages: readonly (PageSegments & { gutter: number | undefined })[]): ColumnEdges {
  const width = pages[0]?.width ?? 0
  const segmentsIn = (column: ColumnName): Segment[] =>
    pages.flatMap(page => page.segments.filter(segment => columnOf(segment, page.gutter) === column))
  const whole = findEdges(segmentsIn('whole'), width) ?? { left: 0, right: width }
  return {
    whole,
    left: findEdges(segmentsIn('left'), width) ?? whole,
    right: findEdges(segmentsIn('right'), width) ?? whole,
  }
}

interface Placing {
  page: number
  /** As `findGutter` gives it. */
  gutter: number | undefined
  /** For columns that this page hardly uses. */
  usual: ColumnEdges
}

/** All lines of the page from first to last. */
export function orderLines({ segments, width }: PageSegments, { page, gutter, usual }: Placing): Line[] {
  const sorted = [...segments].sort((a, b) => a.y - b.y || a.x0 - b.x0)
  const parts: Record<ColumnName, Segment[]> = { whole: [], left: [], right: [] }
  const frontBottom = page === 0 && gutter !== undefined ? findFrontBottom(sorted, { gutter, usual }) : 0
  const placed = sorted.map((segment): { segment: Segment; column: ColumnName } => ({
    segment,
    column: segment.y < frontBottom ? 'whole' : columnOf(segment, gutter),
  }))
  for (const { segment, column } of placed) parts[column].push(segment)
  const edgesOf = (column: ColumnName): Edges =>
    (parts[column].length < 6 ? undefined : findEdges(parts[column], width)) ?? usual[column]
  const edges: ColumnEdges = { whole: edgesOf('whole'), left: edgesOf('left'), right: edgesOf('right') }
  const lines: Line[] = []
  let pending: Record<'left' | 'right', Segment[]> = { left: [], right: [] }
  let whole: Segment[] = []
  const toLines = (list: readonly Segment[], column: ColumnName): void => {
    for (const line of joinLine(list)) lines.push({ ...line, page, column, ...edges[column] })
  }
  const flush = (): void => {
    toLines(pending.left, 'left')
    toLines(pending.right, 'right')
    pending = { left: [], right: [] }
  }
  for (const { segment, column } of placed) {
    if (column === 'whole') {
      flush()
      whole.push(segment)
      continue
    }
    if (whole.length > 0) {
      toLines(whole, 'whole')
      whole = []
    }
    pending[column].push(segment)
  }
  toLines(whole, 'whole')
  flush()
  return lines
}

/** Names of authors stand side by side above both columns, and are no part of either. */
function findFrontBottom(
  segments: readonly Segment[],
  { gutter, usual }: { gutter: number; usual: ColumnEdges },
): number {
  const sizes = segments.map(segment => segment.size).sort((a, b) => a - b)
  const usualSize = sizes[Math.floor(sizes.length / 2)] ?? 0
  const first = segments.find(segment => {
    if (/^abstract\b/i.test(segment.text)) return true
    const column = columnOf(segment, gutter)
    // An abstract over both columns; a title is larger.
    if (column === 'whole') return segment.size < usualSize * 1.1 && segment.text.split(' ').length > 8
    const { left, right } = usual[column]
    return segment.x1 - segment.x0 > (right - left) * 0.7
  })
  return (first?.y ?? 0) - 2
}

function columnOf(segment: Segment, gutter: number | undefined): ColumnName {
  if (gutter === undefined) return 'whole'
  if (segment.x1 <= gutter + 2) return 'left'
  return segment.x0 >= gutter - 2 ? 'right' : 'whole'
}

/** Where most lines begin and end: a centred or indented line says nothing about the column. */
function findEdges(segments: readonly Segment[], width: number): Edges | undefined {
  const long = segments.filter(segment => segment.x1 - segment.x0 > width * 0.15)
  const left = mostCommon(
    long.map(segment => segment.x0),
    'low',
  )
  const right = mostCommon(
    long.map(segment => segment.x1),
    'high',
  )
  return left === undefined || right === undefined ? undefined : { left, right }
}

/** The value most often seen, in steps of two points; ties go to the outer one. */
function mostCommon(values: readonly number[], tie: 'low' | 'high'): number | undefined {
  const counts = new Map<number, { count: number; sum: number }>()
  for (const value of values) {
    const key = Math.round(value / 2)
    const seen = counts.get(key) ?? { count: 0, sum: 0 }
    counts.set(key, { count: seen.count + 1, sum: seen.sum + value })
  }
  let best: { count: number; sum: number } | undefined
  for (const [, seen] of [...counts].sort(([a], [b]) => (tie === 'low' ? a - b : b - a)))
    if (!best || seen.count > best.count) best = seen
  return best ? best.sum / best.count : undefined
}

/** Segments on one base line, from left to right, as one. */
function joinLine(segments: readonly Segment[]): Segment[] {
  const rows: Segment[][] = []
  for (const segment of segments) {
    const row = rows.at(-1)
    const [head] = row ?? []
    if (row && head && Math.abs(segment.y - head.y) < Math.min(segment.size, head.size) * 0.35)
      row.push(segment)
    else rows.push([segment])
  }
  return rows.map(row => row.toSorted((a, b) => a.x0 - b.x0).reduce(mergeSegments))
}

function mergeSegments(a: Segment, b: Segment): Segment {
  const main = b.size > a.size + 0.2 ? b : a
  const [wa, wb] = [a.text.length, b.text.length]
  return {
    ...main,
    text: `${a.text} ${b.text}`,
    x0: Math.min(a.x0, b.x0),
    x1: Math.max(a.x1, b.x1),
    bold: a.bold && b.bold,
    italic: a.italic && b.italic,
    mono: a.mono && b.mono,
    caps: a.caps && b.caps,
    math: (a.math * wa + b.math * wb) / Math.max(1, wa + wb),
    leadBold: a.bold ? a.text.length + 1 + b.leadBold : a.leadBold,
  }
}
