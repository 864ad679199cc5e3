/** The tables of the library; a change here wants a migration (`npm run migration`). */
import { type SQLWrapper, sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  check,
  customType,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  smallint,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core'
import type { Layout } from '../paper/edition.ts'
import type { EvidenceSentence } from '../paper/evidence.ts'
import type { Finding } from '../paper/finding.ts'
import type { FullText } from '../paper/full-text.ts'
import type { PaperLink } from '../paper/paper.ts'
import type { PaperVersion } from '../paper/paper-version.ts'

const createdAt = timestamp('created_at', { withTimezone: true }).notNull().defaultNow()

export const paperTable = pgTable('paper', {
  id: text('id').primaryKey(),
  /** All versions, oldest first, where a source has told them: also those whose text nobody has asked for. */
  history: jsonb('history').$type<PaperVersion[]>(),
  /** A source said that it has deleted the paper. */
  deleted: boolean('deleted').notNull().default(false),
  createdAt,
})

/** A title without case, marks and spaces, as two sources would write it alike. */
export const titleKey = (title: SQLWrapper) =>
  sql<string>`md5(regexp_replace(lower(${title}), '[^[:alnum:]]+', '', 'g'))`

export const paperVersionTable = pgTable(
  'paper_version',
  {
    paperId: text('paper_id')
      .notNull()
      .references(() => paperTable.id),
    version: integer('version').notNull(),
    // A source that names no version means the newest; it is kept as version 1 until another source knows better.
    versionKnown: boolean('version_known').notNull(),
    title: text('title').notNull(),
    authors: jsonb('authors').$type<string[]>().notNull(),
    categories: jsonb('categories').$type<string[]>().notNull(),
    abstract: text('abstract').notNull(),
    abstractOrigin: text('abstract_origin').$type<'source' | 'retold' | 'missing'>().notNull(),
    comment: text('comment'),
    published: text('published'),
    updated: text('updated'),
    doi: text('doi'),
    journalRef: text('journal_ref'),
    license: text('license'),
    links: jsonb('links').$type<PaperLink[]>().notNull(),
    withdrawn: boolean('withdrawn').notNull(),
    createdAt,
  },
  table => [
    primaryKey({ columns: [table.paperId, table.version] }),
    index('paper_version_title').on(titleKey(table.title)),
    index('paper_version_doi').on(sql`lower(${table.doi})`),
  ],
)

export const listingTable = pgTable(
  'listing',
  {
    paperId: text('paper_id')
      .notNull()
      .references(() => paperTable.id),
    source: text('source').notNull(),
    date: date('date').notNull(),
    place: integer('place'),
    votes: integer('votes'),
    kind: text('kind').$type<'new' | 'cross' | 'replace' | 'replace-cross'>().notNull(),
    createdAt,
  },
  table => [
    primaryKey({ columns: [table.paperId, table.source, table.date] }),
    index('listing_date').on(table.date, table.source),
  ],
)

export const runTable = pgTable('run', {
  id: serial('id').primaryKey(),
  /** Which digest it makes: edition, date, language, layout. */
  target: text('target').notNull(),
  state: text('state').$type<'running' | 'done' | 'failed' | 'abandoned'>().notNull(),
  report: jsonb('report').$type<Record<string, unknown>>(),
  createdAt,
  finishedAt: timestamp('finished_at', { withTimezone: true }),
})

export const briefTable = pgTable(
  'brief',
  {
    id: serial('id').primaryKey(),
    paperId: text('paper_id').notNull(),
    version: integer('version').notNull(),
    form: text('form').notNull(),
    language: text('language').notNull(),
    engine: text('engine').notNull(),
    model: text('model'),
    /** Hash of everything that went into it: instructions, model, source text. */
    recipe: text('recipe').notNull(),
    /** Hash of the source text alone, so that a brief serves as long as the text stands. */
    source: text('source').notNull(),
    attempt: integer('attempt').notNull(),
    fields: jsonb('fields').$type<Record<string, string>>().notNull(),
    /** Why an engine further down the list wrote it: what became of the engines before. */
    reason: text('reason'),
    /** What it was written from. */
    basis: text('basis').$type<'abstract' | 'full-text'>().notNull().default('abstract'),
    /** Why it was written from the abstract although the full text was wanted. */
    basisReason: text('basis_reason'),
    outcome: text('outcome').$type<'pass' | 'revise' | 'fall-back'>(),
    runId: integer('run_id').references(() => runTable.id),
    createdAt,
  },
  table => [
    foreignKey({
      columns: [table.paperId, table.version],
      foreignColumns: [paperVersionTable.paperId, paperVersionTable.version],
    }),
    unique('brief_identity').on(
      table.paperId,
      table.version,
      table.form,
      table.language,
      table.recipe,
      table.engine,
      table.attempt,
    ),
    index('brief_paper').on(table.paperId, table.form),
  ],
)

export const findingTable = pgTable(
  'finding',
  {
    id: serial('id').primaryKey(),
    briefId: integer('brief_id')
      .notNull()
      .references(() => briefTable.id),
    check: text('check').notNull(),
    severity: text('severity').$type<Finding['severity']>().notNull(),
    field: text('field'),
    message: text('message').notNull(),
    quote: text('quote'),
    expected: text('expected'),
    section: text('section'),
  },
  table => [
    index('finding_brief').on(table.briefId),
    check('finding_severity', sql`${table.severity} in ('error', 'warning')`),
  ],
)

/** Which sentences of the paper bear what a brief says. */
export const evidenceTable = pgTable(
  'evidence',
  {
    briefId: integer('brief_id')
      .notNull()
      .references(() => briefTable.id),
    field: text('field').notNull(),
    /** Of the statement within its field, from 0. */
    place: integer('place').notNull(),
    statement: text('statement').notNull(),
    /** The best first; none where no sentence bears the statement. */
    sentences: jsonb('sentences').$type<EvidenceSentence[]>().notNull(),
  },
  table => [primaryKey({ columns: [table.briefId, table.field, table.place] })],
)

/** The terms that a person has added to the glossary. */
export const termTable = pgTable(
  'term',
  {
    id: serial('id').primaryKey(),
    /** The language of `target`: `zh-Hans`. */
    language: text('language').notNull(),
    /** Holds in this edition only; absent: in all. */
    edition: text('edition'),
    source: text('source').notNull(),
    target: text('target').notNull(),
    abbreviation: text('abbreviation'),
    /** Stays in English. */
    keep: boolean('keep').notNull().default(false),
    note: text('note'),
    createdAt,
  },
  table => [unique('term_identity').on(table.language, table.edition, table.source).nullsNotDistinct()],
)

export const digestTable = pgTable(
  'digest',
  {
    id: serial('id').primaryKey(),
    edition: text('edition').notNull(),
    date: date('date').notNull(),
    language: text('language').notNull(),
    layout: text('layout').$type<Layout>().notNull(),
    /** Below the output folder; absent for a digest that was imported. */
    path: text('path'),
    allAuthors: boolean('all_authors').notNull().default(false),
    createdAt,
  },
  table => [unique('digest_identity').on(table.edition, table.date, table.language, table.layout)],
)

export const digestEntryTable = pgTable(
  'digest_entry',
  {
    digestId: integer('digest_id')
      .notNull()
      .references(() => digestTable.id, { onDelete: 'cascade' }),
    place: integer('place').notNull(),
    paperId: text('paper_id').notNull(),
    briefId: integer('brief_id')
      .notNull()
      .references(() => briefTable.id),
    fallbackReason: text('fallback_reason'),
  },
  table => [
    primaryKey({ columns: [table.digestId, table.place] }),
    index('digest_entry_paper').on(table.paperId),
  ],
)

export const modelCallTable = pgTable(
  'model_call',
  {
    id: serial('id').primaryKey(),
    runId: integer('run_id').references(() => runTable.id),
    paperId: text('paper_id'),
    step: text('step').notNull(),
    engine: text('engine').notNull(),
    model: text('model').notNull(),
    outcome: text('outcome').notNull(),
    tokensIn: integer('tokens_in').notNull(),
    tokensOut: integer('tokens_out').notNull(),
    tokensCached: integer('tokens_cached').notNull(),
    cost: doublePrecision('cost'),
    latencyMs: integer('latency_ms').notNull(),
    createdAt,
  },
  table => [index('model_call_run').on(table.runId), index('model_call_created').on(table.createdAt)],
)

/** A digest on its way to one channel: each digest goes there once, also after a crash. */
export const deliveryTable = pgTable(
  'delivery',
  {
    id: serial('id').primaryKey(),
    digestId: integer('digest_id')
      .notNull()
      .references(() => digestTable.id, { onDelete: 'cascade' }),
    /** As the settings name it: `mail`, `feishu`, or what the person called it. */
    channel: text('channel').notNull(),
    state: text('state').$type<'pending' | 'delivered' | 'failed'>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Of the messages that a long digest is split into, how many have been taken. */
    partsDelivered: integer('parts_delivered').notNull().default(0),
    error: text('error'),
    createdAt,
    deliveredAt: timestamp('delivered_at', { withTimezone: true }),
  },
  table => [unique('delivery_identity').on(table.digestId, table.channel)],
)

/** What a reader has said of a paper. */
export const markTable = pgTable(
  'mark',
  {
    reader: text('reader').notNull(),
    paperId: text('paper_id')
      .notNull()
      .references(() => paperTable.id),
    kind: text('kind').$type<'saved' | 'read' | 'hidden' | 'note'>().notNull(),
    /** The words of a note. */
    note: text('note'),
    createdAt,
  },
  table => [primaryKey({ columns: [table.reader, table.paperId, table.kind] })],
)

/** A paper's full text, read once a version. */
export const fullTextTable = pgTable(
  'full_text',
  {
    paperId: text('paper_id')
      .notNull()
      .references(() => paperTable.id),
    version: integer('version').notNull(),
    content: jsonb('content').$type<FullText>().notNull(),
    createdAt,
  },
  table => [primaryKey({ columns: [table.paperId, table.version] })],
)

/** Where long harvests keep their place. */
export const harvestTable = pgTable('harvest', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
})

