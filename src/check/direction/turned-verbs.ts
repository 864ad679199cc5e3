/** Finds what rises in the source and falls in the brief, and the other way round. */
import { CUES } from '../english-cues.ts'
import type { SourceSentence, SourceWord } from '../evidence/source-words.ts'
import type { Turn } from './negations.ts'
import { findAnchors, type SentenceCase } from './sentence-case.ts'
import type { BriefCue, Span } from './tongue.ts'

type Direction = 'rise' | 'fall'

/** How far from its verb a thing may stand, in words: "increases the average accuracy", "accuracy also increases". */
const BEHIND = 5
const AHEAD = 4
const FIGURE_BEHIND = 7
// 了, 约, 至 and a blank may stand between.
const FIGURE_GAP = 4
const FIGURE_REACH = 10
// Better means lower for some things and higher for others.
const IMPROVES = /^(?:improv\w*|gain\w*|enhanc\w*|boost\w*)$/

export function findTurnedVerbs(sentenceCase: SentenceCase): Turn[] {
  const { cues, text, tongue, isWhole } = sentenceCase
  return cues.flatMap((cue): Turn[] => {
    if (cue.kind !== 'rise' && cue.kind !== 'fall') return []
    if (tongue.isDenied(text, cue.start) || isCountedOut(text, cue)) return []
    const source = findOpposite(sentenceCase, cue, cue.kind)
    if (!source) return []
    // A summary says of several things at once what moves; by its figure a thing is known for certain.
    const isCertain = isWhole || hasFigureOf(sentenceCase, source, cue)
    return [
      { kind: isCertain ? 'verb' : 'verb-doubtful', quote: tongue.clauseAround(text, cue.start), source },
    ]
  })
}

/** 由99.5降至88.6: the figures themselves say which way it goes, and they are another check's business. */
function isCountedOut(text: string, { start, end, kind }: BriefCue): boolean {
  const from = /([\d.]+)\s?%?\s?$/.exec(text.slice(Math.max(0, start - 12), start))?.[1]
  const to = /^\s?[至到为]?了?\s?([\d.]+)/.exec(text.slice(end, end + 12))?.[1]
  if (from === undefined || to === undefined) return false
  return Number(from) < Number(to) === (kind === 'rise')
}

function hasFigureOf(sentenceCase: SentenceCase, source: SourceSentence, { end }: BriefCue): boolean {
  return findAnchors(sentenceCase, ({ start }) => start >= end && start <= end + FIGURE_REACH).some(
    ({ word, sentence }) => word.kind === 'figure' && sentence === source,
  )
}

/** The sentence that moves the same thing the other way; undefined where any moves it this way. */
function findOpposite(sentenceCase: SentenceCase, cue: BriefCue, own: Direction): SourceSentence | undefined {
  const { tongue, text } = sentenceCase
  const spans = tongue.objectsOf(text, cue)
  const anchors = [
    ...findAnchors(sentenceCase, place => spans.some(span => isObject(place, span))),
    ...findAnchors(sentenceCase, ({ start }) => start >= cue.end && start <= cue.end + FIGURE_GAP).filter(
      ({ word }) => word.kind === 'figure',
    ),
  ]
  const isLow = isBetterLow(sentenceCase, cue)
  const seen = anchors.map(({ sentence, at }) => ({ sentence, direction: directionOf(sentence, at, isLow) }))
  if (isMatched(sentenceCase, own) || seen.length === 0 || seen.some(({ direction }) => direction === own))
    return undefined
  const opposite = seen.every(({ direction }) => direction !== 'both')
    ? seen.find(({ direction }) => direction !== undefined)
    : undefined
  return opposite?.sentence
}

/** "Lowered accuracy here but raised it there": the source has as many verbs of this direction as the brief. */
function isMatched({ cues, source }: SentenceCase, own: Direction): boolean {
  const flag = own === 'rise' ? CUES.rise : CUES.fall
  const told = cues.filter(({ kind }) => kind === own).length
  return source.some(({ words }) => words.filter(word => (word.cues & flag) !== 0).length >= told)
}

function isBetterLow({ tongue, text }: SentenceCase, { start }: BriefCue): boolean {
  const clause = tongue.clauseAround(text, start)
  return tongue.isBetterLow(text.slice(clause.start, clause.end))
}

