/** Check: no text is cut off, no sentence and no paragraph of a translation is lost, and nothing swells. */
import type { Finding } from '../paper/finding.ts'
import { findAddedSentences } from './added-sentences.ts'
import type { CheckInput } from './check-input.ts'
import { excerpt } from './excerpt.ts'
import { findInstructions } from './find-instructions.ts'
import { findLostSentences } from './lost-sentences.ts'
import { type BriefField, readFields } from './read-fields.ts'
import { readSource, type Source } from './read-source.ts'
import { countWords, expectedRatio, weighText } from './text-length.ts'
import { endsSentence, endsWithAddress, endsWithEllipsis, findDanglingEnd } from './truncation.ts'
import { findUnbalanced } from './unbalanced.ts'

// Shares of the length that a translation of this source should have; whole ones lie between 0.75 and 1.3.
const MIN_SHARE = 0.5
const MAX_SHARE = 1.9
const MIN_TITLE_SHARE = 0.3
// Below this many words a source says little about the length of its translation.
const MIN_WORDS = 25
const MIN_TITLE_WORDS = 6

export function checkCompleteness({ paper, brief, form, fullText }: CheckInput): Finding[] {
  const source = readSource({ paper, fullText })
  const fields = readFields({ brief, form })
  const isWhole = form.coverage === 'whole'
  const findings = fields.flatMap(field => {
    const fieldCase = { field, source: isWhole ? sourceOf(field, source) : undefined, fields }
    return [...(quotesEnd(field.text, source) ? [] : checkEnd(fieldCase)), ...checkBrackets(field, source)]
  })
  return isWhole
    ? [...findings, ...fields.flatMap(field => checkLoss({ field, source, language: brief.language }))]
    : findings
}

function report(
  field: string,
  { severity = 'error', message, quote, expected }: Partial<Finding> & { message: string },
): Finding {
  return {
    check: 'completeness',
    severity,
    field,
    message,
    ...(quote === undefined ? {} : { quote: excerpt(quote) }),
    ...(expected === undefined ? {} : { expected: excerpt(expected) }),
  }
}

function sourceOf(field: BriefField, source: Source): string {
  return field.kind === 'line' ? source.title : source.abstract
}

interface FieldCase {
  field: BriefField
  /** What the field translates; undefined where it summarises. */
  source: string | undefined
  fields: readonly BriefField[]
}

/** The last sentence is a whole one of the paper, which ends as it ends there. */
function quotesEnd(text: string, source: Source): boolean {
  const trimmed = text.trimEnd()
  return source.sentences().some(sentence => trimmed.endsWith(sentence))
}

