/** An edition: a standing publication. A digest: one dated number of it. */
import { z } from 'zod'
import type { Brief } from './brief.ts'
import type { Paper } from './paper.ts'

/** The layouts that others know: bytes, labels and order are a promise. */
export const layoutSchema = z.enum(['bilingual', 'summary', 'table'])
export type BuiltInLayout = z.infer<typeof layoutSchema>

/** `form:reading-note`: the layout of a form of the user's own. */
export type FormLayoutName = `form:${string}`
export type Layout = BuiltInLayout | FormLayoutName

const FORM_LAYOUT = /^form:([a-z][a-z0-9-]{0,39})$/

export const anyLayoutSchema = z.union([
  layoutSchema,
  z.custom<FormLayoutName>(value => typeof value === 'string' && FORM_LAYOUT.test(value)),
])

/** `reading-note` for `form:reading-note`; undefined for the built-in layouts. */
export function formOfLayout(layout: Layout): string | undefined {
  return FORM_LAYOUT.exec(layout)?.[1]
}

/** The form whose briefs a layout shows; `findForm` (form-book.ts) knows those of the user's own too. */
export const layoutForms: Record<BuiltInLayout, 'translation' | 'summary'> = {
  bilingual: 'translation',
  summary: 'summary',
  table: 'translation',
}

export interface DigestEntry {
  paper: Paper
  brief: Brief
  /** Why the brief is in the source language, for the reader; absent where it is not. */
  fallbackReason?: string
}

export interface Digest {
  edition: string
  /** `YYYY-MM-DD`. */
  date: string
  /** The language the edition is published in. */
  language: string
  layout: Layout
  /** In the order of the digest. */
  entries: DigestEntry[]
}
