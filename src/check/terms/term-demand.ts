/** What the source asks for: each term of the glossary that occurs in it, and where. */
import { findTerms, type Glossary, termKey } from '../../paper/glossary.ts'
import { readDefinitions } from '../../paper/glossary-declarations.ts'
import type { Term } from '../../paper/glossary-term.ts'
import type { Source } from '../read-source.ts'

export interface TermPlace {
  field: 'title' | 'abstract'
  /** Index of the sentence in the abstract; 0 in the title. */
  sentence: number
  /** From 0 to 1. */
  position: number
  /** As it stands in the source. */
  words: string
  isAbbreviation: boolean
  /** "textual and visual reasoning": its head belongs to other words before it too. */
  isCoordinated: boolean
}

export interface TermDemand {
  term: Term
  places: TermPlace[]
  /** Short forms that the rule or the source itself gives. */
  abbreviations: ReadonlySet<string>
  /** The source writes `term (ABBR)`. */
  defined: string | undefined
}

export interface SourceTerms {
  demands: TermDemand[]
  /** How many sentences the abstract has. */
  sentences: number
  /** Title and abstract. */
  text: string
}

/** Only terms that the source spells out at least once: a short form alone may stand for something else. */
export function readDemands(
  { title, abstract, parts }: Pick<Source, 'title' | 'abstract' | 'parts'>,
  glossary: Glossary,
): SourceTerms {
  const sentences = parts()[0]?.sentences ?? []
  const starts = findStarts(abstract, sentences)
  const byTerm = new Map<Term, TermPlace[]>()
  for (const field of ['title', 'abstract'] as const) {
    const text = field === 'title' ? title : abstract
    for (const { term, start, end, isAbbreviation } of findTerms(text, glossary)) {
      const sentence = field === 'title' ? 0 : starts.findLastIndex(from => from <= start)
      const words = text.slice(start, end)
      const place = {
        field,
        sentence,
        position: start / Math.max(1, text.length),
        words,
        isAbbreviation,
        isCoordinated: /[\s-]/.test(words) && COORDINATED.test(text.slice(Math.max(0, start - 6), start)),
      }
      const places = byTerm.get(term)
      if (places) places.push(place)
      else byTerm.set(term, [place])
    }
  }
  const definitions = new Map(
    readDefinitions(`${title}. ${abstract}`).map(({ phrase, abbreviation }) => [
      termKey(phrase),
      abbreviation,
    ]),
  )
  const demands = [...byTerm]
    .filter(([, places]) => places.some(place => !place.isAbbreviation))
    .map(([term, places]): TermDemand => {
      const defined = [term.source, ...term.forms].flatMap(form => definitions.get(termKey(form)) ?? [])[0]
      const abbreviations = new Set([term.abbreviation, defined].flatMap(form => form ?? []))
      return { term, places, abbreviations, defined }
    })
  return { demands, sentences: sentences.length, text: `${title}\n${abstract}` }
}

// Also "(semi-)supervised learning", "2D/3D object detection".
const COORDINATED = /(?:\b(?:and|or|to)\s|[,&]\s?|[/)])$/i

/** Where each sentence begins. */
export function findStarts(text: string, sentences: readonly string[]): number[] {
  let from = 0
  return sentences.map(sentence => {
    const at = Math.max(from, text.indexOf(sentence, from))
    from = at + sentence.length
    return at
  })
}
