/** A form of the user's own, as its YAML file says it. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Form, fieldSources } from '../paper/form.ts'
import { labelSchema } from '../paper/labels.ts'

/** Also the tag of its block in an answer, which has no digits; `[[end]]` ends the answer. */
const keySchema = z
  .string()
  .regex(/^[a-z][a-z_-]{0,39}$/, 'is not a key of small letters, hyphens and underscores')
  .refine(key => key !== 'end', 'cannot be "end", which ends an answer')

const languageTagSchema = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/, 'is not a language tag such as zh-Hans or en')

const countSchema = z.number().int().min(1).max(100_000)

const limitsSchema = z
  .strictObject({
    minChars: countSchema.optional(),
    maxChars: countSchema.optional(),
    maxSentences: countSchema.optional(),
    items: z
      .tuple([countSchema, countSchema], 'is not a pair of numbers such as [3, 6]')
      .refine(([min, max]) => min <= max, 'has more at the least than at the most')
      .optional(),
  })
  .refine(({ minChars = 0, maxChars = Number.POSITIVE_INFINITY }) => minChars <= maxChars, {
    path: ['minChars'],
    message: 'is more than maxChars',
  })

const fieldSchema = z
  .strictObject({
    key: keySchema,
    kind: z.enum(['line', 'sentence', 'text', 'keywords']),
    labels: z.record(languageTagSchema, labelSchema).default({}),
    instruction: z.string().trim().min(1).max(2_000),
    limits: limitsSchema.optional(),
    from: z.array(z.enum(fieldSources)).min(1).optional(),
  })
  .refine(({ kind, limits }) => kind === 'keywords' || !limits?.items, {
    path: ['limits', 'items'],
    message: 'counts keywords, and this field has none',
  })

const layoutSchema = z.union([
  z.string().min(1).max(20_000),
  z.strictObject({
    header: z.string().max(20_000).optional(),
    paper: z.string().min(1).max(20_000),
    footer: z.string().max(20_000).optional(),
  }),
])

const RESERVED = new Set(['translation', 'summary', 'bilingual', 'table', 'all'])

export const customFormSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/, 'is not a name of small letters, digits and hyphens')
      .refine(name => !RESERVED.has(name), 'is the name of something built in: choose another'),
    coverage: z.enum(['selection', 'whole']).default('selection'),
    audience: z.string().trim().min(1).max(500).optional(),
    instructions: z.string().trim().min(1).max(10_000).optional(),
    fields: z.array(fieldSchema).min(1, 'needs at least one field').max(20, 'has more than 20 fields'),
    layout: layoutSchema.optional(),
  })
  .superRefine(({ fields, layout }, context) => {
    const keys = fields.map(({ key }) => key)
    const doubled = keys.findIndex((key, at) => keys.indexOf(key) !== at)
    if (doubled >= 0)
      context.addIssue({
        code: 'custom',
        path: ['fields', doubled, 'key'],
        message: `names a field "${keys[doubled]}" for the second time`,
      })
    const unlabelled = fields.findIndex(({ labels }) => Object.keys(labels).length === 0)
    if (layout === undefined && unlabelled >= 0)
      context.addIssue({
        code: 'custom',
        path: ['fields', unlabelled],
        message: `has no labels; the layout shows them (give labels, such as en: Method, or a layout of your own)`,
      })
  })
export type CustomFormFile = z.infer<typeof customFormSchema>

/** With the name that its briefs are kept under: `reading-note@1a2b3c4d`. */
export function makeCustomForm(file: CustomFormFile): Form {
  const { name, coverage, audience, instructions, fields, layout } = file
  // Labels and layout are not in it: they change what a digest shows and not what a brief says.
  const asked = [coverage, audience, instructions, fields.map(({ labels: _, ...field }) => field)]
  const hash = createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 8)
  return {
    name: `${name}@${hash}`,
    coverage,
    fields: fields.map(({ limits, from, ...field }) => ({
      ...field,
      ...(limits && { limits: withoutGaps(limits) }),
      ...(from && { from }),
    })),
    task: { ...(audience && { audience }), ...(instructions && { instructions }) },
    ...(layout !== undefined && {
      layout: typeof layout === 'string' ? { paper: layout } : withoutGaps(layout),
    }),
  }
}

type Filled<T> = { [K in keyof T]: Exclude<T[K], undefined> }

function withoutGaps<T extends object>(part: T): Filled<T> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Filled<T>
}
