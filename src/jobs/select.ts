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
  /** In place of what was listed in those days: exactly these, repeats and withdrawn ones too. */
  ids?: readonly string[] | undefined
  interests: Interests
  repeats: boolean
  /** Whether papers that were replaced count, also those of an earlier digest that have a newer version now. */
  revisions?: boolean | undefined
  limit: number | 'all'
}

export type Selected = Ranked<{ paper: StoredPaper; listings: Listing[] }>

export interface Selection {
  selected: Selected[]
  /** Ids of papers that would be there, had their source not withdrawn or deleted them. */
  withdrawn: string[]
}

export async function selectPapers(request: SelectRequest): Promise<Selection> {
  const { library, ids, interests, limit } = request
  const wanted = ids ? await library.papers.find(ids) : await findFresh(request)
  const deleted = ids ? new Set<string>() : await library.papers.deletedAmong(wanted.map(({ id }) => id))
  const isGone = (paper: StoredPaper) => !ids && (paper.withdrawn || deleted.has(paper.id))
  const papers = wanted.filter(paper => !isGone(paper))
  const listings = await library.papers.listings(papers.map(({ id }) => id))
  const candidates = papers.map((paper, order) => ({ paper, listings: listings.get(paper.id) ?? [], order }))
  const ranked = rankPapers(candidates, interests)
  return {
    selected: limit === 'all' ? ranked : ranked.slice(0, limit),
    withdrawn: wanted.filter(isGone).map(({ id }) => id),
  }
}

/** What was listed in those days and stood in no earlier digest, or stands there in an older version. */
async function findFresh(request: SelectRequest): Promise<StoredPaper[]> {
  const { library, edition, date, from, source, repeats, revisions = false } = request
  const span = { from, to: date, source }
  const replaced = revisions
    ? await library.papers.listedBetween({ ...span, kinds: ['replace', 'replace-cross'] })
    : []
  const wanted = await library.papers.listedBetween(revisions ? span : { ...span, kinds: ['new', 'cross'] })
  const papers = await library.papers.find(wanted)
  if (repeats) return papers
  const before = await library.digests.listedVersions({ edition, date, ids: wanted })
  const revised = new Set(replaced)
  return papers.filter(({ id, version }) => {
    const listed = before.get(id)
    return listed === undefined || (revised.has(id) && version > listed)
  })
}
