/** Runs: what was started, what is still going on, and what each reported. */
import { and, desc, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from './database.ts'
import { runTable } from './schema.ts'

export type RunState = 'running' | 'done' | 'failed' | 'abandoned'

/** A run as it is kept, with what its target says. */
export interface StoredRun {
  id: number
  /** Empty where the run was for no edition: an import. */
  edition: string
  date: string
  language: string
  state: RunState
  report: Record<string, unknown> | null
  createdAt: Date
  finishedAt: Date | null
}

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

    /** The newest first. */
    async list(limit: number): Promise<StoredRun[]> {
      const rows = await db.select().from(runTable).orderBy(desc(runTable.id)).limit(limit)
      return rows.map(({ target, ...run }) => ({ ...run, ...readTarget(target) }))
    },

    async last(): Promise<{ target: string; state: RunState; createdAt: Date } | undefined> {
      const [run] = await db.select().from(runTable).orderBy(desc(runTable.id)).limit(1)
      return run
    },
  }
}

// The first part of a run's target is the digest's key; what else stands there is of no edition.
const targetSchema = z.tuple(
  [z.object({ edition: z.string(), date: z.string(), language: z.string() })],
  z.unknown(),
)

function readTarget(target: string): Pick<StoredRun, 'edition' | 'date' | 'language'> {
  try {
    const [{ edition, date, language }] = targetSchema.parse(JSON.parse(target))
    return { edition, date, language }
  } catch {
    return { edition: '', date: '', language: '' }
  }
}
