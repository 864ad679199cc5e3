/** Which letters a language is written with. */
import { remember } from '../paper/remember.ts'

export type Script =
  | 'Han'
  | 'Japanese'
  | 'Hangul'
  | 'Cyrillic'
  | 'Arabic'
  | 'Hebrew'
  | 'Greek'
  | 'Thai'
  | 'Devanagari'
  | 'Latin'

const BY_LANGUAGE: Record<string, Script> = {
  zh: 'Han',
  yue: 'Han',
  ja: 'Japanese',
  ko: 'Hangul',
  ru: 'Cyrillic',
  uk: 'Cyrillic',
  bg: 'Cyrillic',
  sr: 'Cyrillic',
  ar: 'Arabic',
  fa: 'Arabic',
  ur: 'Arabic',
  he: 'Hebrew',
  el: 'Greek',
  th: 'Thai',
  hi: 'Devanagari',
  mr: 'Devanagari',
}

const LETTERS: Record<Script, RegExp> = {
  Han: /[\u3005\u3007\u3400-\u9fff\uf900-\ufaff]/g,
  Japanese: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Hangul: /\p{Script=Hangul}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Arabic: /\p{Script=Arabic}/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
  Greek: /\p{Script=Greek}/gu,
  Thai: /\p{Script=Thai}/gu,
  Devanagari: /\p{Script=Devanagari}/gu,
  Latin: /[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]/g,
}

/** The script of `zh-Hans`, `ja`, `de`…; Latin where nothing else is known. */
export const scriptOf = remember((language): Script => {
  const [base = '', subtag = ''] = language.split('-')
  return subtag === 'Latn' ? 'Latin' : (BY_LANGUAGE[base.toLowerCase()] ?? 'Latin')
})

/** How many letters of the script the text has. */
export function countLetters(text: string, script: Script): number {
  return text.match(LETTERS[script])?.length ?? 0
}

/** `Hans`, `Hant`, or undefined for a language that is not Chinese. */
export const chineseVariant = remember((language): 'Hans' | 'Hant' | undefined => {
  const [base = '', ...subtags] = language.split('-')
  if (base.toLowerCase() !== 'zh') return undefined
  return subtags.some(subtag => /^(?:Hant|TW|HK|MO)$/i.test(subtag)) ? 'Hant' : 'Hans'
})
