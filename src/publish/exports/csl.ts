/** CSL-JSON, the format that citation processors read. */
import type { Digest } from '../../paper/edition.ts'
import type { Paper } from '../../paper/paper.ts'
import { isArxivId, linkPaper } from '../markdown/paper-link.ts'
import { makeCitationKeys } from './citation-key.ts'
import { splitPersonName } from './person-name.ts'

type CslName = { literal: string } | { family: string; given: string; suffix?: string }

/** One JSON array; schema: https://github.com/citation-style-language/schema */
export function exportCsl({ entries }: Digest): string {
  const papers = entries.map(({ paper }) => paper)
  const keys = makeCitationKeys(papers)
  return `${JSON.stringify(
    papers.map((paper, index) => toItem(paper, keys[index] ?? paper.id)),
    undefined,
    2,
  )}\n`
}

function toItem(paper: Paper, id: string): Record<string, unknown> {
  const date = /^(\d{4})-(\d{2})-(\d{2})/.exec(paper.published ?? '')
  const arxiv = isArxivId(paper.id)
  return {
    id,
    type: paper.journalRef ? 'article-journal' : 'article',
    title: paper.title,
    author: paper.authors.map(toName),
    ...(date && { issued: { 'date-parts': [date.slice(1, 4).map(Number)] } }),
    ...(paper.abstract && { abstract: paper.abstract }),
    ...(paper.doi && { DOI: paper.doi }),
    ...(arxiv && {
      number: `arXiv:${paper.id}`,
      archive: 'arXiv',
      archive_location: paper.id,
      publisher: 'arXiv',
    }),
    ...(paper.journalRef && { 'container-title': paper.journalRef }),
    ...(paper.categories.length > 0 && { keyword: paper.categories.join(', ') }),
    ...(paper.comment && { note: paper.comment }),
    URL: linkPaper({ id: paper.id }, 'abstract'),
  }
}

function toName(name: string): CslName {
  const { family, given, suffix } = splitPersonName(name)
  return given === '' ? { literal: name } : { family, given, ...(suffix && { suffix }) }
}
