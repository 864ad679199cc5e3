/** Check over a digest: one English term has one rendering in all its items. */
import type { Brief } from '../paper/brief.ts'
import type { Finding } from '../paper/finding.ts'
import type { Form } from '../paper/form.ts'
import { type Glossary, termKey } from '../paper/glossary.ts'
import type { Term } from '../paper/glossary-term.ts'
import type { Paper } from '../paper/paper.ts'
import { excerpt } from './excerpt.ts'
import { readFields } from './read-fields.ts'
import { readSource } from './read-source.ts'
import { type Explain, openExplanations } from './terms/explained.ts'
import { findRenderings } from './terms/find-renderings.ts'
import { isVariant } from './terms/group-renderings.ts'
import { isTranslated, renderingsDiffer } from './terms/judge-declarations.ts'
import { isCertain } from './terms/term-case.ts'
import { readDemands } from './terms/term-demand.ts'
import { readWritten, type WrittenField } from './terms/written-terms.ts'

export interface DigestItem {
  paper: Paper
  brief: Brief
  form: Form
}

/** The one rendering that an item has of a term. */
interface ItemRendering {
  item: number
  term: Term
  rendering: string
  field: string
  quote: string
  words: string
}

/**
 * By item, in the order given: where its rendering of a term is another than the digest's, which is the glossary's
 * where any item has that, else the first. What one item says by itself is for `checkTerms`.
 */
export function checkDigestTerms(items: readonly DigestItem[], glossary: Glossary): Finding[][] {
  const findings: Finding[][] = items.map(() => [])
  const written = items.map(({ brief, form }) =>
    brief.language === glossary.language
      ? readFields({ brief, form }).map(field => readWritten(field, glossary))
      : [],
  )
  const byTerm = Map.groupBy(
    items.flatMap((item, at) => readRenderings({ item, at, fields: written[at] ?? [], glossary })),
    ({ term }) => term,
  )
  for (const [term, renderings] of byTerm) reportRenderings(findings, { term, renderings })
  reportDeclarations(findings, { written, glossary })
  return findings
}

function readRenderings({
  item,
  at,
  fields,
  glossary,
}: {
  item: DigestItem
  at: number
  fields: readonly WrittenField[]
  glossary: Glossary
}): ItemRendering[] {
  if (fields.length === 0) return []
  const source = readSource(item)
  const explain = openExplanations(source.text, glossary)
  return readDemands(source, glossary).demands.flatMap(({ term, places }) => {
    const found = term.keep
      ? undefined
      : readRendering({ term, fields, explain, language: glossary.language })
    return found ? [{ item: at, term, words: places[0]?.words ?? term.source, ...found }] : []
  })
}

/** Undefined where the item has none that is certain, or several: that is a fault of its own. */
function readRendering({
  term,
  fields,
  explain,
  language,
}: {
  term: Term
  fields: readonly WrittenField[]
  explain: Explain
  language: string
}): Pick<ItemRendering, 'rendering' | 'field' | 'quote'> | undefined {
  const found = fields.flatMap(field =>
    findRenderings(field.tight, [term.target, ...term.accept], language).map(({ rendering, start, end }) => ({
      rendering,
      field: field.key,
      quote: field.text.slice(field.tight.places[start], (field.tight.places[end - 1] ?? 0) + 1),
    })),
  )
  const [first, ...rest] = found.filter(
    ({ rendering }) =>
      /[^\x20-\x7e]/.test(rendering) &&
      (isCertain(rendering) || term.scope !== 'bundled') &&
      !explain.whole(rendering, term),
  )
  return first && rest.every(other => isVariant(other.rendering, first.rendering)) ? first : undefined
}

function reportRenderings(
  findings: Finding[][],
  { term, renderings }: { term: Term; renderings: readonly ItemRendering[] },
): void {
  const usual = renderings.find(({ rendering }) => rendering === term.target) ?? renderings[0]
  for (const { item, rendering, field, quote, words } of renderings) {
    if (!usual || isVariant(rendering, usual.rendering)) continue
    findings[item]?.push({
      check: 'terms',
      severity: term.strict && term.scope !== 'bundled' ? 'error' : 'warning',
      field,
      message: `One term, two renderings in this digest: "${term.source}" is "${usual.quote}" in another item.`,
      quote: excerpt(quote),
      expected: words,
    })
  }
}

/** `译名（English）` with another 译名 than an earlier item; terms of the glossary are measured by their rule. */
function reportDeclarations(
  findings: Finding[][],
  { written, glossary }: { written: readonly (readonly WrittenField[])[]; glossary: Glossary },
): void {
  const first = new Map<string, { item: number; before: string }>()
  written.forEach((fields, item) => {
    for (const { key, text, declarations } of fields)
      for (const { english, before, open, end } of declarations.filter(isTranslated)) {
        const name = termKey(english)
        const earlier = first.get(name)
        if (name === '' || glossary.ruleFor(english)) continue
        if (!earlier) first.set(name, { item, before })
        else if (earlier.item !== item && renderingsDiffer(earlier.before, before))
          findings[item]?.push({
            check: 'terms',
            severity: 'error',
            field: key,
            message: `One term, two renderings in this digest: "${english}" is declared otherwise in another item (${excerpt(earlier.before)}).`,
            quote: excerpt(text.slice(open - before.length, end)),
            expected: english,
          })
      }
  })
}
