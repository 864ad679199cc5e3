/** Papers, their versions and where they were listed. */
import { and, asc, between, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Listing } from '../paper/listing.ts'
import type { Paper } from '../paper/paper.ts'
import type { Database, Transaction } from './database.ts'
import { listingTable, paperTable, paperVersionTable } from './schema.ts'

/** A paper as the library knows it: its version has a number. */
export type StoredPaper = Paper & { version: number }

export interface CollectedPaper {
  paper: Paper
  listings: readonly Listing[]
}

export interface AddResult {
  /** Papers that were not in the library before this call. */
  papers: number
  /** Papers that were. */
  known: number
  /** New versions of papers that were. */
  versions: number
  listings: number
}

export type Papers = ReturnType<typeof openPapers>

// Postgres takes 65,535 parameters a statement; a version has 17 columns.
const BATCH = 500

export function openPapers(db: Database) {
  return {
    /** Adds papers and listings in one transaction a batch; the same again adds nothing. */
    async add(items: readonly CollectedPaper[]): Promise<AddResult> {
      const newIds = new Set<string>()
      const result = { versions: 0, listings: 0 }
      for (let from = 0; from < items.length; from += BATCH) {
        for (const wave of splitRepeats(items.slice(from, from + BATCH))) {
          const added = await addWave(db, wave)
          for (const id of added.newIds) newIds.add(id)
          result.versions += added.versions
          result.listings += added.listings
        }
      }
      const ids = new Set(items.map(({ paper }) => paper.id))
      return { papers: newIds.size, known: ids.size - newIds.size, ...result }
    },

    /** The newest version of each, in the order asked; unknown ids are left out. */
    async find(ids: readonly string[]): Promise<StoredPaper[]> {
      const found = new Map<string, StoredPaper>()
      for (let from = 0; from < ids.length; from += BATCH) {
        const rows = await db
          .selectDistinctOn([paperVersionTable.paperId])
          .from(paperVersionTable)
          .where(inArray(paperVersionTable.paperId, ids.slice(from, from + BATCH)))
          .orderBy(asc(paperVersionTable.paperId), desc(paperVersionTable.version))
        for (const row of rows) found.set(row.paperId, fromRow(row))
      }
      return ids.flatMap(id => found.get(id) ?? [])
    },

    async findVersion(id: string, version: number): Promise<StoredPaper | undefined> {
      const [row] = await db
        .select()
        .from(paperVersionTable)
        .where(and(eq(paperVersionTable.paperId, id), eq(paperVersionTable.version, version)))
      return row && fromRow(row)
    },

    async versions(id: string): Promise<StoredPaper[]> {
      const rows = await db
        .select()
        .from(paperVersionTable)
        .where(eq(paperVersionTable.paperId, id))
        .orderBy(asc(paperVersionTable.version))
      return rows.map(fromRow)
    },

    async listings(ids: readonly string[]): Promise<Map<string, Listing[]>> {
      const byPaper = new Map<string, Listing[]>()
      for (let from = 0; from < ids.length; from += BATCH) {
        const rows = await db
          .select()
          .from(listingTable)
          .where(inArray(listingTable.paperId, ids.slice(from, from + BATCH)))
          .orderBy(asc(listingTable.date), asc(listingTable.source))
        for (const row of rows)
          byPaper.set(row.paperId, [...(byPaper.get(row.paperId) ?? []), toListing(row)])
      }
      return byPaper
    },

    /** Ids of papers that were listed between two days (both included), the earliest listed first. */
    async listedBetween({
      from,
      to,
      source,
    }: {
      from: string
      to: string
      source?: string | undefined
    }): Promise<string[]> {
      const rows = await db
        .select({ id: listingTable.paperId })
        .from(listingTable)
        .where(
          and(
            between(listingTable.date, from, to),
            source === undefined ? undefined : eq(listingTable.source, source),
          ),
        )
        .groupBy(listingTable.paperId)
        .orderBy(
          sql`min(${listingTable.date})`,
          sql`min(${listingTable.place}) nulls last`,
          asc(listingTable.paperId),
        )
      return rows.map(row => row.id)
    },

    async count(): Promise<number> {
      return db.$count(paperTable)
    },
  }
}

/**
 * The same paper twice in one batch (two categories, two versions, two sources) goes into successive waves, so
 * that each is merged with what the one before has stored.
 */
function splitRepeats(items: readonly CollectedPaper[]): CollectedPaper[][] {
  const waves: CollectedPaper[][] = []
  const seen = new Map<string, number>()
  for (const item of items) {
    const wave = seen.get(item.paper.id) ?? 0
    seen.set(item.paper.id, wave + 1)
    waves[wave] = [...(waves[wave] ?? []), item]
  }
  return waves
}

