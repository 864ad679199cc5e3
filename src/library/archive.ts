/** What pages ask of the library: much about many papers, in few queries. */
import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Listing } from '../paper/listing.ts'
import type { PaperVersion } from '../paper/paper-version.ts'
import { splitKeywords } from '../paper/split-keywords.ts'
import { openBriefs, type StoredBrief } from './briefs.ts'
import type { Database } from './database.ts'
import type { DigestKey } from './digests.ts'
import { openPapers, type StoredPaper } from './papers.ts'
import { briefTable, digestEntryTable, digestTable, paperTable } from './schema.ts'

/** A paper that stands in a digest, with a mark that changes when anything about it does. */
export interface ArchivedPaper {
  id: string
  /** Of the newest digest that holds it, `YYYY-MM-DD`. */
  date: string
  fingerprint: string
}

export interface PaperRecord {
  paper: StoredPaper
  history: readonly PaperVersion[]
  deleted: boolean
  listings: readonly Listing[]
  /** The newest first. */
  digests: readonly (DigestKey & { fallbackReason?: string })[]
  /** Those that were checked, the newest first. */
  briefs: readonly StoredBrief[]
}

export type Archive = ReturnType<typeof openArchive>

export function openArchive(db: Database) {
  const papers = openPapers(db)
  const briefs = openBriefs(db)
  return {
    /** Every paper that stands in a digest, the newest digest's first. */
    async papersInDigests(): Promise<ArchivedPaper[]> {
      const ofPaper = sql`${digestEntryTable.paperId}`
      return db
        .select({
          id: digestEntryTable.paperId,
          date: sql<string>`max(${digestTable.date})::text`,
          fingerprint: sql<string>`md5(concat_ws(' ',
            string_agg(distinct concat_ws(' ', ${digestTable.id}, ${digestEntryTable.briefId}, ${digestEntryTable.fallbackReason}), ','),
            (select concat_ws(' ', max(v.created_at), max(v.version), bool_or(v.withdrawn))
               from paper_version v where v.paper_id = ${ofPaper}),
            (select string_agg(b.id || coalesce(b.outcome, ''), ',' order by b.id)
               from brief b where b.paper_id = ${ofPaper}),
            (select string_agg(concat_ws(' ', l.source, l.date, l.votes), ',' order by l.source, l.date)
               from listing l where l.paper_id = ${ofPaper})))`,
        })
        .from(digestEntryTable)
        .innerJoin(digestTable, eq(digestTable.id, digestEntryTable.digestId))
        .groupBy(digestEntryTable.paperId)
        .orderBy(sql`max(${digestTable.date}) desc`, asc(digestEntryTable.paperId))
    },

    /** Every digest with a mark that changes when it is published anew. */
    async digestFingerprints(): Promise<(DigestKey & { fingerprint: string })[]> {
      return db
        .select({
          edition: digestTable.edition,
          date: digestTable.date,
          language: digestTable.language,
          layout: digestTable.layout,
          fingerprint: sql<string>`md5(concat_ws(' ', string_agg(concat_ws(' ', ${digestEntryTable.place},
            ${digestEntryTable.briefId}, ${digestEntryTable.fallbackReason}), ',' order by ${digestEntryTable.place})))`,
        })
        .from(digestTable)
        .innerJoin(digestEntryTable, eq(digestEntryTable.digestId, digestTable.id))
        .groupBy(digestTable.id)
    },

    /** By id; unknown ids are left out. */
    async records(ids: readonly string[]): Promise<Map<string, PaperRecord>> {
      if (ids.length === 0) return new Map()
      const [found, listings, standing, digests, written] = [
        await papers.find(ids),
        await papers.listings(ids),
        await db
          .select({ id: paperTable.id, history: paperTable.history, deleted: paperTable.deleted })
          .from(paperTable)
          .where(inArray(paperTable.id, [...ids])),
        await db
          .select({
            paperId: digestEntryTable.paperId,
            edition: digestTable.edition,
            date: digestTable.date,
            language: digestTable.language,
            layout: digestTable.layout,
            fallbackReason: digestEntryTable.fallbackReason,
          })
          .from(digestEntryTable)
          .innerJoin(digestTable, eq(digestTable.id, digestEntryTable.digestId))
          .where(inArray(digestEntryTable.paperId, [...ids]))
          .orderBy(desc(digestTable.date), asc(digestTable.edition)),
        await db
          .select({ id: briefTable.id, paperId: briefTable.paperId })
          .from(briefTable)
          .where(and(inArray(briefTable.paperId, [...ids]), isNotNull(briefTable.outcome)))
          .orderBy(desc(briefTable.id)),
      ]
      const byBrief = await briefs.findAll(written.map(({ id }) => id))
      const briefsOf = Map.groupBy(written, ({ paperId }) => paperId)
      const digestsOf = Map.groupBy(digests, ({ paperId }) => paperId)
      const standingOf = new Map(standing.map(row => [row.id, row]))
      return new Map(
        found.map(paper => [
          paper.id,
          {
            paper,
            history: standingOf.get(paper.id)?.history ?? [],
            deleted: standingOf.get(paper.id)?.deleted ?? false,
            listings: listings.get(paper.id) ?? [],
            digests: (digestsOf.get(paper.id) ?? []).map(({ paperId: _, fallbackReason, ...digest }) => ({
              ...digest,
              ...(fallbackReason !== null && { fallbackReason }),
            })),
            briefs: (briefsOf.get(paper.id) ?? []).flatMap(({ id }) => byBrief.get(id) ?? []),
          },
        ]),
      )
    },

    /** Categories and keywords of every paper in a digest, with the day it first stood in one. */
    async subjects(): Promise<{ id: string; date: string; categories: string[]; keywords: string[] }[]> {
      const ofPaper = sql`${digestEntryTable.paperId}`
      const rows = await db
        .select({
          id: digestEntryTable.paperId,
          date: sql<string>`min(${digestTable.date})::text`,
          categories: sql<string[] | null>`(select v.categories from paper_version v
            where v.paper_id = ${ofPaper} order by v.version desc limit 1)`,
          keywords: sql<string | null>`(select b.fields->>'keywords' from brief b
            where b.paper_id = ${ofPaper} and b.form = 'summary' and b.outcome = 'pass' and b.engine <> 'extractive'
            order by b.id desc limit 1)`,
        })
        .from(digestEntryTable)
        .innerJoin(digestTable, eq(digestTable.id, digestEntryTable.digestId))
        .groupBy(digestEntryTable.paperId)
        .orderBy(sql`min(${digestTable.date}) desc`, asc(digestEntryTable.paperId))
      return rows.map(({ keywords, categories, ...row }) => ({
        ...row,
        categories: categories ?? [],
        keywords: splitKeywords(keywords ?? ''),
      }))
    },
  }
}
