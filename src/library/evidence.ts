/** Which sentences of a paper bear each statement of a brief. */
import { asc, eq, inArray } from 'drizzle-orm'
import type { Evidence } from '../paper/evidence.ts'
import type { Database, Transaction } from './database.ts'
import { evidenceTable } from './schema.ts'

export type EvidenceShelf = ReturnType<typeof openEvidence>

export function openEvidence(db: Database) {
  return {
    /** Replaces what was kept for the brief; an empty list forgets it. */
    async save(
      briefId: number,
      evidence: readonly Evidence[],
      tx: Transaction | Database = db,
    ): Promise<void> {
      await tx.delete(evidenceTable).where(eq(evidenceTable.briefId, briefId))
      if (evidence.length === 0) return
      await tx.insert(evidenceTable).values(evidence.map(each => ({ briefId, ...each })))
    },

    /** By brief, each field's statements in their order; briefs without evidence are left out. */
    async ofBriefs(briefIds: readonly number[]): Promise<Map<number, Evidence[]>> {
      const byBrief = new Map<number, Evidence[]>()
      if (briefIds.length === 0) return byBrief
      const rows = await db
        .select()
        .from(evidenceTable)
        .where(inArray(evidenceTable.briefId, [...briefIds]))
        .orderBy(asc(evidenceTable.briefId), asc(evidenceTable.field), asc(evidenceTable.place))
      for (const { briefId, ...evidence } of rows)
        byBrief.set(briefId, [...(byBrief.get(briefId) ?? []), evidence])
      return byBrief
    },
  }
}