/** What polite fetching keeps of earlier answers, for conditional requests. */
export const httpCacheTable = pgTable('http_cache', {
  url: text('url').primaryKey(),
  entry: jsonb('entry').$type<{ etag?: string; lastModified?: string; text: string }>().notNull(),
  createdAt,
})

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
/** Compared byte by byte on every server, so that "newest first" and "begins with" can use an index. */
const byteText = customType<{ data: string }>({ dataType: () => 'text collate "C"' })

/** What search knows of a paper; made anew from the paper and its briefs whenever they change. */
export const searchDocumentTable = pgTable(
  'search_document',
  {
    paperId: byteText('paper_id')
      .primaryKey()
      .references(() => paperTable.id),
    /** `2025-05-17`; `2025-05` where only the month is known; empty where nothing is. */
    day: byteText('day').notNull(),
    /** Words of the title. */
    titleLength: smallint('title_length').notNull(),
    words: tsvector('words').notNull(),
  },
  table => [
    index('search_document_words').using('gin', table.words),
    // Read backwards for the newest first.
    index('search_document_day').on(table.day, table.paperId),
  ],
)

/**
 * Papers whose text has changed since search last looked. A row a change, without a constraint: writers never wait
 * for one another here, and a change made while search reads leaves a row of its own.
 */
export const searchChangeTable = pgTable(
  'search_change',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    paperId: text('paper_id').notNull(),
  },
  table => [index('search_change_paper').on(table.paperId)],
)
