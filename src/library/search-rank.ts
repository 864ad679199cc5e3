/** Finds the papers that match and puts the best first, in a time that hardly grows with how many match. */
import { and, type SQL, sql } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'
import { searchDocumentTable } from './schema.ts'
import type { CompiledQuery } from './search-compile.ts'
import { joinAll } from './search-terms.ts'

export interface RankedPapers {
  /** The best first; of equal ones the newest first. */
  papers: { paperId: string; score: number }[]
  /** Exact up to 600, beyond that Postgres's estimate. */
  total: number
  isTotalExact: boolean
  /** How many of them are ranked, and can be paged to. */
  reachable: number
}

/*
 * To rank a document Postgres must read all its words: 20 µs in PGlite. Where more match than MAX_RANKED, only those
 * are ranked that are among the newest papers, and older ones that say all the words in the title: of 60,000 papers
 * on a "model" nobody wants to see the one that says it most often.
 */
const MAX_RANKED = 600
const NEWEST_PAPERS = 1500
const MAX_NEWEST = 250
const MAX_OLDER_TITLES = 180
// Of a word that more say, the newest papers are enough; to gather the titles takes 1.5 µs each in PGlite.
const MAX_FOR_OLDER_TITLES = 6000
// With fewer candidates than this, the others that match are worth their time.
const ENOUGH = 50

// Of D (facts), C (text), B (keywords, authors), A (titles).
const WEIGHTS = '{0, 0.2, 0.5, 1}'
// ts_rank_cd divides by 1 + the logarithm of the length: a long abstract is no merit.
const BY_LENGTH = 1

const { paperId, day, titleLength, words } = searchDocumentTable
/** Papers in order of age need no words, which would only be carried through the sorting. */
const columnsFor = ({ rank }: CompiledQuery): SQL =>
  sql`${paperId}, ${day}, ${titleLength}, ${rank === undefined ? sql`null::tsvector as words` : words}`
const NEWEST_FIRST = sql`order by ${day} desc, ${paperId} desc`

/** The best `count` of all that match. */
export async function rankPapers(db: Database, query: CompiledQuery, count: number): Promise<RankedPapers> {
  const where = matching(query.match, query)
  if (!where) return { papers: [], total: 0, isTotalExact: true, reachable: 0 }
  let total = await estimatePapers(db, where)
  if (total <= MAX_RANKED && isLookup(query)) {
    const all = await rankAll(db, query, { count, most: MAX_RANKED })
    if (all.isTotalExact) return all
    total = all.total
  }
  const newest = await rankNewest(db, query, { count, expected: total })
  const enough = query.rank === undefined ? count : ENOUGH
  if (newest.total >= enough) return { ...newest, total: Math.max(total, newest.total), isTotalExact: false }
  // Fewer than expected: they are old, or the words stand side by side less often than each of them stands.
  const all = await db.transaction(async tx => {
    // The planner still expects many, and would read every document to have them soon.
    await tx.execute(sql`set local enable_seqscan = off`)
    return rankAll(tx, query, { count, most: MAX_RANKED + 1 })
  })
  return all.isTotalExact ? all : { ...all, total: Math.max(total, all.total) }
}

/** A query of exclusions alone would have the index read from end to end. */
function isLookup({ isPositive, conditions }: CompiledQuery): boolean {
  return isPositive || conditions.length > 0
}

function matching(match: string | undefined, { conditions }: CompiledQuery): SQL | undefined {
  return and(match === undefined ? undefined : sql`${words} @@ ${match}::tsquery`, ...conditions)
}

/** What the planner expects by its statistics: right by order of magnitude for most queries. */
export async function estimatePapers(db: Database, where: SQL): Promise<number> {
  const { rows } = (await db.execute(
    sql`explain (format json) select 1 from ${searchDocumentTable} where ${where}`,
  )) as unknown as { rows: { 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }[] }
  return rows[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0
}

/** Nothing is ranked where more than `most` match. */
function rankAll(
  db: Database | Transaction,
  query: CompiledQuery,
  { count, most }: { count: number; most: number },
): Promise<RankedPapers> {
  const order = query.rank === undefined ? NEWEST_FIRST : sql``
  const matched = sql`select ${columnsFor(query)} from ${searchDocumentTable} where ${matching(query.match, query)} ${order}`
  return rank(db, query, { matched, found: sql`select * from matched limit ${MAX_RANKED + 1}`, count, most })
}

async function rankNewest(
  db: Database,
  query: CompiledQuery,
  { count, expected }: { count: number; expected: number },
): Promise<RankedPapers> {
  const { match, titleMatch, dayConditions } = query
  const most = query.rank === undefined ? Math.max(MAX_NEWEST, count) : MAX_NEWEST
  const newestPapers = sql`select * from ${searchDocumentTable} where ${and(sql`true`, ...dayConditions)} ${NEWEST_FIRST} limit ${NEWEST_PAPERS}`
  const wantsOlder = titleMatch !== undefined && expected <= MAX_FOR_OLDER_TITLES
  const older = wantsOlder ? matching(joinAll([match, titleMatch]), query) : sql`false`
  return rank(db, query, {
    matched: sql`select ${columnsFor(query)} from ${searchDocumentTable} where ${older}`,
    newest: sql`select ${columnsFor(query)} from (${newestPapers}) ${searchDocumentTable} where ${matching(match, query)} limit ${most}`,
    found: sql`select * from newest
      union all (select * from matched where paper_id not in (select paper_id from newest) limit ${MAX_OLDER_TITLES})`,
    count,
    most: MAX_RANKED,
  })
}

interface Candidates {
  /**
   * A query apart, so that the planner does not know of the limit on it: it would read all documents in the hope of
   * meeting so many early, and words that seldom stand together would cost a second. Rows are still made on demand.
   */
  matched: SQL
  newest?: SQL
  found: SQL
  count: number
  most: number
}

async function rank(
  db: Database | Transaction,
  query: CompiledQuery,
  { matched, newest, found, count, most }: Candidates,
): Promise<RankedPapers> {
  const { rows } = (await db.execute(sql`
    with matched as materialized (${matched}), ${newest ? sql`newest as materialized (${newest}),` : sql``}
      found as materialized (${found}), counted as (select count(*)::int as total from found)
    select id, score, total from counted left join (
      select paper_id as id, day, ${scoreOf(query)} as score from found where (select total from counted) <= ${most}
      order by score desc, day desc, id desc limit ${count}
    ) best on true
    order by score desc, day desc, id desc`)) as unknown as {
    rows: { id: string | null; score: number; total: number }[]
  }
  const total = rows[0]?.total ?? 0
  return {
    papers: rows.flatMap(({ id, score }) => (id === null ? [] : [{ paperId: id, score }])),
    total,
    isTotalExact: total <= MAX_RANKED,
    reachable: total,
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
