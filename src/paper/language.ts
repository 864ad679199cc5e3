/** What the program knows of a language by its tag. */

const ENGLISH_NAMES: Record<string, string> = {
  'zh-Hans': 'Simplified Chinese',
  'zh-Hant': 'Traditional Chinese',
}

/** The language of papers where a source does not say: arXiv and Hugging Face list them in English. */
export const SOURCE_LANGUAGE = 'en'

/** `Simplified Chinese` for `zh-Hans`; the tag itself where no name is known. */
export function nameLanguage(tag: string): string {
  return ENGLISH_NAMES[tag] ?? new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag
}

/** Chinese and Japanese join a list by `、`, others by a comma. */
export function listSeparator(tag: string): string {
  return /^(?:zh|ja)\b/.test(tag) ? '、' : ', '
}
