/** The per-paper jobs, kept by pg-boss in the library's own database. */
import { type Job, PgBoss } from 'pg-boss'
import { z } from 'zod'
import { forQueue, type OpenDatabase, type Transaction } from '../library/database.ts'

export const writeJobSchema = z.object({
  runId: z.number().int(),
  paperId: z.string(),
  version: z.number().int(),
  /** Place in the list of engines. */
  step: z.number().int().nonnegative(),
  /** 1 for the first answer of this engine. */
  attempt: z.number().int().positive(),
  /** The brief to mend; absent for a first answer and after one that could not be read. */
  revises: z.number().int().optional(),
  /** What went wrong so far, for the report. */
  faults: z.array(z.string()),
})
export type WriteJob = z.infer<typeof writeJobSchema>

export const checkJobSchema = z.object({
  runId: z.number().int(),
  paperId: z.string(),
  briefId: z.number().int(),
  /** Place of the brief's engine in the list; -1 for a brief that was imported. */
  step: z.number().int().min(-1),
  faults: z.array(z.string()),
})
export type CheckJob = z.infer<typeof checkJobSchema>

export interface JobsByStage {
  write: WriteJob
  check: CheckJob
}
export type Stage = keyof JobsByStage

const schemas = { write: writeJobSchema, check: checkJobSchema }
const STAGES = ['check', 'write'] as const

/** Does one job; completing it, saving what it made and enqueuing what follows go into one transaction. */
export type Handler<S extends Stage> = (job: JobsByStage[S], settle: Settle) => Promise<void>
export type Settle = (work: (tx: Transaction) => Promise<void>) => Promise<void>

export type Queue = Awaited<ReturnType<typeof openQueue>>

// A job that a killed process held is given to another after this; a paper takes a few minutes at the very most.
const EXPIRE_SECONDS = 1_800
const IDLE_MS = 300

export async function openQueue(database: Pick<OpenDatabase, 'db' | 'queueOptions' | 'exclusive'>) {
  const boss = new PgBoss({
    ...database.queueOptions,
    schema: 'pgboss',
    // A short command needs no maintenance of its own, and `serve` and `worker` turn it on.
    supervise: !database.exclusive,
    schedule: false,
  })
  // pg-boss reports background trouble as events; without a listener Node would end the process.
  boss.on('error', () => {})
  await boss.start()
  for (const stage of STAGES) {
    await boss.createQueue(stage, { policy: 'exclusive', retryLimit: 2, expireInSeconds: EXPIRE_SECONDS })
    // pg-boss looks a queue up on first use, over its own connection; inside a transaction of ours, PGlite's one
    // connection would wait for itself. Completing a job that is not there loads the queue and does nothing else.
    await boss.complete(stage, '00000000-0000-4000-8000-000000000000')
  }

  const add = async <S extends Stage>(
    stage: S,
    jobs: readonly JobsByStage[S][],
    tx?: Transaction,
  ): Promise<void> => {
    if (jobs.length === 0) return
    // One job a paper and run at a time: pg-boss drops a second one with the same key.
    const inserts = jobs.map(data => ({
      data,
      singletonKey: `${data.runId} ${data.paperId}`,
      expireInSeconds: EXPIRE_SECONDS,
    }))
    await boss.insert(stage, inserts, tx ? { db: forQueue(tx) } : {})
  }

  return {
    add,

    /** Forgets all jobs; only where no other process can be at work, since the library knows what is still to do. */
    async clear(): Promise<void> {
      for (const stage of STAGES) await boss.deleteAllJobs(stage)
    },

    /**
     * Works until `isDone`, at most `slots` jobs at a time; stops taking jobs once the signal is aborted. The first
     * error that a handler throws ends the work when what is under way has ended, and is thrown on.
     */
    async work({
      handlers,
      slots,
      isDone,
      onIdle,
      signal,
    }: {
      handlers: { [S in Stage]: Handler<S> }
      slots: number
      isDone: () => boolean
      /** Called when there is nothing to take although not all is done: another process may be at it. */
      onIdle: () => Promise<void>
      signal: AbortSignal
    }): Promise<void> {
      const active = new Set<Promise<void>>()
      let failure: { error: unknown } | undefined
      const start = <S extends Stage>(stage: S, job: Job<object>): void => {
        const settle: Settle = work =>
          database.db.transaction(async tx => {
            // First, since the job that follows has the same key and is dropped while this one is active.
            await boss.complete(stage, job.id, null, { db: forQueue(tx) })
            await work(tx)
          })
        const done = Promise.resolve()
          .then(() => handlers[stage](schemas[stage].parse(job.data) as JobsByStage[S], settle))
          .catch(async error => {
            failure ??= { error }
            await boss.fail(stage, job.id, { message: String(error) })
          })
          .finally(() => active.delete(done))
        active.add(done)
      }
      while (!failure && !signal.aborted && !isDone()) {
        let taken = 0
        for (const stage of STAGES) {
          const free = slots - active.size
          if (free <= 0) break
          const jobs = await boss.fetch<object>(stage, { batchSize: free })
          for (const job of jobs) start(stage, job)
          taken += jobs.length
        }
        if (taken > 0) continue
        if (active.size > 0) {
          await Promise.race(active)
          continue
        }
        await onIdle()
        if (!isDone()) await new Promise(resolve => setTimeout(resolve, IDLE_MS))
      }
      await Promise.all(active)
      if (failure) throw failure.error
    },

    async close(): Promise<void> {
      await boss.stop({ graceful: false, close: true })
    },
  }
}
