/** The last line of a digest: how many papers it holds, which were left in their own language, and why. */
import { cleanLine } from '../../paper/clean-text.ts'
import type { Digest, DigestEntry } from '../../paper/edition.ts'
import { type ClosingOptions, writeClosingComment } from './closing-comment.ts'
import { escapeMarkdown } from './escape.ts'
import { isChinese } from './field-label.ts'

interface Wording {
  count(papers: number): string
  /** `ids` is empty where all papers are meant. */
  kept(ids: string[], reason: string): string
  /** The full text was wanted and could not be had. */
  abstractOnly(ids: string[], reason: string): string
  retold(ids: string[]): string
  withdrawn(ids: string[]): string
  clause: string
  stop: string
  sentenceGap: string
}

const chinese: Wording = {
  count: papers => `共 ${papers} 篇论文`,
  kept: (ids, reason) =>
    `${ids.length > 0 ? `${ids.join('、')} ` : '均'}保留原文${reason && `（${reason}）`}`,
  abstractOnly: (ids, reason) =>
    `${ids.length > 0 ? `${ids.join('、')} ` : '均'}仅据摘要写成，未能读到全文（${reason}）`,
  retold: ids => `${ids.length > 0 ? `${ids.join('、')} 的` : ''}摘要为转述，并非原文`,
  withdrawn: ids => `${ids.length > 0 ? `${ids.join('、')} ` : '全部'}已撤稿`,
  clause: '；',
  stop: '。',
  sentenceGap: '',
}

const english: Wording = {
  count: papers => (papers === 1 ? '1 paper' : `${papers} papers`),
  kept: (ids, reason) => `${ids.join(', ') || 'all'} left in the source language${reason && ` (${reason})`}`,
  abstractOnly: (ids, reason) =>
    `${ids.join(', ') || 'all'} written from the abstract alone, the full text could not be read (${reason})`,
  retold: ids =>
    ids.length > 0
      ? `The abstracts of ${ids.join(', ')} are retold, not the authors' own words`
      : "The abstracts are retold, not the authors' own words",
  withdrawn: ids => (ids.length > 0 ? `Withdrawn: ${ids.join(', ')}` : 'All are withdrawn'),
  clause: '; ',
  stop: '.',
  sentenceGap: ' ',
}

/** Prose for the reader and, hidden in a comment on the same line, what reads the file back exactly. */
export function renderClosingLine(digest: Digest, options: ClosingOptions = {}): string {
  return `${escapeMarkdown(writeProse(digest), 'block')} ${writeClosingComment(digest, options)}`
}

function writeProse({ entries, language }: Digest): string {
  const wording = isChinese(language) ? chinese : english
  const nameIds = (some: readonly DigestEntry[]) =>
    some.length === entries.length && some.length > 1 ? [] : some.map(({ paper }) => cleanLine(paper.id))
  const kept = Array.from(groupByReason(entries, language), ([reason, group]) =>
    wording.kept(nameIds(group), reason),
  )
  const abstractOnly = Array.from(
    Map.groupBy(
      entries.filter(({ brief }) => brief.basisReason),
      ({ brief }) => cleanLine(brief.basisReason ?? ''),
    ),
    ([reason, group]) => wording.abstractOnly(nameIds(group), reason),
  )
  const retold = entries.filter(({ paper }) => paper.abstractOrigin === 'retold')
  const withdrawn = entries.filter(({ paper }) => paper.withdrawn)
  const sentences = [[wording.count(entries.length), ...kept, ...abstractOnly].join(wording.clause)]
  if (retold.length > 0) sentences.push(wording.retold(nameIds(retold)))
  if (withdrawn.length > 0) sentences.push(wording.withdrawn(nameIds(withdrawn)))
  return sentences.map(sentence => sentence + wording.stop).join(wording.sentenceGap)
}

/** In the order of their first paper; the reason is `''` where none was given. */
function groupByReason(entries: readonly DigestEntry[], language: string): Map<string, DigestEntry[]> {
  const left = entries.filter(
    ({ brief, fallbackReason = '' }) => cleanLine(fallbackReason) !== '' || brief.language !== language,
  )
  return Map.groupBy(left, ({ fallbackReason = '' }) => cleanLine(fallbackReason))
}
