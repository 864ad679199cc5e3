/** Digests: which papers each dated number of an edition held, and by which briefs. */
import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Layout } from '../paper/edition.ts'
import type { Database, Transaction } from './database.ts'
import { briefTable, digestEntryTable, digestTable } from './schema.ts'

export interface DigestKey {
  edition: string
  date: string
  language: string
  layout: Layout
}

export interface StoredEntry {
  paperId: string
  briefId: number
  fallbackReason?: string
}

/** How a digest was published, beside what it holds. */
export interface DigestManner {
  /** Below the output folder, parts separated by `/`; absent for a digest that was imported. */
  path?: string
  /** Whether the table names all authors. */
  allAuthors: boolean
}

export interface StoredDigest extends DigestKey, DigestManner {
  id: number
  entries: StoredEntry[]
}

export type Digests = ReturnType<typeof openDigests>

export function openDigests(db: Database) {
  return {
    /** Saves a digest; the same number published again takes the place of the first. */
    async save(
      key: DigestKey,
      { entries, ...manner }: DigestManner & { entries: readonly StoredEntry[] },
      tx: Transaction | Database = db,
    ): Promise<number> {
      const [digest] = await tx
        .insert(digestTable)
        .values({ ...key, ...manner })
        .onConflictDoUpdate({
          target: [digestTable.edition, digestTable.date, digestTable.language, digestTable.layout],
          set: { createdAt: sql`now()`, path: manner.path ?? null, allAuthors: manner.allAuthors },
        })
        .returning({ id: digestTable.id })
      if (!digest) throw new Error('an insert that returns its row returned none')
      await tx.delete(digestEntryTable).where(eq(digestEntryTable.digestId, digest.id))
      if (entries.length > 0) {
        await tx
          .insert(digestEntryTable)
          .values(entries.map((entry, place) => ({ digestId: digest.id, place, ...entry })))
      }
      return digest.id
    },

    async find(key: {
      edition: string
      date?: string | undefined
      language?: string | undefined
      layout?: Layout | undefined
    }): Promise<StoredDigest | undefined> {
      const [digest] = await db
        .select()
        .from(digestTable)
        .where(
          and(
            eq(digestTable.edition, key.edition),
            key.date === undefined ? undefined : eq(digestTable.date, key.date),
            key.language === undefined ? undefined : eq(digestTable.language, key.language),
            key.layout === undefined ? undefined : eq(digestTable.layout, key.layout),
          ),
        )
        .orderBy(desc(digestTable.date), desc(digestTable.createdAt))
        .limit(1)
      if (!digest) return undefined
      const entries = await db
        .select()
        .from(digestEntryTable)
        .where(eq(digestEntryTable.digestId, digest.id))
        .orderBy(asc(digestEntryTable.place))
      const { path, ...rest } = digest
      return {
        ...rest,
        ...(path !== null && { path }),
        entries: entries.map(({ paperId, briefId, fallbackReason }) => ({
          paperId,
          briefId,
          ...(fallbackReason !== null && { fallbackReason }),
        })),
      }
    },

    /** Every digest with its number of papers, the newest first. */
    async list(): Promise<(DigestKey & { papers: number; path: string | null })[]> {
      const rows = await db
        .select({
          edition: digestTable.edition,
          date: digestTable.date,
          language: digestTable.language,
          layout: digestTable.layout,
          path: digestTable.path,
          papers: sql<number>`count(${digestEntryTable.paperId})::int`,
        })
        .from(digestTable)
        .leftJoin(digestEntryTable, eq(digestEntryTable.digestId, digestTable.id))
        .groupBy(digestTable.id)
        .orderBy(desc(digestTable.date), asc(digestTable.edition))
      return rows
    },

    /** Which of these papers another number of the edition has held already. */
    async alreadyListed({
      edition,
      date,
      ids,
    }: {
      edition: string
      date: string
      ids: readonly string[]
    }): Promise<Set<string>> {
      if (ids.length === 0) return new Set()
      const rows = await db
        .selectDistinct({ id: digestEntryTable.paperId })
        .from(digestEntryTable)
        .innerJoin(digestTable, eq(digestTable.id, digestEntryTable.digestId))
        .where(
          and(
            eq(digestTable.edition, edition),
            ne(digestTable.date, date),
            inArray(digestEntryTable.paperId, [...ids]),
          ),
        )
      return new Set(rows.map(row => row.id))
    },

    /** As `alreadyListed`, with the newest version that stood there. */
    async listedVersions({
      edition,
      date,
      ids,
    }: {
      edition: string
      date: string
      ids: readonly string[]
    }): Promise<Map<string, number>> {
      if (ids.length === 0) return new Map()
      const rows = await db
        .select({ id: digestEntryTable.paperId, version: sql<number>`max(${briefTable.version})::int` })
        .from(digestEntryTable)
        .innerJoin(digestTable, eq(digestTable.id, digestEntryTable.digestId))
        .innerJoin(briefTable, eq(briefTable.id, digestEntryTable.briefId))
        .where(
          and(
            eq(digestTable.edition, edition),
            ne(digestTable.date, date),
            inArray(digestEntryTable.paperId, [...ids]),
          ),
        )
        .groupBy(digestEntryTable.paperId)
      return new Map(rows.map(({ id, version }) => [id, version]))
    },

    /** The digests that hold a paper, the newest first. */
    async holding(paperId: string): Promise<DigestKey[]> {
      return db
        .selectDistinct({
          edition: digestTable.edition,
          date: digestTable.date,
          language: digestTable.language,
          layout: digestTable.layout,
        })
        .from(digestTable)
        .innerJoin(digestEntryTable, eq(digestEntryTable.digestId, digestTable.id))
        .where(eq(digestEntryTable.paperId, paperId))
        .orderBy(desc(digestTable.date))
    },
  }
}
