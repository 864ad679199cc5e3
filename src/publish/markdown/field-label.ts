/** How a digest in a given language writes the label of a field. */
import type { FormField } from '../../paper/form.ts'

/** Chinese in any script or region. */
export function isChinese(language: string): boolean {
  return /^zh(?:-|$)/i.test(language)
}

/** `**核心关键词**：` or `**Keywords**: `, with the space that separates it from the text. */
export function writeFieldLabel(field: FormField, language: string): string {
  const wide = /^(?:zh|ja)(?:-|$)/i.test(language)
  return `**${nameField(field, language)}**${wide ? '：' : ': '}`
}

/** The name in this language, in its nearest relative, or else in English. */
export function nameField({ key, labels }: FormField, language: string): string {
  const exact = labels[language] ?? labels[language.split('-')[0] ?? '']
  if (exact !== undefined) return exact
  return (isChinese(language) ? labels['zh-Hans'] : undefined) ?? labels.en ?? key
}
