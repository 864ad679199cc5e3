/** The fields of a brief that have text, in the order of its form, with what several checks make of them. */
import type { Brief } from '../paper/brief.ts'
import type { FieldKind, Form } from '../paper/form.ts'
import { maskMath } from '../paper/formulas.ts'
import { splitSentences } from '../paper/sentences.ts'
import type { CheckInput } from './check-input.ts'
import { maskLinks } from './find-links.ts'
import { type LatinToken, readLatinTokens } from './latin-tokens.ts'
import { LastMade, once } from './once.ts'

export interface BriefField {
  key: string
  kind: FieldKind
  /** As it stands in the brief. */
  raw: string
  /** With accents composed, as the source is compared. */
  text: string
  sentences: () => readonly string[]
  /** The text with links and formulas blanked; all places stay what they were. */
  plain: () => string
  tokens: () => readonly LatinToken[]
}

// All checks ask for the fields of the same brief in a row.
const known = new LastMade<Brief, { form: Form; fields: BriefField[] }>()

export function readFields({ brief, form }: Pick<CheckInput, 'brief' | 'form'>): BriefField[] {
  const memory = known.get(brief)
  if (memory?.form === form && isCurrent(memory.fields, brief, form)) return memory.fields
  const fields = filledFields(brief, form).map(({ key, kind }) => readField({ key, kind, brief }))
  known.set(brief, { form, fields })
  return fields
}

function filledFields(brief: Brief, form: Form): { key: string; kind: FieldKind }[] {
  return form.fields.filter(({ key }) => (brief.fields[key] ?? '').trim() !== '')
}

/** A brief is data that its owner may change; what was read of it then counts no more. */
function isCurrent(fields: readonly BriefField[], brief: Brief, form: Form): boolean {
  return (
    fields.every(({ key, raw }) => brief.fields[key] === raw) &&
    filledFields(brief, form).length === fields.length
  )
}

function readField({ key, kind, brief }: { key: string; kind: FieldKind; brief: Brief }): BriefField {
  const raw = brief.fields[key] ?? ''
  const text = raw.normalize('NFC')
  const plain = once(() => maskLinks(maskMath(text)))
  return {
    key,
    kind,
    raw,
    text,
    sentences: once(() => splitSentences(text, brief.language)),
    plain,
    tokens: once(() => readLatinTokens(plain())),
  }
}
