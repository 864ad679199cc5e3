/** What the comparison of one term works on: its uses in the source, and the brief. */
import type { Glossary } from '../../paper/glossary.ts'
import type { Explain } from './explained.ts'
import type { SourceTerms, TermDemand } from './term-demand.ts'
import type { WrittenField } from './written-terms.ts'

export interface TermCase {
  demand: TermDemand
  source: SourceTerms
  fields: readonly WrittenField[]
  language: string
  coverage: 'whole' | 'selection'
  /** Every wanted rendering of the other terms, so that a part of one is not taken for a fault. */
  others: () => readonly string[]
  explain: Explain
  glossary: Glossary
}

/** One rendering in one place. */
export interface Written {
  field: WrittenField
  rendering: string
  /** As it stands in the brief. */
  quote: string
  sentence: number
  /** Index in the field's text. */
  start: number
  /** From 0 to 1. */
  position: number
}

// How far a word may have moved in a translation whose sentences cannot be paired, as a part of the text.
export const MAX_SHIFT = 0.12
// Marks words that were left in English; no rendering of a rule is written so.
export const ENGLISH = 'English'

// Two characters may meet by chance, or be a common word; three hardly are.
const MIN_CERTAIN = 3

export function isCertain(rendering: string): boolean {
  return [...rendering].length >= MIN_CERTAIN
}

/** As many sentences on both sides: each stands for the one at its place. */
export function isPaired({ key, starts }: WrittenField, source: SourceTerms): boolean {
  return key === 'abstract' && starts.length === source.sentences
}
