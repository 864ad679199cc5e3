/** Keeps what search finds papers by up to date: reads the papers that have changed, and those only. */
import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'
import { openPapers } from './papers.ts'
import { briefTable, searchChangeTable, searchDocumentTable } from './schema.ts'
import {
  type Indexed,
  itemNeedsSegmenter,
  listWords,
  makeDocument,
  readPaper,
  type SearchDocument,
  type SearchedBrief,
} from './search-document.ts'
import type { Stems } from './search-stems.ts'
import { loadSegmenter } from './segment.ts'

export interface RefreshOptions {
  /** Papers done so far, and how many there are to do. Not called where there is nothing to do. */
  onProgress?: ((done: number, total: number) => void) | undefined
  signal?: AbortSignal | undefined
}

// Half a second's work, which is what an interruption loses.
const BATCH = 250

// Of two processes that index at once, the slower would put back what a paper was before.
const INDEX_LOCK = 7_230_113

/**
 * Indexes every paper whose text has changed. Each batch is one transaction with the taking of its changes from the
 * list, so that a process that dies leaves none behind.
 * @returns how many papers were indexed
 */
export async function refreshIndex(
  db: Database,
  stems: Stems,
  { onProgress, signal }: RefreshOptions = {},
): Promise<number> {
  const waiting = await db.$count(searchChangeTable)
  if (waiting === 0) return 0
  let taken = 0
  let indexed = 0
  for (;;) {
    onProgress?.(Math.min(taken, waiting), Math.max(taken, waiting))
    signal?.throwIfAborted()
    const batch = await db.transaction(tx => indexBatch(tx, stems))
    if (batch.taken === 0) break
    taken += batch.taken
    indexed += batch.indexed
  }
  await settleIndex(db, indexed)
  return indexed
}

async function indexBatch(tx: Transaction, stems: Stems): Promise<{ taken: number; indexed: number }> {
  await tx.execute(sql`select pg_advisory_xact_lock(${INDEX_LOCK}::bigint)`)
  // The newest stay together on the disk, where they are looked for most.
  const newest = tx
    .select({ id: searchChangeTable.id })
    .from(searchChangeTable)
    .orderBy(desc(searchChangeTable.paperId))
    .limit(BATCH)
  const changes = await tx
    .delete(searchChangeTable)
    .where(inArray(searchChangeTable.id, newest))
    .returning({ paperId: searchChangeTable.paperId })
  if (changes.length === 0) return { taken: 0, indexed: 0 }
  const items = await loadItems(tx, [...new Set(changes.map(({ paperId }) => paperId))])
  const segmenter = items.some(itemNeedsSegmenter) ? await loadSegmenter() : undefined
  const read = items.map(item => readPaper(item, segmenter))
  await stems.load(iterateWords(read), tx)
  await saveDocuments(
    tx,
    read.map(paper => makeDocument(paper, stems)),
  )
  return { taken: changes.length, indexed: items.length }
}

function* iterateWords(papers: readonly Parameters<typeof listWords>[0][]): Generator<string> {
  for (const paper of papers) yield* listWords(paper)
}

async function loadItems(tx: Transaction, ids: readonly string[]): Promise<Indexed[]> {
  const papers = await openPapers(tx).find(ids)
  const briefs = await loadBriefs(tx, ids)
  return papers.map(paper => ({ paper, briefs: briefs.get(paper.id) ?? [] }))
}

/**
 * The briefs that papers are found by and shown with: of each form and language the newest that passed its checks, or
 * that nobody has checked (an imported one). Extracts are left out: they are the abstract's own sentences.
 */
export async function loadBriefs(
  db: Database | Transaction,
  paperIds: readonly string[],
): Promise<Map<string, SearchedBrief[]>> {
  if (paperIds.length === 0) return new Map()
  const { paperId, form, language, fields } = briefTable
  const rows = await db
    .selectDistinctOn([paperId, form, language], { paperId, form, language, fields })
    .from(briefTable)
    .where(
      and(
        inArray(paperId, [...paperIds]),
        ne(briefTable.engine, 'extractive'),
        or(isNull(briefTable.outcome), eq(briefTable.outcome, 'pass')),
      ),
    )
    .orderBy(asc(paperId), asc(form), asc(language), desc(briefTable.id))
  return Map.groupBy(rows, row => row.paperId)
}

async function saveDocuments(tx: Transaction, documents: readonly SearchDocument[]): Promise<void> {
  if (documents.length === 0) return
  await tx
    .insert(searchDocumentTable)
    .values([...documents])
    .onConflictDoUpdate({
      target: searchDocumentTable.paperId,
      set: {
        day: sql`excluded.day`,
        titleLength: sql`excluded.title_length`,
        words: sql`excluded.words`,
      },
    })
}

/**
 * After many changes the tables want sweeping, and Postgres wants to know how common the words are now: PGlite does
 * neither by itself, a server only minutes later.
 */
async function settleIndex(db: Database, indexed: number): Promise<void> {
  const total = await db.$count(searchDocumentTable)
  if (indexed > 50 && indexed > total / 20) {
    await db.execute(sql`vacuum ${searchChangeTable}`)
    await db.execute(sql`vacuum analyze ${searchDocumentTable}`)
  } else if (indexed > 0) await db.execute(sql`select gin_clean_pending_list('search_document_words')`)
}
