/** Takes away what is printed on every page: running headers, footers, page numbers. */
import type { Segment } from './pdf-segments.ts'

export interface MarginPage {
  height: number
  segments: Segment[]
}

// A running head stands in the outer parts of the page, and within a few lines of its edge.
const TOP_SHARE = 0.12
const BOTTOM_SHARE = 0.9
const PAGE_NUMBER = /^(?:page\s*)?[-–—|\s]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?[-–—|\s]*$/i
// Printed once, on the first page, below everything else.
const FIRST_FOOT =
  /^(?:preprint\b|under review|submitted to|accepted (?:at|to|for|by)|published as|proceedings of|copyright|©|\d{4} ieee|arxiv:|to appear|correspondence to:|work in progress|\d{1,2}(?:st|nd|rd|th) (?:international )?conference)/i

interface MeasuredPage extends MarginPage {
  /** Of all base lines, from the top. */
  heights: number[]
}

export function removeMargins<Page extends MarginPage>(pages: readonly Page[]): Page[] {
  const counts = new Map<string, Set<number>>()
  for (const [index, page] of pages.entries()) {
    for (const segment of page.segments) {
      if (!isOuter(segment, page)) continue
      const key = marginKey(segment)
      counts.set(key, (counts.get(key) ?? new Set()).add(index))
    }
  }
  const countOf = (segment: Segment): number => counts.get(marginKey(segment))?.size ?? 0
  return pages.map(page => {
    const measured = { ...page, heights: page.segments.map(({ y }) => y).sort((a, b) => a - b) }
    // A running head may change with the chapter; farther in, only what stands on many pages is one.
    const isRepeated = (segment: Segment): boolean =>
      countOf(segment) >= (isEdge(segment, measured) ? 2 : Math.max(2, pages.length * 0.2))
    return {
      ...page,
      segments: page.segments.filter(segment => !isMargin({ segment, page: measured, isRepeated })),
    }
  })
}

function isMargin({
  segment,
  page,
  isRepeated,
}: {
  segment: Segment
  page: MeasuredPage
  isRepeated: (segment: Segment) => boolean
}): boolean {
  if (!isOuter(segment, page)) return false
  if (isPageNumber(segment, page) || isBesidePageNumber(segment, page)) return true
  if (segment.y > page.height * BOTTOM_SHARE && FIRST_FOOT.test(segment.text)) return true
  return isRepeated(segment)
}

function isOuter(segment: Segment, { height }: MarginPage): boolean {
  return segment.y < height * TOP_SHARE || segment.y > height * BOTTOM_SHARE
}

/** At most one segment stands farther out, those on the same line apart. */
function isEdge(segment: Segment, { height, heights }: MeasuredPage): boolean {
  if (segment.y < height / 2) return (heights[1] ?? segment.y) >= segment.y - 3
  return (heights.at(-2) ?? segment.y) <= segment.y + 3
}

function isPageNumber(segment: Segment, page: MeasuredPage): boolean {
  return PAGE_NUMBER.test(segment.text) && isEdge(segment, page) && !numbersHeading(segment, page)
}

/** A running head that is seen once only: on the outermost line, with the page's number at the other end of it. */
function isBesidePageNumber(segment: Segment, page: MeasuredPage): boolean {
  if (!isEdge(segment, page)) return false
  const beside = page.segments.filter(each => Math.abs(each.y - segment.y) < 2 && each !== segment)
  return (
    beside.length < 4 &&
    beside.some(each => isPageNumber(each, page) && distance(each, segment) > segment.size * 4)
  )
}

function distance(a: Segment, b: Segment): number {
  return Math.max(a.x0 - b.x1, b.x0 - a.x1)
}

/** "6" before "Conclusion" at the head of a page. */
function numbersHeading({ x1, y, size }: Segment, { segments }: MarginPage): boolean {
  return segments.some(
    each =>
      Math.abs(each.y - y) < 2 &&
      each.x0 >= x1 &&
      each.x0 - x1 < size * 3 &&
      Math.abs(each.size - size) < 0.5,
  )
}

/** The words without their figures, and the height at which they stand. */
function marginKey({ text, y }: Segment): string {
  return `${Math.round(y / 3)} ${text.slice(0, 200).replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase()}`
}
