/** Earlier answers of the sources, for conditional requests. */
import { eq } from 'drizzle-orm'
import type { Database } from './database.ts'
import { httpCacheTable } from './schema.ts'

export interface CachedAnswer {
  etag?: string
  lastModified?: string
  text: string
}

export type HttpCache = ReturnType<typeof openHttpCache>

export function openHttpCache(db: Database) {
  return {
    async get(url: string): Promise<CachedAnswer | undefined> {
      const [row] = await db.select().from(httpCacheTable).where(eq(httpCacheTable.url, url))
      return row?.entry
    },
    async set(url: string, entry: CachedAnswer): Promise<void> {
      await db
        .insert(httpCacheTable)
        .values({ url, entry })
        .onConflictDoUpdate({ target: httpCacheTable.url, set: { entry } })
    },
  }
}
