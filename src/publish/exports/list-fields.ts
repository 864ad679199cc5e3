/** The fields of a brief in the order of its form, cleaned and bounded, with the labels that a digest gives them. */
import { cleanLine, cleanParagraphs } from '../../paper/clean-text.ts'
import type { Digest, DigestEntry } from '../../paper/edition.ts'
import { builtInForms, type FieldKind, type FormField } from '../../paper/form.ts'
import { builtInBook, type FormBook, findForm } from '../../paper/form-book.ts'
import { clipText } from '../clip-text.ts'
import { nameField } from '../markdown/field-label.ts'
import { joinKeywords } from '../markdown/keyword-list.ts'

export interface ListedField {
  key: string
  kind: FieldKind
  /** Absent for the abstract. */
  label?: string
  /** Paragraphs separated by a blank line; formulas are left in it. */
  text: string
}

// A field is a few paragraphs; what is longer by far is no text that anybody wrote.
const MAX_FIELD = 20_000

/** All but the title, which stands above; empty ones are left out. */
export function listFields(
  { brief }: DigestEntry,
  { language, layout }: Pick<Digest, 'language' | 'layout'>,
  book: FormBook = builtInBook,
): ListedField[] {
  const form = findForm(layout, book) ?? builtInForms[brief.form]
  const fields = form?.fields ?? Object.keys(brief.fields).map(nameUnknown)
  return fields.flatMap(field => {
    if (field.key === 'title') return []
    const given = (brief.fields[field.key] ?? '').slice(0, MAX_FIELD * 4)
    const joined =
      field.kind === 'keywords' ? joinKeywords(given, { from: brief.language, to: language }) : given
    const text = clipText(cleanParagraphs(joined), MAX_FIELD)
    const label = Object.keys(field.labels).length > 0 ? nameField(field, language) : undefined
    const { key, kind } = field
    return text === '' ? [] : [{ key, kind, text, ...(label !== undefined && { label }) }]
  })
}

/** Of a form that the settings no longer have. */
function nameUnknown(key: string): FormField {
  return { key, kind: 'text', labels: { en: cleanLine(key).slice(0, 60) } }
}
