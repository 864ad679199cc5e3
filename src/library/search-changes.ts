/** Notes whose text has changed, in the transaction that changes it, so that search catches up also after a crash. */
import { sql } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'
import { searchChangeTable } from './schema.ts'

export async function noteChanges(tx: Transaction | Database, paperIds: readonly string[]): Promise<void> {
  if (paperIds.length === 0) return
  await tx.execute(
    sql`insert into ${searchChangeTable} (paper_id) select unnest(${sql.param([...paperIds])}::text[])`,
  )
}