function isObject(place: Span, { start, end, isTail }: Span & { isTail: boolean }): boolean {
  // 准确 is found in 准确率, 稳定 in 稳定性.
  return isTail
    ? place.end <= end && place.end >= end - 1 && place.start >= start
    : place.start >= start && place.end <= end
}

/** Which way a thing goes by the verb nearest to it; `both` where that is open. */
function directionOf(sentence: SourceSentence, at: number, isLow: boolean): Direction | 'both' | undefined {
  const { words } = sentence
  const own = words[at]
  if (own?.kind === 'figure') {
    // "Raises revenue by 2.6% and reduces the number of bids by 48%": a figure follows its verb where it has one.
    const behind = scan(words, at, { reach: FIGURE_BEHIND, steps: [-1], isLow })
    // "An improvement with 13.2% fewer tokens": the word right behind a figure says which way it goes.
    if (behind && DEGREE.test(words[at + 1]?.text ?? '')) return 'both'
    // "Pushes it to 99%, a cut in errors": its verb is before it, though no strict one.
    if (!behind && movesBefore(words, at)) return 'both'
    return behind ?? scan(words, at, { reach: AHEAD, steps: [1], isLow })
  }
  return scan(words, at, { reach: BEHIND, steps: [-1, 1], isLow })
}

const DEGREE = /^(?:fewer|less|lower|smaller|more|higher|larger|greater)$/

function movesBefore(words: readonly SourceWord[], at: number): boolean {
  return words
    .slice(Math.max(0, at - FIGURE_BEHIND), at)
    .some(({ cues, part }) => part === words[at]?.part && (cues & (CUES.wideRise | CUES.wideFall)) !== 0)
}

interface Scan {
  /** In words. */
  reach: number
  /** -1 looks before the thing, 1 behind it. */
  steps: readonly (-1 | 1)[]
  isLow: boolean
}

function scan(
  words: readonly SourceWord[],
  at: number,
  { reach, steps, isLow }: Scan,
): Direction | 'both' | undefined {
  const own = words[at]
  for (let distance = 1; distance <= reach; distance++) {
    const seen = steps
      .filter(step => step < 0 || distance <= AHEAD)
      .flatMap(step => {
        const word = words[at + step * distance]
        const isWithin = step < 0 ? word?.part === own?.part : word?.clause === own?.clause
        return word && isWithin ? [word] : []
      })
    const verb = seen.find(word => readVerb(word))
    const found = verb && readVerb(verb)
    if (!found) continue
    const isOpen =
      isReduction(words, words.indexOf(verb)) ||
      seen.some(word => readVerb(word) && readVerb(word) !== found) ||
      (found === 'rise' && isLow && IMPROVES.test(verb.text))
    const isBefore = words[at - distance] === verb
    const near = isBefore
      ? words.slice(Math.max(0, at - distance - 2), at)
      : words.slice(Math.max(0, at - CLOSE), at + distance + 3)
    return isOpen || isContested(near, found, own) ? 'both' : found
  }
  return undefined
}

/** "Reduces checking to two queries" makes nothing smaller; "reduces memory to 3 GB" does. */
function isReduction(words: readonly SourceWord[], at: number): boolean {
  if (!/^reduc/.test(words[at]?.text ?? '')) return false
  const to = words.findIndex(({ text }, index) => index > at && index <= at + REDUCED_REACH && text === 'to')
  const [next, behind] = [words[to + 1], words[to + 2]]
  return to > 0 && next?.kind !== 'figure' && behind?.kind !== 'figure'
}
const REDUCED_REACH = 6
// "Mitigating its influence and enhancing …": the verb in front of a thing is its own.
const CLOSE = 2

function readVerb({ cues }: SourceWord): Direction | undefined {
  return (cues & CUES.rise) !== 0 ? 'rise' : (cues & CUES.fall) !== 0 ? 'fall' : undefined
}

/** A negation, or a verb that the strict lists do not hold, may turn it after all. */
function isContested(near: readonly SourceWord[], found: Direction, own: SourceWord | undefined): boolean {
  const opposite = (found === 'rise' ? CUES.wideFall : CUES.wideRise) | CUES.negation
  const same = found === 'rise' ? CUES.rise : CUES.fall
  return near.some(({ cues, part }) => part === own?.part && (cues & opposite) !== 0 && (cues & same) === 0)
}
