/** Makes a brief from a paper: by a model where one is given, else from the paper's own sentences. */
import { createHash } from 'node:crypto'
import type { CompletionEngine, Engine, ModelCall } from '../engines/engine.ts'
import { cleanLine, cleanParagraphs } from '../paper/clean-text.ts'
import type { Finding } from '../paper/finding.ts'
import type { Form, FormField } from '../paper/form.ts'
import type { Passage } from '../paper/full-text.ts'
import type { TermUse } from '../paper/glossary.ts'
import { chineseScript, listSeparator, SOURCE_LANGUAGE } from '../paper/language.ts'
import { latexToText } from '../paper/latex.ts'
import type { Paper } from '../paper/paper.ts'
import { splitKeywords } from '../paper/split-keywords.ts'
import { AnswerError, parseBlocks } from './blocks.ts'
import { mendScript } from './chinese-script.ts'
import { extractFields } from './extract-fields.ts'
import { presentTerms } from './present-terms.ts'
import { instructions, presentGlossary, presentPaper, presentRevision } from './prompts.ts'
import { translateFields } from './translate-fields.ts'

export interface WriteRequest {
  paper: Paper
  form: Form
  /** The language wanted; an extractive engine stays in the paper's own. */
  language: string
  engine: Engine
  /** Parts of the full text to write from, besides the abstract; only a model reads them. */
  passages?: readonly Passage[] | undefined
  /** Where the glossary's terms stand in an English text; absent: there is no glossary. */
  findTerms?: ((text: string) => readonly TermUse[]) | undefined
  /** The earlier answer and what was wrong with it. */
  revision?: { fields: Record<string, string>; findings: readonly Finding[] } | undefined
  signal?: AbortSignal | undefined
  onCall?: (call: ModelCall) => void
}

export interface Draft {
  fields: Record<string, string>
  language: string
  engine: string
  model?: string
  basis: 'abstract' | 'full-text'
  /** What a reader should know of how it was written, one sentence each. */
  notes: readonly string[]
}

/** @throws EngineError where no answer came, AnswerError where it cannot be read */
export async function writeBrief(request: WriteRequest): Promise<Draft> {
  const { engine, form, paper } = request
  if (engine.kind === 'extractive') {
    return {
      fields: extractFields({ paper, form, engine }),
      language: SOURCE_LANGUAGE,
      engine: engine.name,
      basis: 'abstract',
      notes: [],
    }
  }
  if (engine.kind === 'translator') {
    const { fields, notes } = await translateFields({ ...request, engine })
    return {
      fields,
      notes,
      language: request.language,
      engine: engine.name,
      model: engine.model,
      basis: 'abstract',
    }
  }
  return {
    notes: [],
    fields: await askModel(request, engine),
    language: request.language,
    engine: engine.name,
    model: engine.model,
    basis: request.passages ? 'full-text' : 'abstract',
  }
}

async function askModel(
  { paper, form, language, passages, findTerms, revision, signal, onCall }: WriteRequest,
  engine: CompletionEngine,
): Promise<Record<string, string>> {
  const source = readableSource(paper)
  const wanted = revision ? faultyFields(form, revision.findings) : form.fields
  const completion = await engine.complete(
    {
      system: instructions(form, language),
      prompt: [
        presentGlossary(termsOf(source, { passages, findTerms })),
        presentPaper({ ...source, passages }),
        revision ? presentRevision({ ...revision, form, wanted }) : '',
      ]
        .filter(part => part !== '')
        .join('\n\n'),
      maxOutputTokens: outputAllowance(source.abstract),
      ...(signal && { signal }),
    },
    onCall,
  )
  if (completion.finish === 'filtered')
    throw new AnswerError('the content filter of the service cut the answer off', {
      code: 'answer-filtered',
      retryable: true,
    })
  if (completion.finish === 'length')
    throw new AnswerError('the answer was cut off at its longest', {
      code: 'answer-cut-off',
      retryable: true,
    })
  const blocks = parseBlocks(completion.text, form, wanted)
  const fields = Object.fromEntries(
    form.fields.map(field => {
      const block = blocks[field.key]
      return [
        field.key,
        block === undefined ? (revision?.fields[field.key] ?? '') : tidyField(block, field, language),
      ]
    }),
  )
  const script = chineseScript(language)
  return script ? mendScript(fields, { script, language }) : fields
}

/** Only these are asked for again: what was good would come back different. All, where a fault is of no field. */
function faultyFields(form: Form, findings: readonly Finding[]): readonly FormField[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const faulty = form.fields.filter(({ key }) => errors.some(({ field }) => field === key))
  return faulty.length === 0 || errors.some(({ field }) => field === undefined) ? form.fields : faulty
}

/** The terms that occur in what a brief is written from, in the order of the text. */
function termsOf(
  { title, abstract }: { title: string; abstract: string },
  { passages = [], findTerms }: Pick<WriteRequest, 'passages' | 'findTerms'>,
): readonly TermUse[] {
  return findTerms?.([title, abstract, ...passages.map(({ text }) => text)].join('\n\n')) ?? []
}

/** Twice what a good answer takes, so that a model that thinks aloud has room and one that loops is stopped. */
function outputAllowance(abstract: string): number {
  return Math.min(16_000, 2_000 + Math.ceil(abstract.length * 1.5))
}

/** Title and abstract as a model sees them, and as the checks compare them: LaTeX turned into text. */
export function readableSource({ title, abstract }: Pick<Paper, 'title' | 'abstract'>): {
  title: string
  abstract: string
} {
  return { title: latexToText(title), abstract: latexToText(abstract) }
}

/** Mends by rule what needs no second call: white space, LaTeX commands, list separators. Words are never touched. */
function tidyField(text: string, { kind }: FormField, language: string): string {
  const plain = latexToText(kind === 'text' ? cleanParagraphs(text) : cleanLine(text))
  if (kind !== 'keywords') return plain
  return splitKeywords(plain)
    .map(word => word.replace(/^[*•·-]+\s*|[*。.]+$/g, '').trim())
    .filter(word => word !== '')
    .join(listSeparator(language))
}

/** Hash of the text and the terms that a brief is written from: a brief serves as long as these stand. */
export function hashSource(
  paper: Pick<Paper, 'title' | 'abstract'>,
  { passages, findTerms }: Pick<WriteRequest, 'passages' | 'findTerms'> = {},
): string {
  const { title, abstract } = paper
  const parts: unknown[] = [title, abstract]
  if (passages) parts.push(passages.map(({ section, text }) => [section, text]))
  const terms = presentTerms(termsOf(readableSource(paper), { passages, findTerms }))
  if (terms !== '') parts.push(terms)
  return sha256(JSON.stringify(parts))
}

/** Hash of everything that goes into a brief: instructions, engine, model, language, terms and source text. */
export function hashRecipe({
  paper,
  form,
  language,
  engine,
  ...given
}: Pick<WriteRequest, 'paper' | 'form' | 'language' | 'engine' | 'passages' | 'findTerms'>): string {
  const how =
    engine.kind === 'extractive'
      ? ['extractive']
      : [engine.name, engine.model, engine.kind === 'llm' ? instructions(form, language) : 'sentences']
  return sha256(JSON.stringify([form.name, language, ...how, hashSource(paper, given)]))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
