/** Finds the sentences of an abstract that a translation has left out. */
import {
  type Alignment,
  type AlignmentInput,
  alignSentences,
  MAX_SENTENCES,
  type SourceSentence,
} from './align-sentences.ts'
import { compareSentences, wordClues } from './compare-sentences.ts'
import type { WordClues } from './sentence-clues.ts'
import { countWords } from './text-length.ts'

export interface SentencePair {
  /** Sentences of the source. */
  source: readonly string[]
  /** Sentences of its translation. */
  target: readonly string[]
  language: string
}

// In nats, chosen on 43 published translations and every sentence left out of each in turn: no whole one of them
// is accused, and 99 of 100 losses are seen. Where words tell nothing, the verdict must be surer.
const LOSS_COST: Record<WordClues, number> = { dictionary: 2, same: 3, none: 5 }
// Shorter pieces than this are joined with their neighbour.
const MIN_WORDS = 7

/** In reading order; empty where nothing is missing, or where the texts are too long to pair. */
export function findLostSentences({ source, target, language }: SentencePair): string[] {
  if (Math.max(source.length, target.length) > MAX_SENTENCES) return []
  const words = wordClues(language)
  const pieces = source.flatMap(splitPieces)
  const input = compareSentences({ source: pieces, target, language, lossCost: LOSS_COST[words] })
  const alignment = alignSentences(input)
  if (!alignment) return []
  const text = input.target.map(sentence => sentence.text).join(' ')
  return readLost(alignment, input)
    .flatMap(index => pieces[index] ?? [])
    .filter(piece => !standsUnderItsNumber(piece, text))
}

/** A list kept in one long sentence aligns badly, but an item that is lost takes its `(3)` with it. */
function standsUnderItsNumber(piece: string, text: string): boolean {
  const number = /^\((?:[ivx]{1,4}|\d)\)/.exec(piece)?.[0]
  return number !== undefined && text.includes(number)
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

type Sentences = Pick<AlignmentInput, 'source' | 'target'>

/** A sentence that moved, or was said in quite other words in its place, shows as lost and added at once. */
function readLost({ lost, added }: Alignment, { source, target }: Sentences): number[] {
  const free = [...added]
  return lost.filter(index => {
    const clues = source[index]?.clues ?? []
    const moved = free.findIndex(at => isLike(clues, target[at]?.text ?? ''))
    if (moved < 0) return true
    free.splice(moved, 1)
    return false
  })
}

function isLike(clues: SourceSentence['clues'], text: string): boolean {
  const found = clues.filter(({ forms }) => forms.some(form => text.includes(form))).length
  return found >= Math.max(1, clues.length * 0.4)
}
