/** Finds the paper that the library has under another id: by DOI first, then by title and author, with care. */
import { inArray, sql } from 'drizzle-orm'
import { parseArxivId } from '../paper/arxiv-id.ts'
import type { Paper } from '../paper/paper.ts'
import { foldTitle, isSameWork, isTellingTitle } from '../paper/same-work.ts'
import { makeDoiId } from '../paper/stable-id.ts'
import type { Transaction } from './database.ts'
import { paperTable, paperVersionTable, titleKey } from './schema.ts'

export function isArxivPaper(id: string): boolean {
  return parseArxivId(id)?.id === id
}

/**
 * By the id given: the id under which the library has the same work. Papers that it has under the id given, and
 * papers that it does not have, are left out. An arXiv paper is never taken for another arXiv paper.
 */
export async function identifyPapers(
  tx: Transaction,
  papers: readonly Paper[],
): Promise<Map<string, string>> {
  const known = await findKnown(
    tx,
    papers.map(({ id }) => id),
  )
  const open = papers.filter(({ id }) => !known.has(id))
  const found = await matchDois(tx, open)
  const rest = open.filter(({ id, title }) => !found.has(id) && isTellingTitle(title))
  for (const [id, other] of await matchTitles(tx, rest)) found.set(id, other)
  return dropContested(found)
}

/** Two arXiv papers cannot both be the one work: then neither is taken for it. */
function dropContested(found: ReadonlyMap<string, string>): Map<string, string> {
  const claims = Map.groupBy(
    [...found].filter(([id]) => isArxivPaper(id)),
    ([, other]) => other,
  )
  return new Map([...found].filter(([id, other]) => !isArxivPaper(id) || claims.get(other)?.length === 1))
}

async function findKnown(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .select({ id: paperTable.id })
    .from(paperTable)
    .where(inArray(paperTable.id, [...ids]))
  return new Set(rows.map(({ id }) => id))
}

async function matchDois(tx: Transaction, papers: readonly Paper[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const withDoi = papers.flatMap(({ id, doi }) => (doi ? [{ id, doi: doi.toLowerCase() }] : []))
  // A paper that came without an arXiv id stands under its DOI; the primary key finds it.
  const fromArxiv = withDoi.filter(({ id }) => isArxivPaper(id))
  const standing = await findKnown(
    tx,
    fromArxiv.map(({ doi }) => makeDoiId(doi)),
  )
  for (const { id, doi } of fromArxiv) if (standing.has(makeDoiId(doi))) found.set(id, makeDoiId(doi))
  const others = withDoi.filter(({ id }) => !isArxivPaper(id))
  const byDoi = await findByDoi(
    tx,
    others.map(({ doi }) => doi),
  )
  for (const { id, doi } of others) {
    const [other, second] = byDoi.get(doi) ?? []
    if (other !== undefined && second === undefined) found.set(id, other)
  }
  return found
}

/** Ids of papers by DOI in small letters. */
export async function findByDoi(
  tx: Pick<Transaction, 'selectDistinct'>,
  dois: readonly string[],
): Promise<Map<string, string[]>> {
  if (dois.length === 0) return new Map()
  const small = sql<string>`lower(${paperVersionTable.doi})`
  const rows = await tx
    .selectDistinct({ id: paperVersionTable.paperId, doi: small })
    .from(paperVersionTable)
    .where(inArray(small, [...dois]))
  const byDoi = new Map<string, string[]>()
  for (const { id, doi } of rows) byDoi.set(doi, [...(byDoi.get(doi) ?? []), id])
  return byDoi
}

/** Only where one paper alone bears the title, in any of its versions. */
async function matchTitles(tx: Transaction, papers: readonly Paper[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  if (papers.length === 0) return found
  const keys = papers.map(({ title }) => titleKey(sql`${title}::text`))
  // Of an expression the planner knows no figures before the table is analysed: it would read the whole table.
  await tx.execute(sql`set local enable_seqscan = off`)
  const rows = await tx
    .select({
      id: paperVersionTable.paperId,
      title: paperVersionTable.title,
      authors: paperVersionTable.authors,
      doi: sql<string | undefined>`${paperVersionTable.doi}`,
    })
    .from(paperVersionTable)
    .where(sql`${titleKey(paperVersionTable.title)} in (${sql.join(keys, sql`, `)})`)
  await tx.execute(sql`set local enable_seqscan = on`)
  const byTitle = Map.groupBy(rows, ({ title }) => foldTitle(title))
  for (const paper of papers) {
    const bearers = byTitle.get(foldTitle(paper.title)) ?? []
    const [bearer] = bearers
    if (!bearer || bearers.some(({ id }) => id !== bearer.id)) continue
    if (isArxivPaper(paper.id) && isArxivPaper(bearer.id)) continue
    if (bearers.some(other => isSameWork(paper, other))) found.set(paper.id, bearer.id)
  }
  return found
}
