/** Makes a brief from a paper: by a model where one is given, else from the paper's own sentences. */
import { createHash } from 'node:crypto'
import type { CompletionEngine, Engine, ModelCall } from '../engines/engine.ts'
import { cleanLine, cleanParagraphs } from '../paper/clean-text.ts'
import type { Finding } from '../paper/finding.ts'
import type { Form, FormField } from '../paper/form.ts'
import type { Passage } from '../paper/full-text.ts'
import { listSeparator, SOURCE_LANGUAGE } from '../paper/language.ts'
import { latexToText } from '../paper/latex.ts'
import type { Paper } from '../paper/paper.ts'
import { splitKeywords } from '../paper/split-keywords.ts'
import { AnswerError, parseBlocks } from './blocks.ts'
import { extractFields } from './extract-fields.ts'
import { instructions, presentPaper, presentRevision } from './prompts.ts'

export interface WriteRequest {
  paper: Paper
  form: Form
  /** The language wanted; an extractive engine stays in the paper's own. */
  language: string
  engine: Engine
  /** Parts of the full text to write from, besides the abstract; only a model reads them. */
  passages?: readonly Passage[] | undefined
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
    }
  }
  return {
    fields: await askModel(request, engine),
    language: request.language,
    engine: engine.name,
    model: engine.model,
    basis: request.passages ? 'full-text' : 'abstract',
  }
}

async function askModel(
  { paper, form, language, passages, revision, signal, onCall }: WriteRequest,
  engine: CompletionEngine,
): Promise<Record<string, string>> {
  const source = readableSource(paper)
  const completion = await engine.complete(
    {
      system: instructions(form, language),
      prompt:
        presentPaper({ ...source, passages }) + (revision ? presentRevision({ ...revision, form }) : ''),
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
  const blocks = parseBlocks(completion.text, form)
  return Object.fromEntries(
    form.fields.map(field => [field.key, tidyField(blocks[field.key] ?? '', field, language)]),
  )
}

/** Twice what a good answer takes, so that a model that thinks aloud has room and one that loops is stopped. */
function outputAllowance(abstract: string): number {
  return Math.min(16_000, 2_000 + Math.ceil(abstract.length * 1.5))
}

/** Title and abstract as a model sees them, and as the checks compare them: LaTeX turned into text. */
export function readableSource({ title, abstract }: Paper): { title: string; abstract: string } {
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

/** Hash of the text that a brief is written from: a brief serves as long as this stands. */
export function hashSource(
  { title, abstract }: Pick<Paper, 'title' | 'abstract'>,
  passages?: readonly Passage[],
): string {
  const parts = passages?.map(({ section, text }) => [section, text])
  return sha256(JSON.stringify(parts ? [title, abstract, parts] : [title, abstract]))
}

/** Hash of everything that goes into a brief: instructions, engine, model, language and source text. */
export function hashRecipe({
  paper,
  form,
  language,
  engine,
  passages,
}: Pick<WriteRequest, 'paper' | 'form' | 'language' | 'engine' | 'passages'>): string {
  const how =
    engine.kind === 'extractive' ? ['extractive'] : [engine.name, engine.model, instructions(form, language)]
  return sha256(JSON.stringify([form.name, language, ...how, hashSource(paper, passages)]))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
