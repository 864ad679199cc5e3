/** The last line of a digest: how many papers it holds, which were left in their own language, and why. */
import { cleanLine } from '../../paper/clean-text.ts'
import type { Digest, DigestEntry } from '../../paper/edition.ts'
import { countPapers, fillWording, findLabels, type Labels } from '../../paper/labels.ts'
import { listSeparator } from '../../paper/language.ts'
import { type ClosingOptions, writeClosingComment } from './closing-comment.ts'
import { escapeMarkdown } from './escape.ts'

export interface ClosingLineOptions extends ClosingOptions {
  /** In further languages. */
  labels?: readonly Labels[] | undefined
}

/** Prose for the reader and, hidden in a comment on the same line, what reads the file back exactly. */
export function renderClosingLine(digest: Digest, options: ClosingLineOptions = {}): string {
  const prose = writeProse(digest, findLabels(digest.language, options.labels))
  return `${escapeMarkdown(prose, 'block')} ${writeClosingComment(digest, options)}`
}

function writeProse({ entries, language }: Digest, labels: Labels): string {
  const { closing, marks } = labels
  const say = (wording: { some: string; all: string }, group: readonly DigestEntry[], reason = '') => {
    const isAll = group.length === entries.length && group.length > 1
    const ids = group.map(({ paper }) => cleanLine(paper.id)).join(listSeparator(labels.language))
    return fillWording(isAll ? wording.all : wording.some, { ids, reason })
  }
  const kept = Array.from(
    groupByReason(entries, language),
    ([reason, group]) => say(closing.kept, group) + (reason && fillWording(marks.brackets, { text: reason })),
  )
  const abstractOnly = Array.from(
    Map.groupBy(
      entries.filter(({ brief }) => brief.basisReason),
      ({ brief }) => cleanLine(brief.basisReason ?? ''),
    ),
    ([reason, group]) => say(closing.abstractOnly, group, reason),
  )
  const retold = entries.filter(({ paper }) => paper.abstractOrigin === 'retold')
  const withdrawn = entries.filter(({ paper }) => paper.withdrawn)
  const count = fillWording(closing.count, { papers: countPapers(labels, entries.length) })
  const sentences = [[count, ...kept, ...abstractOnly].join(marks.clause)]
  if (retold.length > 0) sentences.push(say(closing.retold, retold))
  if (withdrawn.length > 0) sentences.push(say(closing.withdrawn, withdrawn))
  return sentences.map(sentence => sentence + marks.stop).join(marks.gap)
}

/** In the order of their first paper; the reason is `''` where none was given. */
function groupByReason(entries: readonly DigestEntry[], language: string): Map<string, DigestEntry[]> {
  const left = entries.filter(
    ({ brief, fallbackReason = '' }) => cleanLine(fallbackReason) !== '' || brief.language !== language,
  )
  return Map.groupBy(left, ({ fallbackReason = '' }) => cleanLine(fallbackReason))
}
