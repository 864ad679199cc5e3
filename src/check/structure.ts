/** Check: a brief has every field of its form, in its kind, and no placeholder in the place of text. */
import type { Finding } from '../paper/finding.ts'
import { type FormField, KEYWORD_LIMITS } from '../paper/form.ts'
import { splitSentences } from '../paper/sentences.ts'
import { splitKeywords } from '../paper/split-keywords.ts'
import type { CheckInput } from './check-input.ts'
import { excerpt } from './excerpt.ts'
import { findPlaceholder } from './placeholders.ts'
import { readSource, type Source } from './read-source.ts'

// A keyword of more is a sentence that stands in the wrong field.
const MAX_KEYWORD_LENGTH = 80

export function checkStructure({ paper, brief, form, fullText }: CheckInput): Finding[] {
  const source = readSource({ paper, fullText })
  const keys = new Set(form.fields.map(field => field.key))
  const unknown = Object.keys(brief.fields).filter(key => !keys.has(key))
  return [
    ...form.fields.flatMap(field =>
      checkField({ field, text: brief.fields[field.key], source, language: brief.language }),
    ),
    ...unknown.map(key => report(key, `The form has no field "${excerpt(key)}".`)),
  ]
}

interface FieldCase {
  field: FormField
  text: string | undefined
  source: Source
  language: string
}

function checkField({ field, text, source, language }: FieldCase): Finding[] {
  const { key, kind } = field
  // A source that names a paper without its abstract leaves nothing to write.
  if (text === undefined || text.trim() === '')
    return text !== undefined && isEmptySource(key, source)
      ? []
      : [report(key, `The field "${key}" is missing or empty.`)]
  const placeholder = findPlaceholder(text, words => source.lower.includes(words.toLowerCase()))
  if (placeholder) return [report(key, PLACEHOLDER_MESSAGES[placeholder.kind], placeholder.quote)]
  if (!/[\p{L}\p{N}]/u.test(text) && !source.text.includes(text.trim()))
    return [report(key, 'The field holds no words.', text)]
  if (kind !== 'text' && /[\r\n]/.test(text.trim())) return [report(key, 'The field must be one line.', text)]
  const shape =
    kind === 'sentence'
      ? checkSentence(key, text, language)
      : kind === 'keywords'
        ? checkKeywords(field, text)
        : []
  return [...shape, ...checkLimits(field, text, language)]
}

const PLACEHOLDER_MESSAGES = {
  placeholder: 'A placeholder stands where text should be.',
  refusal: 'The field holds a refusal instead of text.',
  chatter: 'The field holds words to the user besides its text.',
}

function isEmptySource(key: string, source: Source): boolean {
  return (key === 'abstract' && source.abstract === '') || (key === 'title' && source.title === '')
}

/** A semicolon joins clauses of one sentence, whichever way the text was cut. */
function checkSentence(key: string, text: string, language: string): Finding[] {
  const sentences = splitSentences(text, language)
  const ends = sentences.slice(0, -1).filter(sentence => !/[;；]\W{0,4}$/.test(sentence.slice(-6))).length
  return ends === 0 ? [] : [report(key, `The field must be one sentence, and holds ${ends + 1}.`, text)]
}

function checkKeywords({ key, limits }: FormField, text: string): Finding[] {
  const [least, most] = limits?.items ?? KEYWORD_LIMITS
  const keywords = splitKeywords(text)
  const count = keywords.length
  if (count < least || count > most)
    return [report(key, `There must be ${least} to ${most} keywords, and there are ${count}.`, text)]
  const long = keywords.find(keyword => keyword.length > MAX_KEYWORD_LENGTH)
  if (long) return [report(key, 'A keyword is as long as a sentence.', long)]
  const seen = new Set<string>()
  for (const keyword of keywords) {
    const folded = keyword.toLowerCase()
    if (seen.has(folded)) return [report(key, 'A keyword stands twice.', keyword)]
    seen.add(folded)
  }
  return []
}

/** The limits that a form of the user's own sets for the field; each finding names its limit. */
function checkLimits({ key, limits }: FormField, text: string, language: string): Finding[] {
  if (!limits) return []
  const { minChars = 0, maxChars = Number.POSITIVE_INFINITY, maxSentences } = limits
  const length = [...text.trim()].length
  const findings: Finding[] = []
  if (length > maxChars)
    findings.push(
      report(key, `The field has ${length} characters; the limit (maxChars) is ${maxChars}.`, text),
    )
  // Where the paper does not say it, a few words are right: to ask for more would ask for inventions.
  if (length < minChars)
    findings.push({
      ...report(key, `The field has ${length} characters; the limit (minChars) is ${minChars}.`, text),
      severity: 'warning',
    })
  const sentences = maxSentences === undefined ? 0 : splitSentences(text, language).length
  if (maxSentences !== undefined && sentences > maxSentences)
    findings.push(
      report(key, `The field has ${sentences} sentences; the limit (maxSentences) is ${maxSentences}.`, text),
    )
  return findings
}

function report(field: string, message: string, quote?: string): Finding {
  const finding: Finding = { check: 'structure', severity: 'error', field, message }
  return quote === undefined ? finding : { ...finding, quote: excerpt(quote) }
}
