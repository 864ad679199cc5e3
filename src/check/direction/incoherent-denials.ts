/** Finds denials that nobody writes, because their own sentence contradicts them. */
import { findAll } from '../../paper/find-all.ts'
import { CUES, hasCue } from '../english-cues.ts'
import { isRendering, mayDeny } from './denied-in-selection.ts'
import { ANY_INCOHERENCE, INCOHERENCES, type Incoherence } from './incoherences.ts'
import { matchClause } from './match-clause.ts'
import type { Turn } from './negations.ts'
import type { SentenceCase } from './sentence-case.ts'
import type { Span } from './tongue.ts'

/** In Chinese briefs of every form. */
export function findIncoherentDenials(sentenceCase: SentenceCase): Turn[] {
  const { text, tongue, trace, source } = sentenceCase
  // What nothing in the source is like contradicts itself all the same.
  const main = source[0] ?? trace.source[0]
  if (trace.bridge !== 'dictionary' || !main || !ANY_INCOHERENCE.test(text)) return []
  return INCOHERENCES.flatMap(({ told, kind, licence, openTo }) =>
    findAll(text, told).flatMap(({ 0: words, index }): Turn[] => {
      const quote = tongue.clauseAround(text, index + 1)
      if (licence && trace.source.some(({ words }) => words.some(word => licence.test(word.text)))) return []
      const place = { start: index, end: index + words.length }
      if (openTo && !isContrary(sentenceCase, { quote, place, openTo })) return []
      return [{ kind, quote, source: main }]
    }),
  )
}

interface Doubt {
  quote: Span
  place: Span
  openTo: NonNullable<Incoherence['openTo']>
}

/** Whether the source tells of it, and never so. */
function isContrary(sentenceCase: SentenceCase, { quote, place, openTo }: Doubt): boolean {
  const near = matchClause(sentenceCase, quote, 1)
  return (
    near.length > 0 &&
    !near.some(match => {
      if (isRendering(sentenceCase, match, place)) return true
      if (openTo === 'near') return mayDeny(sentenceCase, match)
      return hasCue(match.sentence.words, PLAIN) === (openTo === 'plain')
    })
  )
}
const PLAIN = CUES.negation | CUES.plainNegation
