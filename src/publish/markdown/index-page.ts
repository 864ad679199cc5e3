/** The page that lists all digests of an output folder. */
import { cleanLine } from '../../paper/clean-text.ts'
import { formOfLayout, type Layout } from '../../paper/edition.ts'
import { countPapers, fillWording, findLabels, type Labels } from '../../paper/labels.ts'
import { escapeMarkdown } from './escape.ts'

export interface IndexedDigest {
  edition: string
  date: string
  language: string
  layout: Layout
  papers: number
  /** Relative to the page, parts separated by `/`. */
  path: string
}

/** By edition, the one with the newest digest first, then by month; the newest digests first. */
export function renderIndex(
  digests: readonly IndexedDigest[],
  { language, labels: further = [] }: { language: string; labels?: readonly Labels[] | undefined },
): string {
  const labels = findLabels(language, further)
  const newest = digests.toSorted(
    (a, b) => compare(b.date, a.date) || compare(a.edition, b.edition) || compare(a.path, b.path),
  )
  const editions = Map.groupBy(newest, ({ edition }) => edition)
  const blocks = [`# ${labels.index.title}`]
  for (const [edition, numbers] of editions) {
    blocks.push(`## ${escapeMarkdown(cleanLine(edition), 'heading')}`)
    for (const [month, group] of Map.groupBy(numbers, ({ date }) => date.slice(0, 7)))
      blocks.push(`### ${nameMonth(month, labels)}`, renderList(group, { numbers, labels }))
  }
  if (digests.length === 0) blocks.push(escapeMarkdown(labels.index.empty, 'block'))
  return `${blocks.join('\n\n')}\n`
}

function nameMonth(yearAndMonth: string, { index }: Labels): string {
  const [year = '', mm = ''] = yearAndMonth.split('-')
  return escapeMarkdown(fillWording(index.month, { year, mm, month: Number(mm) }), 'heading')
}

function renderList(
  group: readonly IndexedDigest[],
  { numbers, labels }: { numbers: readonly IndexedDigest[]; labels: Labels },
): string {
  const languages = new Set(numbers.map(({ language }) => language))
  const layouts = new Set(numbers.map(({ layout }) => layout))
  const lines = group.map(({ date, path, papers, language, layout }) => {
    const details = [countPapers(labels, papers)]
    if (languages.size > 1) details.push(escapeMarkdown(cleanLine(language), 'inline'))
    if (layouts.size > 1) details.push(formOfLayout(layout) ?? layout)
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
