/** Finds negations that a brief added, and those of the source that it lost. */
import { CUES, hasCue, isTame } from '../english-cues.ts'
import type { SourceSentence, SourceWord } from '../evidence/source-words.ts'
import { mayDeny } from './denied-in-selection.ts'
import { matchClause } from './match-clause.ts'
import {
  type Anchor,
  countShared,
  findAnchors,
  isNearDenial,
  listNear,
  MIN_SHARED,
  placesIn,
  type SentenceCase,
} from './sentence-case.ts'
import type { BriefCue, Span, Tongue } from './tongue.ts'

export interface Turn {
  kind:
    | 'negation-added'
    | 'negation-doubtful'
    | 'negation-lost'
    | 'negation-dropped'
    | 'verb'
    | 'verb-doubtful'
    | 'comparison'
    | 'limit'
    | 'opposite'
    | 'exchange'
  /** In the sentence of the brief. */
  quote: Span
  /** The sentence of the source that says otherwise. */
  source: SourceSentence
}

/** "Outperforms" and 不优于: a denied word whose counterpart nobody denies in the source. */
export function findAddedNegations(sentenceCase: SentenceCase): Turn[] {
  const { cues, tongue, text, source, isWhole, isSure } = sentenceCase
  const isAffirmed = isWhole && isSure && !source[0]?.words.some(mayBeDenied)
  const denials = cues
    .filter(({ kind }) => kind === 'negation')
    .map(cue => ({ cue, anchors: findDenied(sentenceCase, cue) }))
  return denials.flatMap((denial): Turn[] => {
    const { cue, anchors } = denial
    const others = denials.filter(other => other !== denial)
    const [first] = anchors
    const words = text.slice(cue.start, cue.end + 1)
    // What earlier work cannot do is told from what the paper can.
    const isOfOthers = tongue.isOfOthers(text.slice(0, cue.start))
    const isTied = isWhole || (first && !isOfOthers && tongue.isFirm(words) && isTiedTo(sentenceCase, first))
    const isTurned =
      first &&
      !tongue.isConsequence(text.slice(0, cue.start)) &&
      isTied &&
      !isDeniedAnywhere(sentenceCase, anchors) &&
      (isWhole ||
        !matchClause(sentenceCase, tongue.clauseAround(text, cue.start), 1).some(match =>
          mayDeny(sentenceCase, match),
        )) &&
      !isFree(sentenceCase, isWhole ? (source[0] ?? first.sentence) : first.sentence, others)
    const quote = tongue.clauseAround(text, cue.start)
    if (isTurned) return [{ kind: 'negation-added', quote, source: first.sentence }]
    const [main] = source
    const isSuspect = main && isAffirmed && tongue.isVerbal(words)
    return isSuspect ? [{ kind: 'negation-doubtful', quote, source: main }] : []
  })
}

// A denial that was added is seen by what it denies as well, so that fewer words will do; one figure says enough.
const MIN_TIED = 3
const MIN_FIGURE = 3

function isTiedTo(sentenceCase: SentenceCase, { word, sentence, place }: Anchor): boolean {
  if (word.kind === 'figure' && word.text.length >= MIN_FIGURE) return true
  return countShared(sentenceCase, sentence, place.start) >= MIN_TIED
}

interface Denial {
  cue: BriefCue
  anchors: readonly Anchor[]
}

/** Whether the source denies something that the other negations of the brief do not account for. */
function isFree({ tongue, text }: SentenceCase, source: SourceSentence, others: readonly Denial[]): boolean {
  const taken = new Set(
    others.flatMap(({ anchors }) =>
      anchors.filter(({ sentence }) => sentence === source).flatMap(({ at }) => listNear(source, at)),
    ),
  )
  const plain = source.words.filter(
    (word, at) =>
      (word.cues & CUES.plainNegation) !== 0 && !taken.has(at) && !tongue.isRendered(word.text, text),
  )
  const unanchored = others.filter(({ anchors }) => anchors.length === 0).length
  return plain.length > unanchored
}

function mayBeDenied({ cues }: SourceWord): boolean {
  return (cues & (CUES.plainNegation | CUES.tacitNegation)) !== 0
}

