/** Check: the glossary is kept, and one English term has one rendering in a brief. */
import type { Finding } from '../paper/finding.ts'
import type { Glossary } from '../paper/glossary.ts'
import type { CheckInput } from './check-input.ts'
import { once } from './once.ts'
import { readFields } from './read-fields.ts'
import { readSource } from './read-source.ts'
import { openExplanations } from './terms/explained.ts'
import { judgeDeclarations, judgeFirstUses } from './terms/judge-declarations.ts'
import { judgeTerm } from './terms/judge-term.ts'
import { readDemands } from './terms/term-demand.ts'
import { readWritten } from './terms/written-terms.ts'

const MAX_FINDINGS = 12

/**
 * Nothing where no glossary is given, or one of another language. A rule is broken (error) where a rendering that it
 * names as unwanted stands for the term, or where the term of a strict rule is absent from a translation; renderings
 * that the rule knows nothing of are let pass.
 */
export function checkTerms({
  paper,
  brief,
  form,
  fullText,
  glossary,
}: CheckInput & { glossary?: Glossary | undefined }): Finding[] {
  if (!glossary || glossary.language !== brief.language) return []
  const source = readSource({ paper, fullText })
  const fields = readFields({ brief, form }).map(field => readWritten(field, glossary))
  const terms = readDemands(source, glossary)
  const { demands } = terms
  const explain = openExplanations(source.text, glossary)
  const judged = demands.flatMap(demand => {
    const findings = judgeTerm({
      demand,
      source: terms,
      fields,
      language: brief.language,
      coverage: form.coverage,
      others: once(() =>
        demands.filter(other => other !== demand).flatMap(({ term }) => [term.target, ...term.accept]),
      ),
      explain,
      glossary,
    })
    return findings.map(finding => ({ finding, source: demand.term.source }))
  })
  const said = new Set(judged.map(({ source: english }) => english))
  return [
    ...judged.map(({ finding }) => finding),
    ...judgeDeclarations(fields, glossary, said),
    ...judgeFirstUses(`${source.title}. ${source.abstract}`, fields, glossary),
  ].slice(0, MAX_FINDINGS)
}
