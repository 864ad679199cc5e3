/** Finds what is wrong with a glossary as a whole: doubled terms, contradictions, markup. */
import { termKey } from './glossary.ts'
import type { GlossaryFault, GlossaryRow } from './glossary-csv.ts'

// Marks that would leak into every brief: LaTeX, HTML, Markdown, block tags.
const MARKUP = /\\[A-Za-z]+|<\/?[A-Za-z][^>]{0,80}>|\*\*|`|\$|\[\[|\]\]|[\r\n]/

/** In the order of the lines. */
export function findGlossaryFaults(rows: readonly GlossaryRow[]): GlossaryFault[] {
  const first = new Map<string, GlossaryRow>()
  const faults: GlossaryFault[] = []
  for (const row of rows) {
    faults.push(...faultsOf(row))
    const key = termKey(row.term.source)
    const before = first.get(key)
    if (before) faults.push(describeRepeat(before, row))
    else first.set(key, row)
  }
  return faults
}

function faultsOf({ term, line }: GlossaryRow): GlossaryFault[] {
  const faults: GlossaryFault[] = []
  if (termKey(term.source) === '')
    faults.push({
      line,
      message: `the source "${term.source}" has no word in Latin letters`,
      mend: 'Give the English term first, then its rendering.',
    })
  for (const text of [term.source, term.target ?? '', ...term.accept, term.abbreviation ?? ''])
    if (MARKUP.test(text))
      faults.push({ line, message: `"${text.slice(0, 60)}" contains markup`, mend: 'Write plain text.' })
  const clash = term.avoid.find(other => other === term.target || term.accept.includes(other))
  if (clash !== undefined)
    faults.push({
      line,
      message: `"${clash}" is both wanted and to be avoided for "${term.source}"`,
      mend: 'Keep it in one of the two.',
    })
  return faults
}

function describeRepeat(before: GlossaryRow, { term, line }: GlossaryRow): GlossaryFault {
  return before.term.target === term.target
    ? {
        line,
        message: `"${term.source}" stands on line ${before.line} already`,
        mend: 'Remove one of the two.',
      }
    : {
        line,
        message: `"${term.source}" is "${before.term.target}" on line ${before.line} and "${term.target}" here`,
        mend: 'Keep one of the two; the later one would hold.',
      }
}
