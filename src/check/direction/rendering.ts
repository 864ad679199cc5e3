/** What renders one stretch of the source: all its sentences as one text, with its denials. */
import type { SourceSentence, SourceWord } from '../evidence/source-words.ts'
import type { SentenceCase } from './sentence-case.ts'
import type { BriefCue, Span } from './tongue.ts'

export interface Rendering {
  sentenceCase: SentenceCase
  source: SourceSentence
  /** Where the sentence of the case begins in the text of all. */
  start: number
  denials: readonly BriefCue[]
  placesOf: (word: SourceWord) => readonly Span[]
}

const NO_SPANS: readonly Span[] = []

/** Places are those in `group`, the text of all sentences. */
export function readRendering(sentenceCase: SentenceCase, source: SourceSentence): Rendering {
  const { trace, tongue, text, group, members, at, offset, cues } = sentenceCase
  const begin = trace.brief.sentences[members[0] ?? at]?.start ?? offset
  const own = new Map<SourceWord['text'], readonly Span[]>()
  const find = (word: SourceWord): readonly Span[] => {
    const places = trace.placesOf(word)
    if (places.length === 0) return NO_SPANS
    return places
      .filter(({ sentence }) => members.includes(sentence))
      .map(({ start, end }) => ({ start: start - begin, end: end - begin }))
  }
  return {
    sentenceCase,
    source,
    start: offset - begin,
    denials: (group === text ? cues : tongue.readCues(group)).filter(({ kind }) => kind === 'negation'),
    placesOf: word => {
      const known = own.get(word.text)
      if (known) return known
      const spans = find(word)
      own.set(word.text, spans)
      return spans
    },
  }
}
