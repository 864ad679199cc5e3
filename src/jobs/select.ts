/** The rank job: which papers a digest holds, in which order, and why. */
import type { Library } from '../library/library.ts'
import type { StoredPaper } from '../library/papers.ts'
import type { Listing } from '../paper/listing.ts'
import { type Interests, type Ranked, rankPapers } from '../rank/rank.ts'

export interface SelectRequest {
  library: Library
  edition: string
  date: string
  /** First day of listings that count, inclusive. */
  from: string
  source?: string | undefined
  /** In place of what was listed in those days: exactly these, repeats or not. */
  ids?: readonly string[] | undefined
  interests: Interests
  repeats: boolean
  limit: number | 'all'
}

export type Selected = Ranked<{ paper: StoredPaper; listings: Listing[] }>

export async function selectPapers({
  library,
  edition,
  date,
  from,
  source,
  ids,
  interests,
  repeats,
  limit,
}: SelectRequest): Promise<Selected[]> {
  const wanted = ids ?? (await library.papers.listedBetween({ from, to: date, source }))
  const before =
    ids || repeats ? new Set<string>() : await library.digests.alreadyListed({ edition, date, ids: wanted })
  const fresh = wanted.filter(id => !before.has(id))
  const [papers, listings] = [await library.papers.find(fresh), await library.papers.listings(fresh)]
  const candidates = papers.map((paper, order) => ({ paper, listings: listings.get(paper.id) ?? [], order }))
  const ranked = rankPapers(candidates, interests)
  return limit === 'all' ? ranked : ranked.slice(0, limit)
}
