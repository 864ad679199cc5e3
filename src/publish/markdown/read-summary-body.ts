/** Reads the six sections of one paper out of a summary digest, whoever wrote it. */
import { cleanLine, cleanParagraphs } from '../../paper/clean-text.ts'
import type { Finding } from '../../paper/finding.ts'
import type { Form, FormField } from '../../paper/form.ts'
import type { Labels } from '../../paper/labels.ts'
import { listSeparator } from '../../paper/language.ts'
import { splitKeywords } from '../../paper/split-keywords.ts'
import type { SkippedPassage } from '../parsed-digest.ts'
import { writeFieldLabel } from './field-label.ts'
import { findLabels, type LabelMark } from './find-labels.ts'
import { readPlainText } from './plain-text.ts'
import { assignChunks, splitKeywordSection, splitUnlabelled } from './split-unlabelled.ts'
import { findStructureFault } from './structure-finding.ts'

export interface SummaryBody {
  fields: Record<string, string>
  findings: Finding[]
  skipped: SkippedPassage[]
}

export interface SummaryBodyRequest {
  form: Form
  /** In further languages. */
  labels: readonly Labels[]
  /** What stands below the heading. */
  body: readonly string[]
  /** Of the first of them, from 1. */
  line: number
  /** Absent where the digest does not say it. */
  language?: string | undefined
  ours: boolean
}

interface Reading extends SummaryBody {
  form: Form
  labels: readonly Labels[]
  language: string
  ours: boolean
  /** Field texts, still Markdown. */
  texts: Map<string, string>
}

const PREFIX = /^\s*(?:summary|摘要|总结)[ \t]*[:：][ \t]*/i

export function readSummaryBody(request: SummaryBodyRequest): SummaryBody {
  const { language, ours } = request
  return (ours && language !== undefined && readExactly({ ...request, language })) || readLoosely(request)
}

/** As `renderSummary` writes it; undefined where anything differs. */
function readExactly({
  form,
  labels,
  body,
  language,
}: Pick<SummaryBodyRequest, 'form' | 'labels' | 'body'> & { language: string }): SummaryBody | undefined {
  const paragraphs = body.map(text => text.trim()).filter(text => text !== '')
  if (paragraphs.length !== form.fields.length) return undefined
  const fields: Record<string, string> = {}
  const findings: Finding[] = []
  for (const [index, field] of form.fields.entries()) {
    const label = writeFieldLabel(field, { language, labels }).trimEnd()
    const paragraph = paragraphs[index] ?? ''
    if (!paragraph.startsWith(label)) return undefined
    const text = readPlainText(paragraph.slice(label.length), { ours: true }).trim()
    fields[field.key] = text
    if (text === '') findings.push(findEmptySection(field))
  }
  return { fields, findings, skipped: [] }
}

function readLoosely({ form, labels, body, line, language, ours }: SummaryBodyRequest): SummaryBody {
  const whole = body.map(text => text.trimEnd()).join('\n')
  const prefix = PREFIX.exec(whole)?.[0] ?? ''
  const text = whole.slice(prefix.length)
  const reading: Reading = {
    form,
    labels,
    language: language ?? guessLanguage(text, form),
    ours,
    texts: new Map(),
    fields: {},
    findings: [],
    skipped: [],
  }
  if (prefix.trim() !== '')
    reading.findings.push(
      findStructureFault({
        severity: 'warning',
        message: 'The text begins with a word that is no part of it.',
        quote: prefix.trim(),
      }),
    )
  const lineAt = (at: number) => line + countNewlines(whole.slice(0, prefix.length + at))
  readLabelled(reading, { text, lineAt })
  return finishReading(reading)
}

function fieldKeys(form: Form): string[] {
  return form.fields.map(field => field.key)
}

/** The language in which most labels stand there; one label alone may be a word of the text. */
function guessLanguage(text: string, form: Form): string {
  const likely = /\p{sc=Han}/u.test(text) ? 'zh-Hans' : 'en'
  const counts = Map.groupBy(
    form.fields.flatMap(({ labels }) =>
      Object.entries(labels).flatMap(([tag, label]) => (text.includes(label) ? [tag] : [])),
    ),
    tag => tag,
  )
  let best = { tag: likely, count: Math.max(1, counts.get(likely)?.length ?? 0) }
  for (const [tag, { length: count }] of counts) if (count > best.count) best = { tag, count }
  return best.tag
}

function countNewlines(text: string): number {
  return text.split('\n').length - 1
}

