/** The summary layout: a numbered, linked title and six labelled paragraphs for each paper. */
import { cleanLine } from '../../paper/clean-text.ts'
import type { Digest, DigestEntry } from '../../paper/edition.ts'
import { type Form, summaryForm } from '../../paper/form.ts'
import type { Labels } from '../../paper/labels.ts'
import type { ParsedDigest, ParsedItem, SkippedPassage } from '../parsed-digest.ts'
import { renderClosingLine } from './closing-line.ts'
import { joinParsedDigest, readDigestLines } from './digest-lines.ts'
import { escapeMarkdown } from './escape.ts'
import { writeFieldLabel } from './field-label.ts'
import { joinKeywords } from './keyword-list.ts'
import { linkPaper } from './paper-link.ts'
import { readPlainText } from './plain-text.ts'
import { readItemLink } from './read-item-link.ts'
import { readLink } from './read-link.ts'
import { type DigestSection, readSections } from './read-sections.ts'
import { readSummaryBody } from './read-summary-body.ts'

export interface SummaryOptions {
  /** The summary form with labels in further languages, or a form of the user's own. */
  form?: Form
  /** In further languages. */
  labels?: readonly Labels[] | undefined
}

export function renderSummary(digest: Digest, { form = summaryForm, labels }: SummaryOptions = {}): string {
  const blocks = [
    `# Papers for ${escapeMarkdown(cleanLine(digest.date), 'heading')}`,
    ...digest.entries.flatMap((entry, index) =>
      renderEntry(entry, { index, form, labels, language: digest.language }),
    ),
    renderClosingLine(digest, { labels }),
  ]
  return `${blocks.join('\n\n')}\n`
}

function renderEntry(
  { paper, brief }: DigestEntry,
  { index, form, labels, language }: SummaryOptions & { index: number; form: Form; language: string },
): string[] {
  const title = escapeMarkdown(cleanLine(paper.title) || cleanLine(paper.id), 'link')
  const paragraphs = form.fields.map(field => {
    const line = cleanLine(brief.fields[field.key] ?? '')
    const shown =
      field.kind === 'keywords' ? joinKeywords(line, { from: brief.language, to: language }) : line
    return (writeFieldLabel(field, { language, labels }) + escapeMarkdown(shown, 'inline')).trimEnd()
  })
  return [`## ${index}.[${title}](${linkPaper({ id: paper.id }, 'pdf')})`, ...paragraphs]
}

export function parseSummary(
  text: string,
  { form = summaryForm, labels = [] }: SummaryOptions = {},
): ParsedDigest {
  const { lines, closing } = readDigestLines(text)
  const { sections, skipped, date } = readSections(lines)
  const language = closing?.language
  const reader = { form, labels, ours: closing !== undefined, language, skipped }
  const items = sections.map(section => readItem(section, reader))
  const layout = closing?.layout ?? 'summary'
  const parsed = joinParsedDigest({ layout, closing, date, items, skipped })
  for (const item of parsed.items) restoreKeywords(item, form, language)
  return parsed
}

/** As the brief has them: in its own language, which only the closing line tells. */
function restoreKeywords(item: ParsedItem, form: Form, from: string | undefined): void {
  if (item.language === undefined || from === undefined) return
  for (const { key, kind } of form.fields) {
    const text = item.fields[key]
    if (kind === 'keywords' && text !== undefined)
      item.fields[key] = joinKeywords(text, { from, to: item.language })
  }
}

interface ItemReader {
  form: Form
  labels: readonly Labels[]
  ours: boolean
  language: string | undefined
  skipped: SkippedPassage[]
}

function readItem(
  { line, heading, body }: DigestSection,
  { form, labels, ours, language, skipped }: ItemReader,
): ParsedItem {
  const name = heading.replace(/^\d{1,6}[ \t]*[.、)）]?[ \t]*(?=\[)/, '')
  const link = readLink(name)
  const { findings, ...paper } = readItemLink(link?.url, { target: 'pdf' })
  const summary = readSummaryBody({ form, labels, body, line: line + 1, language, ours })
  skipped.push(...summary.skipped)
  return {
    line,
    ...paper,
    title: cleanLine(readPlainText(link?.text ?? name, { ours })),
    fields: summary.fields,
    findings: [...findings, ...summary.findings],
  }
}
