/** What a brief has in the way of terms: its fields, ready to be searched, and what it declares in brackets. */
import { findTerms, type Glossary, type TermUse } from '../../paper/glossary.ts'
import { readDeclarations, type TermDeclaration } from '../../paper/glossary-declarations.ts'
import type { BriefField } from '../read-fields.ts'
import { findStarts } from './term-demand.ts'
import { type TightText, tighten } from './tight-text.ts'

export interface WrittenField {
  key: string
  text: string
  tight: TightText
  declarations: readonly TermDeclaration[]
  /** English terms outside the brackets of declarations. */
  english: readonly TermUse[]
  /** Where the sentences begin. */
  starts: readonly number[]
}

export function readWritten(field: BriefField, glossary: Glossary): WrittenField {
  const text = field.plain()
  const declarations = readDeclarations(text)
  const english = findTerms(text, glossary).filter(
    use => !declarations.some(({ open, end }) => use.start > open && use.end < end),
  )
  return {
    key: field.key,
    text,
    tight: tighten(text),
    declarations,
    english,
    starts: findStarts(field.text, field.sentences()),
  }
}

/** Index of the sentence that a place of the text is in. */
export function sentenceAt({ starts }: WrittenField, at: number): number {
  return Math.max(
    0,
    starts.findLastIndex(start => start <= at),
  )
}
