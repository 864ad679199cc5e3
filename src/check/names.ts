/** Check: models, data sets, methods and short forms stand in the brief letter for letter as in the source. */
import { findAll } from '../paper/find-all.ts'
import type { Finding } from '../paper/finding.ts'
import { latexToText } from '../paper/latex.ts'
import type { CheckInput } from './check-input.ts'
import { judgeName, type NameCase } from './judge-name.ts'
import { foldMarks, isCodeName, readLatinTokens, squash } from './latin-tokens.ts'
import { findMissingNames } from './missing-names.ts'
import { indexNames, type NameIndex } from './name-index.ts'
import { once } from './once.ts'
import { type BriefField, readFields } from './read-fields.ts'
import { readSource } from './read-source.ts'
import { scriptOf } from './scripts.ts'

// A text full of faulty names is one fault; the first few show what is wrong with it.
const MAX_FINDINGS = 12

export function checkNames({ paper, brief, form, fullText }: CheckInput): Finding[] {
  const { title, names, text, links } = readSource({ paper, fullText })
  const source = names()
  const fields = readFields({ brief, form })
  const isLatin = scriptOf(brief.language) === 'Latin'
  const written = once(() => indexNames(fields.map(field => field.plain()).join('\n\n')))
  const original = `${paper.title}\n\n${paper.abstract}`
  const scripted = once(() => new Set([...readScripted(text), ...readAddresses(links())]))
  const findings = fields.flatMap(field =>
    checkField({ field, original, source, written, scripted, isLatin, coverage: form.coverage }),
  )
  if (form.coverage !== 'whole') return findings.slice(0, MAX_FINDINGS)
  const expected = new Set(findings.map(finding => finding.expected))
  const missing = findMissingNames({ title, source, written: written() })
    .filter(
      ({ name, variant }) => !expected.has(name) && !(variant === undefined && standsInFormula(name, fields)),
    )
    .map(({ name, variant, isSure }): Finding => {
      const place =
        variant === undefined
          ? fields.find(({ kind }) => kind === 'text')
          : fields.find(({ text }) => text.includes(variant))
      const finding: Finding = {
        check: 'names',
        severity: isSure ? 'error' : 'warning',
        message:
          variant === undefined
            ? 'A name of the source is missing.'
            : 'The name is spelled in another way than in the source.',
        ...(place ? { field: place.key } : {}),
        ...(variant === undefined ? {} : { quote: variant }),
        expected: name,
      }
      return finding
    })
  return [...findings, ...missing].slice(0, MAX_FINDINGS)
}

/** The repository of `https://github.com/group/FooTrack` may be called by its name. */
function readAddresses(links: readonly string[]): string[] {
  return links
    .flatMap(link => link.split(/[/?#&=]+/))
    .filter(part => part !== '')
    .map(squash)
}

/** The `log2` of a formula that the brief keeps as LaTeX. */
function standsInFormula(name: string, fields: readonly BriefField[]): boolean {
  return fields.some(({ text }) => text.includes('$') && foldMarks(latexToText(text)).includes(name))
}

/** `AP$_{50:95}$` is `ap5095`, by its first figure `ap50`, and `ap` where the brief has its own formula behind it. */
function readScripted(text: string): Set<string> {
  const names = new Set<string>()
  // Most texts have neither mark, and looking for what stands before one is what costs.
  const scripted = /[_^]/.test(text) ? findAll(text, SCRIPTED) : []
  for (const { 1: name = '', 2: script = '' } of scripted) {
    names.add(squash(name))
    names.add(squash(name + script))
    names.add(squash(name + (/^\w*/.exec(script)?.[0] ?? '')))
  }
  for (const { 1: name = '' } of findAll(text, RAISED)) names.add(squash(name))
  for (const [name] of findAll(text, RAISED_TWICE)) names.add(squash(foldMarks(name)))
  return names
}
// `iSAID-5ⁱ`: what the formula came to.
const RAISED = /([A-Za-z][\w-]{0,30})[ⁱⁿ⁰¹²³⁴-⁹ₐ-ₜ₀-₉]/g
// `F₁^C`, which a brief writes as `F₁ᶜ`.
const RAISED_TWICE = /[A-Za-z]{1,30}[₀-₉ₐ-ₜ]{1,6}\^\{?\w{1,10}/g
const SCRIPTED = /([A-Za-z][\w-]{0,30})\}?\$?\s?[_^]\s?[{(]?((?:\\[a-z]{1,12}\{)?[\w:.@+-]{1,20})/g

/** Names as they stand with their formulas made text; none where the field has no formula. */
function resolveFormulas({ text }: BriefField): string[] {
  return text.includes('$') ? readLatinTokens(latexToText(text)).map(token => token.text) : []
}

/** `GC-VPR` of `$A^2$GC-VPR`: only with its formula it is the name, which stands in the source. */
function isHalfOfFormula(token: string, resolved: readonly string[], source: NameIndex): boolean {
  return !resolved.includes(token) && resolved.some(name => name.includes(token) && source.counts.has(name))
}

/** `2p` of a formula, a key of `\cite`: what is no name in the source is none in the brief. */
function standsApart(text: string, token: string): boolean {
  for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1))
    if (![at - 1, at + token.length].some(place => NAME_CHARACTER.test(text.charAt(place)))) return true
  return false
}
const NAME_CHARACTER = /[\p{L}\p{N}+#_-]/u

interface FieldCase extends Omit<NameCase, 'token' | 'before' | 'after'> {
  field: BriefField
  /** Title and abstract as given, LaTeX and all. */
  original: string
  coverage: 'whole' | 'selection'
}

function checkField({ field, original, coverage, ...given }: FieldCase): Finding[] {
  const { source } = given
  const seen = new Set<string>()
  const resolved = once(() => resolveFormulas(field))
  return field.tokens().flatMap((token, at, all) => {
    if (seen.has(token.text) || source.counts.has(token.text)) return []
    seen.add(token.text)
    const nameCase: NameCase = {
      ...given,
      token: token.text,
      before: token.followsBlank ? all[at - 1]?.text : undefined,
      after: all[at + 1]?.followsBlank ? all[at + 1]?.text : undefined,
    }
    const verdict = judgeName(nameCase)
    if (!verdict || isHalfOfFormula(token.text, resolved(), source) || standsApart(original, token.text))
      return []
    const severity =
      verdict.severity === 'unknown' ? severityOfUnknown(token.text, coverage) : verdict.severity
    const finding: Finding = {
      check: 'names',
      severity,
      field: field.key,
      message: verdict.message,
      quote: token.text,
    }
    return [verdict.expected === undefined ? finding : { ...finding, expected: verdict.expected }]
  })
}

/** A summary may name what everybody knows by a short form; a code name that it adds is invented. */
function severityOfUnknown(token: string, coverage: FieldCase['coverage']): Finding['severity'] {
  return coverage === 'whole' || isCodeName(token) ? 'error' : 'warning'
}
