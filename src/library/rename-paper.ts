/** Gives a paper another id, with everything that the library holds of it. */
import { eq, getTableColumns, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import type { Transaction } from './database.ts'
import * as schema from './schema.ts'

const { paperTable, paperVersionTable } = schema

/** Every table that names papers, besides that of their versions: a table made later is among them by itself. */
const naming = Object.values(schema)
  .filter(table => is(table, PgTable))
  .filter(table => table !== paperVersionTable && 'paperId' in getTableColumns(table))

/** `to` must not be in the library yet. Nothing of the paper is lost: briefs, digests and marks follow it. */
export async function renamePaper(
  tx: Transaction,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const [paper] = await tx.select().from(paperTable).where(eq(paperTable.id, from))
  if (!paper) throw new Error(`the paper ${from} to rename is not there`)
  await tx.insert(paperTable).values({ ...paper, id: to })
  const versions = await tx.select().from(paperVersionTable).where(eq(paperVersionTable.paperId, from))
  if (versions.length > 0)
    await tx.insert(paperVersionTable).values(versions.map(version => ({ ...version, paperId: to })))
  for (const table of naming)
    await tx.execute(sql`update ${table} set paper_id = ${to} where paper_id = ${from}`)
  await tx.delete(paperVersionTable).where(eq(paperVersionTable.paperId, from))
  await tx.delete(paperTable).where(eq(paperTable.id, from))
}
