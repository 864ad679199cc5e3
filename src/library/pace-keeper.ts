/** Keeps, for all processes on one library, whose turn it is to ask a service, and from when on. */
import { randomUUID } from 'node:crypto'
import { scheduler } from 'node:timers/promises'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { harvestTable } from './schema.ts'

export interface PaceKeeperOptions {
  /** Whether only this process can be using the database: a turn of another one is then that of a dead one. */
  exclusive: boolean
  /** A turn that is not renewed for so long was its process's last. */
  leaseMs?: number
  pollMs?: number
}

export type LibraryPaceKeeper = ReturnType<typeof openPaceKeeper>

const PROCESS = randomUUID()
const LONGEST_PACE_MS = 3_600_000
// Of the database, so that machines whose clocks differ agree.
const NOW_MS = sql`(extract(epoch from clock_timestamp()) * 1000)::float8`

/**
 * A turn is a lease in a row of its own, renewed while it is held: no connection and no transaction stays open
 * during a request, and it works the same on both databases. It is taken only when the pace allows a request, so
 * that between two requests all processes have the same chance.
 */
export function openPaceKeeper(
  db: Database,
  { exclusive, leaseMs = 15_000, pollMs = 100 }: PaceKeeperOptions,
) {
  const field = (name: string) => sql`(${harvestTable.value}::jsonb ->> ${name})`
  const change = (key: string, holder: string, fields: SQL) =>
    db
      .update(harvestTable)
      .set({ value: sql`(${harvestTable.value}::jsonb || ${fields})::text` })
      .where(and(eq(harvestTable.key, key), eq(field('holder'), holder)))

  const tryToTake = async (key: string, holder: string): Promise<boolean> => {
    const lease = sql`jsonb_build_object('holder', ${holder}::text, 'untilMs', ${NOW_MS} + ${leaseMs}::float8)`
    const isDead = exclusive ? sql`${field('holder')} not like ${`${PROCESS}%`}` : sql`false`
    const rows = await db
      .insert(harvestTable)
      .values({ key, value: sql`(${lease} || '{"nextMs": 0}')::text` })
      .onConflictDoUpdate({
        target: harvestTable.key,
        set: { value: sql`(${harvestTable.value}::jsonb || ${lease})::text` },
        // A time far ahead was written before a clock was set back.
        setWhere: sql`(${isDead} or ${field('untilMs')}::float8 not between ${NOW_MS} and ${NOW_MS} + ${2 * leaseMs}::float8)
          and ${field('nextMs')}::float8 not between ${NOW_MS} and ${NOW_MS} + ${LONGEST_PACE_MS}::float8`,
      })
      .returning({ key: harvestTable.key })
    return rows.length > 0
  }

  const waitMs = async (key: string): Promise<number> => {
    const [row] = await db
      .select({ left: sql<number>`(${field('nextMs')}::float8 - ${NOW_MS})::float8` })
      .from(harvestTable)
      .where(eq(harvestTable.key, key))
    // With some disorder, or the same process would always come first.
    return Math.max(row?.left ?? 0, pollMs) + Math.random() * pollMs
  }

  return {
    async take(group: string, signal?: AbortSignal) {
      const key = `pace ${group}`
      const holder = `${PROCESS} ${randomUUID()}`
      while (!(await tryToTake(key, holder))) {
        try {
          await scheduler.wait(await waitMs(key), { signal })
        } catch (error) {
          throw signal?.aborted ? signal.reason : error
        }
      }
      const renew = () =>
        change(key, holder, sql`jsonb_build_object('untilMs', ${NOW_MS} + ${leaseMs}::float8)`).catch(
          () => {},
        )
      const timer = setInterval(renew, leaseMs / 3).unref()
      return {
        async count(paceMs: number) {
          await change(key, holder, sql`jsonb_build_object('nextMs', ${NOW_MS} + ${paceMs}::float8)`)
        },
        async release() {
          clearInterval(timer)
          await change(key, holder, sql`'{"untilMs": 0}'::jsonb`).catch(() => {})
        },
      }
    },
  }
}
