/** Day packs: one arXiv paper a line, its abstract under `summary`, its listing implied by the file. */
import { makePaper } from './make-paper.ts'
import type { RecordFormat } from './record-format.ts'

/** `{id, pdf, abs, authors[], title, categories[], comment, summary}`; `pdf` and `abs` may be missing. */
export const dayPackFormat: RecordFormat = {
  name: 'day-pack',
  fits: record => 'summary' in record || ('pdf' in record && 'abs' in record),
  read({ id, title, authors, categories, comment, summary }) {
    const made = makePaper({ id, title, authors, categories, comment, abstract: summary })
    return made.paper ? { paper: made.paper, listings: [] } : made
  },
}
