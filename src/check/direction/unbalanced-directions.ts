/** Counts what rises and falls in a sentence against its source: one fall more and one rise fewer turns it. */
import { CUES } from '../english-cues.ts'
import type { SourceWord } from '../evidence/source-words.ts'
import { english } from './english.ts'
import type { Turn } from './negations.ts'
import { type Rendering, readRendering } from './rendering.ts'
import type { SentenceCase } from './sentence-case.ts'
import type { BriefCue } from './tongue.ts'

const UP = { strict: CUES.rise, wide: CUES.wideRise | CUES.wideWin }
const DOWN = { strict: CUES.fall, wide: CUES.wideFall | CUES.wideLoss }

const IMPROVES = /^(?:improv|enhanc|boost|gain|better)/

/** Translations only, one sentence for one. A word that the brief has by its own name asks for no verb. */
export function findUnbalancedDirections(sentenceCase: SentenceCase): Turn[] {
  const { isWhole, isSure, source, members, cues, tongue, text } = sentenceCase
  const [main] = source
  if (!isWhole || !isSure || !main || members.length > 1) return []
  // "Fewer errors" and 准确率提升 say the same.
  const isLow = english.isBetterLow(main.text.toLowerCase())
  if (isLow !== tongue.isBetterLow(text) || (isLow && main.words.some(word => IMPROVES.test(word.text))))
    return []
  const ups = cues.filter(({ kind }) => kind === 'rise')
  const downs = cues.filter(({ kind }) => kind === 'fall')
  if (ups.length + downs.length === 0 || cues.some(({ start }) => tongue.isDenied(text, start))) return []
  const rendering = readRendering(sentenceCase, main)
  const turned =
    findTurned(rendering, { own: downs, others: ups, isDown: true }) ??
    findTurned(rendering, { own: ups, others: downs, isDown: false })
  if (!turned) return []
  return [{ kind: 'verb', quote: tongue.clauseAround(text, turned.start), source: main }]
}

interface Sides {
  own: readonly BriefCue[]
  others: readonly BriefCue[]
  isDown: boolean
}

function findTurned(rendering: Rendering, { own, others, isDown }: Sides): BriefCue | undefined {
  const [same, opposite] = isDown ? [DOWN, UP] : [UP, DOWN]
  const { words } = rendering.source
  if (own.length === 0) return undefined
  const able = words.filter(
    word => hasFlag(word, same.wide | CUES.negation) && !isNamed(rendering, word),
  ).length
  const asked = words.filter(word => hasFlag(word, opposite.strict) && !hasFlag(word, same.wide)).length
  return own.length > able && others.length < asked ? own.at(-1) : undefined
}

function hasFlag({ cues }: SourceWord, flags: number): boolean {
  return (cues & flags) !== 0
}

/** Whether the brief has the word where it turns nothing: 最低 for "minimum". */
function isNamed({ placesOf, sentenceCase }: Rendering, word: SourceWord): boolean {
  const places = placesOf(word)
  return (
    places.length > 0 &&
    places.every(place =>
      sentenceCase.cues.every(({ start, end }) => end <= place.start || place.end <= start),
    )
  )
}