/** One transaction; every paper at most once. */
async function addWave(
  db: Database,
  items: readonly CollectedPaper[],
): Promise<{ newIds: string[]; versions: number; listings: number }> {
  return db.transaction(async tx => {
    const added = await tx
      .insert(paperTable)
      .values(items.map(({ paper }) => ({ id: paper.id })))
      .onConflictDoNothing()
      .returning({ id: paperTable.id })
    const newIds = new Set(added.map(row => row.id))
    const knownIds = items.map(({ paper }) => paper.id).filter(id => !newIds.has(id))
    const stored = new Map(
      (knownIds.length === 0 ? [] : await newestVersions(tx, knownIds)).map(row => [row.paperId, row]),
    )
    const rows = items.flatMap(({ paper }) => toRow(paper, stored.get(paper.id)) ?? [])
    if (rows.length > 0) {
      await tx
        .insert(paperVersionTable)
        .values(rows)
        .onConflictDoUpdate({
          target: [paperVersionTable.paperId, paperVersionTable.version],
          set: replacedColumns,
        })
    }
    const isNewVersion = (row: { paperId: string; version: number }) =>
      (stored.get(row.paperId)?.version ?? row.version) < row.version
    return {
      newIds: [...newIds],
      versions: rows.filter(isNewVersion).length,
      listings: await addListings(
        tx,
        items.flatMap(item => dropRepeats(item.listings)),
      ),
    }
  })
}

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
      },
    })
    .returning({ isNew: sql<boolean>`xmax = 0` })
  return rows.filter(row => row.isNew).length
}

type VersionRow = typeof paperVersionTable.$inferSelect

function newestVersions(db: Transaction, ids: readonly string[]): Promise<VersionRow[]> {
  return db
    .selectDistinctOn([paperVersionTable.paperId])
    .from(paperVersionTable)
    .where(inArray(paperVersionTable.paperId, [...ids]))
    .orderBy(asc(paperVersionTable.paperId), desc(paperVersionTable.version))
}

const replacedColumns = Object.fromEntries(
  Object.entries({
    versionKnown: 'version_known',
    title: 'title',
    authors: 'authors',
    categories: 'categories',
    abstract: 'abstract',
    abstractOrigin: 'abstract_origin',
    comment: 'comment',
    published: 'published',
    updated: 'updated',
    doi: 'doi',
    journalRef: 'journal_ref',
    license: 'license',
    links: 'links',
    withdrawn: 'withdrawn',
  }).map(([key, column]) => [key, sql.raw(`excluded.${column}`)]),
)

/**
 * The row to write for what a source says, given the newest that is stored; undefined where it adds nothing.
 * What one source leaves out (votes' source has no categories) is kept from the other.
 */
function toRow(paper: Paper, stored: VersionRow | undefined): Omit<VersionRow, 'createdAt'> | undefined {
  const version = paper.version ?? stored?.version ?? 1
  const same = stored?.version === version ? stored : undefined
  // An unnumbered text does not replace a numbered one, unless only a stub stands there.
  const keepsText =
    same !== undefined &&
    same.abstractOrigin !== 'missing' &&
    (paper.abstractOrigin === 'missing' || (paper.version === undefined && same.versionKnown))
  const row = {
    paperId: paper.id,
    version,
    versionKnown: paper.version !== undefined || (same?.versionKnown ?? false),
    title: keepsText ? same.title : paper.title || (same?.title ?? ''),
    authors:
      paper.authors.length >= (same?.authors.length ?? 0) && paper.authors.length > 0
        ? paper.authors
        : (same?.authors ?? paper.authors),
    categories: paper.categories.length > 0 ? paper.categories : (same?.categories ?? []),
    abstract: keepsText ? same.abstract : paper.abstract,
    abstractOrigin: keepsText ? same.abstractOrigin : paper.abstractOrigin,
    comment: paper.comment ?? same?.comment ?? null,
    published: paper.published ?? same?.published ?? stored?.published ?? null,
    updated: paper.updated ?? same?.updated ?? null,
    doi: paper.doi ?? same?.doi ?? null,
    journalRef: paper.journalRef ?? same?.journalRef ?? null,
    license: paper.license ?? same?.license ?? null,
    links: mergeLinks(same?.links ?? [], paper.links),
    withdrawn: paper.withdrawn || (same?.withdrawn ?? false),
  }
  const { createdAt: _, ...old } = same ?? { createdAt: undefined }
  return same && JSON.stringify(sorted(row)) === JSON.stringify(sorted(old)) ? undefined : row
}

function sorted(row: object): [string, unknown][] {
  return Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function mergeLinks(stored: Paper['links'], given: Paper['links']): Paper['links'] {
  return [...stored, ...given.filter(link => !stored.some(old => old.url === link.url))]
}

function dropRepeats(listings: readonly Listing[]): Listing[] {
  return [...new Map(listings.map(listing => [`${listing.source} ${listing.date}`, listing])).values()]
}

function toListing(row: typeof listingTable.$inferSelect): Listing {
  const { place, votes, createdAt: _, ...listing } = row
  return { ...listing, ...(place !== null && { place }), ...(votes !== null && { votes }) }
}

function fromRow({ paperId, versionKnown: _, createdAt: __, ...row }: VersionRow): StoredPaper {
  const paper: Record<string, unknown> = { id: paperId }
  for (const [key, value] of Object.entries(row)) if (value !== null) paper[key] = value
  return paper as StoredPaper
}
