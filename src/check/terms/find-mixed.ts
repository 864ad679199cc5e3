/** Finds two renderings of one term in one text, of which each alone would be let pass. */
import type { Finding } from '../../paper/finding.ts'
import { termKey } from '../../paper/glossary.ts'
import type { Term } from '../../paper/glossary-term.ts'
import { excerpt } from '../excerpt.ts'
import { groupRenderings } from './group-renderings.ts'
import { isCertain, type TermCase, type Written } from './term-case.ts'
import type { TermDemand } from './term-demand.ts'

/** Two renderings that are let stand each by itself. */
export function findMixed({ demand, explain }: TermCase, good: readonly Written[]): Finding | undefined {
  const { term, places } = demand
  if (term.keep) return undefined
  const all = groupRenderings(good)
  if (all.length < 2) return undefined
  // What another word of the source may have brought in says nothing about this one, nor does a common word.
  const groups = all.filter(
    ([{ rendering } = { rendering: '' }]) =>
      (isCertain(rendering) || term.scope !== 'bundled') && !explain.whole(rendering, term),
  )
  const [usual, other] = groups.toSorted((a, b) => b.length - a.length).map(group => group[0])
  if (!usual || !other) return undefined
  const isSameText = groups.some(group =>
    groups.some(
      others => others !== group && others.some(({ field }) => group.some(one => one.field === field)),
    ),
  )
  return {
    check: 'terms',
    // The bundled glossary lets both stand, so only a text that has both is at odds with itself; and even then another
    // phrase of the source may have asked for the other one: 深度预测 for "depth prediction" beside "depth estimation".
    severity:
      term.strict &&
      (term.scope !== 'bundled' ||
        (isSameText &&
          places.length > 1 &&
          !hasForms(places) &&
          !isAskedFor(other.rendering, { term, explain })))
        ? 'error'
        : 'warning',
    field: other.field.key,
    message: `Two renderings of one term: "${term.source}" is "${usual.quote}" and "${other.quote}" in this text; the glossary has "${term.target}".`,
    quote: excerpt(other.quote),
    expected: places[0]?.words ?? term.source,
  }
}

/** "Generative modelling" beside "generative models": two words of the source may have two in the brief. */
function hasForms(places: TermDemand['places']): boolean {
  const words = places.filter(({ isAbbreviation }) => !isAbbreviation).map(place => termKey(place.words))
  return new Set(words).size > 1
}

/** Whether what a rendering has and the glossary's has not renders other words of the source. */
function isAskedFor(
  rendering: string,
  { term, explain }: { term: Term; explain: TermCase['explain'] },
): boolean {
  if (explain.apart(term)) return true
  const remainder = Array.from(rendering)
    .filter(char => !term.target.includes(char))
    .join('')
  return remainder !== '' && explain.whole(remainder, term)
}
