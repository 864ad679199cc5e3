/** Remembers what was made of words. */

// Abstracts share their vocabulary: what was made of a word once is asked for a thousand times.
const MAX_KEYS = 20_000
// Hostile input: nothing keeps what is longer than any word or term.
const MAX_KEY = 80
// Most words are in no table; so that this is found in one look as well.
const NOTHING = Symbol('nothing')

/** A pure function of a word that makes each result once, as far as its memory reaches. */
export function remember<T>(make: (word: string) => T): (word: string) => T {
  const memory = new Map<string, T | typeof NOTHING>()
  return word => {
    const known = memory.get(word)
    if (known !== undefined) return known === NOTHING ? (undefined as T) : known
    const result = make(word)
    if (word.length > MAX_KEY) return result
    if (memory.size >= MAX_KEYS) memory.clear()
    memory.set(word, result === undefined ? NOTHING : result)
    return result
  }
}
