/** One sentence of a brief with the sentences of the source that it renders. */
import { CUES } from '../english-cues.ts'
import type { SourceSentence, SourceWord } from '../evidence/source-words.ts'
import { type Trace, weighUnique } from '../evidence/trace-words.ts'
import { LastMade } from '../once.ts'
import { expectedRatio } from '../text-length.ts'
import { alignPieces } from './align-pieces.ts'
import type { BriefCue, Span, Tongue } from './tongue.ts'

export interface SentenceCase {
  trace: Trace
  tongue: Tongue
  /** Index among the sentences of the brief. */
  at: number
  field: string
  /** Folded: small letters, Simplified characters. */
  text: string
  /** As it stands in the brief; the same length. */
  raw: string
  /** Where the sentence begins in the folded brief. */
  offset: number
  cues: readonly BriefCue[]
  /** The likeliest first; never empty. */
  source: readonly SourceSentence[]
  /** The sentence renders the first of these, and no other. */
  isSure: boolean
  /** The sentence with those that render the same, folded. */
  group: string
  /** Indices of these sentences. */
  members: readonly number[]
  /** The brief is a translation. */
  isWhole: boolean
  /** Advice of the brief's own, or a word on what the source does not tell. */
  isOwn: boolean
}

export interface Anchor {
  sentence: SourceSentence
  /** Index of the word in its sentence. */
  at: number
  word: SourceWord
  /** In the sentence of the brief. */
  place: Span
}

// Measured on clean pairs: below this the pairing itself is in doubt.
const MIN_SHARE = 0.3
// In words that stand in one sentence of the brief only.
const MIN_WORDS = 1.5
const RIVAL = 0.5
const MAX_SOURCES = 3
// From here on what is paired is taken for certain; between two such pairs nothing else has room.
const SURE_SHARE = 0.35

// Hostile input: every word that turns a sentence is compared with all others in it.
const MAX_SENTENCE = 1_500

export interface CaseSearch {
  trace: Trace
  tongue: Tongue
  /** Of the brief. */
  language: string
  isWhole: boolean
}

export function listCases(search: CaseSearch): SentenceCase[] {
  const { trace } = search
  const cases = search.isWhole ? listRendered(search) : listSelected(search)
  // What was left or quoted in the words of the source turns nothing.
  return cases.filter(({ raw }) => !trace.source.some(({ text }) => text.includes(raw) || raw.includes(text)))
}

/** A translation keeps the order of its source, title apart. */
function listRendered({ trace, tongue, language }: CaseSearch): SentenceCase[] {
  const isLine = (at: number): boolean => trace.brief.sentences[at]?.field.kind === 'line'
  const target = [...trace.brief.sentences.keys()]
  const source = [...trace.source.keys()].filter(at => trace.source[at]?.section === undefined)
  return [true, false].flatMap(isTitle => {
    const beads = alignPieces({
      trace,
      source: source.filter(at => trace.source[at]?.isTitle === isTitle),
      target: target.filter(at => isLine(at) === isTitle),
      expectedRatio: expectedRatio(language),
    })
    return beads.flatMap((bead, index) => {
      const isHeld = [beads[index - 1], beads[index + 1]].every(
        next => next === undefined || next.share >= SURE_SHARE,
      )
      const isSure = bead.share >= SURE_SHARE || (isHeld && bead.isSingle && beads.length > 2)
      if (!isSure && bead.share < MIN_SHARE) return []
      // "Why it fails? A view": the two halves of a title are told as one.
      const members = isTitle ? target.filter(isLine) : bead.sentences
      const group = members.map(at => foldedText(trace, at)).join('\n')
      return bead.sentences.flatMap(at =>
        makeCase({
          trace,
          tongue,
          at,
          group,
          members,
          source: [bead.source],
          isSure,
          isWhole: true,
          isOwn: false,
        }),
      )
    })
  })
}

/** A summary takes its sentences from anywhere; one that is like none of the source has an empty `source`. */
function listSelected({ trace, tongue }: CaseSearch): SentenceCase[] {
  const minWeight = MIN_WORDS * weighUnique(trace.brief.sentences.length)
  return trace.brief.sentences.flatMap((_, at) => {
    const text = foldedText(trace, at)
    const [best, ...others] = trace.pairs[at] ?? []
    // A question affirms nothing.
    const isLikeNone = !best || best.weight < minWeight || /[?？]\s*$/.test(text)
    const near = isLikeNone ? [] : [best, ...others.filter(({ weight }) => weight >= best.weight * RIVAL)]
    const source = near.slice(0, MAX_SOURCES).flatMap(pair => trace.source[pair.at] ?? [])
    return makeCase({
      trace,
      tongue,
      at,
      group: text,
      members: [at],
      source,
      isSure: !isLikeNone && best.share >= SURE_SHARE,
      isWhole: false,
      isOwn: tongue.isOwnWord(text),
    })
  })
}

