/** Splits the authors of a paper that a source gives as one string, with TeX accents and affiliations. */
import { cleanLine } from '../paper/clean-text.ts'
import { latexToText } from '../paper/latex.ts'

// Longer lists of authors are refused by makePaper; what is cut here is refused there too.
const MAX_LENGTH = 250_000
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/
const NOBODY = /^(?:et al\.?|and others|others)$/i

/** `C. Bal\'azs (1), E. L. Berger and the X Collaboration` → names in Unicode, without what stands in brackets. */
export function splitAuthors(text: string): string[] {
  const line = dropBrackets(text.slice(0, MAX_LENGTH)).replace(/\s+/g, ' ')
  const names: string[] = []
  for (const part of line
    .replace(/\b(Collaborations?|Consortium|Team|Group) ?: /g, '$1, ')
    .split(/[,;] ?and |[,;] ?| and | & /)) {
    const name = cleanAuthor(part)
    const last = names.at(-1)
    if (SUFFIX.test(name) && last !== undefined) names[names.length - 1] = `${last} ${name}`
    else if (name !== '') names.push(name)
  }
  return names
}

/** One name in Unicode; empty where there is no letter in it, or it means "and others". */
export function cleanAuthor(name: string): string {
  // The braces of `{\"e}` have done their work.
  const clean = cleanLine(latexToText(name).replace(/[{}]/g, ''))
  return /\p{L}/u.test(clean) && !NOBODY.test(clean) ? clean : ''
}

/** A bracket that is never closed is an ordinary character: what follows it is not lost. */
function dropBrackets(text: string): string {
  const open: number[] = []
  const groups: { start: number; end: number }[] = []
  for (const { index, 0: mark } of text.matchAll(/[()]/g)) {
    if (mark === '(') {
      open.push(index)
      continue
    }
    const start = open.pop()
    if (start === undefined) continue
    while ((groups.at(-1)?.start ?? -1) > start) groups.pop()
    groups.push({ start, end: index + 1 })
  }
  let kept = ''
  let at = 0
  for (const { start, end } of groups) {
    kept += `${text.slice(at, start)} `
    at = end
  }
  return kept + text.slice(at)
}
