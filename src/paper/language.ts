/** What the program knows of a language by its tag. */

/** The language of papers where a source does not say: arXiv and Hugging Face list them in English. */
export const SOURCE_LANGUAGE = 'en'

/** `Simplified Chinese` for `zh-Hans`, `Brazilian Portuguese` for `pt-BR`; the tag itself where no name is known. */
export function nameLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** Chinese and Japanese join a list by `、`, languages in Arabic letters by their own comma, others by `, `. */
export function listSeparator(tag: string): string {
  if (/^(?:zh|ja)\b/.test(tag)) return '、'
  return /^(?:ar|fa|ur|ps)\b/.test(tag) ? '، ' : ', '
}

/** `Hans`, `Hant` or, where the tag does not say, what its region writes; undefined for other languages. */
export function chineseScript(tag: string): 'Hans' | 'Hant' | undefined {
  const [base = '', ...subtags] = tag.toLowerCase().split('-')
  if (base !== 'zh' && base !== 'yue') return undefined
  if (subtags.includes('hans')) return 'Hans'
  return base === 'yue' || subtags.some(subtag => /^(?:hant|tw|hk|mo)$/.test(subtag)) ? 'Hant' : 'Hans'
}

/**
 * Of the tags there are, the one that serves a reader of the wanted language best: the same, the same Chinese
 * characters, the language without its region, another region's. Undefined where none is of that language.
 */
export function pickLanguage(wanted: string, there: readonly string[]): string | undefined {
  const same = there.find(tag => tag.toLowerCase() === wanted.toLowerCase())
  if (same !== undefined) return same
  const base = baseOf(wanted)
  const related = there.filter(tag => baseOf(tag) === base)
  const script = chineseScript(wanted)
  const fitting = related.filter(tag => chineseScript(tag) === script)
  return fitting.toSorted((a, b) => a.length - b.length)[0] ?? (script ? related[0] : undefined)
}

function baseOf(tag: string): string {
  const base = tag.toLowerCase().split('-')[0] ?? ''
  return base === 'yue' ? 'zh' : base
}
