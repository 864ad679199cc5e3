/** A pair: a paper and a correct brief of it, one a line in a JSONL file. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { CheckInput } from '../../src/check/check-input.ts'
import { builtInForms } from '../../src/paper/form.ts'
import { paperSchema } from '../../src/paper/paper.ts'
import { findBundledGlossary } from './bundled-glossary.ts'

export const pairSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** In English; paragraphs are parted by a blank line. */
  abstract: z.string(),
  form: z.enum(['translation', 'summary']).default('translation'),
  language: z.string().default('zh-Hans'),
  /** By field key of the form: `title`, `abstract`; or `keywords`, `gist`, `question`, `method`, `results`, `practice`. */
  fields: z.record(z.string(), z.string()),
  /** Faults made by hand: `from`, which stands once in the field, becomes `to`. */
  faults: z
    .array(z.object({ kind: z.string(), field: z.string(), from: z.string().min(1), to: z.string() }))
    .default([]),
})
export type Pair = z.infer<typeof pairSchema>

/** Throws with the number of the line that is no pair. */
export function readPairs(file: string | URL): Pair[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return []
    try {
      return [pairSchema.parse(JSON.parse(line))]
    } catch (cause) {
      throw new Error(`${file}, line ${at + 1} is no pair {id, title, abstract, form, language, fields}`, {
        cause,
      })
    }
  })
}

export function toInput({ id, title, abstract, form, language, fields }: Pair): CheckInput {
  const known = builtInForms[form]
  if (!known) throw new Error(`there is no form "${form}"`)
  return {
    paper: paperSchema.parse({ id, title, abstract, authors: [], categories: [] }),
    form: known,
    glossary: findBundledGlossary(language),
    brief: { paperId: id, version: 1, form, language, engine: 'imported', fields },
  }
}
