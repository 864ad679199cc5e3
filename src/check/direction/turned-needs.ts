/** Finds what a brief needs or uses though the paper only ever does without it: 需要训练 for "training-free". */
import type { SourceSentence } from '../evidence/source-words.ts'
import type { Turn } from './negations.ts'
import { findAnchors, type SentenceCase } from './sentence-case.ts'

const BEFORE = 5
const DENIAL =
  /^(?:no|not|without|never|neither|nor|cannot|\w+n't|rather|instead|avoid\w*|eliminat\w*|obviat\w*|remov\w*|unneeded|unnecessary|less|free)$/

/** Only where each mention of the thing in the whole source is denied; a summary joins what stands apart. */
export function findTurnedNeeds(sentenceCase: SentenceCase): Turn[] {
  const { tongue, text, trace, isWhole } = sentenceCase
  return tongue.readNeeds(text).flatMap((need): Turn[] => {
    const clause = tongue.clauseAround(text, need.start)
    // A translation may deny it further on: 需要取舍的时候并不多.
    if (tongue.isNegated(isWhole ? text : text.slice(clause.start, need.start))) return []
    if (tongue.countDenials(text.slice(clause.start, clause.end)) > 0) return []
    if (tongue.isOfOthers(text.slice(0, need.start))) return []
    if (tongue.isCondition(text.slice(clause.start, need.start))) return []
    const limit = Math.min(clause.end, need.end + tongue.reach)
    const anchors = findAnchors(sentenceCase, ({ start, end }) => start >= need.end && end <= limit)
    const words = new Set(anchors.map(({ word }) => word.text))
    const [first] = anchors
    if (!first || (first.sentence.isTitle && !isWhole)) return []
    if (!trace.source.every(sentence => isAlwaysDenied(sentence, words))) return []
    return [{ kind: 'negation-dropped', quote: clause, source: first.sentence }]
  })
}

function isAlwaysDenied({ words }: SourceSentence, needed: ReadonlySet<string>): boolean {
  return words.every(({ text, clause }, at) => {
    if (!needed.has(text)) return true
    if (words[at + 1]?.text === 'free') return true
    return words
      .slice(Math.max(0, at - BEFORE), at)
      .some(word => word.clause === clause && DENIAL.test(word.text))
  })
}
