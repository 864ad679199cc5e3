/** Check: the brief is written in its language, in the right characters, with nothing left untranslated. */
import type { Finding } from '../paper/finding.ts'
import { splitKeywords } from '../paper/split-keywords.ts'
import type { CheckInput } from './check-input.ts'
import { findJapanese, findWrongCharacters } from './chinese-variants.ts'
import { excerpt } from './excerpt.ts'
import { maskLinks } from './find-links.ts'
import { technicalWords } from './name-vocabulary.ts'
import { findLatinRuns, maskAsides } from './ordinary-words.ts'
import { type BriefField, readFields } from './read-fields.ts'
import { readSource, type Source } from './read-source.ts'
import { chineseVariant, countLetters, type Script, scriptOf } from './scripts.ts'
import { countLatinWords, stopwordShare } from './stopwords.ts'

/** Ordinary English words in a row: from here on they are a passage, not a term. */
const MIN_RUN = 6
// A word of English takes about two characters of Chinese.
const LETTERS_PER_WORD = 2
const MIN_SHARE = 0.5
// Below this there is too little text to tell the language by its small words.
const MIN_WORDS = 12

export function checkLanguage({ paper, brief, form, fullText }: CheckInput): Finding[] {
  const source = readSource({ paper, fullText })
  const script = scriptOf(brief.language)
  return readFields({ brief, form })
    .filter(field => !isVerbatim({ field, source, language: brief.language }))
    .flatMap(field => {
      const text = field.plain()
      const fieldCase = { field, text, source, language: brief.language, script }
      const findings = script === 'Latin' ? checkLatin(fieldCase) : checkScript(fieldCase)
      return findings.length > 0 && script === 'Latin' ? findings : [...findings, ...checkForeign(fieldCase)]
    })
}

/** The paper's own words in the paper's own language are a fallback, and right whatever they are. */
function isVerbatim({
  field,
  source,
  language,
}: {
  field: BriefField
  source: Source
  language: string
}): boolean {
  return language.startsWith('en') && source.text.includes(field.text.trim())
}

interface FieldCase {
  field: BriefField
  /** Without links and formulas. */
  text: string
  source: Source
  language: string
  script: Script
}

interface Report {
  severity?: Finding['severity']
  message: string
  quote: string
}

function report(field: BriefField, { severity = 'error', message, quote }: Report): Finding {
  return { check: 'language', severity, field: field.key, message, quote: excerpt(quote) }
}

function checkScript(fieldCase: FieldCase): Finding[] {
  const { field, text, language, script } = fieldCase
  const runs = findLatinRuns(maskAsides(text))
  const letters = countLetters(text, script)
  const isTold = field.kind === 'line' && letters >= MIN_LETTERS
  const words = runs
    .filter(run => !isTold || !isKept(run.text, fieldCase))
    .reduce((sum, run) => sum + run.ordinary, 0)
  if (letters === 0 && isOnlyNames(fieldCase, words)) return []
  // Names stay as they are, and a paper may have many.
  const isList = field.kind === 'keywords' && isPartlyHan(field.text)
  if (!isList && (letters < MIN_SHARE * (letters + words * LETTERS_PER_WORD) || letters === 0))
    return [
      report(field, {
        // Some of the trade's words have no other form yet.
        severity: field.kind === 'keywords' && (letters > 0 || areNames(field.text)) ? 'warning' : 'error',
        message: `The field is not written in ${language}.`,
        quote: field.text,
      }),
    ]
  const left = runs.find(run => run.ordinary >= MIN_RUN && run.lower >= 3)
  return [...(left ? [reportLeft(field, left.text)] : []), ...checkCharacters(fieldCase)]
}

/** What a short form in brackets follows is its name in full. */
function reportLeft(field: BriefField, quote: string): Finding {
  const behind = field.text.slice(field.text.indexOf(quote) + quote.length)
  const isName = quote.split(/\s+/).length <= MAX_NAME && /^\s?[(（][\p{L}\d-]{2,16}[)）]/u.test(behind)
  const message = 'A passage of the source was left untranslated.'
  return report(field, { severity: isName ? 'warning' : 'error', message, quote })
}
const MAX_NAME = 10

