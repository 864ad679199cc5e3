/** Briefs, the findings on them, and what they cost. */
import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Brief } from '../paper/brief.ts'
import type { Finding, VerdictOutcome } from '../paper/finding.ts'
import type { Database, Transaction } from './database.ts'
import { openModelCalls } from './model-calls.ts'
import { briefTable, findingTable } from './schema.ts'
import { noteChanges } from './search-changes.ts'

export interface NewBrief extends Brief {
  recipe: string
  source: string
  attempt: number
  runId?: number | undefined
  /** Why an engine further down the list wrote it; absent where the first one did. */
  reason?: string | undefined
}

export interface StoredBrief extends NewBrief {
  id: number
  /** Absent until the brief was checked. */
  outcome?: VerdictOutcome
}

export type Briefs = ReturnType<typeof openBriefs>

export function openBriefs(db: Database) {
  const modelCalls = openModelCalls(db)
  return {
    /** Saves a brief; one that is already there (same paper, form, recipe, engine and attempt) is given back. */
    async save(brief: NewBrief, tx: Transaction | Database = db): Promise<StoredBrief> {
      const [row] = await tx
        .insert(briefTable)
        .values(brief)
        .onConflictDoUpdate({
          target: [
            briefTable.paperId,
            briefTable.version,
            briefTable.form,
            briefTable.language,
            briefTable.recipe,
            briefTable.engine,
            briefTable.attempt,
          ],
          // The same text once more: it is this run's now, which has come to it anew.
          set: { runId: sql`coalesce(excluded.run_id, ${briefTable.runId})` },
        })
        .returning()
      if (!row) throw new Error('an insert that returns its row returned none')
      await noteChanges(tx, [row.paperId])
      return fromRow(row)
    },

    async find(id: number): Promise<StoredBrief | undefined> {
      const [row] = await db.select().from(briefTable).where(eq(briefTable.id, id))
      return row && fromRow(row)
    },

    /** By id; unknown ids are left out. */
    async findAll(ids: readonly number[]): Promise<Map<number, StoredBrief>> {
      if (ids.length === 0) return new Map()
      const rows = await db
        .select()
        .from(briefTable)
        .where(inArray(briefTable.id, [...ids]))
      return new Map(rows.map(row => [row.id, fromRow(row)]))
    },

    /** Every brief of these papers in one form, the newest first. */
    async ofPapers(paperIds: readonly string[], form: string): Promise<Map<string, StoredBrief[]>> {
      const byPaper = new Map<string, StoredBrief[]>()
      if (paperIds.length === 0) return byPaper
      const rows = await db
        .select()
        .from(briefTable)
        .where(and(inArray(briefTable.paperId, [...paperIds]), eq(briefTable.form, form)))
        .orderBy(desc(briefTable.id))
      for (const row of rows) byPaper.set(row.paperId, [...(byPaper.get(row.paperId) ?? []), fromRow(row)])
      return byPaper
    },

    async ofPaper(paperId: string): Promise<StoredBrief[]> {
      const rows = await db
        .select()
        .from(briefTable)
        .where(and(eq(briefTable.paperId, paperId), isNotNull(briefTable.outcome)))
        .orderBy(desc(briefTable.id))
      return rows.map(fromRow)
    },

    /** Keeps what the checks said; a second verdict on the same brief replaces the first. */
    async judge(
      {
        briefId,
        outcome,
        findings,
      }: { briefId: number; outcome: VerdictOutcome; findings: readonly Finding[] },
      tx: Transaction | Database = db,
    ): Promise<void> {
      const judged = await tx
        .update(briefTable)
        .set({ outcome })
        .where(eq(briefTable.id, briefId))
        .returning({ paperId: briefTable.paperId })
      await noteChanges(
        tx,
        judged.map(({ paperId }) => paperId),
      )
      await tx.delete(findingTable).where(eq(findingTable.briefId, briefId))
      if (findings.length > 0)
        await tx.insert(findingTable).values(findings.map(finding => ({ briefId, ...finding })))
    },

    async findings(briefIds: readonly number[]): Promise<Map<number, Finding[]>> {
      const byBrief = new Map<number, Finding[]>()
      if (briefIds.length === 0) return byBrief
      const rows = await db
        .select()
        .from(findingTable)
        .where(inArray(findingTable.briefId, [...briefIds]))
        .orderBy(findingTable.id)
      for (const { briefId, id: _, ...row } of rows) {
        const finding = Object.fromEntries(
          Object.entries(row).filter(([, value]) => value !== null),
        ) as unknown as Finding
        byBrief.set(briefId, [...(byBrief.get(briefId) ?? []), finding])
      }
      return byBrief
    },

    saveCalls: modelCalls.save,

    /** Tokens and cost of one run; the cost is undefined where a call's price is not known. */
    async cost(
      runId: number,
    ): Promise<{ in: number; out: number; cached: number; amount: number | undefined; calls: number }> {
      const { unpriced, amount, failed: _, ...tokens } = await modelCalls.ofRun(runId)
      return { ...tokens, amount: unpriced > 0 ? undefined : amount }
    },
  }
}

function fromRow({
  createdAt: _,
  model,
  outcome,
  runId,
  reason,
  basisReason,
  ...row
}: typeof briefTable.$inferSelect): StoredBrief {
  return {
    ...row,
    ...(model !== null && { model }),
    ...(outcome !== null && { outcome }),
    ...(runId !== null && { runId }),
    ...(reason !== null && { reason }),
    ...(basisReason !== null && { basisReason }),
  }
}
