/** Finds words that a brief turned into their opposite: 上界 for "lower bound", 宏观 for "microscopic". */
import type { SourceSentence } from '../evidence/source-words.ts'
import { LastMade } from '../once.ts'
import { type ClauseMatch, matchClause } from './match-clause.ts'
import type { Turn } from './negations.ts'
import { type Opposite, readBriefOpposites, readSourceOpposites } from './read-opposites.ts'
import { type Rendering, readRendering } from './rendering.ts'
import { placesIn, type SentenceCase } from './sentence-case.ts'
import { countSides } from './turned-comparisons.ts'

/** In a summary: no sentence that the clause may tell of has the word, or anything like it. */
function findInSelection(sentenceCase: SentenceCase): Turn[] {
  const { text, tongue } = sentenceCase
  const told = readBriefOpposites(text)
  if (told.every(({ isSoft }) => isSoft)) return []
  const isAsked = listAsked(sentenceCase)
  return told.flatMap((hit): Turn[] => {
    if (hit.isSoft || !isAsked.has(keyOf(hit.pair, hit.side === 0 ? 1 : 0))) return []
    const quote = tongue.clauseAround(text, hit.start)
    const near = matchClause(sentenceCase, quote, MIN_SHARED).filter(({ sentence }) => !sentence.isTitle)
    const [first] = near
    if (!first) return []
    if (first.at.length < FIRM_SHARED && isToldAnywhere(sentenceCase, hit)) return []
    const within = told.filter(({ start }) => start >= quote.start && start < quote.end)
    const asked = near.flatMap(match =>
      readNear(match).filter(other => isFair(sentenceCase, { hit, asked: other, sentence: match.sentence })),
    )
    if (!isTurned({ hit, told: within, asked }) || isExplainedBy(sentenceCase, near, hit)) return []
    if (!near.some(match => isBound(sentenceCase, match, hit))) return []
    return [{ kind: 'opposite', quote, source: first.sentence }]
  })
}

const asked = new LastMade<readonly SourceSentence[], ReadonlySet<number>>()

/** The sides that any sentence of the source puts forward. */
function listAsked({ trace: { source } }: SentenceCase): ReadonlySet<number> {
  const known = asked.get(source)
  if (known) return known
  const keys = new Set<number>()
  for (const sentence of source)
    for (const { pair, side, isSoft } of readSourceOpposites(sentence))
      if (!isSoft) keys.add(keyOf(pair, side))
  asked.set(source, keys)
  return keys
}

function keyOf(pair: number, side: 0 | 1): number {
  return 2 * pair + side
}

const IMPROVES = /^(?:improv|gain|enhanc|boost|better|superior|outperform|best|advanc|lead)/
const COMPARES = /^[更较]|于$|^(?:不如|不及|不敌|逊色|略逊|超过|超出|高出|胜过|领先|落后)/

interface Pairing {
  /** Its place is that in the sentence of the case. */
  hit: Opposite
  asked: Opposite
  sentence: SourceSentence
}

/** Not so where better means lower, and where both the comparison and its sides are turned. */
function isFair(sentenceCase: SentenceCase, { hit, asked, sentence }: Pairing): boolean {
  if (asked.pair !== hit.pair || asked.side === hit.side || asked.isSoft) return true
  const { tongue, text } = sentenceCase
  const clause = tongue.clauseAround(text, hit.start)
  const word = sentence.words[asked.start]?.text ?? ''
  if (IMPROVES.test(word) && tongue.isBetterLow(text.slice(clause.start, clause.end))) return false
  if (!COMPARES.test(text.slice(hit.start, hit.end))) return true
  const { straight, crossed } = countSides({ sentenceCase, cue: hit, sentence, verb: asked.start })
  return straight >= crossed
}

const MIN_SHARED = 4
// With fewer words in common, the clause may tell of another sentence after all.
const FIRM_SHARED = 5
const MARGIN = 6

function isToldAnywhere({ trace }: SentenceCase, hit: Opposite): boolean {
  return trace.source.some(sentence =>
    readSourceOpposites(sentence).some(
      ({ pair, side, isSoft }) => pair === hit.pair && side === hit.side && !isSoft,
    ),
  )
}

/** The opposites in the stretch of the sentence that the clause tells of. */
function readNear({ sentence, at }: ClauseMatch): readonly Opposite[] {
  const from = (at[0] ?? 0) - MARGIN
  const to = (at.at(-1) ?? 0) + MARGIN
  return readSourceOpposites(sentence).filter(({ start }) => start >= from && start <= to)
}

