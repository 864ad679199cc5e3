/** Writes requests to arXiv's query API, and refuses categories that it cannot know. */
import type { AnnouncementWindow } from './arxiv-announcement-window.ts'
import { isArxivCategory } from './arxiv-category.ts'
import { CollectError } from './source.ts'

export interface ArxivScope {
  /** `cs.CL`, or an archive as a whole: `cs`. */
  categories: readonly string[]
  /** A further condition in the API's own language: `all:"retrieval augmented"`. */
  query?: string
}

/** Throws CollectError `collect-category-unknown`. */
export function checkCategories(categories: readonly string[]): void {
  const wrong = categories.find(category => !isArxivCategory(category))
  if (categories.length > 0 && wrong === undefined) return
  const what =
    wrong === undefined ? 'no arXiv category is set' : `"${wrong.slice(0, 40)}" is no arXiv category`
  throw new CollectError(what, {
    code: 'collect-category-unknown',
    hint: 'Set `sources: - arxiv: { categories: [cs.CL, cs.AI] }`; all names: https://arxiv.org/category_taxonomy',
  })
}

/** The search of the papers that `windows` (successive, at least one) announce. */
export function writeSearch(
  { categories, query }: ArxivScope,
  windows: readonly AnnouncementWindow[],
): string {
  const fromMs = Math.min(...windows.map(window => window.fromMs))
  // The API counts in minutes and leaves open whether the last one is included: one more is asked for.
  const toMs = Math.max(...windows.map(window => window.toMs)) + 60_000
  return [
    `(${categories.map(writeCategory).join(' OR ')})`,
    ...(query ? [`(${query})`] : []),
    `submittedDate:[${toMinute(fromMs)} TO ${toMinute(toMs)}]`,
  ].join(' AND ')
}

/** Whether a paper of this primary category is new in `categories`, rather than listed across. */
export function isPrimaryWithin(primary: string | undefined, categories: readonly string[]): boolean {
  return categories.some(category => primary === category || primary?.startsWith(`${category}.`))
}

function writeCategory(category: string): string {
  return category.includes('.') ? `cat:${category}` : `cat:${category} OR cat:${category}.*`
}

/** `YYYYMMDDHHMM`, UTC. */
function toMinute(instantMs: number): string {
  return new Date(instantMs).toISOString().slice(0, 16).replace(/\D/g, '')
}
