/** Reads the link of one paper in a digest, and says what is wrong with it. */
import type { Finding } from '../../paper/finding.ts'
import { linkPaper, readPaperLink } from './paper-link.ts'
import { findStructureFault } from './structure-finding.ts'

export interface ItemLink {
  id?: string
  version?: number
  findings: Finding[]
}

export interface LinkShape {
  target: 'abstract' | 'pdf'
  /** The layout's link names the version. */
  versioned?: boolean
}

export function readItemLink(url: string | undefined, { target, versioned = false }: LinkShape): ItemLink {
  if (url === undefined)
    return { findings: [findStructureFault({ message: 'The item has no link to its paper.' })] }
  const paper = readPaperLink(url)
  if (!paper)
    return { findings: [findStructureFault({ message: 'The link does not lead to a paper.', quote: url })] }
  const expected = linkPaper(versioned ? paper : { id: paper.id }, target)
  const findings: Finding[] = []
  if (url !== expected)
    findings.push(
      findStructureFault({
        severity: 'warning',
        message: `The link is written "${url.slice(0, 200)}"; the layout has "${expected}".`,
        quote: url,
        expected,
      }),
    )
  else if (versioned && paper.version === undefined && expected.startsWith('https://arxiv.org/'))
    findings.push(
      findStructureFault({
        severity: 'warning',
        message: 'The link names no version of the paper.',
        quote: url,
      }),
    )
  return { ...paper, findings }
}
