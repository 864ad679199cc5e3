/** Reads a list of arXiv ids or addresses: papers of which nothing else is known yet. */
import { formatArxivId, parseArxivId } from '../paper/arxiv-id.ts'
import { makePaper } from './make-paper.ts'
import type { ReadRecord } from './record-format.ts'

/** One line: any number of ids between blanks or commas; `#` begins a remark. */
export function readIdLine(line: string): ReadRecord[] {
  return wordsOf(line).map(word => {
    const arxivId = parseArxivId(word)
    if (!arxivId) return { reason: `"${word.slice(0, 60)}" is no arXiv id` }
    const made = makePaper({ id: formatArxivId(arxivId), abstractOrigin: 'missing' })
    return made.paper ? { paper: made.paper, listings: [] } : made
  })
}

/** Whether the first line with anything on it is such a line. */
export function looksLikeIdList(lines: readonly string[]): boolean {
  const first = lines.map(wordsOf).find(words => words.length > 0)
  return first?.[0] !== undefined && parseArxivId(first[0]) !== undefined
}

function wordsOf(line: string): string[] {
  return line
    .replace(/(?:^|\s)#.*$/, '')
    .replace(/\barXiv:\s+/gi, 'arXiv:')
    .split(/[\s,;]+/)
    .filter(word => word !== '')
}
