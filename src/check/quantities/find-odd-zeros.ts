/** Finds figures that begin as none does: 04.0 for 0.40. */
import { findAll } from '../../paper/find-all.ts'
import type { Finding } from '../../paper/finding.ts'
import type { Side } from './read-side.ts'

const ODD = /(?<![\d.,:/A-Za-z_-])0\d{1,8}\.\d{1,8}(?![\d.])/g
const MAX_FINDINGS = 6

export function findOddZeros(source: Side, brief: Side): Finding[] {
  const findings: Finding[] = []
  for (const [field, text] of brief.texts)
    for (const [quote] of findAll(text, ODD)) {
      if (source.text.includes(quote) || findings.length >= MAX_FINDINGS) continue
      const message = `"${quote}" is no way to write a figure: its point has moved.`
      findings.push({ check: 'quantities', severity: 'error', field, message, quote })
    }
  return findings
}
