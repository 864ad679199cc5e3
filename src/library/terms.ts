/** The terms that a person has added to the glossary, and the texts that suggestions are made from. */
import { and, asc, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Term } from '../paper/glossary-term.ts'
import type { Database, Transaction } from './database.ts'
import { briefTable, paperVersionTable, termTable } from './schema.ts'

/** Which rule is meant: one English term in one language, in one edition or in all. */
export interface TermIdentity {
  language: string
  source: string
  edition?: string | undefined
}

export interface AddedTerms {
  added: number
  /** Rules that took the place of others for the same term. */
  replaced: number
}

/** A brief beside the text it was written from. */
export interface PairedBrief {
  briefId: number
  paperId: string
  title: string
  abstract: string
  form: string
  fields: Record<string, string>
}

export type Terms = ReturnType<typeof openTerms>

const BATCH = 500

export function openTerms(db: Database) {
  return {
    /** All rules of a language, those for one edition too, in the order of their English. */
    async list(language: string): Promise<Term[]> {
      const rows = await db
        .select()
        .from(termTable)
        .where(eq(termTable.language, language))
        .orderBy(asc(sql`lower(${termTable.source})`), asc(termTable.edition), asc(termTable.id))
      return rows.map(fromRow)
    },

    /** Adds rules in one transaction; one for the same term, language and edition is replaced. */
    async add(language: string, terms: readonly Term[]): Promise<AddedTerms> {
      return db.transaction(async tx => {
        const result = { added: 0, replaced: 0 }
        for (let from = 0; from < terms.length; from += BATCH)
          for (const term of terms.slice(from, from + BATCH)) {
            const isNew = await addOne(tx, language, term)
            result[isNew ? 'added' : 'replaced']++
          }
        return result
      })
    },

    /** Whether there was such a rule. */
    async remove(identity: TermIdentity): Promise<boolean> {
      const rows = await db.delete(termTable).where(isRule(identity)).returning({ id: termTable.id })
      return rows.length > 0
    },

    /** Title and abstract of the papers that came last. */
    async recentTexts(limit: number): Promise<{ id: string; title: string; abstract: string }[]> {
      const newest = db
        .selectDistinctOn([paperVersionTable.paperId], {
          id: paperVersionTable.paperId,
          title: paperVersionTable.title,
          abstract: paperVersionTable.abstract,
          createdAt: paperVersionTable.createdAt,
        })
        .from(paperVersionTable)
        .orderBy(asc(paperVersionTable.paperId), desc(paperVersionTable.version))
        .as('newest')
      return db
        .select({ id: newest.id, title: newest.title, abstract: newest.abstract })
        .from(newest)
        .orderBy(desc(newest.createdAt), asc(newest.id))
        .limit(limit)
    },

    /** The newest brief of each paper and form in a language that was checked or imported, those written last first. */
    async recentBriefs(language: string, limit: number): Promise<PairedBrief[]> {
      const newest = db
        .selectDistinctOn([briefTable.paperId, briefTable.form], {
          briefId: briefTable.id,
          paperId: briefTable.paperId,
          version: briefTable.version,
          form: briefTable.form,
          fields: briefTable.fields,
        })
        .from(briefTable)
        .where(
          and(
            eq(briefTable.language, language),
            or(isNotNull(briefTable.outcome), eq(briefTable.engine, 'imported')),
          ),
        )
        .orderBy(asc(briefTable.paperId), asc(briefTable.form), desc(briefTable.id))
        .as('newest')
      return db
        .select({
          briefId: newest.briefId,
          paperId: newest.paperId,
          title: paperVersionTable.title,
          abstract: paperVersionTable.abstract,
          form: newest.form,
          fields: newest.fields,
        })
        .from(newest)
        .innerJoin(
          paperVersionTable,
          and(eq(paperVersionTable.paperId, newest.paperId), eq(paperVersionTable.version, newest.version)),
        )
        .orderBy(desc(newest.briefId))
        .limit(limit)
    },
  }
}

function isRule({ language, source, edition }: TermIdentity): SQL | undefined {
  return and(
    eq(termTable.language, language),
    eq(termTable.source, source),
    edition === undefined ? isNull(termTable.edition) : eq(termTable.edition, edition),
  )
}

/** Whether it is new. */
async function addOne(tx: Transaction, language: string, term: Term): Promise<boolean> {
  const { source, edition } = term
  const row = toRow(language, term)
  const changed = await tx
    .update(termTable)
    .set(row)
    .where(isRule({ language, source, edition }))
    .returning({ id: termTable.id })
  if (changed.length > 0) return false
  await tx.insert(termTable).values(row)
  return true
}

// The table has a note of one line and no column for lists: what has more is written above the note.
const LIST_LINE = /^(accept|avoid|forms|except): (.*)$/
const LISTS = ['accept', 'avoid', 'forms', 'except'] as const

function toRow(language: string, term: Term) {
  const lists = LISTS.filter(key => term[key].length > 0).map(key => `${key}: ${term[key].join('|')}`)
  const note = [...lists, ...(lists.length > 0 || term.note ? [term.note ?? ''] : [])].join('\n')
  return {
    language,
    edition: term.edition ?? null,
    source: term.source,
    target: term.target,
    abbreviation: term.abbreviation ?? null,
    keep: term.keep,
    note: note === '' ? null : note,
  }
}

function fromRow({ edition, source, target, abbreviation, keep, note }: typeof termTable.$inferSelect): Term {
  const lines = note?.split('\n') ?? []
  const remark = lines.pop()
  const lists = new Map(lines.map(line => LIST_LINE.exec(line)).map(match => [match?.[1], match?.[2]]))
  const readList = (key: string) => lists.get(key)?.split('|') ?? []
  return {
    source,
    target,
    keep,
    accept: readList('accept'),
    avoid: readList('avoid'),
    forms: readList('forms'),
    except: readList('except'),
    strict: true,
    scope: edition === null ? 'library' : 'edition',
    ...(abbreviation !== null && { abbreviation }),
    ...(remark && { note: remark }),
    ...(edition !== null && { edition }),
  }
}
