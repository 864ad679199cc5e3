/** What the published papers are about: their categories and the keywords of their summaries, counted by week. */
import type { Library } from '../library/library.ts'

export interface Topic {
  /** Safe in an address. */
  slug: string
  name: string
  /** The newest first. */
  papers: readonly string[]
  /** Papers in each of the last weeks, the newest last. */
  weeks: readonly number[]
}

const TREND_WEEKS = 12
// A word that came once is no topic yet.
const MIN_PAPERS = 3
const MAX_TOPICS = 200
const WEEK_MS = 7 * 86_400_000

/** The most frequent first. Weeks end with the newest digest. */
export async function gatherTopics(library: Library): Promise<Topic[]> {
  const subjects = await library.archive.subjects()
  const newest = Date.parse(subjects[0]?.date ?? '')
  const topics = new Map<string, { name: string; papers: string[]; weeks: number[] }>()
  for (const { id, date, categories, keywords } of subjects) {
    const age = Math.floor((newest - Date.parse(date)) / WEEK_MS)
    for (const name of new Set([...categories, ...keywords])) {
      const slug = slugOfTopic(name)
      if (slug === '') continue
      const topic = topics.get(slug) ?? { name, papers: [], weeks: Array<number>(TREND_WEEKS).fill(0) }
      topics.set(slug, topic)
      topic.papers.push(id)
      const week = TREND_WEEKS - 1 - age
      if (week >= 0) topic.weeks[week] = (topic.weeks[week] ?? 0) + 1
    }
  }
  return Array.from(topics, ([slug, topic]) => ({ slug, ...topic }))
    .filter(({ papers }) => papers.length >= MIN_PAPERS)
    .toSorted((a, b) => b.papers.length - a.papers.length || (a.slug < b.slug ? -1 : 1))
    .slice(0, MAX_TOPICS)
}

/** One topic however it is written: without its gloss in brackets, case and marks. */
function slugOfTopic(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/[（(].*$/su, '')
    .toLowerCase()
    .trim()
  return Array.from(plain.slice(0, 60), char =>
    /[a-z0-9.-]/.test(char)
      ? char
      : /[\p{L}\p{N}]/u.test(char)
        ? `_${char.codePointAt(0)?.toString(36)}`
        : '-',
  )
    .join('')
    .replace(/^[.-]+|[.-]+$/g, '')
    .replace(/-{2,}/g, '-')
    .slice(0, 120)
}