// So near on both sides, a word is said of the same thing.
const BOUND = 2
const BOUND_WHOLE = 5
const BOUND_TOLD = 5

/** Whether a word of the source that stands beside the opposite stands beside these words in the brief. */
function isBound(sentenceCase: SentenceCase, { sentence, at }: ClauseMatch, hit: Opposite): boolean {
  const opposites = readSourceOpposites(sentence).filter(
    ({ pair, side, isSoft }) => pair === hit.pair && side !== hit.side && !isSoft,
  )
  return at.some(index => {
    const word = sentence.words[index]
    if (!word || !opposites.some(({ start, end }) => index >= start - BOUND && index < end + BOUND))
      return false
    return placesIn(sentenceCase, word).some(
      ({ start, end }) => start < hit.end + BOUND_TOLD && end > hit.start - BOUND_TOLD,
    )
  })
}

function isExplainedBy(sentenceCase: SentenceCase, near: readonly ClauseMatch[], hit: Opposite): boolean {
  return near.some(({ sentence }) => {
    const own = new Set(
      readSourceOpposites(sentence)
        .filter(({ pair }) => pair === hit.pair)
        .map(({ start }) => start),
    )
    return sentence.words.some(
      (word, at) =>
        !own.has(at) &&
        placesIn(sentenceCase, word).some(({ start, end }) => start < hit.end && hit.start < end),
    )
  })
}

/** Only where the source has the one word and nothing like the other, and the brief the other and nothing like the one. */
export function findTurnedOpposites(sentenceCase: SentenceCase): Turn[] {
  const { isWhole, isSure, source, group, tongue, text, trace } = sentenceCase
  const [main] = source
  if (trace.bridge !== 'dictionary' || !isSure || !main) return []
  if (!isWhole) return findInSelection(sentenceCase)
  const asked = readSourceOpposites(main)
  if (asked.every(({ isSoft }) => isSoft)) return []
  const told = readBriefOpposites(group)
  const turned = told.filter(hit => !hit.isSoft && isTurned({ hit, told, asked }))
  if (turned.length === 0) return []
  const rendering = readRendering(sentenceCase, main)
  return turned.flatMap((hit): Turn[] => {
    const at = hit.start - rendering.start
    if (at < 0 || at >= text.length) return []
    const own = { ...hit, start: at, end: at + hit.end - hit.start }
    const fair = asked.filter(other => isFair(sentenceCase, { hit: own, asked: other, sentence: main }))
    if (!isTurned({ hit, told, asked: fair }) || isExplained(rendering, hit, fair)) return []
    if (!isBoundIn(rendering, hit, fair)) return []
    return [{ kind: 'opposite', quote: tongue.clauseAround(text, at), source: main }]
  })
}

interface Comparison {
  hit: Opposite
  told: readonly Opposite[]
  asked: readonly Opposite[]
}

function isTurned({ hit, told, asked }: Comparison): boolean {
  const isOwn = (other: Opposite): boolean => other.pair === hit.pair && other.side === hit.side
  const isOther = (other: Opposite): boolean => other.pair === hit.pair && other.side !== hit.side
  if (asked.some(isOwn) || told.some(isOther)) return false
  return asked.some(other => isOther(other) && !other.isSoft)
}

/** As `isBound`; a place is looked for in all sentences that render the source. */
function isBoundIn({ placesOf, source }: Rendering, hit: Opposite, asked: readonly Opposite[]): boolean {
  const opposites = asked.filter(
    ({ pair, side, isSoft }) => pair === hit.pair && side !== hit.side && !isSoft,
  )
  return source.words.some(
    (word, index) =>
      opposites.some(({ start, end }) => index >= start - BOUND_WHOLE && index < end + BOUND_WHOLE) &&
      placesOf(word).some(({ start, end }) => start < hit.end + BOUND_TOLD && end > hit.start - BOUND_TOLD),
  )
}

/** Whether the words render another word of the source. */
function isExplained({ placesOf, source }: Rendering, hit: Opposite, asked: readonly Opposite[]): boolean {
  const own = new Set(asked.filter(({ pair }) => pair === hit.pair).map(({ start }) => start))
  return source.words.some(
    (word, at) => !own.has(at) && placesOf(word).some(({ start, end }) => start < hit.end && hit.start < end),
  )
}
