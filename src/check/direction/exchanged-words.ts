/** Finds two things that changed places: what the source says of the one, the brief says of the other. */
import type { SourceSentence, SourceWord } from '../evidence/source-words.ts'
import type { Turn } from './negations.ts'
import { type Rendering, readRendering } from './rendering.ts'
import type { SentenceCase } from './sentence-case.ts'

interface Tie {
  /** Index of the word in the source. */
  at: number
  /** Place in the text of the brief. */
  start: number
  end: number
  /** Number of the clause on each side. */
  clause: number
  told: number
  /** As `clause`, by the marks alone. */
  marked: number
  isFigure: boolean
}

// In words: so near it is said of the thing, and so much nearer than of the other one.
const NEAR = 4
const MARGIN = 2
const MIN_CROSSED = 3
// Hostile input: ties are compared in threes.
const MAX_TIES = 40

/**
 * Rests on words that stand once on each side. A word belongs to that one of two things which is clearly nearer to it;
 * where those of the one all stand by the other in the brief, and the other way round, the two were exchanged.
 */
export function findExchangedWords(sentenceCase: SentenceCase): Turn[] {
  const { trace, isSure, isWhole, source, text, tongue } = sentenceCase
  const [main] = source
  if (trace.bridge !== 'dictionary' || !isSure || !main || (main.isTitle && !isWhole)) return []
  const rendering = readRendering(sentenceCase, main)
  const ties = dropSubject(listTies(rendering, main))
  if (ties.length > MAX_TIES) return []
  for (const [index, left] of ties.entries())
    for (const right of ties.slice(index + 1)) {
      if (!isThing(left, main) || !isThing(right, main) || !isExchanged({ ties, left, right })) continue
      const at = Math.max(left.start, right.start) - rendering.start
      if (at < 0 || at >= text.length) continue
      // Chinese puts clauses, and what stands before a noun, in another order: too often for an error.
      return [{ kind: 'exchange-doubtful', quote: tongue.clauseAround(text, at), source: main }]
    }
  return []
}

function isThing({ at, isFigure }: Tie, { words }: SourceSentence): boolean {
  return !isFigure && !TOPIC.test(words[at]?.text ?? '')
}

/** Words that stand once in the source and once in the brief, and share their place with no other. */
function listTies(
  { placesOf, sentenceCase: { tongue, group } }: Rendering,
  { words }: SourceSentence,
): Tie[] {
  const counts = new Map<string, number>()
  for (const { text } of words) counts.set(text, (counts.get(text) ?? 0) + 1)
  const clauses = numberClauses(words)
  const found = words.flatMap((word, at): Tie[] => {
    if (counts.get(word.text) !== 1 || SMALL.test(word.text)) return []
    const places = placesOf(word)
    const [first] = places
    if (!first || places.some(({ start, end }) => start > first.end || end < first.start)) return []
    const start = Math.min(...places.map(place => place.start))
    const end = Math.max(...places.map(place => place.end))
    const told = tongue.clauseAround(group, start).start
    return [
      {
        at,
        start,
        end,
        clause: clauses[at] ?? 0,
        told,
        marked: word.clause,
        isFigure: word.kind === 'figure',
      },
    ]
  })
  return found.filter(tie =>
    found.every(
      other =>
        other === tie || Math.abs(other.at - tie.at) <= 1 || other.end <= tie.start || tie.end <= other.start,
    ),
  )
}

// What a sentence is about comes first in Chinese, wherever its verb stands.
const TOPIC =
  /^(?:we|our|us|this|approach\w*|method\w*|model\w*|framework\w*|work|paper|system|technique|results?|experiments?|studies|study|stud\w+|propos\w*|present\w*|introduc\w*|show\w*|demonstrat\w*|task|tasks|data|problem\w*)$/
const SMALL =
  /^(?:since|before|after|must|below|above|under|over|within|during|through|between|among|across|because|therefore|thus|hence|further\w*|moreover|finally|first|second|then|also|both|each|when\w*|where\w*|even|only|still|using|based|via|such|need\w*|able|more|most|less|least|many|several|various|different\w*|significant\w*|existing|new|novel|state|art|.{1,2})$/
const JOINTS = /^(?:and|or|but|while|whereas|then|than|rather|instead|when|if|because|which|who|that)$/

/** A verb of its own may follow each of the joints; a comma parts anyway. */
function numberClauses(words: readonly SourceWord[]): number[] {
  let joints = 0
  return words.map(({ text, clause }) => {
    if (JOINTS.test(text)) joints++
    return clause + joints
  })
}

/** A sentence begins with its subject on both sides, however its clauses go on. */
function dropSubject(ties: readonly Tie[]): readonly Tie[] {
  const [first] = ties
  return first && ties.every(({ start }) => start >= first.start) ? ties.slice(1) : ties
}

interface Suspicion {
  ties: readonly Tie[]
  left: Tie
  right: Tie
}

function isExchanged({ ties, left, right }: Suspicion): boolean {
  if (left.told === right.told || left.clause === right.clause) return false
  const crossed = { left: 0, right: 0 }
  for (const tie of ties) {
    if (tie === left || tie === right) continue
    const asked = sideNear(distance(tie, left), distance(tie, right))
    const told = sideBy(tie.told, left.told, right.told)
    const within = sideBy(tie.clause, left.clause, right.clause)
    if (told && (asked === told || within === told)) return false
    if (within && told) crossed[within]++
  }
  return crossed.left > 0 && crossed.right > 0 && crossed.left + crossed.right >= MIN_CROSSED
}

// "And" may part nothing; a comma does.
const MARK = 3

function distance(a: Tie, b: Tie): number {
  return Math.abs(a.at - b.at) + (a.marked === b.marked ? 0 : MARK)
}

function sideNear(left: number, right: number): 'left' | 'right' | undefined {
  if (left <= NEAR && left + MARGIN <= right) return 'left'
  return right <= NEAR && right + MARGIN <= left ? 'right' : undefined
}

function sideBy(own: number, left: number, right: number): 'left' | 'right' | undefined {
  return own === left ? 'left' : own === right ? 'right' : undefined
}
