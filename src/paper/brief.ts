/** A brief: what was written about one version of a paper, in one form and one language, by one engine. */
import { z } from 'zod'

export const briefSchema = z.object({
  paperId: z.string(),
  version: z.number().int().positive(),
  /** Name of the form. */
  form: z.string(),
  /** Language of the text: `zh-Hans`; the paper's own (`en`) where it was left in the source language. */
  language: z.string(),
  /** `llm`, `bergamot`, `extractive`, or `imported` for what others wrote. */
  engine: z.string(),
  /** The model's name, where there is one. */
  model: z.string().optional(),
  /** By field key of the form; keywords are joined by `、` (Chinese, Japanese) or `, `. Plain text, no Markdown. */
  fields: z.record(z.string(), z.string()),
  /** What it was written from; absent: the abstract. */
  basis: z.enum(['abstract', 'full-text']).optional(),
  /** Why it was written from the abstract although the full text was wanted. */
  basisReason: z.string().optional(),
})
export type Brief = z.infer<typeof briefSchema>