/** The words nearest behind the negation. */
function findDenied(sentenceCase: SentenceCase, { start, end }: BriefCue): Anchor[] {
  const { tongue, text } = sentenceCase
  const limit = Math.min(tongue.clauseAround(text, start).end, end + tongue.reach)
  const anchors = findAnchors(sentenceCase, place => place.start >= end && place.start < limit)
  const nearest = Math.min(...anchors.map(({ place }) => place.start))
  if (nearest > end + tongue.slack) return []
  // A figure says better than its verb which statement is denied: 未达到91.2%.
  const figures = anchors.filter(
    ({ word, place }) =>
      word.kind === 'figure' && word.text.length >= MIN_FIGURE && place.start <= nearest + tongue.slack,
  )
  return figures.length > 0 ? figures : anchors.filter(({ place }) => place.start <= nearest + 1)
}

/** A translation denies where its sentence does; a summary joins what stands apart. */
function isDeniedAnywhere({ trace, source, isWhole }: SentenceCase, anchors: readonly Anchor[]): boolean {
  const words = new Set(anchors.map(({ word }) => word.text))
  return (isWhole ? source : trace.source).some(sentence =>
    sentence.words.some(
      ({ text }, at) =>
        (words.has(text) &&
          (isWhole ? isNearDenial(sentence, at, CUES.tacitNegation) : isTurned(sentence, at))) ||
        (PREFIX.test(text) && words.has(text.replace(PREFIX, ''))),
    ),
  )
}

// 不依赖 beside "dependent" and "independent" renders the latter.
const PREFIX = /^(?:in|un|im|ir|non|dis)(?=[a-z]{4})/

// A compound such as "zero-shot" denies its next word and nothing further.
const COMPOUND = /^(?:zero|free|non|yet|beyond|\w{3,}less)$/

/** Narrower than `isNearDenial`: only what a firm denial of this very word may stand for. */
function isTurned(sentence: SourceSentence, at: number): boolean {
  return listNear(sentence, at).some(index => {
    const word = sentence.words[index]
    const flags = word?.cues ?? 0
    const distance = Math.abs(index - at)
    if (distance === 0) return (flags & CUES.plainNegation) !== 0
    if (distance === 1) return (flags & CUES.wideNegation) !== 0
    const isPlain = (flags & CUES.plainNegation) !== 0 && !COMPOUND.test(word?.text ?? '')
    return isPlain || (flags & CUES.hindrance) !== 0
  })
}

const SKIPPED = new Set(
  `be been being have has had do does did yet also always fully necessarily directly easily well completely entirely
  explicitly effectively reliably adequately sufficiently typically generally actually even ever still currently
  any additional extra further`.split(/\s+/),
)
const MAX_DENIED = 3
const MIN_WORD = 4
const REACH = 6
const LIST_REACH = 10

/** "Does not need labels" and 需要标注: what the source denies stands in the brief, and nothing near denies it. */
export function findLostNegations(sentenceCase: SentenceCase): Turn[] {
  const { tongue, text, group, isSure, isWhole } = sentenceCase
  const [source] = sentenceCase.source
  if (!source || !hasCue(source.words, CUES.negation)) return []
  return source.words.flatMap((_, at): Turn[] => {
    const denied = listDenied(source.words, at)
    if (!denied || isSeldomTold(sentenceCase, source.words[at]) || isInCompound(source, at)) return []
    const { isDouble } = denied
    // 失败 for "failures" denies nothing that the source does not deny itself.
    const masked = isDouble ? text : maskWords(sentenceCase, source, at)
    const [head] = denied.words
    const places = denied.words.flatMap(each => placesIn(sentenceCase, each))
    const [place] = places
    // A sentence without any word that could deny has lost the denial; "without change" may have become 原样.
    const isBare = isWhole && isSure && !isDouble && !tongue.isNegated(group.replace(text, masked))
    const isToldOtherwise = head && (head.cues & CUES.change) !== 0
    if (isBare && !isToldOtherwise && place)
      return [{ kind: 'negation-dropped', quote: { start: 0, end: text.length }, source }]
    const told = source.words.filter(each => (each.cues & CUES.negation) !== 0).length
    if (!head || !place || (!isDouble && tongue.countDenials(group) >= told)) return []
    // What is denied stands first: "without regularization the loss diverges" says nothing against the loss.
    if (placesIn(sentenceCase, head).length === 0 && !shareClause(sentenceCase, places)) return []
    if (places.some(({ start }) => isDenied(tongue, { text, masked, start, isDouble }))) return []
    if (!isWhole && countShared(sentenceCase, source, place.start) < MIN_SHARED) return []
    return [{ kind: 'negation-lost', quote: tongue.clauseAround(text, place.start), source }]
  })
}

