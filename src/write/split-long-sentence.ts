/** Cuts a sentence that a translation model would cut blindly, where a clause ends. */
import { findFormulas } from '../paper/formulas.ts'

// The models read 128 pieces of words at once, about four letters each.
const LONGEST_PART = 420
const SHORTEST_PART = 60

/** The parts in order, each with its own punctuation; joined by blanks they are the sentence. */
export function splitLongSentence(sentence: string): string[] {
  const parts: string[] = []
  let rest = sentence
  while (rest.length > LONGEST_PART) {
    const at = findCut(rest)
    if (at === undefined) break
    parts.push(rest.slice(0, at))
    rest = rest.slice(at).trimStart()
  }
  return [...parts, rest]
}

/** Behind the last semicolon that leaves two parts of some length, else the last comma. */
function findCut(text: string): number | undefined {
  const head = text.slice(0, LONGEST_PART)
  const formulas = findFormulas(text.slice(0, 2 * LONGEST_PART))
  for (const mark of [/[;:] /g, /, /g, / (?=and |which |while |where |that )/g]) {
    const places = [...head.matchAll(mark)]
      .map(({ 0: found, index }) => index + found.trimEnd().length)
      .filter(at => at >= SHORTEST_PART && text.length - at >= SHORTEST_PART)
      .filter(at => !formulas.some(({ start, end }) => start < at && at < end))
    const last = places.at(-1)
    if (last !== undefined) return last
  }
  return undefined
}
