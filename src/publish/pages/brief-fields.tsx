/** The fields of a brief under their labels, as its form has them. */
import type { Child } from 'hono/jsx'
import type { Brief } from '../../paper/brief.ts'
import type { Form } from '../../paper/form.ts'
import { nameField } from '../markdown/field-label.ts'
import { langBeside } from './layout.tsx'
import { Paragraphs } from './rich-text.tsx'
import type { Site } from './view.ts'

export function BriefFields({
  brief,
  form,
  site,
  below,
}: {
  brief: Pick<Brief, 'fields' | 'language'>
  /** Undefined where the brief's form is no longer known: then the keys are its labels. */
  form: Form | undefined
  /** Whose language the labels are in. */
  site: Site
  /** What stands under the text of a field. */
  below?: (key: string) => Child
}) {
  const fields =
    form?.fields ?? Object.keys(brief.fields).map(key => ({ key, kind: 'text' as const, labels: {} }))
  return (
    <dl class="fields">
      {fields
        .filter(({ key }) => (brief.fields[key] ?? '') !== '')
        .map(field => (
          <div class={`field ${field.key}`}>
            <dt>{nameField(field, site.language)}</dt>
            <dd>
              <Paragraphs text={brief.fields[field.key] ?? ''} {...langBeside(site, brief.language)} />
              {below?.(field.key)}
            </dd>
          </div>
        ))}
    </dl>
  )
}
