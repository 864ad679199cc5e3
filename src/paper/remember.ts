/** Remembers what was made of words. */

// Abstracts share their vocabulary: what was made of a word once is asked for a thousand times.
const MAX_KEYS = 20_000
// Hostile input: nothing keeps what is longer than any word or term.
const MAX_KEY = 80

/** A pure function of a word that makes each result once, as far as its memory reaches. */
export function remember<T>(make: (word: string) => T): (word: string) => T {
  const memory = new Map<string, T>()
  return word => {
    const known = memory.get(word)
    if (known !== undefined || memory.has(word)) return known as T
    const result = make(word)
    if (word.length > MAX_KEY) return result
    if (memory.size >= MAX_KEYS) memory.clear()
    memory.set(word, result)
    return result
  }
}
