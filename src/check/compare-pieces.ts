/** A source, cut where translators end sentences, beside its translation, in the shape that aligning compares. */
import type { AlignmentInput } from './align-sentences.ts'
import { compareSentences } from './compare-sentences.ts'
import { LastMade } from './once.ts'
import { countWords } from './text-length.ts'

export interface SentencePair {
  /** Sentences of the source. */
  source: readonly string[]
  /** Sentences of its translation. */
  target: readonly string[]
  language: string
}

export interface ComparedPieces {
  pieces: readonly string[]
  /** Without a cost of saying that a sentence was lost or added. */
  input: Omit<AlignmentInput, 'lossCost'>
}

// Shorter pieces than this are joined with their neighbour.
const MIN_WORDS = 7

// Losses and additions are looked for in the same two texts, one after the other.
const known = new LastMade<readonly string[], { pair: SentencePair; compared: ComparedPieces }>()

export function comparePieces(pair: SentencePair): ComparedPieces {
  const memory = known.get(pair.target)
  if (memory?.pair.source === pair.source && memory.pair.language === pair.language) return memory.compared
  const pieces = pair.source.flatMap(splitPieces)
  const { lossCost: _, ...input } = compareSentences({ ...pair, source: pieces, lossCost: 0 })
  const compared = { pieces, input }
  known.set(pair.target, { pair, compared })
  return compared
}

/** At semicolons and before `(i)`, `(2)`: where translators end sentences too. */
function splitPieces(sentence: string): string[] {
  const pieces: string[] = []
  let words = 0
  for (const piece of sentence.split(/(?<=;)\s+|(?<=\S)\s+(?=\((?:[ivx]{1,4}|\d)\)\s)/)) {
    const more = countWords(piece)
    const isJoined = pieces.length > 0 && Math.min(words, more) < MIN_WORDS
    if (isJoined) pieces[pieces.length - 1] += ` ${piece}`
    else pieces.push(piece)
    words = isJoined ? words + more : more
  }
  return pieces
}
