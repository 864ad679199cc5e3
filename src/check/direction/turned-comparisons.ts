/** Finds comparisons that a brief turned round: 不如 for "outperforms", and names that changed sides. */
import { CUES } from '../english-cues.ts'
import type { SourceSentence } from '../evidence/source-words.ts'
import type { Turn } from './negations.ts'
import { type Anchor, countShared, findAnchors, MIN_SHARED, type SentenceCase } from './sentence-case.ts'
import type { BriefCue, Span } from './tongue.ts'

export function findTurnedComparisons(sentenceCase: SentenceCase): Turn[] {
  const { cues, text, tongue } = sentenceCase
  return cues.flatMap((cue): Turn[] => {
    if (
      (cue.kind !== 'win' && cue.kind !== 'loss') ||
      tongue.isDenied(text, cue.start) ||
      /^\s?[\d约近]/.test(text.slice(cue.end))
    )
      return []
    const source = findOpposite(sentenceCase, cue) ?? findExchanged(sentenceCase, cue)
    return source ? [{ kind: 'comparison', quote: tongue.clauseAround(text, cue.start), source }] : []
  })
}

/** The sentence that compares the other way, where no word of it compares this way. */
function findOpposite(sentenceCase: SentenceCase, cue: BriefCue): SourceSentence | undefined {
  const { source, isSure, isWhole } = sentenceCase
  const [main] = source
  if (!main || !isSure) return undefined
  if (!isWhole && countShared(sentenceCase, main, cue.start) < MIN_SHARED) return undefined
  const [opposite, wide] = cue.kind === 'win' ? [CUES.loss, CUES.wideWin] : [CUES.win, CUES.wideLoss]
  let flags = 0
  let verb = -1
  main.words.forEach(({ cues }, at) => {
    const isPassive = main.words[at + 1]?.text === 'by' && (cues & CUES.win) !== 0
    const own = isPassive ? CUES.loss | CUES.wideLoss : cues
    if (verb < 0 && (own & opposite) !== 0) verb = at
    flags |= own
  })
  if (verb < 0 || (flags & wide) !== 0) return undefined
  const { straight, crossed } = countSides({ sentenceCase, cue, sentence: main, verb })
  return straight > crossed ? main : undefined
}

/** How many words keep their side of the verb: in 系统不及人类 for "humans are ahead of the system" none does. */
export function countSides({
  sentenceCase,
  cue,
  sentence,
  verb,
}: {
  sentenceCase: SentenceCase
  cue: Span
  sentence: SourceSentence
  verb: number
}): { straight: number; crossed: number } {
  const { text, tongue } = sentenceCase
  const clause = tongue.clauseAround(text, cue.start)
  let straight = 0
  let crossed = 0
  const anchors = findAnchors(sentenceCase, ({ start, end }) => start >= clause.start && end <= clause.end)
  for (const { sentence: own, at, place } of anchors) {
    if (own !== sentence || at === verb) continue
    if (place.start < cue.start === at < verb) straight++
    else crossed++
  }
  return { straight, crossed }
}

/** "A outperforms B" and B优于A. */
function findExchanged(sentenceCase: SentenceCase, cue: BriefCue): SourceSentence | undefined {
  const { text, tongue, source } = sentenceCase
  const clause = tongue.clauseAround(text, cue.start)
  if (/被|比|by|than/.test(text.slice(clause.start, cue.start))) return undefined
  const names = findAnchors(
    sentenceCase,
    ({ start, end }) => start >= clause.start && end <= clause.end,
  ).filter(({ word }) => word.kind === 'name')
  const left = names.filter(({ place }) => place.end <= cue.start && place.end > cue.start - NEAR)
  const right = names.filter(({ place }) => place.start >= cue.end && place.start < cue.end + NEAR)
  return source.find(sentence => {
    const sides = { left: sidesOf(left, sentence, cue), right: sidesOf(right, sentence, cue) }
    return (
      sides.left.size === 1 && sides.left.has('right') && sides.right.size === 1 && sides.right.has('left')
    )
  })
}

// What is compared stands next to the verb; what stands further away is where it was compared.
const NEAR = 20

/** On which sides of the verb of the source the names stand; both where the verb is not clear. */
function sidesOf(
  names: readonly Anchor[],
  sentence: SourceSentence,
  { kind }: BriefCue,
): Set<'left' | 'right'> {
  const flag = kind === 'win' ? CUES.win : CUES.loss
  const verbs = sentence.words.flatMap(({ cues }, at) => ((cues & flag) !== 0 ? [at] : []))
  const [verb] = verbs
  if (verb === undefined || verbs.length > 1 || sentence.words[verb + 1]?.text === 'by')
    return new Set(['left', 'right'])
  const texts = new Set(names.filter(anchor => anchor.sentence === sentence).map(({ word }) => word.text))
  return new Set(
    sentence.words.flatMap(({ text }, at) =>
      texts.has(text) ? [at < verb ? ('left' as const) : ('right' as const)] : [],
    ),
  )
}
