/** Adds what was collected to the library: papers, versions, histories and listings. */
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Listing } from '../paper/listing.ts'
import type { Paper } from '../paper/paper.ts'
import type { PaperVersion } from '../paper/paper-version.ts'
import { foldTitle } from '../paper/same-work.ts'
import type { Database, Transaction } from './database.ts'
import { identifyPapers, isArxivPaper } from './identify-papers.ts'
import { chooseHistory, replacedColumns, supplement, toRow, type VersionRow } from './paper-row.ts'
import { renamePaper } from './rename-paper.ts'
import { listingTable, paperTable, paperVersionTable } from './schema.ts'
import { noteChanges } from './search-changes.ts'

export interface CollectedPaper {
  paper: Paper
  listings: readonly Listing[]
  /** All versions, oldest first, where the source tells. */
  versions?: readonly PaperVersion[] | undefined
}

/** `replaced`: a newer version of a paper whose version was known. */
export type AddOutcome = 'new' | 'known' | 'replaced'

export interface AddedPaper {
  /** Under which the library has it; another one than was given where it knew the paper already. */
  id: string
  outcome: AddOutcome
}

export interface AddResult {
  /** Papers that were not in the library before this call. */
  papers: number
  /** Papers that were. */
  known: number
  /** New versions of papers that were. */
  versions: number
  listings: number
  /** One for each item, in their order. */
  items: AddedPaper[]
}

interface Item extends CollectedPaper {
  /** Place in the call. */
  at: number
}

// Postgres takes 65,535 parameters a statement; a version has 17 columns.
const BATCH = 500

export async function addPapers(db: Database, given: readonly CollectedPaper[]): Promise<AddResult> {
  const result = { versions: 0, listings: 0 }
  const items: AddedPaper[] = []
  const all = given.map((item, at): Item => ({ ...item, at }))
  for (let from = 0; from < all.length; from += BATCH) {
    for (const wave of splitRepeats(all.slice(from, from + BATCH))) {
      const added = await db.transaction(tx => addWave(tx, wave))
      result.versions += added.versions
      result.listings += added.listings
      for (const [at, item] of added.items) items[at] = item
    }
  }
  const fresh = new Set(items.filter(({ outcome }) => outcome === 'new').map(({ id }) => id))
  const ids = new Set(items.map(({ id }) => id))
  return { papers: fresh.size, known: ids.size - fresh.size, ...result, items }
}

/**
 * The same paper twice in one batch (two categories, two versions, two sources) goes into successive waves, so
 * that each is merged with what the one before has stored. So do other papers after those of arXiv, and of one
 * title one after the other: they may be the same.
 */
function splitRepeats(items: readonly Item[]): Item[][] {
  const waves: Item[][] = []
  const place = (own: readonly Item[], keysOf: (item: Item) => string[]) => {
    const first = waves.length
    const seen = new Map<string, number>()
    for (const item of own) {
      const keys = keysOf(item)
      const wave = Math.max(...keys.map(key => seen.get(key) ?? 0))
      for (const key of keys) seen.set(key, wave + 1)
      waves[first + wave] ??= []
      waves[first + wave]?.push(item)
    }
  }
  place(
    items.filter(({ paper }) => isArxivPaper(paper.id)),
    ({ paper }) => [paper.id],
  )
  place(
    items.filter(({ paper }) => !isArxivPaper(paper.id)),
    ({ paper }) => [paper.id, ` ${foldTitle(paper.title)}`],
  )
  return waves
}

interface Added {
  versions: number
  listings: number
  items: Map<number, AddedPaper>
}

/** Every id at most once. */
async function addWave(tx: Transaction, wave: readonly Item[]): Promise<Added> {
  const same = await identifyPapers(
    tx,
    wave.map(({ paper }) => paper),
  )
  const added: Added = { versions: 0, listings: 0, items: new Map() }
  const foreign: Item[] = []
  const own: Item[] = []
  for (const item of wave) {
    const known = same.get(item.paper.id)
    if (known !== undefined && isArxivPaper(item.paper.id))
      await renamePaper(tx, { from: known, to: item.paper.id })
    if (known !== undefined && !isArxivPaper(item.paper.id)) foreign.push(item)
    else own.push(item)
  }
  await storeItems(tx, own, added)
  // One by one: two of them may turn out to be the same paper.
  for (const item of foreign) {
    const id = same.get(item.paper.id) ?? item.paper.id
    const [stored] = await newestVersions(tx, [id])
    const paper = stored ? supplement(stored, item.paper) : { ...item.paper, id }
    const listings = item.listings.map(listing => ({ ...listing, paperId: id }))
    await storeItems(tx, [{ ...item, paper, listings }], added)
  }
  return added
}

