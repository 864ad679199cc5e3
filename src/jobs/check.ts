/** The check job: compares one brief with its paper, saves what it found, and enqueues a revision or the next engine. */
import { checkBrief, judge } from '../check/check.ts'
import { type Finding, hasErrors } from '../paper/finding.ts'
import type { CheckJob, Handler, WriteJob } from './queue.ts'
import { MAX_REVISIONS, type WritingContext } from './write.ts'

/** @param onFinal told the paper's id when nothing more follows for it */
export function createCheckHandler(
  { library, queue, form, engines, basisOf, glossary }: WritingContext,
  onFinal: (paperId: string) => void,
): Handler<'check'> {
  return async (job, settle) => {
    const brief = await library.briefs.find(job.briefId)
    const paper = brief && (await library.papers.findVersion(brief.paperId, brief.version))
    if (!brief || !paper) throw new Error(`the brief ${job.briefId} to check is not there`)
    const fullText = brief.basis === 'full-text' ? (await basisOf(paper)).fullText : undefined
    const findings = checkBrief({ paper, brief, form, fullText, glossary })
    const verdict = judge({ findings, attempt: brief.attempt, maxRevisions: MAX_REVISIONS })
    const next = followVerdict(job, {
      outcome: verdict.outcome,
      findings,
      attempt: brief.attempt,
      version: paper.version,
      last: engines.length - 1,
      canRevise: engines[job.step]?.kind === 'llm',
    })
    await settle(async tx => {
      await library.briefs.judge({ briefId: brief.id, outcome: verdict.outcome, findings }, tx)
      if (next) await queue.add('write', [next], tx)
    })
    if (!next) onFinal(job.paperId)
  }
}

function followVerdict(
  job: CheckJob,
  {
    outcome,
    findings,
    attempt,
    version,
    last,
    canRevise,
  }: {
    outcome: string
    findings: readonly Finding[]
    attempt: number
    version: number
    last: number
    canRevise: boolean
  },
): WriteJob | undefined {
  if (outcome === 'pass' || job.step === last) return undefined
  const base = {
    runId: job.runId,
    paperId: job.paperId,
    version,
    faults: [...job.faults, describeErrors(findings)],
  }
  // An imported brief has no engine to send it back to: the first one writes it anew.
  if (job.step < 0) return { ...base, step: 0, attempt: 1 }
  // A translation engine would say the same again.
  return outcome === 'revise' && canRevise
    ? { ...base, step: job.step, attempt: attempt + 1, revises: job.briefId }
    : { ...base, step: job.step + 1, attempt: 1 }
}

function describeErrors(findings: readonly Finding[]): string {
  if (!hasErrors(findings)) return 'no fault'
  const checks = findings.filter(finding => finding.severity === 'error').map(finding => finding.check)
  return `failed its check: ${[...new Set(checks)].join(', ')}`
}
