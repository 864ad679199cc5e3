/** Calls to models: what each used and cost, sums of it, and the purse from which runs draw. */
import { and, desc, eq, gte, type SQL, sql } from 'drizzle-orm'
import type { CallGrouping } from '../paper/call-grouping.ts'
import type { Database, Transaction } from './database.ts'
import { openPurse, type PurseRequest } from './purse.ts'
import { modelCallTable, runTable } from './schema.ts'

/** One HTTP call to a model. */
export interface NewModelCall {
  runId: number
  paperId: string
  /** What it was for: `draft`, `revise`, `judge`. */
  step: string
  /** Name of the service. */
  engine: string
  model: string
  /** `ok`, or the code of the error. */
  outcome: string
  usage: { in: number; out: number; cached: number }
  /** Undefined: the price is not known. */
  costAmount: number | undefined
  latencyMs: number
}

/** Sums over calls. */
export interface CallSums {
  calls: number
  failed: number
  in: number
  out: number
  cached: number
  /** Of the calls whose price is known. */
  amount: number
  /** Calls that used tokens at a price that is not known. */
  unpriced: number
}

export interface CallGroup extends CallSums {
  key: string
}

/** First good drafts of one model, and how many papers it was asked about. */
export interface DraftSums {
  engine: string
  model: string
  papers: number
  in: number
  out: number
  cached: number
}

export type ModelCalls = ReturnType<typeof openModelCalls>

const sums = {
  calls: sql<number>`count(*)::int`,
  failed: sql<number>`count(*) filter (where ${modelCallTable.outcome} <> 'ok')::int`,
  in: sql<number>`coalesce(sum(${modelCallTable.tokensIn}), 0)::float8`,
  out: sql<number>`coalesce(sum(${modelCallTable.tokensOut}), 0)::float8`,
  cached: sql<number>`coalesce(sum(${modelCallTable.tokensCached}), 0)::float8`,
  amount: sql<number>`coalesce(sum(${modelCallTable.cost}), 0)::float8`,
  unpriced: sql<number>`count(*) filter (where ${modelCallTable.cost} is null and ${modelCallTable.tokensIn} + ${modelCallTable.tokensOut} > 0)::int`,
}

// The first part of a run's target is the digest's key; what else stands there is of no edition.
const edition = sql<string>`case when left(${runTable.target}, 2) = '[{' then coalesce(${runTable.target}::jsonb #>> '{0,edition}', '') else '' end`
const keys: Record<CallGrouping, SQL<string>> = {
  day: sql<string>`to_char(${modelCallTable.createdAt} at time zone 'UTC', 'YYYY-MM-DD')`,
  edition,
  model: sql<string>`case when ${modelCallTable.engine} = 'llm' then ${modelCallTable.model} else ${modelCallTable.model} || ' at ' || ${modelCallTable.engine} end`,
  step: sql<string>`${modelCallTable.step}`,
}

export function openModelCalls(db: Database) {
  return {
    async save(calls: readonly NewModelCall[], tx: Transaction | Database = db): Promise<void> {
      if (calls.length === 0) return
      await tx.insert(modelCallTable).values(
        calls.map(({ usage, costAmount, latencyMs, ...call }) => ({
          ...call,
          tokensIn: usage.in,
          tokensOut: usage.out,
          tokensCached: usage.cached,
          cost: costAmount ?? null,
          latencyMs: Math.round(latencyMs),
        })),
      )
    },

    async ofRun(runId: number): Promise<CallSums> {
      const [row] = await db.select(sums).from(modelCallTable).where(eq(modelCallTable.runId, runId))
      return oneRow(row)
    },

    /** Over all calls since then. */
    async since(from: Date | undefined): Promise<CallSums> {
      const [row] = await db.select(sums).from(modelCallTable).where(begunSince(from))
      return oneRow(row)
    },

    /** The newest day first; else the dearest group first, then the one with the most tokens. Days are UTC. */
    async group(by: CallGrouping, from?: Date): Promise<CallGroup[]> {
      const key = keys[by]
      const order = by === 'day' ? [desc(key)] : [desc(sums.amount), desc(sums.out), key]
      return db
        .select({ key, ...sums })
        .from(modelCallTable)
        .leftJoin(runTable, eq(runTable.id, modelCallTable.runId))
        .where(begunSince(from))
        .groupBy(key)
        .orderBy(...order)
    },

    /** Of each service and model: its first good draft of each paper and run. */
    async firstDrafts(from?: Date): Promise<DraftSums[]> {
      const first = db
        .selectDistinctOn([
          modelCallTable.runId,
          modelCallTable.paperId,
          modelCallTable.engine,
          modelCallTable.model,
        ])
        .from(modelCallTable)
        .where(and(eq(modelCallTable.step, 'draft'), eq(modelCallTable.outcome, 'ok'), begunSince(from)))
        .orderBy(
          modelCallTable.runId,
          modelCallTable.paperId,
          modelCallTable.engine,
          modelCallTable.model,
          modelCallTable.id,
        )
        .as('first_draft')
      return db
        .select({
          engine: first.engine,
          model: first.model,
          papers: sql<number>`count(*)::int`,
          in: sql<number>`sum(${first.tokensIn})::float8`,
          out: sql<number>`sum(${first.tokensOut})::float8`,
          cached: sql<number>`sum(${first.tokensCached})::float8`,
        })
        .from(first)
        .groupBy(first.engine, first.model)
    },

    /** The money that a run may spend, together with the runs before it and beside it. */
    openPurse: (request: PurseRequest) => openPurse(db, request),
  }
}

function begunSince(from: Date | undefined): SQL | undefined {
  return from === undefined ? undefined : gte(modelCallTable.createdAt, from)
}

function oneRow<T>(row: T | undefined): T {
  if (!row) throw new Error('an aggregate always has one row')
  return row
}
