/** Finds names whose number a brief changed to another figure of the source: "CC BY 2.0" for "CC BY 4.0". */
import { findAll } from '../../paper/find-all.ts'
import type { Finding } from '../../paper/finding.ts'
import type { Side } from './read-side.ts'

const NUMBERED =
  /(?<![A-Za-z0-9-])([A-Z][A-Za-z]{1,20})[ -](\d{1,4}(?:\.\d{1,3}){0,2})(?![\d.]*[A-Za-z0-9%])/g

// More than these say nothing more; a hostile text may have thousands.
const MAX_FINDINGS = 6

/** Only names that the source never has without this one number. */
export function findRenumberedNames(source: Side, brief: Side): Finding[] {
  const numbers = new Map<string, Set<string>>()
  for (const [, name = '', number = ''] of findAll(source.text, NUMBERED))
    numbers.set(name, (numbers.get(name) ?? new Set()).add(number))
  const findings: Finding[] = []
  for (const [field, text] of brief.texts)
    for (const [quote, name = '', number = ''] of findAll(text, NUMBERED)) {
      const [own, ...more] = numbers.get(name) ?? []
      if (own === undefined || more.length > 0 || own === number || findings.length >= MAX_FINDINGS) continue
      if (countWord(source.text, name) > 1 || source.text.includes(`${name} ${own}/${number}`)) continue
      const message = `"${quote}" has another number than in the source, which says "${name} ${own}".`
      findings.push({
        check: 'quantities',
        severity: 'error',
        field,
        message,
        quote,
        expected: `${name} ${own}`,
      })
    }
  return findings
}

function countWord(text: string, word: string): number {
  let count = 0
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) count++
  return count
}
