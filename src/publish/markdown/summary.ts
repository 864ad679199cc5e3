/** The summary layout: a numbered, linked title and six labelled paragraphs for each paper. */
import { cleanLine } from '../../paper/clean-text.ts'
import type { Digest, DigestEntry } from '../../paper/edition.ts'
import { type Form, summaryForm } from '../../paper/form.ts'
import type { ParsedDigest, ParsedItem, SkippedPassage } from '../parsed-digest.ts'
import { renderClosingLine } from './closing-line.ts'
import { joinParsedDigest, readDigestLines } from './digest-lines.ts'
import { escapeMarkdown } from './escape.ts'
import { writeFieldLabel } from './field-label.ts'
import { linkPaper } from './paper-link.ts'
import { readPlainText } from './plain-text.ts'
import { readItemLink } from './read-item-link.ts'
import { readLink } from './read-link.ts'
import { type DigestSection, readSections } from './read-sections.ts'
import { readSummaryBody } from './read-summary-body.ts'

export interface SummaryOptions {
  /** The summary form with labels in further languages. */
  form?: Form
}

export function renderSummary(digest: Digest, { form = summaryForm }: SummaryOptions = {}): string {
  const blocks = [
    `# Papers for ${escapeMarkdown(cleanLine(digest.date), 'heading')}`,
    ...digest.entries.flatMap((entry, index) =>
      renderEntry(entry, { index, form, language: digest.language }),
    ),
    renderClosingLine(digest),
  ]
  return `${blocks.join('\n\n')}\n`
}

function renderEntry(
  { paper, brief }: DigestEntry,
  { index, form, language }: { index: number; form: Form; language: string },
): string[] {
  const title = escapeMarkdown(cleanLine(paper.title) || cleanLine(paper.id), 'link')
  const paragraphs = form.fields.map(field => {
    const text = escapeMarkdown(cleanLine(brief.fields[field.key] ?? ''), 'inline')
    return (writeFieldLabel(field, language) + text).trimEnd()
  })
  return [`## ${index}.[${title}](${linkPaper({ id: paper.id }, 'pdf')})`, ...paragraphs]
}

export function parseSummary(text: string, { form = summaryForm }: SummaryOptions = {}): ParsedDigest {
  const { lines, closing } = readDigestLines(text)
  const { sections, skipped, date } = readSections(lines)
  const reader = { form, ours: closing !== undefined, language: closing?.language, skipped }
  const items = sections.map(section => readItem(section, reader))
  return joinParsedDigest({ layout: 'summary', closing, date, items, skipped })
}

interface ItemReader {
  form: Form
  ours: boolean
  language: string | undefined
  skipped: SkippedPassage[]
}

function readItem(
  { line, heading, body }: DigestSection,
  { form, ours, language, skipped }: ItemReader,
): ParsedItem {
  const name = heading.replace(/^\d{1,6}[ \t]*[.、)）]?[ \t]*(?=\[)/, '')
  const link = readLink(name)
  const { findings, ...paper } = readItemLink(link?.url, { target: 'pdf' })
  const summary = readSummaryBody({ form, body, line: line + 1, language, ours })
  skipped.push(...summary.skipped)
  return {
    line,
    ...paper,
    title: cleanLine(readPlainText(link?.text ?? name, { ours })),
    fields: summary.fields,
    findings: [...findings, ...summary.findings],
  }
}
