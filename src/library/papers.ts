/** Papers, their versions and where they were listed. */
import { and, asc, between, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Announcement, Listing } from '../paper/listing.ts'
import type { PaperVersion } from '../paper/paper-version.ts'
import { type AddResult, addPapers, type CollectedPaper } from './add-papers.ts'
import type { Database } from './database.ts'
import { findByDoi } from './identify-papers.ts'
import { fromRow, type StoredPaper } from './paper-row.ts'
import { listingTable, paperTable, paperVersionTable } from './schema.ts'

export type { StoredPaper }

/** What holds of a paper as a whole. */
export interface PaperStanding {
  /** All versions, oldest first, where a source has told them. */
  history: PaperVersion[]
  /** Its source has deleted it. */
  deleted: boolean
}

export type Papers = ReturnType<typeof openPapers>

// Postgres takes 65,535 parameters a statement.
const BATCH = 500

export function openPapers(db: Database) {
  return {
    /**
     * Adds papers, listings and histories in one transaction a batch; the same again adds nothing. A paper that the
     * library has under another id (see docs/decisions/0006-one-paper.md) is found, not made a second time.
     */
    add: (items: readonly CollectedPaper[]): Promise<AddResult> => addPapers(db, items),

    /** Notes that their source has deleted these papers; how many of them the library knows. */
    async markDeleted(ids: readonly string[]): Promise<number> {
      let marked = 0
      for (let from = 0; from < ids.length; from += BATCH) {
        const rows = await db
          .update(paperTable)
          .set({ deleted: true })
          .where(inArray(paperTable.id, ids.slice(from, from + BATCH)))
          .returning({ id: paperTable.id })
        marked += rows.length
      }
      return marked
    },

    async standing(id: string): Promise<PaperStanding | undefined> {
      const [row] = await db.select().from(paperTable).where(eq(paperTable.id, id))
      return row && { history: row.history ?? [], deleted: row.deleted }
    },

    /** Which of these papers their source has deleted. */
    async deletedAmong(ids: readonly string[]): Promise<Set<string>> {
      const deleted = new Set<string>()
      for (let from = 0; from < ids.length; from += BATCH) {
        const rows = await db
          .select({ id: paperTable.id })
          .from(paperTable)
          .where(and(inArray(paperTable.id, ids.slice(from, from + BATCH)), eq(paperTable.deleted, true)))
        for (const { id } of rows) deleted.add(id)
      }
      return deleted
    },

    /** The papers, in any version, that bear this DOI. */
    async findDoi(doi: string): Promise<string[]> {
      const small = doi.toLowerCase()
      return (await findByDoi(db, [small])).get(small) ?? []
    },

    /** The newest version of each, in the order asked; unknown ids are left out. */
    async find(ids: readonly string[]): Promise<StoredPaper[]> {
      const found = new Map<string, StoredPaper>()
      for (let from = 0; from < ids.length; from += BATCH) {
        const rows = await db
          .selectDistinctOn([paperVersionTable.paperId])
          .from(paperVersionTable)
          .where(inArray(paperVersionTable.paperId, ids.slice(from, from + BATCH)))
          .orderBy(asc(paperVersionTable.paperId), desc(paperVersionTable.version))
        for (const row of rows) found.set(row.paperId, fromRow(row))
      }
      return ids.flatMap(id => found.get(id) ?? [])
    },

    async findVersion(id: string, version: number): Promise<StoredPaper | undefined> {
      const [row] = await db
        .select()
        .from(paperVersionTable)
        .where(and(eq(paperVersionTable.paperId, id), eq(paperVersionTable.version, version)))
      return row && fromRow(row)
    },

    async versions(id: string): Promise<StoredPaper[]> {
      const rows = await db
        .select()
        .from(paperVersionTable)
        .where(eq(paperVersionTable.paperId, id))
        .orderBy(asc(paperVersionTable.version))
      return rows.map(fromRow)
    },

    async listings(ids: readonly string[]): Promise<Map<string, Listing[]>> {
      const byPaper = new Map<string, Listing[]>()
      for (let from = 0; from < ids.length; from += BATCH) {
        const rows = await db
          .select()
          .from(listingTable)
          .where(inArray(listingTable.paperId, ids.slice(from, from + BATCH)))
          .orderBy(asc(listingTable.date), asc(listingTable.source))
        for (const row of rows)
          byPaper.set(row.paperId, [...(byPaper.get(row.paperId) ?? []), toListing(row)])
      }
      return byPaper
    },

    /** Ids of papers that were listed between two days (both included), the earliest listed first. */
    async listedBetween({
      from,
      to,
      source,
      kinds,
    }: {
      from: string
      to: string
      source?: string | undefined
      /** Absent: however they were announced. */
      kinds?: readonly Announcement[] | undefined
    }): Promise<string[]> {
      const rows = await db
        .select({ id: listingTable.paperId })
        .from(listingTable)
        .where(
          and(
            between(listingTable.date, from, to),
            source === undefined ? undefined : eq(listingTable.source, source),
            kinds === undefined ? undefined : inArray(listingTable.kind, [...kinds]),
          ),
        )
        .groupBy(listingTable.paperId)
        .orderBy(
          sql`min(${listingTable.date})`,
          sql`min(${listingTable.place}) nulls last`,
          asc(listingTable.paperId),
        )
      return rows.map(row => row.id)
    },

    async count(): Promise<number> {
      return db.$count(paperTable)
    },
  }
}

function toListing(row: typeof listingTable.$inferSelect): Listing {
  const { place, votes, createdAt: _, ...listing } = row
  return { ...listing, ...(place !== null && { place }), ...(votes !== null && { votes }) }
}
