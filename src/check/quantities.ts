/** Checks that every figure of a brief stands in its paper, and for a translation the other way round too. */
import type { Brief } from '../paper/brief.ts'
import type { Finding } from '../paper/finding.ts'
import type { Form } from '../paper/form.ts'
import type { Check, CheckInput } from './check-input.ts'
import { once } from './once.ts'
import { findAnchors } from './quantities/anchors.ts'
import { compareDigits } from './quantities/compare-digits.ts'
import { findFaults } from './quantities/find-faults.ts'
import { findMiscounts } from './quantities/find-miscounts.ts'
import { findMislaid } from './quantities/find-mislaid.ts'
import { findPlaceholders } from './quantities/find-placeholders.ts'
import { findSwaps } from './quantities/find-swaps.ts'
import type { Comparison } from './quantities/find-unmatched.ts'
import { readForeignSide, silenceWords } from './quantities/read-foreign-side.ts'
import { readSide, type Side, type SideText } from './quantities/read-side.ts'
import { canRewrite } from './quantities/rewrite-figures.ts'
import { readFields } from './read-fields.ts'
import { readSource } from './read-source.ts'

/**
 * Compares figures as exact numbers with their units, whatever way they are written. An error is a figure that
 * says something else than the source; what may be a matter of wording is a warning or nothing.
 * Languages without a table of number words are compared by their digits alone.
 */
export const checkQuantities: Check = input => {
  const findings = compareQuantities(input)
  // LaTeX is read twice over, once here and once for the brief; what both ways give letter for letter is no fault.
  return findings.some(({ quote }) => quote)
    ? findings.filter(finding => !isVerbatim(finding, input))
    : findings
}

/** Whether every sentence that holds the faulty words stands in the source as it is. */
function isVerbatim({ field, quote }: Finding, { paper, brief, form, fullText }: CheckInput): boolean {
  if (!field || !quote) return false
  const { text } = readSource({ paper, fullText })
  const sentences = readFields({ brief, form })
    .filter(({ key }) => key === field)
    .flatMap(({ sentences: ofField }) => ofField())
    .filter(sentence => sentence.includes(quote))
  return sentences.length > 0 && sentences.every(sentence => text.includes(sentence.trim()))
}

function compareQuantities(input: CheckInput): Finding[] {
  const { paper, brief, form, fullText } = input
  const texts = listTexts(brief, form)
  const stem = [
    { field: 'title', text: paper.title },
    { field: 'abstract', text: paper.abstract },
  ]
  const passages = fullText ? readSource({ paper, fullText }).passages : []
  const sourceTexts = [...stem, ...passages.map(({ section, text }) => ({ field: section, text }))]
  const comparison = {
    coverage: form.coverage,
    language: brief.language,
    briefFields: texts.map(({ field }) => field),
  }
  if (canRewrite(brief.language)) return compareForeign(comparison, sourceTexts, texts)
  if (!/^(?:zh|en)(?:-|$)/i.test(brief.language))
    return compareDigits({ ...comparison, sourceTexts, briefTexts: texts })
  const source = readSide(sourceTexts)
  // In a whole paper every pair of figures stands somewhere in every order.
  const ordered = fullText ? readSide(stem) : source
  const draft = readSide(texts)
  const faults = findFaults({ ...comparison, source, brief: draft })
  const anchors = once(() => findAnchors(ordered.text, draft.text))
  const swaps = findSwaps({ source: ordered, brief: draft, coverage: form.coverage, anchors })
  const miscounts = fullText ? [] : findMiscounts({ source, brief: draft, coverage: form.coverage, anchors })
  const mislaid = form.coverage === 'whole' && !fullText ? mislaidOf(input, source, draft) : []
  const further = dropTold([...miscounts, ...swaps, ...mislaid], faults)
  return [...reportPlaceholders(texts, source), ...faults, ...further]
}

/** In the abstract of a translation, sentence by sentence. */
function mislaidOf({ paper, brief, form }: CheckInput, sourceSide: Side, briefSide: Side): Finding[] {
  const source = readSource({ paper }).sentences()
  return readFields({ brief, form })
    .filter(({ kind }) => kind === 'text')
    .flatMap(({ key: field, sentences }) =>
      findMislaid({
        source,
        target: sentences(),
        language: brief.language,
        field,
        sourceSide,
        briefSide,
      }),
    )
}

/** What is an error already is told once. */
function dropTold(findings: readonly Finding[], told: readonly Finding[]): Finding[] {
  const errors = told.filter(({ severity }) => severity === 'error')
  return findings.filter(
    ({ field, quote, expected }) =>
      !errors.some(
        error =>
          error.field === field &&
          (quote === undefined
            ? error.expected === expected
            : error.quote !== undefined && quote.startsWith(error.quote)),
      ),
  )
}

/** By value and unit, but figures in digits only: number words of these languages are not read. */
function compareForeign(
  comparison: Pick<Comparison, 'coverage' | 'language' | 'briefFields'>,
  sourceTexts: readonly SideText[],
  briefTexts: readonly SideText[],
): Finding[] {
  const read = readSide(sourceTexts)
  const brief = readForeignSide(briefTexts, comparison.language, read.text)
  const faults = findFaults({ ...comparison, source: silenceWords(read), brief })
  return [...reportPlaceholders(briefTexts, read), ...faults]
}

/** The fields in the form's order, then what the form does not name. */
function listTexts(brief: Brief, form: Form): SideText[] {
  const known = form.fields.map(({ key }) => key)
  const others = Object.keys(brief.fields).filter(key => !known.includes(key))
  return [...known, ...others]
    .map(field => ({ field, text: brief.fields[field] ?? '' }))
    .filter(({ text }) => text !== '')
}

function reportPlaceholders(texts: readonly SideText[], source: Side): Finding[] {
  return texts.flatMap(({ field, text }) =>
    findPlaceholders(text, source.text).map(({ text: quote }) => ({
      check: 'quantities',
      severity: 'error' as const,
      field,
      message: `"${quote}" is a placeholder, not a figure: give the source's figure or leave the statement out.`,
      quote,
    })),
  )
}
