/** The bilingual layout: the title, its translation as a link, the translated abstract. */
import { cleanLine, cleanParagraphs } from '../../paper/clean-text.ts'
import type { Digest, DigestEntry } from '../../paper/edition.ts'
import type { Labels } from '../../paper/labels.ts'
import type { ParsedDigest, ParsedItem } from '../parsed-digest.ts'
import { renderClosingLine } from './closing-line.ts'
import { joinParsedDigest, readDigestLines } from './digest-lines.ts'
import { escapeMarkdown, escapeParagraphs } from './escape.ts'
import { linkPaper } from './paper-link.ts'
import { readPlainText } from './plain-text.ts'
import { readItemLink } from './read-item-link.ts'
import { readLink } from './read-link.ts'
import { type DigestSection, readSections } from './read-sections.ts'
import { findStructureFault } from './structure-finding.ts'

export function renderBilingual(
  digest: Digest,
  { labels }: { labels?: readonly Labels[] | undefined } = {},
): string {
  return `${digest.entries.map(renderEntry).join('')}${renderClosingLine(digest, { labels })}\n`
}

function renderEntry({ paper, brief }: DigestEntry): string {
  // A heading or a link without words cannot be seen: the next best name stands in for it.
  const title = cleanLine(paper.title) || cleanLine(brief.fields.title ?? '') || cleanLine(paper.id)
  const translation = cleanLine(brief.fields.title ?? '') || title
  const abstract = escapeParagraphs(cleanParagraphs(brief.fields.abstract ?? ''))
  return [
    `## ${escapeMarkdown(title, 'heading')}`,
    `[${escapeMarkdown(translation, 'link')}](${linkPaper({ id: paper.id }, 'abstract')})`,
    '',
    ...(abstract ? [abstract, ''] : []),
    '',
  ].join('\n')
}

export function parseBilingual(text: string): ParsedDigest {
  const { lines, closing } = readDigestLines(text)
  const { sections, skipped, date } = readSections(lines)
  const items = sections.map(section => readItem(section, { ours: closing !== undefined }))
  return joinParsedDigest({ layout: 'bilingual', closing, date, items, skipped })
}

function readItem({ line, heading, body }: DigestSection, { ours }: { ours: boolean }): ParsedItem {
  const first = body.findIndex(text => text.trim() !== '')
  const link = readLink(body[first] ?? '')
  const rest = link ? body.slice(first + 1) : body
  const { findings, ...paper } = readItemLink(link?.url, { target: 'abstract' })
  const fields = {
    title: cleanLine(readPlainText(link?.text ?? '', { ours })),
    abstract: cleanParagraphs(readPlainText(rest.map(text => text.trim()).join('\n'), { ours })),
  }
  if (link && fields.title === '')
    findings.push(findStructureFault({ field: 'title', message: 'The translated title is empty.' }))
  if (fields.abstract === '')
    findings.push(findStructureFault({ field: 'abstract', message: 'The translated abstract is missing.' }))
  return { line, ...paper, title: cleanLine(readPlainText(heading, { ours })), fields, findings }
}
