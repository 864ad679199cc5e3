/** Measures texts of different languages in units that can be compared. */

const [WORD, INSIDE, CJK] = [1, 2, 3]
const KINDS = new Uint8Array(0x10000)
mark(WORD, '09 AZ az \u00c0\u024f \u0370\u052f')
mark(INSIDE, ".. '' \u2019\u2019 --")
mark(CJK, '\u3040\u30ff \u3400\u9fff \uac00\ud7af')

function mark(kind: number, ranges: string): void {
  for (const range of ranges.split(' ')) KINDS.fill(kind, range.charCodeAt(0), range.charCodeAt(1) + 1)
}

/** A run of letters and digits, with stops, apostrophes and hyphens inside. */
export function countWords(text: string): number {
  return count(text).words
}

/** Characters of Chinese, Japanese and Korean; a word of any other script counts as two of them. */
export function weighText(text: string): number {
  const { words, characters } = count(text)
  return characters + 2 * words
}

// Every sentence is measured several times, so this is one pass without patterns.
function count(text: string): { words: number; characters: number } {
  let [words, characters, isInWord] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)]
    if (kind === CJK) characters++
    if (kind === WORD && !isInWord) words++
    isInWord = kind === WORD || (kind === INSIDE && isInWord)
  }
  return { words, characters }
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
