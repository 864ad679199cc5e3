/** Turns a query as a person typed it into one that Postgres runs. */
import { and, between, gte, like, lte, not, or, type SQL, sql } from 'drizzle-orm'
import type { SearchGroup, SearchQuery, SearchTerm } from '../paper/search-query.ts'
import { searchDocumentTable } from './schema.ts'
import {
  expressPhrase,
  expressTerm,
  joinAll,
  joinAny,
  listTermWords,
  type TermTools,
} from './search-terms.ts'
import { tokenize } from './search-tokens.ts'

export interface CompiledQuery {
  /** What the index answers, as text of a tsquery; undefined where there is nothing for it. */
  match: string | undefined
  /** Whether the index can look something up; a query of exclusions alone would read all of it. */
  isPositive: boolean
  /** What the index does not know: days, and beginnings of ids. */
  conditions: SQL[]
  /** Those of them that a paper's day alone must meet. */
  dayConditions: SQL[]
  /** The words alone, by which results are ranked; undefined where the query has filters only. */
  rank: string | undefined
  /** All words in the title. */
  titleMatch: string | undefined
  /** All words side by side in the title. */
  titlePhrase: string | undefined
  /** How many words those are, with the ones that say nothing. */
  wordCount: number
}

type WordTerm = SearchTerm & { kind: 'word' | 'phrase' }

/** Loads the stems of the query's words first. */
export async function compileQuery(
  query: SearchQuery,
  tools: Omit<TermTools, 'inTitle'>,
): Promise<CompiledQuery> {
  const wanted = query.groups.flatMap(({ terms }) => terms)
  await tools.stems.load(wanted.flatMap(term => [...listTermWords(term, tools.segmenter)]))
  const last = query.groups.at(-1)
  const express = (group: SearchGroup, inTitle: boolean): string | undefined =>
    joinAny(
      group.terms.map(term =>
        expressTerm(term, { ...tools, inTitle, prefix: tools.prefix && group === last }),
      ),
    )
  const mixed = query.groups.filter(group => !group.terms.every(isIndexed))
  const indexed = query.groups.filter(group => group.terms.every(isIndexed))
  const positive = indexed.filter(({ isExcluded }) => !isExcluded)
  const worded = positive.filter(group => group.terms.every(isWords))
  const excluded = indexed
    .filter(({ isExcluded }) => isExcluded)
    .map(group => express(group, false))
    .map(part => part && `!(${part})`)
  const filters = positive.filter(group => !worded.includes(group)).map(group => express(group, false))
  const words = worded.map(group => express(group, false))
  return {
    match: joinAll([...words, ...filters, ...excluded]),
    isPositive: [...words, ...filters].some(part => part !== undefined),
    conditions: mixed.map(group => toCondition(group, express(group, false))),
    dayConditions: mixed
      .filter(({ terms }) => terms.every(({ kind }) => kind === 'date'))
      .map(group => toCondition(group, undefined)),
    rank: joinAll(words),
    titleMatch: joinAll(worded.map(group => express(group, true))),
    ...expressTitlePhrase(
      worded.flatMap(({ terms }) => terms.filter(isWords)),
      tools,
    ),
  }
}

function expressTitlePhrase(
  terms: readonly WordTerm[],
  tools: Omit<TermTools, 'inTitle'>,
): Pick<CompiledQuery, 'titlePhrase' | 'wordCount'> {
  const tokens = tokenize(terms.map(({ text }) => text).join(' '), tools.segmenter)
  return {
    titlePhrase: expressPhrase(tokens, { ...tools, inTitle: false, weight: 'A' }),
    wordCount: tokens.length,
  }
}

export function isWords(term: SearchTerm): term is WordTerm {
  return term.kind === 'word' || term.kind === 'phrase'
}

function isIndexed({ kind }: SearchTerm): boolean {
  return kind !== 'date' && kind !== 'id'
}

function toCondition({ terms, isExcluded }: SearchGroup, expression: string | undefined): SQL {
  const parts = terms.flatMap(term => toColumnCondition(term) ?? [])
  if (expression !== undefined) parts.push(sql`${searchDocumentTable.words} @@ ${expression}::tsquery`)
  const any = or(...parts) ?? sql`false`
  return isExcluded ? not(any) : any
}

function toColumnCondition(term: SearchTerm): SQL | undefined {
  const { day, paperId } = searchDocumentTable
  if (term.kind === 'id') return like(paperId, `${term.text.replace(/[\\%_]/g, '\\$&')}%`)
  if (term.kind !== 'date') return undefined
  const { from, to } = term.span
  if (from === undefined) return and(lte(day, to ?? ''), sql`${day} <> ''`)
  return to === undefined ? gte(day, from) : between(day, from, to)
}
