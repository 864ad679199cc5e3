/** An edition: a standing publication. A digest: one dated number of it. */
import { z } from 'zod'
import type { Brief } from './brief.ts'
import type { Paper } from './paper.ts'

export const layoutSchema = z.enum(['bilingual', 'summary', 'table'])
export type Layout = z.infer<typeof layoutSchema>

/** The form whose briefs a layout shows. */
export const layoutForms: Record<Layout, 'translation' | 'summary'> = {
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
