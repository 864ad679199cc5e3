/** Finds ruled tables on a PDF page and takes their cells out of the running text. */
import type { PdfRule } from './pdf-page.ts'
import type { Segment } from './pdf-segments.ts'

export interface TableBox {
  x0: number
  x1: number
  top: number
  bottom: number
  rows: string[][]
  headerRows: number
}

export const CAPTION_START =
  /^(?:fig(?:ure|\.)|table|algorithm|listing)\s*(?:[A-Z]\.?)?(?:\d{1,3}|[IVX]{1,5})(?:\.\d{1,2})?\s*(?:[.:|–—]|$)/i
const TABLE_START = /^table\s*[A-Z]?\.?(?:\d|[IVX])/i

interface RuledArea {
  x0: number
  x1: number
  ys: number[]
}

/** Only on pages where a caption announces a table; other rules frame titles, algorithms and figures. */
export function findTables({
  segments,
  rules,
}: {
  segments: readonly Segment[]
  rules: readonly PdfRule[]
}): { boxes: TableBox[]; rest: Segment[] } {
  if (!segments.some(segment => TABLE_START.test(segment.text))) return { boxes: [], rest: [...segments] }
  const boxes: TableBox[] = []
  let rest = [...segments]
  for (const area of findAreas(rules, segments)) {
    const inside = rest.filter(segment => isInside(segment, area))
    const box = readBox(area, inside)
    if (!box) continue
    boxes.push(box)
    const taken = new Set(inside)
    rest = rest.filter(segment => !taken.has(segment))
  }
  return { boxes, rest }
}

/** Rules of equal reach, one above the other, with no caption between them. */
function findAreas(rules: readonly PdfRule[], segments: readonly Segment[]): RuledArea[] {
  const groups = new Map<string, PdfRule[]>()
  for (const rule of rules) {
    const key = `${Math.round(rule.x0 / 4)} ${Math.round(rule.x1 / 4)}`
    groups.set(key, [...(groups.get(key) ?? []).slice(-100), rule])
  }
  const captions = segments.filter(segment => CAPTION_START.test(segment.text))
  return [...groups.values()].flatMap(group => splitGroup(group, captions)).filter(area => area.ys.length > 1)
}

function splitGroup(group: readonly PdfRule[], captions: readonly Segment[]): RuledArea[] {
  const areas: RuledArea[] = []
  for (const { x0, x1, y } of group.toSorted((a, b) => a.y - b.y)) {
    const open = areas.at(-1)
    const last = open?.ys.at(-1)
    const isParted =
      last === undefined || captions.some(each => each.y > last && each.y < y && each.x0 < x1 && each.x1 > x0)
    if (!open || isParted) areas.push({ x0, x1, ys: [y] })
    else if (y - last > 2) open.ys.push(y)
  }
  return areas
}

function isInside(segment: Segment, { x0, x1, ys }: RuledArea): boolean {
  return (
    segment.x0 > x0 - 4 && segment.x1 < x1 + 4 && segment.y > (ys[0] ?? 0) && segment.y < (ys.at(-1) ?? 0) + 1
  )
}

function readBox({ x0, x1, ys }: RuledArea, inside: readonly Segment[]): TableBox | undefined {
  const lines = groupRows(inside)
  const widest = Math.max(0, ...lines.map(line => line.length))
  if (widest < 2 || lines.filter(line => line.length > 1).length < 2) return undefined
  const columns = findColumns(lines.filter(line => line.length > widest / 2))
  const rows = lines.map(line => placeCells(line, columns))
  const second = ys[1] ?? 0
  const headerRows = ys.length > 2 ? lines.filter(line => (line[0]?.y ?? 0) < second).length : 0
  return {
    x0,
    x1,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    rows,
    headerRows: headerRows < rows.length ? headerRows : 0,
  }
}

function groupRows(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = []
  for (const segment of segments.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row?.[0] && segment.y - row[0].y < segment.size * 0.45) row.push(segment)
    else rows.push([segment])
  }
  return rows.map(row => row.toSorted((a, b) => a.x0 - b.x0))
}

/** Stretches of the page's width that hold text in some row; rows with merged cells are not asked. */
function findColumns(rows: readonly Segment[][]): { x0: number; x1: number }[] {
  const columns: { x0: number; x1: number }[] = []
  for (const { x0, x1 } of rows.flat().toSorted((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1)
    if (last && x0 < last.x1 + 1) last.x1 = Math.max(last.x1, x1)
    else columns.push({ x0, x1 })
  }
  return columns
}

function placeCells(line: readonly Segment[], columns: readonly { x0: number; x1: number }[]): string[] {
  const cells = columns.map(() => '')
  for (const segment of line) {
    const centre = (segment.x0 + segment.x1) / 2
    const found = columns.findIndex(column => centre <= column.x1 + 2)
    const at = found < 0 ? columns.length - 1 : found
    cells[at] = `${cells[at] ?? ''} ${segment.text}`.trim()
  }
  return cells
}
