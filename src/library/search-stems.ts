/** English words without their endings, by Postgres's own dictionary: `models` and `modelling` are `model`. */
import { sql } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'

export interface Stems {
  /** Makes `stem` know these words, until the next call. */
  load(words: Iterable<string>, tx?: Transaction): Promise<void>
  /** Empty for a word that says nothing ("the"); a word in other letters, or with digits, stays as it is. */
  stem(word: string): string
}

// About 15 MB; a library of 75,000 papers has 150,000 English words, most of them in one paper each.
const MAX_KEPT = 100_000

const ENGLISH = /^[a-z]+$/
// LLMs, CNNs: the stemmer takes the plural from words with a vowel only.
const PLURAL_ACRONYM = /^[b-df-hj-np-tv-xz]{2,}(?<!s)s$/

export function openStems(db: Database): Stems {
  const known = new Map<string, string>()
  return {
    async load(words, tx) {
      if (known.size > MAX_KEPT) known.clear()
      const unknown = new Set<string>()
      for (const word of words) if (!known.has(word) && ENGLISH.test(word)) unknown.add(word)
      if (unknown.size === 0) return
      const rows = await (tx ?? db)
        .select({
          word: sql<string>`word`,
          stem: sql<string>`coalesce((ts_lexize('english_stem', word))[1], '')`,
        })
        .from(sql`unnest(${sql.param([...unknown])}::text[]) as word`)
      for (const { word, stem } of rows) known.set(word, PLURAL_ACRONYM.test(word) ? word.slice(0, -1) : stem)
    },
    stem: word => known.get(word) ?? word,
  }
}
