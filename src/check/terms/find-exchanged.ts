/** Finds a term that stands in the place of its neighbour: 偏微分方程 where the source has ordinary differential equations. */
import type { Finding } from '../../paper/finding.ts'
import type { Glossary } from '../../paper/glossary.ts'
import type { Term } from '../../paper/glossary-term.ts'
import { excerpt } from '../excerpt.ts'
import { findRenderings } from './find-renderings.ts'
import type { TermCase } from './term-case.ts'
import { tightenTerm } from './tight-text.ts'

// Shorter renderings share half of their characters by chance.
const MIN_LENGTH = 4

/**
 * For a term that the brief renders nowhere: a rendering of another term of the glossary, which the source does not
 * have and no word of it explains, of one length and half the same.
 */
export function findExchanged({
  demand: { term, places },
  fields,
  language,
  others,
  explain,
  glossary,
}: TermCase): Finding | undefined {
  const rivals = rivalsOf(term, glossary)
  if (rivals.length === 0) return undefined
  const unexplained = rivals.filter(
    rendering => !explain.whole(rendering, term) && !explain.parts(rendering, term),
  )
  for (const field of fields) {
    const covers = findRenderings(field.tight, others(), language)
    for (const { start, end } of findRenderings(field.tight, unexplained, language)) {
      if (covers.some(cover => start < cover.end && end > cover.start)) continue
      return {
        check: 'terms',
        severity: 'error',
        field: field.key,
        message: `Another term stands in its place: "${term.source}" is "${term.target}".`,
        quote: excerpt(field.text.slice(field.tight.places[start], (field.tight.places[end - 1] ?? 0) + 1)),
        expected: places[0]?.words ?? term.source,
      }
    }
  }
  return undefined
}

const known = new WeakMap<Glossary, Map<Term, readonly string[]>>()

/** Renderings of other terms that are as long as a wanted one of this term, and half the same from an end. */
function rivalsOf(term: Term, glossary: Glossary): readonly string[] {
  const memory = known.get(glossary) ?? new Map<Term, readonly string[]>()
  known.set(glossary, memory)
  const made = memory.get(term)
  if (made) return made
  const wanted = listRenderings(term)
  const rivals = glossary.terms
    .filter(other => other !== term)
    .flatMap(listRenderings)
    .filter(rendering => !wanted.includes(rendering) && wanted.some(own => areAlike(own, rendering)))
  memory.set(term, rivals)
  return rivals
}

function listRenderings({ target, accept }: Term): string[] {
  return [target, ...accept].map(tightenTerm).filter(text => text.length >= MIN_LENGTH && HAN.test(text))
}
const HAN = /^[\u3400-\u9fff]+$/

function areAlike(one: string, other: string): boolean {
  if (one.length !== other.length || one === other) return false
  let head = 0
  while (one[head] === other[head]) head++
  let tail = 0
  while (one.at(-1 - tail) === other.at(-1 - tail)) tail++
  return head + tail >= one.length / 2
}
