/** Measures texts of different languages in units that can be compared. */

const WORDS = /[A-Za-z0-9\u00c0-\u024f\u0370-\u052f][A-Za-z0-9\u00c0-\u024f\u0370-\u052f.'’-]*/g
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g

export function countWords(text: string): number {
  return text.match(WORDS)?.length ?? 0
}

/** Characters of Chinese, Japanese and Korean; a word of any other script counts as two of them. */
export function weighText(text: string): number {
  return (text.match(CJK)?.length ?? 0) + 2 * countWords(text)
}

/**
 * What `weighText` gives for a translation, per word of English: counted on published translations for Chinese
 * (1.6 to 2.3 by abstract), estimated for the others. Two units per word where words stay words.
 */
export function expectedRatio(language: string): number {
  const base = language.split('-')[0]?.toLowerCase() ?? ''
  return RATIOS[base] ?? 2.1
}

const RATIOS: Record<string, number> = {
  zh: 1.9,
  yue: 1.9,
  ja: 2.7,
  ko: 2.6,
  en: 2,
  de: 1.9,
  fi: 1.5,
  tr: 1.6,
  hu: 1.7,
  vi: 2.6,
  fr: 2.4,
  es: 2.3,
}
