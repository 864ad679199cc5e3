/** Runs every check on a brief, and says what follows from what they find. */
import { type Finding, hasErrors, type Verdict } from '../paper/finding.ts'
import type { Check, CheckInput } from './check-input.ts'
import { checkCompleteness } from './completeness.ts'
import { checkDirection } from './direction.ts'
import { checkEvidence } from './evidence.ts'
import { checkInjection } from './injection.ts'
import { checkLanguage } from './language.ts'
import { checkLinks } from './links.ts'
import { checkMarkup } from './markup.ts'
import { checkNames } from './names.ts'
import { checkQuantities } from './quantities.ts'
import { readSource } from './read-source.ts'
import { checkRepetition } from './repetition.ts'
import { checkStructure } from './structure.ts'
import { checkTerms } from './terms.ts'

// In the order of a report: is it there, is it all there, is it right, is it clean.
const CHECKS: readonly Check[] = [
  checkStructure,
  checkCompleteness,
  checkQuantities,
  checkNames,
  checkDirection,
  checkTerms,
  checkLinks,
  checkMarkup,
  checkLanguage,
  checkRepetition,
  checkInjection,
  checkEvidence,
]

/** All findings on a brief, in the order of the checks. Deterministic and offline. */
export function checkBrief(input: CheckInput): Finding[] {
  const findings = CHECKS.flatMap(check => check(input))
  return input.fullText ? nameSections(findings, input) : findings
}

/** Says where in the full text the words stand that a finding expects. */
function nameSections(findings: readonly Finding[], input: CheckInput): Finding[] {
  const { title, abstract, passages } = readSource(input)
  return findings.map(finding => {
    const { expected, section } = finding
    if (!expected || section || title.includes(expected) || abstract.includes(expected)) return finding
    const passage = passages.find(({ text }) => text.includes(expected))
    return passage ? { ...finding, section: passage.section } : finding
  })
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
