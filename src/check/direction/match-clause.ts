/** Finds the sentences of the source that a clause of a summary tells of, and which of their words it has. */
import type { SourceSentence } from '../evidence/source-words.ts'
import { LastMade } from '../once.ts'
import type { SentenceCase } from './sentence-case.ts'
import type { Span } from './tongue.ts'

export interface ClauseMatch {
  sentence: SourceSentence
  /** Indices of the words that stand in the clause; never empty. */
  at: readonly number[]
}

// A sentence with nearly as many words of the clause as the best one may be the one it tells of.
const NEARLY = 0.6

// Hostile input: each clause is compared with every sentence of the source.
const MAX_CLAUSES = 40

const known = new LastMade<SentenceCase, Map<number, readonly ClauseMatch[]>>()

/** All that are nearly as good as the best, which comes first; none where the best has fewer words than `minShared`. */
export function matchClause(sentenceCase: SentenceCase, clause: Span, minShared: number): ClauseMatch[] {
  const matches = listMatches(sentenceCase, clause)
  const best = matches[0]?.at.length ?? 0
  if (best < Math.max(1, minShared)) return []
  return matches.filter(({ at }) => at.length >= Math.max(1, NEARLY * best))
}

/** Several things are looked for in the same clause. */
function listMatches(sentenceCase: SentenceCase, clause: Span): readonly ClauseMatch[] {
  const memory = known.get(sentenceCase) ?? new Map<number, readonly ClauseMatch[]>()
  known.set(sentenceCase, memory)
  const found = memory.get(clause.start)
  if (found) return found
  if (memory.size >= MAX_CLAUSES) return []
  const matches = sentenceCase.trace.source
    .flatMap(sentence => matchSentence(sentenceCase, sentence, clause))
    .sort((a, b) => b.at.length - a.at.length)
  memory.set(clause.start, matches)
  return matches
}

function matchSentence(
  { trace, offset }: SentenceCase,
  sentence: SourceSentence,
  clause: Span,
): ClauseMatch[] {
  const [from, to] = [clause.start + offset, clause.end + offset]
  const seen = new Set<number>()
  const at: number[] = []
  sentence.words.forEach((word, index) => {
    if (word.forms.length === 0) return
    const place = trace.placesOf(word).find(({ start, end }) => start >= from && end <= to)
    if (!place || seen.has(place.start)) return
    seen.add(place.start)
    at.push(index)
  })
  return at.length === 0 ? [] : [{ sentence, at }]
}
