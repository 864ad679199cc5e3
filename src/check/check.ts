/** Runs every check on a brief, and says what follows from what they find. */
import { type Finding, hasErrors, type Verdict } from '../paper/finding.ts'
import type { Check, CheckInput } from './check-input.ts'
import { checkCompleteness } from './completeness.ts'
import { checkInjection } from './injection.ts'
import { checkLanguage } from './language.ts'
import { checkLinks } from './links.ts'
import { checkMarkup } from './markup.ts'
import { checkNames } from './names.ts'
import { checkQuantities } from './quantities.ts'
import { checkRepetition } from './repetition.ts'
import { checkStructure } from './structure.ts'

// In the order of a report: is it there, is it all there, is it right, is it clean. Checks that need more than the
// paper (terms: the glossary; evidence: full text) join the list as functions that were given it beforehand.
const CHECKS: readonly Check[] = [
  checkStructure,
  checkCompleteness,
  checkQuantities,
  checkNames,
  checkLinks,
  checkMarkup,
  checkLanguage,
  checkRepetition,
  checkInjection,
]

/** All findings on a brief, in the order of the checks. Deterministic and offline. */
export function checkBrief(input: CheckInput): Finding[] {
  return CHECKS.flatMap(check => check(input))
}

export interface JudgeInput {
  findings: Finding[]
  /** 1 for the first brief of this paper by this engine. */
  attempt: number
  /** How many revisions are asked for before the next engine has its turn. */
  maxRevisions: number
}

/** Passes a brief without errors; warnings are shown and stop nothing. */
export function judge({ findings, attempt, maxRevisions }: JudgeInput): Verdict {
  if (!hasErrors(findings)) return { outcome: 'pass', findings }
  return { outcome: attempt <= maxRevisions ? 'revise' : 'fall-back', findings }
}
