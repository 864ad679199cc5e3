/** Finds the sentences of an abstract that a translation has left out. */
import {
  type Alignment,
  type AlignmentInput,
  alignSentences,
  MAX_SENTENCES,
  type SourceSentence,
  type TargetSentence,
} from './align-sentences.ts'
import { comparePieces, type SentencePair } from './compare-pieces.ts'
import { wordClues } from './compare-sentences.ts'
import type { WordClues } from './sentence-clues.ts'

// In nats, chosen on 43 published translations and every sentence left out of each in turn: no whole one of them
// is accused, and 99 of 100 losses are seen. Where words tell nothing, the verdict must be surer.
const LOSS_COST: Record<WordClues, number> = { dictionary: 3, same: 3, none: 5 }
const LOOSE_COST = 1

/** In reading order; empty where nothing is missing, or where the texts are too long to pair. */
export function findLostSentences({ source, target, language }: SentencePair): string[] {
  if (Math.max(source.length, target.length) > MAX_SENTENCES) return []
  const { pieces, input } = comparePieces({ source, target, language })
  const alignment = alignSentences({ ...input, lossCost: LOSS_COST[wordClues(language)] })
  if (!alignment) return []
  const lost = readLost(alignment, input)
  if (lost.length === 0) return []
  // Cheaper, a sentence said in quite other words stands alone beside its source; one that is lost has no such one.
  const loose = alignSentences({ ...input, lossCost: LOOSE_COST })
  const replaced = loose ? loose.lost.filter(index => !readLost(loose, input).includes(index)) : []
  const text = input.target.map(sentence => sentence.text).join(' ')
  const { beads } = alignment
  return lost
    .filter(index => !replaced.includes(index) && !leadsOn(input.source[index]))
    .filter(index => !standsBeside(index, { beads, ...input }))
    .filter(index => source.includes(pieces[index] ?? '') || !isToldInside(index, input))
    .flatMap(index => pieces[index] ?? [])
    .filter(piece => !standsUnderItsNumber(piece, text))
}

// "In this work, we take a different approach": leads on to the next sentence, and is often told with it.
const LEADING = new Set(
  'work paper take differ approach address problem propos new method present solut challeng limit stud close gap introduc issue'.split(
    ' ',
  ),
)
const MAX_LEADING_WORDS = 12

function leadsOn(sentence: SourceSentence | undefined): boolean {
  if (!sentence || sentence.length > MAX_LEADING_WORDS) return false
  return sentence.clues.every(({ key }) => LEADING.has(key))
}

/**
 * A neighbour has more sentences in the translation than in the source, and the one of them that touches the loss is
 * as long as what is said to be lost and has more of its words than of the neighbour's: a short sentence that repeats
 * what stands before it.
 */
function standsBeside(
  index: number,
  { beads, source, target }: Sentences & Pick<Alignment, 'beads'>,
): boolean {
  const at = beads.findIndex(bead => bead.source[0] === index && readLone(bead).source === index)
  const touching = [
    { bead: beads[at - 1], isBefore: true },
    { bead: beads[at + 1], isBefore: false },
  ]
  return touching.some(({ bead, isBefore }) => {
    const [from, to] = bead?.target ?? [0, 0]
    const own = source.slice(...(bead?.source ?? [0, 0]))
    const sentence = target[isBefore ? to - 1 : from]
    if (!sentence || to - from <= Math.max(1, own.length)) return false
    const clues = source[index]?.clues ?? []
    return (
      haveLikeLengths(source[index], sentence) &&
      isLike(clues, sentence.text) &&
      own.every(
        other => countOwn(other.clues, { clues, text: sentence.text }) < countTold(clues, sentence.text),
      )
    )
  })
}

/** Words that the neighbour has and the lost sentence has not. */
function countOwn(
  own: SourceSentence['clues'],
  { clues, text }: { clues: SourceSentence['clues']; text: string },
): number {
  const shared = new Set(clues.map(({ key }) => key))
  return own.filter(
    ({ key, forms }) =>
      !shared.has(key) && forms.some(form => form.length >= MIN_FORM && text.includes(form)),
  ).length
}

/**
 * Half a sentence, cut at a semicolon, that the translator made a clause of its neighbour: a word that no other
 * piece of the source has stands in the translation.
 */
function isToldInside(index: number, { source, target }: Sentences): boolean {
  const others = new Set(source.flatMap(({ clues }, at) => (at === index ? [] : clues.map(({ key }) => key))))
  return (source[index]?.clues ?? []).some(
    ({ key, forms }) =>
      !others.has(key) &&
      forms.some(form => form.length >= MIN_FORM && target.some(({ text }) => text.includes(form))),
  )
}
const MIN_FORM = 2

/** A list kept in one long sentence aligns badly, but an item that is lost takes its `(3)` with it. */
function standsUnderItsNumber(piece: string, text: string): boolean {
  const number = /^\((?:[ivx]{1,4}|\d)\)/.exec(piece)?.[0]
  return number !== undefined && text.includes(number)
}

type Sentences = Pick<AlignmentInput, 'source' | 'target'>

/** A sentence that moved, or was said in quite other words in its place, shows as lost and added at once. */
function readLost({ lost, added, beads }: Alignment, { source, target }: Sentences): number[] {
  const free = [...added]
  const lone = beads.map(bead => readLone(bead))
  return lost.filter(index => {
    const at = lone.findIndex(one => one.source === index)
    const place = [lone[at - 1], lone[at + 1]].find(
      one =>
        one?.target !== undefined &&
        free.includes(one.target) &&
        haveLikeLengths(source[index], target[one.target]),
    )?.target
    if (place !== undefined) {
      free.splice(free.indexOf(place), 1)
      return false
    }
    const clues = source[index]?.clues ?? []
    const moved = free.findIndex(at => isLike(clues, target[at]?.text ?? ''))
    if (moved < 0) return true
    free.splice(moved, 1)
    return false
  })
}

/** The sentence of a bead that has nothing on its other side. */
function readLone({ source, target }: Alignment['beads'][number]): { source?: number; target?: number } {
  if (target[0] === target[1] && source[1] === source[0] + 1) return { source: source[0] }
  return source[0] === source[1] && target[1] === target[0] + 1 ? { target: target[0] } : {}
}

function haveLikeLengths(source: SourceSentence | undefined, target: TargetSentence | undefined): boolean {
  if (!source || !target) return false
  const ratio = target.length / Math.max(1, source.length)
  return ratio > MIN_RATIO && ratio < MAX_RATIO
}
// About two units of length for a word, in every language.
const [MIN_RATIO, MAX_RATIO] = [0.8, 4.5]

function isLike(clues: SourceSentence['clues'], text: string): boolean {
  return countTold(clues, text) >= Math.max(1, clues.length * 0.4)
}

function countTold(clues: SourceSentence['clues'], text: string): number {
  return clues.filter(({ forms }) => forms.some(form => text.includes(form))).length
}
