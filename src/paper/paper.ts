/** A paper as a source gives it: one version of one work. */
import { z } from 'zod'

/** Where the abstract's words come from; `missing` when a source named the paper without its text. */
export const abstractOriginSchema = z.enum(['source', 'retold', 'missing'])
export type AbstractOrigin = z.infer<typeof abstractOriginSchema>

export const paperLinkSchema = z.object({
  kind: z.enum(['code', 'project', 'doi', 'media', 'other']),
  url: z.string(),
})
export type PaperLink = z.infer<typeof paperLinkSchema>

export const paperSchema = z.object({
  /** arXiv id without version, or another stable id such as `doi:10.1000/182`. */
  id: z.string().min(1).max(200),
  /** 1 and up; absent where the source does not say (then the newest known one is meant). */
  version: z.number().int().positive().optional(),
  /** One line; may hold `$…$` formulas; empty only where the abstract is missing too. */
  title: z.string(),
  authors: z.array(z.string()),
  /** arXiv categories, the primary one first. */
  categories: z.array(z.string()),
  /** Paragraphs are separated by a blank line; otherwise no line breaks. */
  abstract: z.string(),
  abstractOrigin: abstractOriginSchema.default('source'),
  comment: z.string().optional(),
  /** Date of the first version, `YYYY-MM-DD` (UTC). */
  published: z.string().optional(),
  /** Date of this version, `YYYY-MM-DD` (UTC). */
  updated: z.string().optional(),
  doi: z.string().optional(),
  journalRef: z.string().optional(),
  license: z.string().optional(),
  links: z.array(paperLinkSchema).default([]),
  withdrawn: z.boolean().default(false),
})
export type Paper = z.infer<typeof paperSchema>

/** The text that a brief is written from and checked against: title, blank line, abstract. */
export function sourceText(paper: Pick<Paper, 'title' | 'abstract'>): string {
  return `${paper.title}\n\n${paper.abstract}`.trim()
}
