/** The glossary's part of a prompt: the terms that occur in the text, one a line, in the same order each time. */
import type { TermUse } from '../paper/glossary.ts'
import type { Term } from '../paper/glossary-term.ts'

// An abstract has some twenty; what a full text has beyond this would cost more than it mends.
const MAX_TERMS = 80

/**
 * `- large language model (LLM): 大语言模型`; empty where no term occurs. The first uses come first, so that a cut
 * leaves the terms of title and abstract.
 */
export function presentTerms(uses: readonly TermUse[]): string {
  const terms = [...new Set(uses.map(({ term }) => term))].slice(0, MAX_TERMS)
  return terms
    .toSorted((a, b) => (a.source < b.source ? -1 : 1))
    .map(presentTerm)
    .join('\n')
}

function presentTerm({ source, target, abbreviation, keep, avoid, note }: Term): string {
  const name = abbreviation === undefined ? source : `${source} (${abbreviation})`
  const wanted = keep ? `${target} (stays as it is)` : target
  const unwanted = avoid.length > 0 ? `, not ${avoid.slice(0, 3).join(', ')}` : ''
  return `- ${name}: ${wanted}${unwanted}${note ? ` (${note})` : ''}`
}
