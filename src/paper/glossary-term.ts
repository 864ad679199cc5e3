/** A term of the glossary: how one English term is rendered in one language, and how it is not. */
import { z } from 'zod'
import { cleanLine } from './clean-text.ts'

/** Where a rule comes from; the later ones come before the earlier ones. */
export const termScopes = ['bundled', 'file', 'library', 'edition'] as const
export type TermScope = (typeof termScopes)[number]

const MAX_TERM = 120
const MAX_NOTE = 500
const MAX_LIST = 60

const lineSchema = z.string().transform(cleanLine)
const termTextSchema = lineSchema.pipe(z.string().min(1, 'is empty').max(MAX_TERM, 'is too long for a term'))
/** A list, or one line whose parts are separated by `|`. */
const termListSchema = z
  .union([z.string(), z.array(z.string())])
  .transform(given => (typeof given === 'string' ? given.split('|') : given))
  .transform(parts => [...new Set(parts.map(cleanLine).filter(part => part !== ''))])
  .pipe(
    z.array(z.string().max(MAX_TERM, 'holds a term that is too long')).max(MAX_LIST, 'is too long a list'),
  )
  .default([])

export const termSchema = z
  .strictObject({
    /** In English, in the singular: `large language model`. */
    source: termTextSchema,
    /** Its rendering; for a term that stays in English, that English. */
    target: lineSchema.pipe(z.string().max(MAX_TERM, 'is too long for a term')).optional(),
    /** `LLM`. */
    abbreviation: lineSchema.pipe(z.string().max(MAX_TERM)).optional(),
    /** Stays in English. */
    keep: z.boolean().default(false),
    /** Other renderings that are let stand where they are used throughout. */
    accept: termListSchema,
    /** Renderings that are known and not wanted. */
    avoid: termListSchema,
    /** Other English forms of the term: verbs, spellings. */
    forms: termListSchema,
    /** Longer English phrases in which the words mean something else. */
    except: termListSchema,
    /** Whether its absence alone from a translation is an error. */
    strict: z.boolean().optional(),
    note: lineSchema.pipe(z.string().max(MAX_NOTE, 'is too long for a note')).optional(),
  })
  .transform(term => ({ ...term, target: term.target || (term.keep ? term.source : '') }))
  .refine(term => term.target !== '', { error: 'has no target', path: ['target'] })

export type TermInput = z.input<typeof termSchema>

/** As a file or a person gives it, completed. */
export type GivenTerm = z.output<typeof termSchema>

export interface Term {
  source: string
  target: string
  abbreviation?: string
  keep: boolean
  accept: readonly string[]
  avoid: readonly string[]
  forms: readonly string[]
  except: readonly string[]
  strict: boolean
  note?: string
  scope: TermScope
  /** The edition it holds in; absent: all. */
  edition?: string
}

/**
 * @param strict what holds where the term does not say: whoever wrote a rule down wants it kept, while the bundled
 *   glossary proposes
 */
export function makeTerm(
  given: GivenTerm,
  { scope, edition, strict = scope !== 'bundled' }: { scope: TermScope; edition?: string; strict?: boolean },
): Term {
  const { abbreviation, note, target, ...rest } = given
  return {
    ...rest,
    target: target || given.source,
    strict: given.strict ?? strict,
    ...(abbreviation && { abbreviation }),
    ...(note && { note }),
    scope,
    ...(edition !== undefined && { edition }),
  }
}
