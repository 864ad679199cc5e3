/** Says quickly that a text does not have a word: a Bloom filter (1970) over its pairs of characters. */

// A power of two, so that a mask takes the place of a remainder; an abstract fills a tenth of it.
const SIZE = 8192
const MASK = SIZE - 1

/** True for every word that the text has, and for few others. Linear in the length of the text. */
export type WordFilter = (word: string) => boolean

export function openWordFilter(text: string): WordFilter {
  const seen = new Uint8Array(SIZE)
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    seen[code & MASK] = 1
    seen[hash(before, code)] = 1
    before = code
  }
  return word => {
    const last = word.length - 1
    if (last < 1) return last < 0 || seen[word.charCodeAt(0) & MASK] === 1
    return (
      seen[hash(word.charCodeAt(0), word.charCodeAt(1))] === 1 &&
      (last < 2 || seen[hash(word.charCodeAt(last - 1), word.charCodeAt(last))] === 1)
    )
  }
}

/** The same for a list of words, in small letters or capitals: their ends and their length tell, and no look-up. */
export function openListFilter(words: Iterable<string>): WordFilter {
  const seen = new Uint8Array(SIZE)
  for (const word of words) seen[shape(word)] = 1
  return word => seen[shape(word)] === 1
}

// Makes a capital small, and leaves small letters what they are.
const SMALL = 32

function shape(word: string): number {
  const last = word.length - 1
  return hash(word.charCodeAt(0) | SMALL, (word.charCodeAt(last) | SMALL) + 64 * last)
}

function hash(first: number, second: number): number {
  return ((first * 31) ^ (second * 257)) & MASK
}