// A line that has so much of its language says something in it.
const MIN_LETTERS = 3
const MAX_NAME_WORDS = 4

/** "Deep Research Agent", "benchmark": a name of the source or words of the trade, in a line of the brief's language. */
function isKept(run: string, { source }: FieldCase): boolean {
  const words = run.split(/[\s:,;/-]+/).filter(word => word !== '')
  if (words.every(word => technicalWords.has(word.toLowerCase()))) return true
  const isName = words.length <= MAX_NAME_WORDS && words.every(word => /^[\p{Lu}\d]/u.test(word))
  return isName && source.text.includes(run.replace(/[\s:,;/-]+$/, ''))
}

/** A title such as "Qwen2.5-VL" has nothing to translate; neither has a list of names. */
function isOnlyNames({ field, source }: FieldCase, words: number): boolean {
  if (field.kind === 'keywords') return words <= 4
  if (field.kind !== 'line') return false
  // "Postal Ferns", which the abstract calls its model by.
  const isName =
    words <= MAX_NAME_WORDS && field.text.trim() === source.title && source.abstract.includes(source.title)
  return isName || (words <= 1 && field.text.trim().length <= source.title.length + 2)
}

/** Most of them have a capital: "Vision Transformer", "zero-shot NAS". */
function areNames(keywords: string): boolean {
  const items = splitKeywords(keywords)
  return items.filter(item => /\p{Lu}/u.test(item)).length * 2 > items.length
}

function isPartlyHan(keywords: string): boolean {
  const items = splitKeywords(keywords)
  return items.filter(item => /\p{Script=Han}/u.test(item)).length * 3 >= items.length
}

function checkCharacters({ field, text, source, language, script }: FieldCase): Finding[] {
  if (
    script === 'Japanese' &&
    countLetters(text, 'Han') > 20 &&
    !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
  )
    return [report(field, { message: 'The field is Chinese, not Japanese.', quote: field.text })]
  const variant = chineseVariant(language)
  if (!variant) return []
  const isForeign = isForeignTo(source)
  const wrong = findWrongCharacters(text, variant)
  const sure = wrong.sure.filter(isForeign)
  const likely = [...new Set(wrong.likely.filter(isForeign))]
  const japanese = findJapanese(text).filter(isForeign)
  const name = variant === 'Hans' ? 'Traditional' : 'Simplified'
  const findings: Finding[] = []
  if (sure.length + likely.length > 0) {
    // One rare character may be somebody's name, one Simplified form a habit of print; two are no accident.
    const isSure = (variant === 'Hans' && sure.length > 0) || sure.length + likely.length > 1
    const message = `${name} Chinese characters stand in a ${language} text.`
    const quote = around(text, sure.length > 0 ? sure : likely)
    findings.push(report(field, { severity: isSure ? 'error' : 'warning', message, quote }))
  }
  if (japanese.length > 0)
    findings.push(
      report(field, {
        message: 'Japanese characters stand in a Chinese text.',
        quote: around(text, japanese),
      }),
    )
  return findings
}

function isForeignTo(source: Source): (char: string) => boolean {
  return char => !source.text.includes(char)
}

/** The words about the first of the characters. */
function around(text: string, [char = '']: string[]): string {
  const at = text.indexOf(char)
  return text.slice(Math.max(0, at - 8), at + 12)
}

const OTHER_SCRIPTS: readonly { name: string; letters: RegExp; homes: readonly Script[] }[] = [
  { name: 'Japanese kana', letters: /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu, homes: ['Japanese'] },
  { name: 'Korean letters', letters: /\p{Script=Hangul}+/gu, homes: ['Hangul'] },
  { name: 'Chinese characters', letters: /\p{Script=Han}+/gu, homes: ['Han', 'Japanese', 'Hangul'] },
  { name: 'Cyrillic letters', letters: /\p{Script=Cyrillic}+/gu, homes: ['Cyrillic'] },
  { name: 'Arabic letters', letters: /\p{Script=Arabic}+/gu, homes: ['Arabic'] },
  { name: 'Hebrew letters', letters: /\p{Script=Hebrew}+/gu, homes: ['Hebrew'] },
  { name: 'Thai letters', letters: /\p{Script=Thai}+/gu, homes: ['Thai'] },
  { name: 'Devanagari letters', letters: /\p{Script=Devanagari}+/gu, homes: ['Devanagari'] },
]