function foldedText({ brief }: Trace, at: number): string {
  const { start = 0, end = 0 } = brief.sentences[at] ?? {}
  return brief.folded.slice(start, end)
}

function makeCase(own: Omit<SentenceCase, 'field' | 'text' | 'raw' | 'offset' | 'cues'>): SentenceCase[] {
  const sentence = own.trace.brief.sentences[own.at]
  if (!sentence || sentence.text.length > MAX_SENTENCE) return []
  const text = foldedText(own.trace, own.at)
  return [
    {
      ...own,
      field: sentence.field.key,
      text,
      raw: sentence.text,
      offset: sentence.start,
      cues: own.tongue.readCues(text),
    },
  ]
}

const NO_SPANS: readonly Span[] = []

/** Places of a word within the sentence, counted from its beginning. */
export function placesIn({ trace, at, offset }: SentenceCase, word: SourceWord): readonly Span[] {
  let spans: Span[] | undefined
  for (const { start, end, sentence } of trace.placesOf(word))
    if (sentence === at) {
      // Most words have their places elsewhere, and nothing is made for them.
      spans ??= []
      spans.push({ start: start - offset, end: end - offset })
    }
  return spans ?? NO_SPANS
}

/** Words of the source whose counterpart stands where `accepts` says. */
export function findAnchors(sentenceCase: SentenceCase, accepts: (place: Span) => boolean): Anchor[] {
  return anchorsOf(sentenceCase).filter(({ place }) => accepts(place))
}

// Every cue of a sentence asks anew.
const anchorsByCase = new LastMade<SentenceCase, readonly Anchor[]>()

function anchorsOf(sentenceCase: SentenceCase): readonly Anchor[] {
  const known = anchorsByCase.get(sentenceCase)
  if (known) return known
  const anchors = sentenceCase.source.flatMap(sentence =>
    sentence.words.flatMap((word, at) =>
      word.forms.length === 0
        ? []
        : placesIn(sentenceCase, word).map(place => ({ sentence, at, word, place })),
    ),
  )
  anchorsByCase.set(sentenceCase, anchors)
  return anchors
}

// A summary picks single words from anywhere; so many in one clause are the statement itself.
export const MIN_SHARED = 4

/** How many words of the sentence the clause around the place renders. */
export function countShared(sentenceCase: SentenceCase, { words }: SourceSentence, at: number): number {
  const clause = sentenceCase.tongue.clauseAround(sentenceCase.text, at)
  const shared = words.filter(word =>
    placesIn(sentenceCase, word).some(({ start, end }) => start >= clause.start && end <= clause.end),
  )
  return new Set(shared.map(({ text }) => text)).size
}

const BEFORE = 10
const AFTER = 6

// So near, no mark parts a negation from its word: "to one thing only: not to speed".
const CLOSE = 4

/** Indices of the words that can turn this one: before it in the same part, behind it in the same clause. */
export function listNear({ words }: SourceSentence, at: number): number[] {
  const own = words[at]
  const near: number[] = []
  for (let index = Math.max(0, at - BEFORE); index <= Math.min(words.length - 1, at + AFTER); index++) {
    const word = words[index]
    const isWithin = index <= at ? word?.part === own?.part : word?.clause === own?.clause
    if (isWithin || Math.abs(index - at) <= CLOSE) near.push(index)
  }
  return near
}

/** Whether a word near this one turns it, or it is itself a plain denial; `further` are flags that count as well. */
export function isNearDenial(sentence: SourceSentence, at: number, further = 0): boolean {
  return listNear(sentence, at).some(index => {
    const flags = sentence.words[index]?.cues ?? 0
    return (flags & ((index === at ? CUES.plainNegation : CUES.wideNegation) | further)) !== 0
  })
}

/** The clause without the words that render others of the source than its denials: 完整 for "completeness". */
export function maskRendered(sentenceCase: SentenceCase, { words }: SourceSentence, clause: Span): string {
  let masked = sentenceCase.text.slice(clause.start, clause.end)
  for (const word of words) {
    if ((word.cues & (CUES.negation | CUES.wideNegation | CUES.lexicalNegation)) !== 0) continue
    for (const place of placesIn(sentenceCase, word)) {
      const start = place.start - clause.start
      const end = place.end - clause.start
      if (start < 0 || end > masked.length || sentenceCase.tongue.countDenials(masked.slice(start, end)) > 0)
        continue
      masked = masked.slice(0, start) + ' '.repeat(end - start) + masked.slice(end)
    }
  }
  return masked
}
