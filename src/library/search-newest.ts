/** Which days hold the newest papers, for queries that match too many to look at them all. */
import { and, type SQL, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { searchDocumentTable } from './schema.ts'
import { quoteLexeme, SIGN } from './search-document.ts'
import { joinAny } from './search-terms.ts'

export interface NewestDays {
  /** The newest first; their papers together are about 5,000, or all. */
  days: { day: string; papers: number }[]
  /** Papers that meet the conditions, about. */
  total: number
}

// Read from the index of days alone: some milliseconds.
const MAX_PAPERS = 5000
// An estimate may be wrong by a half.
const MARGIN = 1.5

export async function listNewestDays(db: Database, conditions: readonly SQL[]): Promise<NewestDays> {
  const { day, paperId } = searchDocumentTable
  const newest = db
    .select({ day })
    .from(searchDocumentTable)
    .where(and(...conditions))
    .orderBy(sql`${day} desc, ${paperId} desc`)
    .limit(MAX_PAPERS)
    .as('newest')
  const days = await db
    .select({ day: newest.day, papers: sql<number>`count(*)::int` })
    .from(newest)
    .groupBy(newest.day)
    .orderBy(sql`${newest.day} desc`)
  return { days, total: await estimatePapers(db, and(...conditions) ?? sql`true`) }
}

/** A tsquery for the papers of the newest days, so many of them that they are this share of all papers. */
export function matchDays({ days, total }: NewestDays, share: number): string | undefined {
  const wanted = total * share * MARGIN
  const taken: string[] = []
  let papers = 0
  for (const { day, papers: more } of days) {
    if (papers >= wanted && taken.length > 0) break
    taken.push(quoteLexeme(SIGN.day + day))
    papers += more
  }
  return joinAny(taken)
}

/** What the planner expects by its statistics; exact for no query, and right by order of magnitude for most. */
export async function estimatePapers(db: Database, where: SQL): Promise<number> {
  const { rows } = (await db.execute(
    sql`explain (format json) select 1 from ${searchDocumentTable} where ${where}`,
  )) as unknown as { rows: { 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }[] }
  return rows[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0
}
