/** Judges what a brief declares in brackets: one 译名 for one English term, the glossary's where it has a rule. */
import type { Finding } from '../../paper/finding.ts'
import { type Glossary, termKey } from '../../paper/glossary.ts'
import { readDefinitions, type TermDeclaration } from '../../paper/glossary-declarations.ts'
import { excerpt } from '../excerpt.ts'
import { tightenTerm } from './tight-text.ts'
import type { WrittenField } from './written-terms.ts'

interface Declared {
  field: WrittenField
  declaration: TermDeclaration
}

/** @param said English terms, small, on which another finding has been reported already */
export function judgeDeclarations(
  fields: readonly WrittenField[],
  glossary: Glossary,
  said: ReadonlySet<string>,
): Finding[] {
  const declared = fields.flatMap(field => field.declarations.map(declaration => ({ field, declaration })))
  return [
    ...declared.flatMap(given => judgeByRule(given, glossary, said)),
    ...findDisagreements(declared, glossary, said),
  ]
}

/** Another rendering than the glossary's, in the brief's own words: an error where the rule's owner insists. */
function judgeByRule(
  { field, declaration }: Declared,
  glossary: Glossary,
  said: ReadonlySet<string>,
): Finding[] {
  const { before, english } = declaration
  const term = glossary.ruleFor(english)
  if (!term || said.has(term.source)) return []
  const tight = tightenTerm(before)
  if ([term.target, ...term.accept].some(wanted => tight.endsWith(tightenTerm(wanted)))) return []
  if (!/\p{Script=Han}$|\p{L}$/u.test(before)) return []
  const isUnwanted = term.avoid.some(other => tight.endsWith(tightenTerm(other)))
  return [
    {
      check: 'terms',
      severity: isUnwanted || (term.strict && term.scope !== 'bundled') ? 'error' : 'warning',
      field: field.key,
      message: `The glossary has another rendering: "${term.source}" is "${term.target}".`,
      quote: excerpt(field.text.slice(declaration.open - before.length, declaration.end)),
      expected: english,
    },
  ]
}

/**
 * Whether the bracket holds the English of what stands before it. A name or a short form alone may stand in brackets
 * behind any word: 数据集（ImageNet）, 模型（GPT-4o）.
 */
export function isTranslated({ english, abbreviation }: TermDeclaration): boolean {
  const words = english.split(/[\s-]+/)
  if (words.some(word => /\d|[A-Z].*[A-Z]/.test(word))) return false
  return abbreviation !== undefined || words.some(word => /^[a-z]{4,}/.test(word))
}

/** Where a rendering begins is not marked, so only what certainly differs counts: even the last characters do. */
export function renderingsDiffer(a: string, b: string): boolean {
  const [first, second] = [tightenTerm(a), tightenTerm(b)]
  return first.at(-1) !== second.at(-1) || (first.at(-2) !== second.at(-2) && first.at(-1) !== '化')
}

function findDisagreements(
  declared: readonly Declared[],
  glossary: Glossary,
  said: ReadonlySet<string>,
): Finding[] {
  const first = new Map<string, Declared>()
  const findings: Finding[] = []
  for (const given of declared.filter(({ declaration }) => isTranslated(declaration))) {
    const { english, before, open, end } = given.declaration
    const key = termKey(english)
    const rule = glossary.ruleFor(english)
    if (key === '' || (rule && said.has(rule.source))) continue
    const earlier = first.get(key)
    if (!earlier) first.set(key, given)
    else if (!rule && renderingsDiffer(earlier.declaration.before, before))
      findings.push({
        check: 'terms',
        severity: 'error',
        field: given.field.key,
        message: `Two renderings are declared for "${english}"; one English term has one rendering.`,
        quote: excerpt(given.field.text.slice(open - before.length, end)),
        expected: english,
      })
  }
  return findings
}

const MAX_FORMAT_FINDINGS = 3

/** `译名（English, ABBR）` at the first use of each term that the source itself shortens. */
export function judgeFirstUses(
  source: string,
  fields: readonly WrittenField[],
  glossary: Glossary,
): Finding[] {
  const declared = fields.flatMap(({ declarations }) => declarations)
  const findings: Finding[] = []
  for (const { phrase, abbreviation } of readDefinitions(source)) {
    const term = glossary.ruleFor(phrase)
    if (!term || term.keep) continue
    const isWhole = declared.some(
      given =>
        termKey(given.english) === termKey(phrase) && given.abbreviation?.replace(/s$/, '') === abbreviation,
    )
    const field = fields.find(({ tight }) => tight.text.includes(tightenTerm(term.target)))
    if (isWhole || !field || findings.length >= MAX_FORMAT_FINDINGS) continue
    findings.push({
      check: 'terms',
      severity: 'warning',
      field: field.key,
      message: `The first use of a term is written ${term.target}（${phrase}, ${abbreviation}）.`,
      expected: `${phrase} (${abbreviation})`,
    })
  }
  return findings
}
