/** The forms and labels that there are: the built-in ones, and those that the settings add. */
import { formOfLayout, type Layout, layoutForms, layoutSchema } from './edition.ts'
import { type Form, summaryForm, translationForm } from './form.ts'
import type { Labels } from './labels.ts'

export interface FormBook {
  /** From label files; the built-in labels are not among them. */
  labels: readonly Labels[]
  /** By the name that an edition calls them by; the built-in ones too. */
  forms: ReadonlyMap<string, Form>
}

/** @param custom forms of the user's own, by the name that an edition calls them by */
export function makeFormBook({
  labels = [],
  custom = new Map(),
}: {
  labels?: readonly Labels[]
  custom?: ReadonlyMap<string, Form>
}): FormBook {
  const summary = labels.length > 0 ? labelSummary(labels) : summaryForm
  return { labels, forms: new Map([['translation', translationForm], ['summary', summary], ...custom]) }
}

export const builtInBook: FormBook = makeFormBook({})

/** The form whose briefs a layout shows; undefined for a form of one's own that the settings do not have. */
export function findForm(layout: Layout, book: FormBook = builtInBook): Form | undefined {
  const builtIn = layoutSchema.safeParse(layout).data
  return book.forms.get(builtIn ? layoutForms[builtIn] : (formOfLayout(layout) ?? ''))
}

function labelSummary(labels: readonly Labels[]): Form {
  const further = (key: string) =>
    Object.fromEntries(
      labels.map(({ language, fields }) => [language, fields[key as keyof Labels['fields']]]),
    )
  return {
    ...summaryForm,
    fields: summaryForm.fields.map(field => ({
      ...field,
      labels: { ...field.labels, ...further(field.key) },
    })),
  }
}
