/** Finds the papers that match and puts the best first, in a time that hardly grows with how many match. */
import { and, type SQL, sql } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'
import { searchDocumentTable } from './schema.ts'
import type { CompiledQuery } from './search-compile.ts'
import { estimatePapers, listNewestDays, matchDays } from './search-newest.ts'
import { joinAll } from './search-terms.ts'

export interface RankedPapers {
  /** The best first; of equal ones the newest first. */
  papers: { paperId: string; score: number }[]
  /** Exact up to 1,000, beyond that Postgres's estimate. */
  total: number
}

/*
 * To rank a document Postgres must read all its words: 10 µs each in PGlite. Where more match than MAX_RANKED, those
 * are ranked that say all the words in the title, and the newest others: of 60,000 papers on a "model" nobody wants
 * to see the one that says it most often.
 */
const MAX_RANKED = 1000
const MAX_TITLES = 400
const MAX_OTHERS = 250

// Titles are looked up however old they are, unless more than this say all the words: a page of the disk for each.
const MAX_TITLES_LOOKED_UP = 800

// Of D (facts), C (text), B (keywords, authors), A (titles).
const WEIGHTS = '{0, 0.2, 0.5, 1}'
// ts_rank_cd divides by 1 + the logarithm of the length: a long abstract is no merit.
const BY_LENGTH = 1

const { paperId, day, titleLength, words } = searchDocumentTable
const COLUMNS = sql`${paperId} as id, ${day} as day, ${titleLength} as title_length, ${words} as words`
const NEWEST_FIRST = sql`order by ${day} desc, ${paperId} desc`

/** The best `count` of all that match. */
export async function rankPapers(db: Database, query: CompiledQuery, count: number): Promise<RankedPapers> {
  const where = matching(query.match, query)
  if (!where) return { papers: [], total: 0 }
  const estimate = await estimatePapers(db, where)
  let least = estimate
  if (estimate <= MAX_RANKED && isLookup(query)) {
    const found = await rankAll(db, query, count)
    if (found.total <= MAX_RANKED) return found
    least = found.total
  }
  const newest = await rankNewest(db, query, { count, estimate: Math.max(estimate, MAX_RANKED) })
  if (newest.total >= Math.min(count, MAX_OTHERS))
    return { papers: newest.papers, total: Math.max(least, newest.total) }
  // Fewer than expected: they are old, or the words stand side by side less often than each of them stands.
  const all = await db.transaction(async tx => {
    // The planner still expects many, and would read every document to have them soon.
    await tx.execute(sql`set local enable_seqscan = off`)
    return rankAll(tx, query, count)
  })
  return all.total <= MAX_RANKED ? all : { ...all, total: Math.max(estimate, all.total) }
}

/** A query of exclusions alone would have the index read from end to end. */
function isLookup({ isPositive, conditions }: CompiledQuery): boolean {
  return isPositive || conditions.length > 0
}

function matching(match: string | undefined, { conditions }: CompiledQuery): SQL | undefined {
  return and(match === undefined ? undefined : sql`${words} @@ ${match}::tsquery`, ...conditions)
}

function rankAll(db: Database | Transaction, query: CompiledQuery, count: number): Promise<RankedPapers> {
  const order = query.rank === undefined ? NEWEST_FIRST : sql``
  const found = sql`select ${COLUMNS} from ${searchDocumentTable} where ${matching(query.match, query)} ${order} limit ${MAX_RANKED + 1}`
  return rank(db, found, { query, count })
}

async function rankNewest(
  db: Database,
  query: CompiledQuery,
  { count, estimate }: { count: number; estimate: number },
): Promise<RankedPapers> {
  const newest = await listNewestDays(db, query.dayConditions)
  const select = (match: string | undefined, limit: number) =>
    sql`(select ${COLUMNS} from ${searchDocumentTable} where ${matching(match, query)} ${NEWEST_FIRST} limit ${limit})`
  const { match, filters, titleMatch } = query
  if (titleMatch === undefined) {
    const limit = Math.max(MAX_OTHERS, count)
    const days = matchDays(newest, limit / estimate)
    return rank(db, select(joinAll([match, days]), limit), { query, count })
  }
  // Without `match`: the planner does not know that a word of a title is a word of the paper.
  const titles = await estimatePapers(db, matching(joinAll([filters, titleMatch]), query) ?? sql`true`)
  const titleDays = titles <= MAX_TITLES_LOOKED_UP ? undefined : matchDays(newest, MAX_TITLES / titles)
  const titled = select(joinAll([match, titleMatch, titleDays]), MAX_TITLES)
  const days = matchDays(newest, MAX_OTHERS / estimate)
  const others = select(joinAll([match, `!(${titleMatch})`, days]), MAX_OTHERS)
  return rank(db, sql`${titled} union all ${others}`, { query, count })
}

async function rank(
  db: Database | Transaction,
  found: SQL,
  { query, count }: { query: CompiledQuery; count: number },
): Promise<RankedPapers> {
  const { rows } = (await db.execute(sql`
    with found as materialized (${found})
    select id, score, total from (
      select id, day, ${scoreOf(query)} as score, (count(*) over ())::int as total from found
    ) scored
    order by score desc, day desc, id desc
    limit ${count}`)) as unknown as { rows: { id: string; score: number; total: number }[] }
  return {
    papers: rows.map(({ id, score }) => ({ paperId: id, score })),
    total: rows[0]?.total ?? 0,
  }
}

/** Cover density (Clarke, Cormack and Tudhope 2000), and what a title adds that says the words side by side. */
function scoreOf({ rank: query, titlePhrase, wordCount }: CompiledQuery): SQL {
  if (query === undefined) return sql`0::float8`
  const density = sql`ts_rank_cd(${WEIGHTS}::float4[], words, ${query}::tsquery, ${BY_LENGTH}::int)`
  if (titlePhrase === undefined) return density
  // 1.25 for the very title, less the more the title says besides.
  const share = sql`least(1, ${wordCount}::float8 / greatest(title_length, 1))`
  return sql`${density} + case when words @@ ${titlePhrase}::tsquery then 0.25 + ${share} else 0 end`
}
