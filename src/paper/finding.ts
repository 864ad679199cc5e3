/** A finding: one fault that a check found in a brief. A verdict: what follows from all of them. */
import { z } from 'zod'

export const severitySchema = z.enum(['error', 'warning'])
export type Severity = z.infer<typeof severitySchema>

export const findingSchema = z.object({
  /** Name of the check: `quantities`. */
  check: z.string(),
  /** `error` must be repaired before publishing; `warning` is shown. */
  severity: severitySchema,
  /** Key of the brief's field; absent where the brief as a whole is meant. */
  field: z.string().optional(),
  /** One sentence that says what is wrong, for a person and for the model that revises. */
  message: z.string(),
  /** The faulty words, as they stand in the brief; absent where something is missing. */
  quote: z.string().optional(),
  /** What the source says, as it stands there. */
  expected: z.string().optional(),
  /** Heading of the paper's section where `expected` stands, number included; absent for title and abstract. */
  section: z.string().optional(),
})
export type Finding = z.infer<typeof findingSchema>

export type VerdictOutcome = 'pass' | 'revise' | 'fall-back'

export interface Verdict {
  outcome: VerdictOutcome
  findings: Finding[]
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(finding => finding.severity === 'error')
}
