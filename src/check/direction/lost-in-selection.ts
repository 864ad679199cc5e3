/** Finds what a summary affirms though the paper denies it: by the words around the denial, wherever that stands. */
import { CUES, hasCue } from '../english-cues.ts'
import type { SourceSentence, SourceWord } from '../evidence/source-words.ts'
import type { Turn } from './negations.ts'
import { maskRendered, placesIn, type SentenceCase } from './sentence-case.ts'
import type { Span } from './tongue.ts'

// "Not from the method but from the data".
const BUT_REACH = 14
const AHEAD = 8
const BEFORE = 6
// "We find no".
const REPORTING = /^(?:found|finds?|show\w*|observ\w*|report\w*|demonstrat\w*|suggest\w*|result\w*)$/
const MIN_FOUND = 2
const MIN_SHARE = 0.6
// Words such as "not", of whose clause at least so much stands in one clause of the brief that denies nothing.
const DENIAL = /^(?:not|cannot|never|no|none|neither|nobody|\w+n't)$/
const TAME = new Set(
  'only just merely simply solely less more fewer longer later until but least doubt matter'.split(' '),
)

export function findLostInSelection(sentenceCase: SentenceCase): Turn[] {
  const { isWhole, trace, at: own } = sentenceCase
  if (isWhole) return []
  return (trace.pairs[own] ?? []).flatMap(({ at }) => {
    const sentence = trace.source[at]
    return sentence ? findLost(sentenceCase, sentence) : []
  })
}

const DENIES = CUES.negation | CUES.lexicalNegation

function findLost(sentenceCase: SentenceCase, sentence: SourceSentence): Turn[] {
  const { text, tongue } = sentenceCase
  if (!hasCue(sentence.words, DENIES)) return []
  return sentence.words.flatMap((word, at): Turn[] => {
    if ((word.cues & DENIES) === 0) return []
    const next = sentence.words[at + 1]
    const isDenial = DENIAL.test(word.text) && next && !TAME.has(next.text)
    if (!isDenial && !/^(?:absent|impossible|unable)$/.test(word.text)) return []
    if (sentence.words.slice(at + 1, at + BUT_REACH).some(({ text: other }) => other === 'but')) return []
    if (isGap(sentence, at)) return []
    const around = listAround(sentence, at)
    const head = around.find(({ index }) => index > at) ?? around.at(-1)
    if (!head || around.length < MIN_FOUND) return []
    if ((head.word.cues & (CUES.change | CUES.wideNegation)) !== 0) return []
    const [place] = placesIn(sentenceCase, head.word)
    if (!place) return []
    const clause = tongue.clauseAround(text, place.start)
    const found = around.filter(({ word: each }) => isWithin(sentenceCase, each, clause))
    if (found.length < MIN_FOUND || found.length < MIN_SHARE * around.length) return []
    if (around.some(each => each.word.kind !== 'word' && !found.includes(each))) return []
    if (isBorneElsewhere(sentenceCase, { sentence, clause })) return []
    // Where only its subject is known, the denial may follow in a later clause.
    const told = head.index > at ? clause : { start: clause.start, end: text.length }
    if (tongue.isNegated(maskRendered(sentenceCase, sentence, told))) return []
    return [{ kind: 'negation-dropped', quote: clause, source: sentence }]
  })
}

/** "Has not yet been unified" is what a paper sets out to do, so that its summary affirms it. */
function isGap({ words }: SourceSentence, at: number): boolean {
  const before = words[at - 1]?.text ?? ''
  return /^(?:has|have|yet|remains?)$/.test(before) || words[at + 1]?.text === 'yet'
}

/** Whether another sentence of the paper has as many words of the clause. */
function isBorneElsewhere(
  sentenceCase: SentenceCase,
  { sentence, clause }: { sentence: SourceSentence; clause: Span },
): boolean {
  const { trace, at } = sentenceCase
  const own = countWithin(sentenceCase, sentence, clause)
  return (trace.pairs[at] ?? []).some(pair => {
    const other = trace.source[pair.at]
    return other && other !== sentence && countWithin(sentenceCase, other, clause) >= own
  })
}

function countWithin(sentenceCase: SentenceCase, { words }: SourceSentence, clause: Span): number {
  const places = words.flatMap(word =>
    placesIn(sentenceCase, word).filter(({ start, end }) => start >= clause.start && end <= clause.end),
  )
  return new Set(places.map(({ start }) => start)).size
}

/** The words of the denial's own clause that may be known again. */
function listAround({ words }: SourceSentence, at: number): { word: SourceWord; index: number }[] {
  const own = words[at]
  const around: { word: SourceWord; index: number }[] = []
  for (let index = Math.max(0, at - BEFORE); index <= Math.min(words.length - 1, at + AHEAD); index++) {
    const word = words[index]
    if (!word || index === at || word.clause !== own?.clause || REPORTING.test(word.text)) continue
    // One character is not looked for: 九, 热.
    if (word.kind !== 'word' || word.forms.some(form => form.length > 1)) around.push({ word, index })
  }
  return around
}

function isWithin(sentenceCase: SentenceCase, word: SourceWord, clause: Span): boolean {
  return placesIn(sentenceCase, word).some(({ start, end }) => start >= clause.start && end <= clause.end)
}
