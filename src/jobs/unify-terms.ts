/** Brings the briefs of a digest to one rendering of each term: what differs is written again, once. */
import { checkDigestTerms } from '../check/terms-digest.ts'
import type { StoredBrief } from '../library/briefs.ts'
import type { Library } from '../library/library.ts'
import type { StoredPaper } from '../library/papers.ts'
import type { Finding } from '../paper/finding.ts'
import type { Form } from '../paper/form.ts'
import type { Glossary } from '../paper/glossary.ts'
import { MAX_REVISIONS } from './write.ts'

export interface UnifyTermsRequest {
  library: Library
  runId: number
  papers: readonly StoredPaper[]
  briefs: ReadonlyMap<string, StoredBrief>
  form: Form
  glossary: Glossary
}

/**
 * Sends back what this run wrote and what says a term otherwise than the rest of the digest; the number of briefs
 * sent back. Briefs of earlier runs stay as they were published.
 */
export async function sendBackDeviations(request: UnifyTermsRequest): Promise<number> {
  const { library, runId, briefs } = request
  const deviations = findDeviations(request).filter(({ paperId }) => {
    const brief = briefs.get(paperId)
    return brief?.runId === runId && brief.model !== undefined && brief.attempt <= MAX_REVISIONS
  })
  const known = await library.briefs.findings(deviations.map(({ brief }) => brief.id))
  for (const { brief, findings } of deviations) {
    const faults = findings.map(finding => ({ ...finding, severity: 'error' as const }))
    await library.briefs.judge({
      briefId: brief.id,
      outcome: 'revise',
      findings: [...(known.get(brief.id) ?? []), ...faults],
    })
  }
  return deviations.length
}

/** Keeps what still differs as warnings, which are shown. */
export async function noteDeviations(request: UnifyTermsRequest): Promise<void> {
  const { library } = request
  const deviations = findDeviations(request)
  const known = await library.briefs.findings(deviations.map(({ brief }) => brief.id))
  for (const { brief, findings } of deviations) {
    const before = known.get(brief.id) ?? []
    const warnings = findings
      .map(finding => ({ ...finding, severity: 'warning' as const }))
      .filter(({ message }) => !before.some(other => other.message === message))
    if (warnings.length > 0 && brief.outcome)
      await library.briefs.judge({
        briefId: brief.id,
        outcome: brief.outcome,
        findings: [...before, ...warnings],
      })
  }
}

function findDeviations({
  papers,
  briefs,
  form,
  glossary,
}: UnifyTermsRequest): { paperId: string; brief: StoredBrief; findings: Finding[] }[] {
  const items = papers.flatMap(paper => {
    const brief = briefs.get(paper.id)
    return brief?.language === glossary.language && brief.version === paper.version
      ? [{ paper, brief, form }]
      : []
  })
  const found = checkDigestTerms(items, glossary)
  return items.flatMap(({ paper, brief }, at) => {
    const findings = found[at] ?? []
    return findings.length > 0 ? [{ paperId: paper.id, brief, findings }] : []
  })
}
