/** How a digest in a given language writes the label of a field. */
import type { FormField } from '../../paper/form.ts'
import { findLabels, type Labels } from '../../paper/labels.ts'
import { pickLanguage } from '../../paper/language.ts'

/** `**核心关键词**：` or `**Keywords**: `, with the space that separates it from the text. */
export function writeFieldLabel(
  field: FormField,
  { language, labels }: { language: string; labels?: readonly Labels[] | undefined },
): string {
  return `**${nameField(field, language)}**${findLabels(language, labels).marks.colon}`
}

/** The name in this language, in its nearest relative, or else in English. */
export function nameField({ key, labels }: FormField, language: string): string {
  return labels[pickLanguage(language, Object.keys(labels)) ?? 'en'] ?? Object.values(labels)[0] ?? key
}
