/** What readers have said of papers: saved, read, hidden, and their notes. */
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Database } from './database.ts'
import { markTable } from './schema.ts'

export type MarkKind = (typeof markTable.$inferSelect)['kind']

export interface Mark {
  paperId: string
  kind: MarkKind
  /** Of a note alone. */
  note?: string
}

export type Marks = ReturnType<typeof openMarks>

export function openMarks(db: Database) {
  const ofReader = (reader: string) => eq(markTable.reader, reader)
  return {
    async of(reader: string, paperIds: readonly string[]): Promise<Mark[]> {
      if (paperIds.length === 0) return []
      const rows = await db
        .select()
        .from(markTable)
        .where(and(ofReader(reader), inArray(markTable.paperId, [...paperIds])))
        .orderBy(asc(markTable.paperId), asc(markTable.kind))
      return rows.map(fromRow)
    },

    /** All of one kind, the newest first. */
    async list(reader: string, kind: MarkKind): Promise<Mark[]> {
      const rows = await db
        .select()
        .from(markTable)
        .where(and(ofReader(reader), eq(markTable.kind, kind)))
        .orderBy(desc(markTable.createdAt), asc(markTable.paperId))
      return rows.map(fromRow)
    },

    /** The same mark again changes nothing but the words of a note. The paper must be in the library. */
    async set(reader: string, { paperId, kind, note }: Mark): Promise<void> {
      await db
        .insert(markTable)
        .values({ reader, paperId, kind, note: note ?? null })
        .onConflictDoUpdate({
          target: [markTable.reader, markTable.paperId, markTable.kind],
          set: { note: note ?? null },
        })
    },

    async clear(reader: string, { paperId, kind }: Mark): Promise<void> {
      await db
        .delete(markTable)
        .where(and(ofReader(reader), eq(markTable.paperId, paperId), eq(markTable.kind, kind)))
    },
  }
}

function fromRow({ paperId, kind, note }: typeof markTable.$inferSelect): Mark {
  return { paperId, kind, ...(note !== null && { note }) }
}
