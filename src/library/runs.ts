/** Runs: what was started, what is still going on, and what each reported. */
import { and, desc, eq, ne } from 'drizzle-orm'
import type { Database } from './database.ts'
import { runTable } from './schema.ts'

export type RunState = 'running' | 'done' | 'failed' | 'abandoned'

export type Runs = ReturnType<typeof openRuns>

export function openRuns(db: Database) {
  return {
    /**
     * The run to go on with: the one that an interrupted process left for the same target, else a new one.
     * With the database to ourselves, every other unfinished run is dead and is marked so.
     */
    async start({
      target,
      exclusive,
    }: {
      target: string
      exclusive: boolean
    }): Promise<{ id: number; resumed: boolean }> {
      if (exclusive) {
        await db
          .update(runTable)
          .set({ state: 'abandoned' })
          .where(and(eq(runTable.state, 'running'), ne(runTable.target, target)))
      }
      const [unfinished] = await db
        .select({ id: runTable.id })
        .from(runTable)
        .where(and(eq(runTable.state, 'running'), eq(runTable.target, target)))
        .orderBy(desc(runTable.id))
        .limit(1)
      if (unfinished && exclusive) return { id: unfinished.id, resumed: true }
      const [run] = await db
        .insert(runTable)
        .values({ target, state: 'running' })
        .returning({ id: runTable.id })
      if (!run) throw new Error('an insert that returns its row returned none')
      return { id: run.id, resumed: false }
    },

    async finish(id: number, state: RunState, report?: Record<string, unknown>): Promise<void> {
      await db
        .update(runTable)
        .set({ state, report: report ?? null, finishedAt: new Date() })
        .where(eq(runTable.id, id))
    },

    async isRunning(id: number): Promise<boolean> {
      const [run] = await db.select({ state: runTable.state }).from(runTable).where(eq(runTable.id, id))
      return run?.state === 'running'
    },

    async last(): Promise<{ target: string; state: RunState; createdAt: Date } | undefined> {
      const [run] = await db.select().from(runTable).orderBy(desc(runTable.id)).limit(1)
      return run
    },
  }
}
