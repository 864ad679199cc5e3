/** Answers a query with a page of papers: what they are called, how well they match, and where. */
import { PaperbriefError } from '../paper/error.ts'
import { SOURCE_LANGUAGE } from '../paper/language.ts'
import { findSoleId, parseSearchQuery, type SearchQuery } from '../paper/search-query.ts'
import type { Database } from './database.ts'
import type { StoredPaper } from './paper-row.ts'
import { openPapers } from './papers.ts'
import { compileQuery } from './search-compile.ts'
import type { SearchedBrief } from './search-document.ts'
import { createMarker, type Highlight, type HighlightedText } from './search-highlights.ts'
import { loadBriefs } from './search-index.ts'
import { type RankedPapers, rankPapers } from './search-rank.ts'
import type { Stems } from './search-stems.ts'
import { loadSegmenter, needsSegmenter } from './segment.ts'

/** The query says nothing. */
export class SearchError extends PaperbriefError {}

export interface SearchRequest {
  query: string
  /** At most 200; 20 unless told. */
  limit?: number | undefined
  /** Below `reachable`; there is nothing beyond. */
  offset?: number | undefined
  /** Of the translated titles and briefs that are shown; unless told, whatever there is. */
  language?: string | undefined
  /** The last word may go on: for answers while a person types. */
  prefix?: boolean | undefined
  signal?: AbortSignal | undefined
}

export interface SearchResult {
  id: string
  title: string
  titleTranslated: string | null
  /** Higher is better; comparable within one answer. 0 where the query has filters only. */
  score: number
  highlights: Highlight[]
  paper: StoredPaper
}

export interface SearchAnswer {
  results: SearchResult[]
  /** Exact up to 600, beyond that an estimate. */
  total: number
  isTotalExact: boolean
  /** How many of them `offset` can reach: at most 600, the best and the newest. */
  reachable: number
  ms: number
  /** The query was the id of this one paper. */
  isDirect: boolean
  /** Filters that could not be read. */
  ignored: string[]
}

const MAX_LIMIT = 200
const MAX_OFFSET = 1000

/** @throws SearchError where the query is empty */
export async function findPapers(db: Database, stems: Stems, request: SearchRequest): Promise<SearchAnswer> {
  const started = performance.now()
  const query = parseSearchQuery(request.query)
  if (query.groups.length === 0 && query.ignored.length === 0) {
    throw new SearchError('There is nothing to search for.', {
      code: 'search-empty',
      hint: 'Name some words, a "phrase", an arXiv id, or a filter such as author:NAME, cat:cs.CL or date:2025-05.',
    })
  }
  request.signal?.throwIfAborted()
  const direct = await findDirect(db, query)
  const found = direct ?? (await rankPage(db, stems, { query, request }))
  request.signal?.throwIfAborted()
  const results = await describeResults(db, stems, { query, found: found.papers, request })
  return {
    results,
    total: found.total,
    isTotalExact: found.isTotalExact,
    reachable: found.reachable,
    ms: Math.round((performance.now() - started) * 10) / 10,
    isDirect: direct !== undefined,
    ignored: query.ignored,
  }
}

async function findDirect(db: Database, query: SearchQuery): Promise<RankedPapers | undefined> {
  const id = findSoleId(query)
  const [paper] = id === undefined ? [] : await openPapers(db).find([id])
  return paper && { papers: [{ paperId: paper.id, score: 1 }], total: 1, isTotalExact: true, reachable: 1 }
}

interface Search {
  query: SearchQuery
  request: SearchRequest
}

async function rankPage(db: Database, stems: Stems, { query, request }: Search): Promise<RankedPapers> {
  const limit = clamp(request.limit ?? 20, MAX_LIMIT)
  const offset = clamp(request.offset ?? 0, MAX_OFFSET)
  const segmenter = await segmenterFor([request.query])
  const compiled = await compileQuery(query, { stems, segmenter, prefix: request.prefix ?? false })
  const ranked = await rankPapers(db, compiled, offset + limit)
  return { ...ranked, papers: ranked.papers.slice(offset) }
}

function clamp(given: number, most: number): number {
  return Number.isFinite(given) ? Math.max(0, Math.min(most, Math.floor(given))) : most
}

function segmenterFor(texts: readonly string[]) {
  return texts.some(needsSegmenter) ? loadSegmenter() : Promise.resolve(undefined)
}

async function describeResults(
  db: Database,
  stems: Stems,
  { query, found, request }: Search & { found: RankedPapers['papers'] },
): Promise<SearchResult[]> {
  const ids = found.map(({ paperId }) => paperId)
  const papers = new Map((await openPapers(db).find(ids)).map(paper => [paper.id, paper]))
  const briefs = await loadBriefs(db, ids)
  const shown = found.flatMap(({ paperId, score }) => {
    const paper = papers.get(paperId)
    const own = chooseBriefs(briefs.get(paperId) ?? [], request.language)
    return paper ? [{ paper, score, texts: listTexts(paper, own), titleTranslated: titleIn(own) }] : []
  })
  const texts = shown.flatMap(result => result.texts)
  // Chinese briefs need cutting only where the query asks for Chinese words.
  const segmenter = await segmenterFor([request.query])
  const marker = createMarker(query.groups, { stems, segmenter, prefix: request.prefix ?? false })
  await stems.load(marker.listWords(texts))
  return shown.map(({ paper, score, texts, titleTranslated }) => ({
    id: paper.id,
    title: paper.title,
    titleTranslated,
    score: Math.round(score * 10_000) / 10_000,
    highlights: marker.mark(texts),
    paper,
  }))
}

function chooseBriefs(
  briefs: readonly SearchedBrief[],
  language: string | undefined,
): readonly SearchedBrief[] {
  return language === undefined ? briefs : briefs.filter(brief => brief.language === language)
}

function titleIn(briefs: readonly SearchedBrief[]): string | null {
  const translated = briefs.find(({ language, fields }) => language !== SOURCE_LANGUAGE && fields.title)
  return translated?.fields.title ?? null
}

function listTexts(paper: StoredPaper, briefs: readonly SearchedBrief[]): HighlightedText[] {
  const texts = [{ field: 'title', text: paper.title, isTitle: true }]
  const translated = titleIn(briefs)
  if (translated !== null) texts.push({ field: 'titleTranslated', text: translated, isTitle: true })
  texts.push({ field: 'abstract', text: paper.abstract, isTitle: false })
  for (const { fields } of briefs)
    for (const [key, text] of Object.entries(fields)) {
      // The brief's abstract is told from the paper's own.
      const field = key === 'abstract' ? 'abstractTranslated' : key
      if (key !== 'title') texts.push({ field, text, isTitle: false })
    }
  return texts
}