async function storeItems(tx: Transaction, items: readonly Item[], added: Added): Promise<void> {
  if (items.length === 0) return
  const rows = await tx
    .insert(paperTable)
    .values(
      items.map(({ paper, versions = [] }) => ({
        id: paper.id,
        history: versions.length > 0 ? [...versions] : null,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: paperTable.id })
  const newIds = new Set(rows.map(row => row.id))
  const known = items.filter(({ paper }) => !newIds.has(paper.id))
  const stored = await newestVersions(
    tx,
    known.map(({ paper }) => paper.id),
  )
  const newest = new Map(stored.map(row => [row.paperId, row]))
  const written = items.flatMap(({ paper }) => toRow(paper, newest.get(paper.id)) ?? [])
  if (written.length > 0) {
    await tx
      .insert(paperVersionTable)
      .values(written)
      .onConflictDoUpdate({
        target: [paperVersionTable.paperId, paperVersionTable.version],
        set: replacedColumns,
      })
    await noteChanges(
      tx,
      written.map(row => row.paperId),
    )
  }
  await keepHistories(tx, known)
  await markWithdrawn(tx, items)
  const newer = new Set(
    written
      .filter(row => row.version > (newest.get(row.paperId)?.version ?? row.version))
      .map(row => row.paperId),
  )
  for (const { at, paper } of items) {
    const isReplaced = newer.has(paper.id) && newest.get(paper.id)?.versionKnown
    const outcome = newIds.has(paper.id) ? 'new' : isReplaced ? 'replaced' : 'known'
    added.items.set(at, { id: paper.id, outcome })
  }
  added.versions += newer.size
  added.listings += await addListings(
    tx,
    items.flatMap(item => dropRepeats(item.listings)),
  )
}

/** A source that tells the history of a paper has it: whatever was said of its deletion before is past. */
async function keepHistories(tx: Transaction, items: readonly Item[]): Promise<void> {
  const told = items.filter(({ versions = [] }) => versions.length > 0)
  if (told.length === 0) return
  const rows = await tx
    .select()
    .from(paperTable)
    .where(
      inArray(
        paperTable.id,
        told.map(({ paper }) => paper.id),
      ),
    )
  const stored = new Map(rows.map(row => [row.id, row]))
  const changed = told.flatMap(({ paper, versions }) => {
    const row = stored.get(paper.id)
    const history = chooseHistory(row?.history, versions)
    return history || row?.deleted ? [{ id: paper.id, history: history ?? row?.history ?? null }] : []
  })
  if (changed.length === 0) return
  await tx
    .insert(paperTable)
    .values(changed)
    .onConflictDoUpdate({
      target: paperTable.id,
      set: { history: sql`excluded.history`, deleted: false },
    })
}

/** Also versions that were stored before they were withdrawn. */
async function markWithdrawn(tx: Transaction, items: readonly Item[]): Promise<void> {
  for (const { paper, versions = [] } of items) {
    const withdrawn = versions.filter(version => version.withdrawn).map(({ version }) => version)
    if (withdrawn.length === 0) continue
    await tx
      .update(paperVersionTable)
      .set({ withdrawn: true })
      .where(
        and(
          eq(paperVersionTable.paperId, paper.id),
          inArray(paperVersionTable.version, withdrawn),
          eq(paperVersionTable.versionKnown, true),
        ),
      )
  }
}

function newestVersions(tx: Transaction, ids: readonly string[]): Promise<VersionRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return tx
    .selectDistinctOn([paperVersionTable.paperId])
    .from(paperVersionTable)
    .where(inArray(paperVersionTable.paperId, [...ids]))
    .orderBy(asc(paperVersionTable.paperId), desc(paperVersionTable.version))
}

const STRENGTH = sql.raw(`array['new', 'cross', 'replace', 'replace-cross']`)

async function addListings(tx: Transaction, listings: readonly Listing[]): Promise<number> {
  if (listings.length === 0) return 0
  const rows = await tx
    .insert(listingTable)
    .values(listings.map(({ place = null, votes = null, ...listing }) => ({ ...listing, place, votes })))
    .onConflictDoUpdate({
      target: [listingTable.paperId, listingTable.source, listingTable.date],
      set: {
        votes: sql`coalesce(excluded.votes, ${listingTable.votes})`,
        place: sql`coalesce(excluded.place, ${listingTable.place})`,
        // Announced in two ways on one day (two routes, two categories), it is what it is in the stronger one.
        kind: sql`case when array_position(${STRENGTH}, excluded.kind) < array_position(${STRENGTH}, ${listingTable.kind})
          then excluded.kind else ${listingTable.kind} end`,
      },
    })
    .returning({ isNew: sql<boolean>`xmax = 0` })
  return rows.filter(row => row.isNew).length
}

function dropRepeats(listings: readonly Listing[]): Listing[] {
  return [...new Map(listings.map(listing => [`${listing.source} ${listing.date}`, listing])).values()]
}
