/** RIS, the format of reference managers: one tag and one value a line. */
import { cleanLine } from '../../paper/clean-text.ts'
import type { Digest } from '../../paper/edition.ts'
import type { Paper } from '../../paper/paper.ts'
import { isArxivId, linkPaper } from '../markdown/paper-link.ts'
import { splitPersonName } from './person-name.ts'

/** Lines end in CR LF, as the format asks. A value never holds a line break, so none can pose as a tag. */
export function exportRis({ entries }: Digest): string {
  return entries.map(({ paper }) => toRecord(paper).join('\r\n')).join('\r\n')
}

function toRecord(paper: Paper): string[] {
  const link = linkPaper({ id: paper.id }, 'abstract')
  const date = /^(\d{4})-(\d{2})-(\d{2})/.exec(paper.published ?? '')
  const tags: [string, string | undefined][] = [
    ['TY', paper.journalRef ? 'JOUR' : 'UNPB'],
    ['TI', paper.title],
    ...paper.authors.map((author): [string, string] => ['AU', writeName(author)]),
    ['PY', date?.[1]],
    ['DA', date?.slice(1, 4).join('/')],
    ['T2', paper.journalRef],
    ['PB', isArxivId(paper.id) ? 'arXiv' : undefined],
    ['AN', isArxivId(paper.id) ? `arXiv:${paper.id}` : paper.id],
    ['DO', paper.doi],
    ['UR', link.startsWith('https://') ? link : undefined],
    ...paper.categories.map((category): [string, string] => ['KW', withoutAsterisks(category)]),
    ['AB', paper.abstract],
    ['N1', paper.comment],
  ]
  const lines = tags
    .map(([tag, value]): [string, string] => [tag, cleanLine(value ?? '')])
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `${tag}  - ${value}`)
  return [...lines, 'ER  - ', '']
}

/** `Family, Given, Suffix`. */
function writeName(author: string): string {
  const { family, given, suffix } = splitPersonName(withoutAsterisks(cleanLine(author)))
  return [family, given, suffix].filter(part => part !== '').join(', ')
}

/** The format forbids them in names and keywords. */
function withoutAsterisks(text: string): string {
  return text.replaceAll('*', '')
}
