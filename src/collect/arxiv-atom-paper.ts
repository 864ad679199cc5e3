/** Makes a paper of one entry of arXiv's Atom feed. */
import type { ArxivAtomEntry } from './arxiv-atom-wire.ts'
import { type MadePaper, makePaper } from './make-paper.ts'

export function makeArxivAtomPaper({ summary, ...fields }: ArxivAtomEntry): MadePaper {
  return makePaper({ ...fields, abstract: summary })
}
