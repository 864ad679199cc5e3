/** Finds title and abstract on the first pages of a PDF; the authors between them are left out. */
import type { Line } from './pdf-columns.ts'
import type { Measures } from './pdf-flow.ts'
import { looksLikeHeading } from './pdf-headings.ts'

export interface FrontMatter {
  title: Line[]
  abstract: Line[]
  /** What follows. */
  rest: Line[]
}

const ABSTRACT_HEADING = /^abstract[.:]?$/i
const ABSTRACT_RUN_IN = /^abstract\s*[.:—–-]+\s*/i
const FIRST_SECTION = /^(?:(?:1|I)\.?\s+\p{Lu}|introduction$)/iu
const KEYWORDS = /^(?:key\s?words|index terms|categories and subject|ccs concepts|jel|msc|pacs)\b/i

export function readFront(lines: readonly Line[], measures: Measures): FrontMatter {
  const title = findTitle(lines)
  const afterTitle = lines.slice(title.length > 0 ? lines.indexOf(title.at(-1) as Line) + 1 : 0)
  const early = afterTitle.filter(line => line.page < 2)
  const start = early.findIndex(line => ABSTRACT_HEADING.test(line.text) || ABSTRACT_RUN_IN.test(line.text))
  if (start < 0) return { title, abstract: [], rest: dropAuthors(afterTitle, measures) }
  const first = early[start]
  const isHeading = first !== undefined && ABSTRACT_HEADING.test(first.text)
  const end = endOfAbstract(afterTitle, { start, measures })
  const abstract = setInAbstract(afterTitle.slice(start + (isHeading ? 1 : 0), end))
  const keywords = abstract.findIndex(line => KEYWORDS.test(line.text))
  const rest = afterTitle.slice(end)
  // Notes of authors stand at the foot of the first column and are footnotes of that page.
  return { title, abstract: abstract.slice(0, keywords < 0 ? undefined : keywords), rest }
}

/** An abstract is often narrower than the column: its own edges tell what is indented. Bold type tells nothing in it. */
function setInAbstract(lines: readonly Line[]): Line[] {
  const left = Math.min(...lines.map(line => Math.max(line.x0, line.left)))
  const right = Math.max(...lines.map(line => line.x1))
  return lines.map((line, index) => {
    const text = index === 0 ? line.text.replace(ABSTRACT_RUN_IN, '') : line.text
    const edges = line.column === 'whole' ? { left, right } : { left: line.left, right: line.right }
    return { ...line, ...edges, text, leadBold: 0, bold: false }
  })
}

/** The largest type in the upper part of the first page. */
function findTitle(lines: readonly Line[]): Line[] {
  const page = lines.filter(line => line.page === 0)
  const bottom = Math.max(0, ...page.map(line => line.y))
  const upper = page.filter(line => line.y < bottom * 0.55 && /\p{L}{2}/u.test(line.text))
  const size = Math.max(0, ...upper.map(line => line.size))
  const start = upper.findIndex(line => line.size > size - 0.3)
  if (start < 0) return []
  const title: Line[] = []
  for (const line of upper.slice(start)) {
    const last = title.at(-1)
    if (Math.abs(line.size - size) > 0.4 || (last && line.y - last.y > size * 2)) break
    title.push(line)
  }
  return title.length > 8 ? [] : title
}

function endOfAbstract(
  lines: readonly Line[],
  { start, measures }: { start: number; measures: Measures },
): number {
  const first = lines[start]
  for (let at = start + 1; at < lines.length; at++) {
    const [line, previous] = [lines[at], lines[at - 1]]
    if (!line || !previous || line.page > 1) return at
    const moved = line.page !== previous.page || line.column !== previous.column
    const isApart = moved || line.y - previous.y > measures.leading * 1.25
    // An abstract may be bold all over: then weight tells nothing.
    const plain = { ...line, bold: line.bold && !(first?.bold && lines[start + 1]?.bold) }
    if (
      at > start + 1 &&
      isApart &&
      (FIRST_SECTION.test(line.text) || looksLikeHeading(plain, measures, true))
    )
      return at
  }
  return lines.length
}

/** Where no abstract is announced, the text begins at the first section. */
function dropAuthors(lines: readonly Line[], measures: Measures): Line[] {
  const start = lines.findIndex(
    line => line.page < 2 && FIRST_SECTION.test(line.text) && looksLikeHeading(line, measures, true),
  )
  return lines.slice(Math.max(0, start))
}