function readLabelled(
  reading: Reading,
  { text, lineAt }: { text: string; lineAt: (at: number) => number },
): void {
  const labels = findLabels(text, reading.form)
  const unlabelled = splitUnlabelled(text.slice(0, labels[0]?.start))
  for (const [index, label] of labels.entries()) {
    const section = text.slice(label.end, labels[index + 1]?.start).trim()
    if (label.key === undefined)
      reading.skipped.push({
        line: lineAt(label.start),
        reason: `a section that the layout does not have: ${label.raw}`,
      })
    else {
      checkLabel(reading, label)
      unlabelled.chunks.push(...addSection(reading, label.key, section))
    }
  }
  checkOrder(reading, labels)
  addUnlabelled(reading, unlabelled, lineAt(0))
}

/** Gives back what stands in the section without belonging to it. */
function addSection(reading: Reading, key: string, section: string): string[] {
  const before = reading.texts.get(key)
  if (before !== undefined) {
    reading.findings.push(
      findStructureFault({ field: key, message: 'The section stands twice.', quote: section }),
    )
    reading.texts.set(key, `${before}\n\n${section}`)
    return []
  }
  const { keywords, chunks } =
    key === 'keywords' ? splitKeywordSection(section) : { keywords: section, chunks: [] }
  reading.texts.set(key, keywords)
  return chunks
}

function checkLabel({ form, labels, language, findings }: Reading, { raw, key }: LabelMark): void {
  const field = form.fields.find(candidate => candidate.key === key)
  const expected = field ? writeFieldLabel(field, { language, labels }).trimEnd() : raw
  if (raw === expected) return
  findings.push(
    findStructureFault({
      severity: 'warning',
      field: key ?? '',
      message: `The label is written "${raw}"; the layout has "${expected}".`,
      quote: raw,
      expected,
    }),
  )
}

function checkOrder({ form, findings }: Reading, labels: readonly LabelMark[]): void {
  const keys = fieldKeys(form)
  const places = labels.flatMap(({ key }) => (key === undefined ? [] : [keys.indexOf(key)]))
  if (places.every((place, index) => place >= (places[index - 1] ?? 0))) return
  findings.push(
    findStructureFault({
      severity: 'warning',
      message: 'The sections stand in another order than the layout has.',
    }),
  )
}

function addUnlabelled(
  reading: Reading,
  { keywords, chunks }: { keywords: string; chunks: string[] },
  line: number,
): void {
  const { form, texts } = reading
  const assigned = new Map<string, string>()
  if (keywords !== '' && !texts.has('keywords')) assigned.set('keywords', keywords)
  else if (keywords !== '') chunks.unshift(keywords)
  const open = fieldKeys(form).filter(key => !texts.has(key) && !assigned.has(key))
  if (open.length === 0 && chunks.length > 0)
    reading.skipped.push({ line, reason: 'text without a label beside sections that have one' })
  else for (const [key, text] of assignChunks(chunks, open)) assigned.set(key, text)
  for (const [key, text] of assigned) {
    const field = form.fields.find(candidate => candidate.key === key)
    if (!field) continue
    texts.set(key, text)
    const expected = writeFieldLabel(field, reading).trimEnd()
    reading.findings.push(
      findStructureFault({
        field: key,
        message: `The section has no label; the layout has "${expected}".`,
        quote: text,
        expected,
      }),
    )
  }
}

function finishReading({ form, labels, language, ours, texts, findings, skipped }: Reading): SummaryBody {
  const fields: Record<string, string> = {}
  for (const field of form.fields) {
    const text = texts.get(field.key)
    if (text === undefined) {
      const expected = writeFieldLabel(field, { language, labels }).trimEnd()
      findings.push(
        findStructureFault({ field: field.key, message: `The section "${expected}" is missing.`, expected }),
      )
      continue
    }
    fields[field.key] = readFieldText(field, { text, language, ours })
    if (fields[field.key] === '') findings.push(findEmptySection(field))
  }
  return { fields, findings, skipped }
}

function readFieldText(
  { kind }: FormField,
  { text, language, ours }: { text: string; language: string; ours: boolean },
): string {
  const plain = readPlainText(text, { ours })
  if (kind === 'text') return cleanParagraphs(plain)
  return kind === 'keywords' && !ours
    ? splitKeywords(cleanLine(plain)).join(listSeparator(language))
    : cleanLine(plain)
}

function findEmptySection({ key }: FormField): Finding {
  return findStructureFault({ field: key, message: 'The section is empty.' })
}
