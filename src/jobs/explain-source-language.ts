/** Says to the reader, in the reader's language, why a paper was left in its own. */
import type { StoredBrief } from '../library/briefs.ts'
import { findLabels, type Labels } from '../paper/labels.ts'

export function explainSourceLanguage({
  brief,
  fellBack,
  language,
  labels,
}: {
  brief: Pick<StoredBrief, 'reason'>
  fellBack: boolean
  language: string
  /** In further languages. */
  labels?: readonly Labels[] | undefined
}): string {
  return findLabels(language, labels).reasons[findReason(brief.reason ?? '', fellBack)]
}

function findReason(faults: string, fellBack: boolean): keyof Labels['reasons'] {
  if (!fellBack) return 'noEngine'
  if (/budget/.test(faults)) return 'budget'
  return /failed its check/.test(faults) ? 'check' : 'engine'
}
