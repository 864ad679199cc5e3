/** The check job: compares one brief with its paper, saves what it found, and enqueues a revision or the next engine. */
import { checkBrief, judge } from '../check/check.ts'
import { findEvidence } from '../check/evidence.ts'
import { judgeBrief } from '../check/judge-questions.ts'
import type { ModelCall } from '../engines/engine.ts'
import { EngineError } from '../engines/engine-error.ts'
import type { StoredBrief } from '../library/briefs.ts'
import type { StoredPaper } from '../library/papers.ts'
import { errorMessage } from '../paper/error.ts'
import { type Finding, hasErrors } from '../paper/finding.ts'
import type { CheckJob, Handler, WriteJob } from './queue.ts'
import { MAX_REVISIONS, type WritingContext } from './write.ts'

/** @param onFinal told the paper's id when nothing more follows for it */
export function createCheckHandler(
  context: WritingContext,
  onFinal: (paperId: string) => void,
): Handler<'check'> {
  const { library, queue, form, engines, basisOf, glossary } = context
  return async (job, settle) => {
    const brief = await library.briefs.find(job.briefId)
    const paper = brief && (await library.papers.findVersion(brief.paperId, brief.version))
    if (!brief || !paper) throw new Error(`the brief ${job.briefId} to check is not there`)
    const fullText = brief.basis === 'full-text' ? (await basisOf(paper)).fullText : undefined
    const input = { paper, brief, form, fullText, glossary }
    const found = checkBrief(input)
    const judged = await askJudge(context, { paper, brief, found })
    const findings = [...found, ...judged.findings]
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
      if (form.coverage === 'selection') await library.evidence.save(brief.id, findEvidence(input), tx)
      await library.modelCalls.save(
        judged.calls.map(call => ({ ...call, runId: job.runId, paperId: paper.id, step: 'judge' })),
        tx,
      )
      if (next) await queue.add('write', [next], tx)
    })
    if (!next) onFinal(job.paperId)
  }
}

/** Only what is good otherwise is worth a judge's calls; a judge that does not answer holds nothing up. */
async function askJudge(
  { form, judgeEngine: engine, signal, progress }: WritingContext,
  { paper, brief, found }: { paper: StoredPaper; brief: StoredBrief; found: readonly Finding[] },
): Promise<{ findings: Finding[]; calls: ModelCall[] }> {
  const calls: ModelCall[] = []
  if (!engine || hasErrors(found) || brief.engine === 'extractive') return { findings: [], calls }
  try {
    const { findings } = await judgeBrief({
      paper,
      brief,
      form,
      engine,
      signal,
      onCall: call => calls.push(call),
    })
    return { findings, calls }
  } catch (error) {
    if (signal.aborted || !(error instanceof EngineError)) throw error
    progress.warn(`${paper.id} was not judged: ${errorMessage(error)}`)
    return { findings: [], calls }
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
