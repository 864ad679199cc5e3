/** English words without their endings, by Postgres's own dictionary: `models` and `modelling` are `model`. */
import { sql } from 'drizzle-orm'
import type { Database, Transaction } from './database.ts'

export interface Stems {
  /** Makes `stem` know these words, for a while. */
  load(words: Iterable<string>, tx?: Transaction): Promise<void>
  /** Empty for a word that says nothing ("the"); a word in other letters, or with digits, stays as it is. */
  stem(word: string): string
}

// About 15 MB in two halves; a library of 75,000 papers has 150,000 English words, most of them in one paper each.
const MAX_YOUNG = 60_000

const ENGLISH = /^[a-z]+$/
// LLMs, CNNs: the stemmer takes the plural from words with a vowel only.
const PLURAL_ACRONYM = /^[b-df-hj-np-tv-xz]{2,}(?<!s)s$/

export function openStems(db: Database): Stems {
  let young = new Map<string, string>()
  // What was young before: a search that has just loaded its words still finds them while an index pushes them out.
  let old = new Map<string, string>()
  return {
    async load(words, tx) {
      if (young.size > MAX_YOUNG) {
        old = young
        young = new Map()
      }
      const unknown = new Set<string>()
      for (const word of words) {
        if (young.has(word)) continue
        const stem = old.get(word)
        if (stem !== undefined) young.set(word, stem)
        else if (ENGLISH.test(word)) unknown.add(word)
      }
      if (unknown.size === 0) return
      const rows = await (tx ?? db)
        .select({
          word: sql<string>`word`,
          stem: sql<string>`coalesce((ts_lexize('english_stem', word))[1], '')`,
        })
        .from(sql`unnest(${sql.param([...unknown])}::text[]) as word`)
      for (const { word, stem } of rows) young.set(word, PLURAL_ACRONYM.test(word) ? word.slice(0, -1) : stem)
    },
    stem: word => young.get(word) ?? old.get(word) ?? word,
  }
}
