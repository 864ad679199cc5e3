/** A brief from the paper's own sentences: verbatim, in its own language, faithful by construction. */
import type { Extract, ExtractiveEngine, SentenceRole } from '../engines/engine.ts'
import type { FieldSource, Form, FormField } from '../paper/form.ts'
import { listSeparator, SOURCE_LANGUAGE } from '../paper/language.ts'
import { latexToText } from '../paper/latex.ts'
import type { Paper } from '../paper/paper.ts'

/** Which sentences answer which field of the summary; the first role that occurs answers it alone. */
const SUMMARY_SOURCES: Record<string, readonly (readonly FieldSource[])[]> = {
  keywords: [['keyphrases']],
  gist: [['gist']],
  // A problem that is stated needs no background.
  question: [['problem'], ['background']],
  method: [['method', 'contribution']],
  results: [['results']],
  practice: [['resources']],
}

/**
 * What a field says where the paper's text does not say it. In the paper's language, since the brief is: one text in
 * two languages would be checked, and read, as a fault.
 */
export const NOT_STATED: Record<string, string> = {
  title: 'Untitled',
  abstract: 'The source gives no abstract.',
  keywords: 'no key terms found',
  gist: 'The source gives no abstract, only a title.',
  question: 'The abstract does not state the problem apart from its method.',
  method: 'The abstract does not describe the method.',
  results: 'The abstract reports no results in a sentence of their own.',
  practice: 'The abstract gives no advice for practitioners.',
}

/** The same for the fields of other forms, by their kind. */
export const NOT_STATED_BY_KIND: Record<FormField['kind'], string> = {
  line: 'not stated',
  sentence: 'The abstract does not say this in a sentence of its own.',
  text: 'The abstract does not say this in a sentence of its own.',
  keywords: 'no key terms found',
}

const USUAL_SOURCES: Record<FormField['kind'], readonly FieldSource[]> = {
  line: ['title'],
  sentence: ['gist'],
  text: [],
  keywords: ['keyphrases'],
}

export function extractFields({
  paper,
  form,
  engine,
}: {
  paper: Paper
  form: Form
  engine: ExtractiveEngine
}): Record<string, string> {
  const source = { title: latexToText(paper.title), abstract: latexToText(paper.abstract) }
  const isCustom = form.task !== undefined
  let extract: Extract | undefined
  const material = { source, extract: () => (extract ??= engine.extract(source)) }
  return Object.fromEntries(
    form.fields.map(field => {
      const sources = isCustom ? [sourcesOf(field, form)] : builtInSources(field.key)
      const text = sources.reduce((found, from) => found || collect(material, { field, from }), '')
      const silence = isCustom ? NOT_STATED_BY_KIND[field.kind] : (NOT_STATED[field.key] ?? '')
      return [field.key, text || silence]
    }),
  )
}

function builtInSources(key: string): readonly (readonly FieldSource[])[] {
  return SUMMARY_SOURCES[key] ?? [key === 'title' ? ['title'] : ['abstract']]
}

function sourcesOf({ from, key, kind }: FormField, { coverage }: Form): readonly FieldSource[] {
  if (from) return from
  if (coverage === 'whole') return kind === 'text' ? ['abstract'] : USUAL_SOURCES[kind]
  return SUMMARY_SOURCES[key]?.[0] ?? USUAL_SOURCES[kind]
}

interface Material {
  source: { title: string; abstract: string }
  extract: () => Extract
}

interface Wanted {
  field: FormField
  from: readonly FieldSource[]
}

/** Whole phrases and sentences of the paper, as many as the field's limits let in; empty where there are none. */
function collect({ source, extract }: Material, { field, from }: Wanted): string {
  if (field.kind === 'keywords')
    return extract().keyphrases.slice(0, field.limits?.items?.[1]).join(listSeparator(SOURCE_LANGUAGE))
  const texts: string[] = []
  if (from.includes('title')) texts.push(source.title)
  if (from.includes('gist')) texts.push(extract().gist)
  if (from.includes('abstract')) texts.push(...splitWhereLimited(source.abstract, { field, extract }))
  const roles = new Set<SentenceRole>(from.filter(isRole))
  if (roles.size > 0)
    texts.push(
      ...extract()
        .sentences.filter(({ role, text }) => roles.has(role) && !texts.includes(text))
        .map(({ text }) => text),
    )
  return fitLimits(
    texts.filter(text => text !== ''),
    field,
  )
}

/** A limit may leave room for a part of the abstract only. */
function splitWhereLimited(
  abstract: string,
  { field: { limits }, extract }: Pick<Wanted, 'field'> & Pick<Material, 'extract'>,
): readonly string[] {
  const isLimited = limits?.maxChars !== undefined || limits?.maxSentences !== undefined
  return isLimited ? extract().sentences.map(({ text }) => text) : [abstract]
}

const NO_ROLES = new Set<FieldSource>(['title', 'abstract', 'keyphrases', 'gist'])

function isRole(source: FieldSource): source is SentenceRole {
  return !NO_ROLES.has(source)
}

/** From the front, whole texts only: a cut sentence would say something that the paper does not. */
function fitLimits(texts: readonly string[], { kind, limits = {} }: FormField): string {
  const { maxChars = Number.POSITIVE_INFINITY, maxSentences = Number.POSITIVE_INFINITY } = limits
  const most = kind === 'sentence' || kind === 'line' ? 1 : maxSentences
  const kept: string[] = []
  let length = 0
  for (const text of texts) {
    const next = length + (kept.length > 0 ? 1 : 0) + [...text].length
    if (kept.length >= most || next > maxChars) break
    kept.push(text)
    length = next
  }
  return kept.join(' ')
}
