/** Full texts of papers, by version. */
import { and, eq } from 'drizzle-orm'
import type { FullText } from '../paper/full-text.ts'
import type { Database } from './database.ts'
import { fullTextTable } from './schema.ts'

export type FullTexts = ReturnType<typeof openFullTexts>

export function openFullTexts(db: Database) {
  return {
    async find(paperId: string, version: number): Promise<FullText | undefined> {
      const [row] = await db
        .select()
        .from(fullTextTable)
        .where(and(eq(fullTextTable.paperId, paperId), eq(fullTextTable.version, version)))
      return row?.content
    },
    /** A text read again (by a better reader) takes the place of the first. */
    async save(paperId: string, version: number, content: FullText): Promise<void> {
      await db
        .insert(fullTextTable)
        .values({ paperId, version, content })
        .onConflictDoUpdate({ target: [fullTextTable.paperId, fullTextTable.version], set: { content } })
    },
  }
}
