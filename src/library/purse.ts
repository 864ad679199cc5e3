/** The money that one run may spend, beside what the month has cost and what runs in other processes have set aside. */
import { and, eq, gte, ne, sql } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'
import { modelCallTable, runTable } from './schema.ts'

export interface PurseRequest {
  runId: number
  /** Undefined: no such limit. */
  perRun: number | undefined
  perMonth: number | undefined
  /** Whether other processes may draw from the same month: then money is set aside in small parts. */
  shared: boolean
  /** The month of the limit is the one of this moment, UTC; the present by default. */
  now?: Date
}

export interface OpenPurse {
  /** Sets aside for this run and gives at least `amount`, or what is left where that is less. */
  claim(amount: number): Promise<number>
}

// Small enough that several runs get their part of a month, large enough that few calls need to ask.
const PARTS_OF_MONTH = 50
const LOCK = 7_230_113
// A run that a crash left open in a shared database holds what it had set aside no longer than this.
const LONGEST_RUN_MS = 24 * 60 * 60 * 1_000

/**
 * What a run sets aside stands in its row while it goes on (`report.claimed`, what it spent before included), under
 * one lock for all processes: what all calls of the month have cost, and what going runs may still spend, together
 * never pass the limit.
 */
export async function openPurse(
  db: Database,
  { runId, perRun, perMonth, shared, now = new Date() }: PurseRequest,
): Promise<OpenPurse> {
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth()))
  // Of a run that goes on where it was: its calls before this process.
  const before = {
    run: await sumCosts(db, { of: 'run', runId }),
    month: await sumCosts(db, { of: 'run', runId, from: month }),
  }
  const part = shared && perMonth !== undefined ? perMonth / PARTS_OF_MONTH : Number.POSITIVE_INFINITY
  let claimed = 0

  async function findLeft(tx: Transaction): Promise<number> {
    const ofRun = perRun === undefined ? Number.POSITIVE_INFINITY : perRun - before.run - claimed
    if (perMonth === undefined) return ofRun
    const others = await sumCosts(tx, { of: 'others', runId, from: month })
    const promised = await sumPromises(tx, { runId, month, now })
    return Math.min(ofRun, perMonth - others - promised - before.month - claimed)
  }

  return {
    claim: amount =>
      db.transaction(async tx => {
        await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
        const left = Math.max(0, await findLeft(tx))
        const given = Math.min(left, Math.max(amount, part))
        claimed += given
        if (shared && perMonth !== undefined && given > 0)
          await tx
            .update(runTable)
            .set({ report: { claimed: before.month + claimed } })
            .where(eq(runTable.id, runId))
        return given
      }),
  }
}

interface CostRequest {
  of: 'run' | 'others'
  runId: number
  from?: Date
}

async function sumCosts(db: Database | Transaction, { of, runId, from }: CostRequest): Promise<number> {
  const isMeant =
    of === 'run' ? eq(modelCallTable.runId, runId) : sql`${modelCallTable.runId} is distinct from ${runId}`
  const [row] = await db
    .select({ amount: sql<number>`coalesce(sum(${modelCallTable.cost}), 0)::float8` })
    .from(modelCallTable)
    .where(and(isMeant, from && gte(modelCallTable.createdAt, from)))
  return row?.amount ?? 0
}

/** What other runs that go on have set aside this month and not yet spent. */
async function sumPromises(
  tx: Transaction,
  { runId, month, now }: { runId: number; month: Date; now: Date },
): Promise<number> {
  const spent = tx
    .select({
      runId: modelCallTable.runId,
      amount: sql<number>`sum(${modelCallTable.cost})`.as('amount'),
    })
    .from(modelCallTable)
    .where(gte(modelCallTable.createdAt, month))
    .groupBy(modelCallTable.runId)
    .as('spent')
  const claimed = sql`(${runTable.report} ->> 'claimed')::float8`
  const [row] = await tx
    .select({
      amount: sql<number>`coalesce(sum(greatest(0, ${claimed} - coalesce(${spent.amount}, 0))), 0)::float8`,
    })
    .from(runTable)
    .leftJoin(spent, eq(spent.runId, runTable.id))
    .where(
      and(
        eq(runTable.state, 'running'),
        ne(runTable.id, runId),
        gte(runTable.createdAt, new Date(now.getTime() - LONGEST_RUN_MS)),
      ),
    )
  return row?.amount ?? 0
}
