/** The page that lists all digests of an output folder. */
import { cleanLine } from '../../paper/clean-text.ts'
import type { Layout } from '../../paper/edition.ts'
import { escapeMarkdown } from './escape.ts'
import { isChinese } from './field-label.ts'

export interface IndexedDigest {
  edition: string
  date: string
  language: string
  layout: Layout
  papers: number
  /** Relative to the page, parts separated by `/`. */
  path: string
}

interface Wording {
  title: string
  empty: string
  month(year: string, month: string): string
  papers(count: number): string
}

const chinese: Wording = {
  title: '全部简报',
  empty: '还没有简报。',
  month: (year, month) => `${year} 年 ${Number(month)} 月`,
  papers: count => `${count} 篇论文`,
}

const english: Wording = {
  title: 'All digests',
  empty: 'There are no digests yet.',
  month: (year, month) => `${year}-${month}`,
  papers: count => (count === 1 ? '1 paper' : `${count} papers`),
}

/** By edition, the one with the newest digest first, then by month; the newest digests first. */
export function renderIndex(digests: readonly IndexedDigest[], language: string): string {
  const wording = isChinese(language) ? chinese : english
  const newest = digests.toSorted(
    (a, b) => compare(b.date, a.date) || compare(a.edition, b.edition) || compare(a.path, b.path),
  )
  const editions = Map.groupBy(newest, ({ edition }) => edition)
  const blocks = [`# ${wording.title}`]
  for (const [edition, numbers] of editions) {
    blocks.push(`## ${escapeMarkdown(cleanLine(edition), 'heading')}`)
    for (const [month, group] of Map.groupBy(numbers, ({ date }) => date.slice(0, 7)))
      blocks.push(
        `### ${wording.month(month.slice(0, 4), month.slice(5))}`,
        renderList(group, { numbers, wording }),
      )
  }
  if (digests.length === 0) blocks.push(wording.empty)
  return `${blocks.join('\n\n')}\n`
}

function renderList(
  group: readonly IndexedDigest[],
  { numbers, wording }: { numbers: readonly IndexedDigest[]; wording: Wording },
): string {
  const languages = new Set(numbers.map(({ language }) => language))
  const layouts = new Set(numbers.map(({ layout }) => layout))
  const lines = group.map(({ date, path, papers, language, layout }) => {
    const details = [wording.papers(papers)]
    if (languages.size > 1) details.push(escapeMarkdown(cleanLine(language), 'inline'))
    if (layouts.size > 1) details.push(layout)
    return `- [${escapeMarkdown(cleanLine(date), 'link')}](${encodePath(path)}) · ${details.join(' · ')}`
  })
  return lines.join('\n')
}

/** By code unit: the same order on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function encodePath(path: string): string {
  return path
    .split('/')
    .map(part =>
      encodeURIComponent(part.toWellFormed()).replace(
        /[()*'!]/g,
        char => `%${char.charCodeAt(0).toString(16)}`,
      ),
    )
    .join('/')
}
