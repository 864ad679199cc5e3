/** What a digest says in its language besides its papers: labels, punctuation, wordings. */
import { z } from 'zod'
import { english } from './labels/english.ts'
import { french } from './labels/french.ts'
import { german } from './labels/german.ts'
import { japanese } from './labels/japanese.ts'
import { korean } from './labels/korean.ts'
import { simplifiedChinese } from './labels/simplified-chinese.ts'
import { spanish } from './labels/spanish.ts'
import { traditionalChinese } from './labels/traditional-chinese.ts'
import { pickLanguage } from './language.ts'

/** What would end a label, a heading or a cell, or be read as one. */
const UNFIT = /[*_`:：|[\]<>\\#\n\r\t]/

/** Short words on one line without Markdown: a label, the head of a column. */
export const labelSchema = z
  .string()
  .min(1)
  .max(60, 'is longer than the 60 characters of a label')
  .refine(text => text === text.trim() && !UNFIT.test(text), {
    message: 'is no plain label: blanks at its ends, a colon and Markdown marks cannot stand in one',
  })

/** A wording with `{…}` in it; which names stand for something, the schema of its place says. */
function wordingSchema(...names: string[]) {
  const known = new Set(names)
  return z
    .string()
    .min(1)
    .max(300)
    .refine(text => !/[\n\r]/.test(text), 'must be one line')
    .superRefine((text, context) => {
      const unknown = [...text.matchAll(/\{(\w*)\}/g)].find(([, name = '']) => !known.has(name))
      if (unknown)
        context.addIssue({
          code: 'custom',
          message: `has ${unknown[0]}, which stands for nothing there (known: ${names.map(name => `{${name}}`).join(', ') || 'none'})`,
        })
    })
}

const pairSchema = (...names: string[]) =>
  z.strictObject({ some: wordingSchema('ids', ...names), all: wordingSchema(...names) })

const marksSchema = z.strictObject({
  /** Behind a label, with the blanks that belong to it: `：`, `: `. */
  colon: z.string().regex(/^\s{0,2}[:：]\s{0,2}$/, 'is not a colon, with or without blanks around it'),
  /** Between two parts of a sentence. */
  clause: z.string().max(4),
  stop: z.string().max(4),
  /** Between two sentences. */
  gap: z.string().max(4),
  brackets: wordingSchema('text'),
})

const pluralSchema = z.strictObject({
  zero: wordingSchema('count').optional(),
  one: wordingSchema('count').optional(),
  two: wordingSchema('count').optional(),
  few: wordingSchema('count').optional(),
  many: wordingSchema('count').optional(),
  other: wordingSchema('count'),
})

export const labelsSchema = z.strictObject({
  /** Tag of the language: `pt`, `pt-BR`. */
  language: z.string(),
  /** Of the fields of the form `summary`. */
  fields: z.strictObject({
    keywords: labelSchema,
    gist: labelSchema,
    question: labelSchema,
    method: labelSchema,
    results: labelSchema,
    practice: labelSchema,
  }),
  marks: marksSchema,
  /** Heads of the table's columns. */
  table: z.strictObject({ title: labelSchema, author: labelSchema, pdf: labelSchema, abstract: labelSchema }),
  /** By the plural rules of the language (CLDR). */
  papers: pluralSchema,
  /** The last line of a digest; `all` where every paper is meant. */
  closing: z.strictObject({
    count: wordingSchema('papers'),
    kept: pairSchema(),
    abstractOnly: pairSchema('reason'),
    retold: pairSchema(),
    withdrawn: pairSchema(),
  }),
  /** Why a paper was left in its own language. */
  reasons: z.strictObject({
    noEngine: wordingSchema(),
    check: wordingSchema(),
    budget: wordingSchema(),
    engine: wordingSchema(),
  }),
  /** The page of all digests; `{month}` is 7, `{mm}` is 07. */
  index: z.strictObject({
    title: labelSchema,
    empty: wordingSchema(),
    month: wordingSchema('year', 'month', 'mm'),
  }),
})
export type Labels = z.infer<typeof labelsSchema>

export const builtInLabels: readonly Labels[] = [
  simplifiedChinese,
  traditionalChinese,
  japanese,
  korean,
  english,
  german,
  french,
  spanish,
]

/** A label file: the language and the six labels must be there; what else is left out is said in English. */
export const labelFileSchema = z.strictObject({
  language: labelsSchema.shape.language.regex(
    /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/,
    'is not a language tag such as pt or pt-BR',
  ),
  fields: labelsSchema.shape.fields,
  marks: marksSchema.partial().optional(),
  table: labelsSchema.shape.table.partial().optional(),
  papers: pluralSchema.optional(),
  closing: labelsSchema.shape.closing.partial().optional(),
  reasons: labelsSchema.shape.reasons.partial().optional(),
  index: labelsSchema.shape.index.partial().optional(),
})
export type LabelFile = z.infer<typeof labelFileSchema>

export function completeLabels(file: LabelFile): Labels {
  return {
    language: file.language,
    fields: file.fields,
    marks: { ...english.marks, ...definedOnly(file.marks) },
    table: { ...english.table, ...definedOnly(file.table) },
    papers: file.papers ?? english.papers,
    closing: { ...english.closing, ...definedOnly(file.closing) },
    reasons: { ...english.reasons, ...definedOnly(file.reasons) },
    index: { ...english.index, ...definedOnly(file.index) },
  }
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function definedOnly<T extends object>(part: T | undefined): Defined<T> {
  return Object.fromEntries(
    Object.entries(part ?? {}).filter(([, value]) => value !== undefined),
  ) as Defined<T>
}

/** @param further labels from files; they come before the built-in ones of the same language */
export function hasLabels(language: string, further: readonly Labels[] = []): boolean {
  return pickLabels(language, further) !== undefined
}

/** Those of the language, of its nearest relative, or else the English ones. */
export function findLabels(language: string, further: readonly Labels[] = []): Labels {
  return pickLabels(language, further) ?? english
}

function pickLabels(language: string, further: readonly Labels[]): Labels | undefined {
  const all = [...further, ...builtInLabels]
  const tag = pickLanguage(
    language,
    all.map(labels => labels.language),
  )
  return all.find(labels => labels.language === tag)
}

/** `{name}` is replaced once, so that a value with braces in it stays what it is. */
export function fillWording(wording: string, values: Record<string, string | number>): string {
  return wording.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark))
}

/** `1 paper`, `30 篇论文`. */
export function countPapers({ language, papers }: Labels, count: number): string {
  return fillWording(papers[new Intl.PluralRules(language).select(count)] ?? papers.other, { count })
}
