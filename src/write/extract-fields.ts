/** A brief from the paper's own sentences: verbatim, in its own language, faithful by construction. */
import type { ExtractiveEngine, SentenceRole } from '../engines/engine.ts'
import type { Form } from '../paper/form.ts'
import { listSeparator, SOURCE_LANGUAGE } from '../paper/language.ts'
import { latexToText } from '../paper/latex.ts'
import type { Paper } from '../paper/paper.ts'

/** Which sentences answer which field of the summary. */
const FIELD_ROLES: Record<string, readonly SentenceRole[]> = {
  question: ['problem', 'background'],
  method: ['method', 'contribution'],
  results: ['results'],
  practice: ['resources'],
}

/** What a field says where the abstract does not say it. */
const NOT_STATED: Record<string, string> = {
  title: 'Untitled',
  abstract: 'The source gives no abstract.',
  keywords: 'no key terms found',
  gist: 'The source gives no abstract, only a title.',
  question: 'The abstract does not state the problem apart from its method.',
  method: 'The abstract does not describe the method.',
  results: 'The abstract reports no results in a sentence of their own.',
  practice: 'The abstract gives no advice for practitioners.',
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
  const texts = form.name === 'translation' ? source : summariseVerbatim(source, engine)
  return Object.fromEntries(
    form.fields.map(({ key }) => [key, texts[key as keyof typeof texts] || (NOT_STATED[key] ?? '')]),
  )
}

function summariseVerbatim(
  source: { title: string; abstract: string },
  engine: ExtractiveEngine,
): Record<string, string> {
  const extract = engine.extract(source)
  const fields: Record<string, string> = {
    keywords: extract.keyphrases.join(listSeparator(SOURCE_LANGUAGE)),
    gist: extract.gist,
  }
  for (const [key, roles] of Object.entries(FIELD_ROLES)) {
    // The first role that occurs answers the field; a problem that is stated needs no background.
    const role = roles.find(wanted => extract.sentences.some(sentence => sentence.role === wanted))
    const taken = key === 'method' ? roles : [role]
    fields[key] = extract.sentences
      .filter(sentence => taken.includes(sentence.role))
      .map(sentence => sentence.text)
      .join(' ')
  }
  return fields
}