function checkEnd({ field, source, fields }: FieldCase): Finding[] {
  const { key, kind, text } = field
  if (source !== undefined && text.trim() === source) return []
  const end = text.trimEnd().slice(-40)
  // A source that breaks off itself is told so.
  if (
    endsWithEllipsis(text) &&
    !(source !== undefined && (endsWithEllipsis(source) || !endsSentence(source)))
  )
    return [report(key, { message: 'The text breaks off with an ellipsis.', quote: end })]
  // The last keyword may be any word.
  const dangling = kind === 'keywords' ? /[、,，;；:：(（]$/.exec(text.trimEnd())?.[0] : findDanglingEnd(text)
  if (dangling !== undefined && !(source !== undefined && findDanglingEnd(source)))
    return [report(key, { message: 'The text breaks off in the middle of a sentence.', quote: dangling })]
  if (kind === 'line' || kind === 'keywords' || endsSentence(text) || endsWithAddress(text)) return []
  const mayLackStop =
    source === undefined ? fields.every(other => isOpen(other) || other.key === key) : !endsSentence(source)
  return mayLackStop
    ? []
    : [report(key, { message: 'The text ends without a full stop, as if cut off.', quote: end })]
}

/** Whether the author of the brief leaves out the last stop as a habit. */
function isOpen({ kind, text }: BriefField): boolean {
  return kind === 'line' || kind === 'keywords' || !endsSentence(text)
}

function checkBrackets({ key, text, plain }: BriefField, source: Source): Finding[] {
  const quote = findUnbalanced(plain())
  if (
    quote !== undefined &&
    !source.text.includes(text.trim()) &&
    findUnbalanced(source.plain()) === undefined
  )
    return [report(key, { message: 'A bracket has no partner.', quote })]
  const opened = text.split('“').length
  const closed = text.split('”').length
  if (opened === closed || source.text.includes(text.trim())) return []
  return [
    report(key, {
      severity: 'warning',
      message: 'A quotation mark has no partner.',
      quote: text.slice(text.indexOf(opened > closed ? '“' : '”')),
    }),
  ]
}

interface LossCase {
  field: BriefField
  source: Source
  language: string
}

function checkLoss({ field, source, language }: LossCase): Finding[] {
  const { key, kind, text } = field
  const original = sourceOf(field, source)
  if (text.trim() === original || original === '') return []
  const words = countWords(original)
  const share = weighText(text) / Math.max(1, words * expectedRatio(language))
  if (kind === 'line')
    return words >= MIN_TITLE_WORDS && share < MIN_TITLE_SHARE
      ? [
          report(key, {
            message: 'The line is much shorter than its source; a part of it is missing.',
            quote: text,
            expected: original,
          }),
        ]
      : []
  if (kind !== 'text') return []
  if (words >= MIN_WORDS && share > MAX_SHARE)
    return [
      report(key, {
        message: 'The text is far longer than its source allows; something was added.',
        quote: text.slice(-160),
      }),
    ]
  const lost = findLost({ field, source, language })
  if (lost.length > 0) return reportLost(lost, { field, source })
  if (words >= MIN_WORDS && share < MIN_SHARE)
    return [
      report(key, {
        message: 'The text is far shorter than its source; a part of it is missing.',
        quote: text,
      }),
    ]
  return [...reportAdded({ field, source, language }), ...checkParagraphs(field, source)]
}

function reportAdded({ field, source, language }: LossCase): Finding[] {
  const added = findAddedSentences({ source: source.sentences(), target: field.sentences(), language })
  return added
    .slice(0, MAX_LOST)
    .map(quote => report(field.key, { message: 'Nothing in the source says this sentence.', quote }))
}

/** An instruction to a model may be left out: a brief need not pass it on. */
function findLost({ field, source, language }: LossCase): string[] {
  const lost = findLostSentences({ source: source.sentences(), target: field.sentences(), language })
  const orders = lost.length === 0 ? [] : findInstructions(source.sentences())
  // What was left untranslated is there, and another check's business.
  return lost.filter(
    piece => !field.text.includes(piece) && !orders.some(({ sentence }) => sentence.includes(piece)),
  )
}

// Where most is missing, one finding says it better than a list.
const MAX_LOST = 3

function reportLost(
  lost: readonly string[],
  { field, source }: Pick<LossCase, 'field' | 'source'>,
): Finding[] {
  const message = 'A sentence of the source is missing.'
  if (lost.length <= MAX_LOST && lost.length * 2 <= source.sentences().length)
    return lost.map(expected => report(field.key, { message, expected }))
  return [
    report(field.key, {
      message: `${lost.length} sentences of the source are missing, this one first.`,
      expected: lost[0] ?? '',
    }),
  ]
}

function checkParagraphs({ key, text }: BriefField, source: Source): Finding[] {
  const expected = countParagraphs(source.abstract)
  const found = countParagraphs(text)
  if (found === expected) return []
  return [
    report(key, {
      severity: 'warning',
      message: `The source has ${expected} paragraphs, the text ${found}.`,
    }),
  ]
}

function countParagraphs(text: string): number {
  return text.trim().split(/\n\s*\n/).length
}
