/** Finds the papers that share the words which tell a paper from others. */
import { eq, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { searchDocumentTable } from './schema.ts'
import { quoteLexeme } from './search-document.ts'
import { estimatePapers } from './search-rank.ts'

export interface RelatedPaper {
  paperId: string
  /** Higher is closer; comparable within one answer. */
  score: number
}

/** How common the commonest words are. */
export interface WordShares {
  load(): Promise<(lexeme: string) => number | undefined>
  /** After papers were indexed. */
  forget(): void
}

/** By the statistics of `analyze`, read once: the share of papers that say a word; undefined for a rare word. */
export function openWordShares(db: Database): WordShares {
  let loading: Promise<Map<string, number>> | undefined
  const read = async (): Promise<Map<string, number>> => {
    const [row] = (
      (await db.execute(sql`
        select most_common_elems::text::text[] as words, most_common_elem_freqs as shares from pg_stats
        where schemaname = current_schema() and tablename = 'search_document' and attname = 'words'`)) as unknown as {
        rows: { words: string[] | null; shares: number[] | null }[]
      }
    ).rows
    const shares = row?.shares ?? []
    return new Map(row?.words?.map((word, index) => [word, shares[index] ?? 0]))
  }
  return {
    async load() {
      loading ??= read()
      const shares = await loading
      return lexeme => shares.get(lexeme)
    },
    forget() {
      loading = undefined
    },
  }
}

// Two of ten telling words make a relation; every pair of them is looked up.
const TELLING_WORDS = 10
const MAX_RANKED = 300
// What more than one paper in 150 says tells it from too few, and takes long to look up.
const MAX_SHARE = 1 / 150
// In a small library a word is common by chance.
const MIN_PAPERS = 3000

export async function findRelated(
  db: Database,
  shares: WordShares,
  { paperId, limit }: { paperId: string; limit: number },
): Promise<RelatedPaper[]> {
  const papers = await estimatePapers(db, sql`true`)
  const shareOf = papers < MIN_PAPERS ? () => undefined : await shares.load()
  const words = chooseWords(await listWords(db, paperId), shareOf)
  if (words.length < 2) return []
  const pairs = words.flatMap((first, index) =>
    words.slice(index + 1).map(second => `(${first} & ${second})`),
  )
  const { words: vector, paperId: id, day } = searchDocumentTable
  const { rows } = (await db.execute(sql`
    select id, ts_rank('{0, 0.4, 0.6, 1}'::float4[], words, ${words.join(' | ')}::tsquery, 1) as score
    from (
      select ${id} as id, ${day} as day, ${vector} as words from ${searchDocumentTable}
      where ${vector} @@ ${pairs.join(' | ')}::tsquery and ${id} <> ${paperId}
      limit ${MAX_RANKED}
    ) found
    order by score desc, day desc, id desc
    limit ${limit}`)) as unknown as { rows: { id: string; score: number }[] }
  return rows.map(row => ({ paperId: row.id, score: row.score }))
}

interface Word {
  lexeme: string
  inTitle: boolean
  count: number
}

async function listWords(db: Database, paperId: string): Promise<Word[]> {
  const { words, paperId: id } = searchDocumentTable
  const { rows } = (await db.execute(sql`
    select lexeme, 'A' = any(weights) as "inTitle", cardinality(positions) as count
    from ${searchDocumentTable}, unnest(${words})
    where ${eq(id, paperId)} and lexeme ~ '^[[:alpha:]]{2}'`)) as unknown as { rows: Word[] }
  return rows
}

/** Those that say most: rare ones, said often, or in the title. What no other paper says finds nothing and costs nothing. */
function chooseWords(words: readonly Word[], shareOf: (lexeme: string) => number | undefined): string[] {
  return words
    .filter(({ lexeme }) => (shareOf(lexeme) ?? 0) <= MAX_SHARE)
    .map(({ lexeme, count, inTitle }) => ({ lexeme, worth: Math.log(1 + count) * (inTitle ? 3 : 1) }))
    .toSorted((a, b) => b.worth - a.worth || (a.lexeme < b.lexeme ? -1 : 1))
    .slice(0, TELLING_WORDS)
    .map(({ lexeme }) => quoteLexeme(lexeme))
}
