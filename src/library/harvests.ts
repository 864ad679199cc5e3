/** Where long harvests keep their place, so that one that was stopped anywhere goes on from there. */
import { eq } from 'drizzle-orm'
import type { Database } from './database.ts'
import { harvestTable } from './schema.ts'

export type Harvests = ReturnType<typeof openHarvests>

export function openHarvests(db: Database) {
  return {
    async get(key: string): Promise<string | undefined> {
      const [row] = await db.select().from(harvestTable).where(eq(harvestTable.key, key))
      return row?.value
    },
    /** `undefined` forgets the key. */
    async set(key: string, value: string | undefined): Promise<void> {
      if (value === undefined) await db.delete(harvestTable).where(eq(harvestTable.key, key))
      else
        await db
          .insert(harvestTable)
          .values({ key, value })
          .onConflictDoUpdate({ target: harvestTable.key, set: { value } })
    },
  }
}
