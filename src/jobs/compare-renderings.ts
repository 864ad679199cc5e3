/** Which terms the library's briefs render in several ways. */
import type { Library } from '../library/library.ts'
import type { Glossary } from '../paper/glossary.ts'
import { findTerms } from '../paper/glossary.ts'
import type { Term } from '../paper/glossary-term.ts'
import { latexToText } from '../paper/latex.ts'

export interface RenderedTerm {
  source: string
  target: string
  /** How many briefs have each, the wanted one first. */
  renderings: { text: string; briefs: number; wanted: boolean }[]
}

const MAX_BRIEFS = 5000

/**
 * Terms that some briefs render by the glossary and others by another rendering that the glossary knows, those with
 * the most briefs first.
 */
export async function compareRenderings(
  library: Pick<Library, 'terms'>,
  glossary: Glossary,
): Promise<RenderedTerm[]> {
  const counts = new Map<Term, Map<string, number>>()
  for (const brief of await library.terms.recentBriefs(glossary.language, MAX_BRIEFS)) {
    const text = Object.values(brief.fields).join('\n')
    const source = latexToText(`${brief.title}. ${brief.abstract}`)
    for (const term of new Set(findTerms(source, glossary).map(use => use.term))) {
      const rendering = findRendering(text, term)
      if (rendering === undefined) continue
      const ofTerm = counts.get(term) ?? new Map<string, number>()
      ofTerm.set(rendering, (ofTerm.get(rendering) ?? 0) + 1)
      counts.set(term, ofTerm)
    }
  }
  return [...counts]
    .filter(([, ofTerm]) => ofTerm.size > 1)
    .map(([term, ofTerm]) => ({
      source: term.source,
      target: term.target,
      renderings: [...ofTerm]
        .map(([text, briefs]) => ({ text, briefs, wanted: text === term.target }))
        .toSorted((a, b) => Number(b.wanted) - Number(a.wanted) || b.briefs - a.briefs),
    }))
    .toSorted((a, b) => total(b) - total(a) || (a.source < b.source ? -1 : 1))
}

// A rendering of two characters may stand for another word; the check of a brief weighs that, a count cannot.
const MIN_LENGTH = 3

/** The first that stands in the text, the wanted one before others. */
function findRendering(text: string, { target, accept, avoid }: Term): string | undefined {
  if (text.includes(target)) return target
  return [...accept, ...avoid].find(other => other.length >= MIN_LENGTH && text.includes(other))
}

function total({ renderings }: RenderedTerm): number {
  return renderings.reduce((sum, { briefs }) => sum + briefs, 0)
}