/** "No-reference metrics", "the No-Have rule": a part of a word denies nothing by itself. */
export function isInCompound({ text, words }: SourceSentence, at: number): boolean {
  const [own, next] = [words[at], words[at + 1]]
  return own !== undefined && next !== undefined && text.toLowerCase().includes(`${own.text}-${next.text}`)
}

/** 很少 for "rarely", which may stand in another clause than what is rare. */
function isSeldomTold({ tongue, group }: SentenceCase, word: SourceWord | undefined): boolean {
  return (
    /^(?:rarely|seldom|hardly|scarcely|barely)$/.test(word?.text ?? '') &&
    tongue.isRendered(word?.text ?? '', group)
  )
}

/** The sentence with blanks for what renders words of the source that sound like a denial, the one at `at` apart. */
function maskWords(sentenceCase: SentenceCase, { words }: SourceSentence, at: number): string {
  let masked = sentenceCase.text
  words.forEach((word, index) => {
    if (index === at || (word.cues & CUES.negation) !== 0) return
    for (const { start, end } of placesIn(sentenceCase, word))
      if (sentenceCase.tongue.countDenials(masked.slice(start, end)) === 0)
        masked = masked.slice(0, start) + ' '.repeat(end - start) + masked.slice(end)
  })
  return masked
}

interface Denied {
  words: readonly SourceWord[]
  /** What is denied is a loss or a lack itself: "without losing", "does not fail". */
  isDouble: boolean
  /** "Does not", "cannot", "never": what happens is denied, not what there is. */
  isOfVerb: boolean
}

const PARTICIPLE = /^(?:failed|failing|lacking)$/
const DETERMINER = /^(?:the|an?|all|these|those|their|its|our|any|each|every|most|many|some|of|from)$/

// What follows is another statement, or the reason.
const BEHIND = /^(?:nor|and|due|owing|because|since|when|while|whereas|although|though|unless|despite)$/

/** What a negation is said of; undefined where the word denies nothing. */
function listDenied(words: readonly SourceWord[], at: number): Denied | undefined {
  const own = words[at]
  const next = words[at + 1]
  if (!own || !next || (own.cues & CUES.negation) === 0 || isTame(next.text)) return undefined
  // "Similar to, if not better than" denies nothing, nor does "whether or not".
  if (words[at - 1]?.text === 'if') return undefined
  if (words[at - 1]?.text === 'or' && words[at - 2]?.text === 'whether') return undefined
  // "Fail-to-pass tests" are a sort of tests.
  if (next.text === 'to' && words[at + 2]?.text === 'pass') return undefined
  // "The failed tasks" are a sort of tasks, and nothing is said against them.
  if (PARTICIPLE.test(own.text) && DETERMINER.test(words[at - 1]?.text ?? '')) return undefined
  const ahead = words.slice(at + 1, at + 1 + LIST_REACH).filter(({ part }) => part === own.part)
  const isList = ahead.some(({ text }) => text === 'or')
  const behind = ahead.filter(({ clause }, index) => isList || (clause === own.clause && index < REACH))
  const end = behind.findIndex(({ text }) => BEHIND.test(text))
  const reached = end < 0 ? behind : behind.slice(0, end)
  const content = reached.filter(
    ({ text }) => text.length >= MIN_WORD && !SKIPPED.has(text) && !text.endsWith('ly'),
  )
  const isWide = ({ cues }: SourceWord): boolean => (cues & CUES.wideNegation) !== 0
  const [head] = content
  const isOfVerb = /^(?:not|cannot|never|fail\w*|\w+n't)$/.test(own.text)
  if (head && isWide(head)) return { words: [head], isDouble: true, isOfVerb }
  if (content[1] && isWide(content[1])) return undefined
  return { words: content.slice(0, MAX_DENIED), isDouble: false, isOfVerb }
}

function shareClause({ tongue, text }: SentenceCase, places: readonly Span[]): boolean {
  const clauses = places.map(({ start }) => tongue.clauseAround(text, start).start)
  return clauses.length > 1 && new Set(clauses).size === 1
}

interface DeniedPlace {
  text: string
  masked: string
  start: number
  isDouble: boolean
}

function isDenied(tongue: Tongue, { text, masked, start, isDouble }: DeniedPlace): boolean {
  const clause = tongue.clauseAround(text, start)
  return isDouble
    ? tongue.countDenials(text.slice(clause.start, clause.end)) > 0
    : tongue.isNegated(masked.slice(clause.start, clause.end))
}
