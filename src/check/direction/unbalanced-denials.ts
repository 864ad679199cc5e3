/** Counts the denials of a sentence against those of its source: one more or one fewer turns it. */
import { CUES, hasCue } from '../english-cues.ts'
import type { SourceSentence, SourceWord } from '../evidence/source-words.ts'
import { countTold } from './count-told.ts'
import type { Turn } from './negations.ts'
import { type Rendering, readRendering } from './rendering.ts'
import { isNearDenial, type SentenceCase } from './sentence-case.ts'
import type { BriefCue, Span } from './tongue.ts'

const SURELY_DENIES = CUES.negation | CUES.lexicalNegation

/**
 * What a word of the source is rendered by otherwise accounts for neither side: "complexity" is 复杂度, so 杂 is no
 * trace of a denial, and "still" is 仍, so it is not what 不 stands for. Translations only: a summary leaves out.
 */
export function findUnbalancedDenials(sentenceCase: SentenceCase): Turn[] {
  const { isWhole, isSure, source, cues } = sentenceCase
  const [main] = source
  if (!isWhole || !isSure || !main) return []
  const isAsked = hasCue(main.words, SURELY_DENIES)
  if (!isAsked && !cues.some(({ kind }) => kind === 'negation')) return []
  const rendering = readRendering(sentenceCase, main)
  const told = countTold(rendering)
  // 没有得到利用，无法提供帮助: what follows from a denial is told in its words.
  const { tongue, group } = sentenceCase
  const denied = told.denials.map(({ start, end }) => group.slice(start, end + 2))
  const denials = told.denials.filter(
    // 不可学习噪声, 不可学习样本: one word, however often it is told.
    (cue, at) => denied.indexOf(denied[at] ?? '') === at && !tongue.isConsequence(group.slice(0, cue.start)),
  )
  if (denials.length > told.most) return reportAdded(rendering, denials)
  const all = rendering.denials.length
  const isLost = all < told.least && all + countHints(rendering) < told.least
  return isLost ? reportLost(rendering) : []
}

/** In the sentence that has the denial of which least can be said for it. */
function reportAdded(rendering: Rendering, denials: readonly BriefCue[]): Turn[] {
  const { sentenceCase, source, start } = rendering
  const { tongue, text, group } = sentenceCase
  const firm = denials.filter(
    cue => tongue.isFirm(group.slice(cue.start, cue.end + 1)) && isKnown(rendering, source, cue),
  )
  const cue = firm.find(each => !isToldNear(rendering, source, each)) ?? firm.at(-1)
  if (!cue || cue.start < start || cue.start >= start + text.length) return []
  return [{ kind: 'negation-added', quote: tongue.clauseAround(text, cue.start - start), source }]
}

/** Whether the source has what is denied: 无法用于 for "prohibitive" denies nothing that it says. */
function isKnown({ placesOf, sentenceCase }: Rendering, source: SourceSentence, { end }: BriefCue): boolean {
  return source.words.some(word =>
    placesOf(word).some(({ start }) => start >= end - 1 && start <= end + sentenceCase.tongue.slack),
  )
}

function isToldNear(
  { placesOf, sentenceCase }: Rendering,
  source: SourceSentence,
  { end }: BriefCue,
): boolean {
  return source.words.some(
    (word, at) =>
      placesOf(word).some(place => place.start >= end && place.start < end + sentenceCase.tongue.reach) &&
      isNearDenial(source, at),
  )
}

/** In the sentence with a clause that says what the source denies, and denies nothing itself. */
function reportLost({ source, start, denials, placesOf, sentenceCase }: Rendering): Turn[] {
  const { tongue, text, group } = sentenceCase
  const denied = source.words.flatMap((word, at) =>
    (word.cues & SURELY_DENIES) === 0
      ? []
      : source.words.slice(Math.max(0, at - BEFORE), at + AHEAD).filter(({ part }) => part === word.part),
  )
  const place = denied.flatMap(placesOf).find(each => {
    const clause = tongue.clauseAround(group, each.start)
    return !denials.some(cue => cue.start >= clause.start && cue.start < clause.end)
  })
  if (!place || place.start < start || place.start >= start + text.length) return []
  // Where the sentence denies nothing at all, any clause may be the one.
  const isBare = !sentenceCase.cues.some(({ kind }) => kind === 'negation')
  const quote = isBare ? { start: 0, end: text.length } : tongue.clauseAround(text, place.start - start)
  return [{ kind: 'negation-lost', quote, source }]
}

const BEFORE = 4
const AHEAD = 8

/** Words by which a denial may have been rendered without being one, such as 难 and 缺. */
function countHints({ source, denials, placesOf, sentenceCase }: Rendering): number {
  const { tongue, group } = sentenceCase
  const taken: Span[] = [...denials]
  const told = new Map<string, number>()
  for (const word of source.words) {
    if (isNegation(word)) continue
    // One "challenging" accounts for one 难.
    const count = told.get(word.text) ?? 0
    const place = placesOf(word)[count]
    // 不必 for "without requiring" has the denial in it.
    if (place && tongue.countDenials(group.slice(place.start, place.end)) === 0) taken.push(place)
    told.set(word.text, count + 1)
  }
  const hints = tongue
    .readHints(group)
    .filter(hint => !taken.some(place => place.start < hint.end && hint.start < place.end))
  // 仅 and 只 are too short to have a place of their own.
  const limiting = source.words.filter(
    word => LIMITING.has(word.text) && placesOf(word).length === 0 && tongue.isRendered(word.text, group),
  )
  const limits = group.match(/[仅只]/g)?.length ?? 0
  return hints.length - Math.min(limiting.length, limits)
}

const LIMITING = new Set(['only', 'merely', 'just', 'solely'])

function isNegation({ cues }: SourceWord): boolean {
  return (cues & CUES.negation) !== 0
}
