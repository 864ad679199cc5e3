/** Finds a rendering that no rule knows by what it has left of the wanted one. */
import type { Finding } from '../../paper/finding.ts'
import { excerpt } from '../excerpt.ts'
import { findRenderings } from './find-renderings.ts'
import { matchRemains } from './match-remains.ts'
import { isCertain, isPaired, MAX_SHIFT, type TermCase, type Written } from './term-case.ts'
import type { TermPlace } from './term-demand.ts'
import { tighten, tightenTerm } from './tight-text.ts'
import type { WrittenField } from './written-terms.ts'

/**
 * A rendering that no rule knows, told by what it has left of the wanted one: 检索扩增生成 for 检索增强生成, in the place
 * that stands for a use of the term and renders it nowhere else.
 */
export function findChanged(termCase: TermCase, good: readonly Written[]): Finding | undefined {
  const { demand, fields, coverage } = termCase
  const { term, places } = demand
  if (coverage !== 'whole' || !term.strict || term.keep || !isCertain(term.target)) return undefined
  for (const place of places) {
    const field = fields.find(({ key }) => key === place.field)
    const range = field && rangeOf(termCase, { field, place })
    if (!range || place.isAbbreviation) continue
    if (good.some(({ field: other, start }) => other === field && start >= range.start && start < range.end))
      continue
    const quote = findRemains(termCase, field.text.slice(range.start, range.end))
    if (quote !== undefined)
      return {
        check: 'terms',
        severity: 'error',
        field: field.key,
        message: `The glossary has another rendering: "${term.source}" is "${term.target}".`,
        quote: excerpt(quote),
        expected: place.words,
      }
  }
  return undefined
}

/** Where the brief renders a place of the source: the sentence at its place, else a stretch about as far in. */
function rangeOf(
  { source }: TermCase,
  { field, place }: { field: WrittenField; place: TermPlace },
): { start: number; end: number } {
  const { text, starts, key } = field
  if (key === 'title') return { start: 0, end: text.length }
  if (isPaired(field, source))
    return { start: starts[place.sentence] ?? 0, end: starts[place.sentence + 1] ?? text.length }
  return {
    start: Math.max(0, Math.floor((place.position - MAX_SHIFT) * text.length)),
    end: Math.ceil((place.position + MAX_SHIFT) * text.length),
  }
}

/** Words of a stretch that are the wanted rendering with some characters changed, and that nothing else explains. */
function findRemains({ demand, others, language, explain }: TermCase, stretch: string): string | undefined {
  const { term } = demand
  const tight = tighten(stretch)
  const covers = findRenderings(tight, others(), language)
  const remains = matchRemains(tight.text, tightenTerm(term.target), covers)
  if (!remains || explain.whole(remains, term) || explain.parts(remains, term)) return undefined
  return remains
}