// Cheap tests for the usual case: no letter of the scripts above but the one of the language.
const BEYOND_HAN =
  /[\u0400-\u06ff\u0900-\u097f\u0e00-\u0e7f\u1100-\u11ff\u3040-\u318f\ua960-\ua97f\uac00-\ud7ff\uff66-\uffdc]/
const BEYOND_LATIN =
  /[\u0400-\u06ff\u0900-\u097f\u0e00-\u0e7f\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff66-\uffdc]/

/** Letters of a script that neither the language nor the source uses: a model slipped into another language. */
function checkForeign({ field, text, source, script }: FieldCase): Finding[] {
  if (script === 'Han' ? !BEYOND_HAN.test(text) : !BEYOND_LATIN.test(text)) return []
  return OTHER_SCRIPTS.flatMap(({ name, letters, homes }) => {
    if (homes.includes(script)) return []
    const found = [...text.matchAll(letters)].find(([word]) => !source.text.includes(word))
    return found
      ? [
          report(field, {
            message: `${name} stand in the text.`,
            quote: text.slice(Math.max(0, found.index - 8), found.index + 16),
          }),
        ]
      : []
  })
}

/** Latin letters say little about the language; its small words do. */
function checkLatin({ field, text, source, language }: FieldCase): Finding[] {
  const words = countLatinWords(text)
  const letters = words * 4
  const others =
    countLetters(text, 'Han') +
    countLetters(text, 'Cyrillic') +
    countLetters(text, 'Hangul') +
    countLetters(text, 'Arabic')
  if (others > letters / 2 && others > 4)
    return [report(field, { message: `The field is not written in ${language}.`, quote: field.text })]
  if (words < MIN_WORDS) return checkLatinSentences({ field, source, language })
  const own = stopwordShare(text, language)
  const english = stopwordShare(text, 'en') ?? 0
  const isEnglish = language.startsWith('en')
  const isLeft =
    !isEnglish && (source.text.includes(field.text.trim()) || (english > 0.2 && english > 2 * (own ?? 0.1)))
  const isOther = isEnglish && field.kind === 'text' && english < 0.08 && isOtherLanguage(text, english)
  if (!isLeft && !isOther) return checkLatinSentences({ field, source, language })
  return [report(field, { message: `The field is not written in ${language}.`, quote: field.text })]
}

// In one sentence of so many words the small words of its language show.
const MIN_SENTENCE_WORDS = 6
const OTHER_SHARE = 0.2
const OWN_SHARE = 0.1

/** A sentence left in the paper's language, or written in a third one. */
function checkLatinSentences({
  field,
  source,
  language,
}: Pick<FieldCase, 'field' | 'source' | 'language'>): Finding[] {
  if (stopwordShare('', language) === undefined) return []
  const base = language.split('-')[0]?.toLowerCase() ?? ''
  const others = LATIN_LANGUAGES.filter(other => other !== base)
  const foreign = field.sentences().find(raw => {
    const sentence = maskLinks(raw)
    if (countLatinWords(sentence) < MIN_SENTENCE_WORDS) return false
    const own = stopwordShare(sentence, language) ?? 0
    if (base !== 'en' && own <= OWN_SHARE && source.text.includes(raw.trim())) return true
    return others.some(other => {
      const share = stopwordShare(sentence, other) ?? 0
      return share >= OTHER_SHARE && own <= Math.min(OWN_SHARE, share / 2.5)
    })
  })
  return foreign === undefined
    ? []
    : [report(field, { message: `A sentence is not written in ${language}.`, quote: foreign })]
}

const LATIN_LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'tr', 'vi']

function isOtherLanguage(text: string, english: number): boolean {
  return ['de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'tr', 'vi'].some(
    language => (stopwordShare(text, language) ?? 0) > Math.max(0.12, 1.5 * english),
  )
}
