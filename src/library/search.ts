/** Search: one query over papers and the briefs on them. */
import type { Database } from './database.ts'
import { findPapers, type SearchAnswer, type SearchRequest } from './search-find.ts'
import { type RefreshOptions, refreshIndex } from './search-index.ts'
import { findRelated, openWordShares, type RelatedPaper } from './search-related.ts'
import { openStems } from './search-stems.ts'

export type Search = ReturnType<typeof openSearch>

export function openSearch(db: Database) {
  const stems = openStems(db)
  const shares = openWordShares(db)
  return {
    /**
     * A page of the papers that match, the best first. Finds what `refresh` has read.
     * @throws SearchError where the query is empty
     */
    find: (request: SearchRequest): Promise<SearchAnswer> => findPapers(db, stems, request),

    /** Reads the papers and briefs that have changed since; quick where none have. Returns how many papers it read. */
    async refresh(options?: RefreshOptions): Promise<number> {
      const indexed = await refreshIndex(db, stems, options)
      if (indexed > 0) shares.forget()
      return indexed
    },

    /** Papers that share this one's rarer words, the closest first; none where it has not been indexed. */
    related: (paperId: string, limit = 10): Promise<RelatedPaper[]> =>
      findRelated(db, shares, { paperId, limit }),
  }
}
