/** Check: every statement of a summary has a sentence of the paper that bears it. */
import type { Evidence, EvidenceSentence } from '../paper/evidence.ts'
import type { Finding } from '../paper/finding.ts'
import type { CheckInput } from './check-input.ts'
import { indexSupport, type Support } from './evidence/find-support.ts'
import { findUnwarranted } from './evidence/find-unwarranted.ts'
import { isAdvice, isMetaStatement } from './evidence/meta-statements.ts'
import type { SourceSentence } from './evidence/source-words.ts'
import { splitStatements } from './evidence/split-statements.ts'
import { type Trace, traceWords } from './evidence/trace-words.ts'
import { excerpt } from './excerpt.ts'
import { isName, readLatinTokens } from './latin-tokens.ts'
import { readSource } from './read-source.ts'

/**
 * The statements of a brief, each with the one to three sentences of the paper that bear it. A statement is a clause
 * that says something of its own, after the premises into which ReviewScore (arXiv 2509.21679) takes a text apart.
 * Empty for a translation, whose sentences stand in the order of the source.
 */
export function findEvidence(input: CheckInput): Evidence[] {
  return judgeStatements(input).map(({ field, place, statement, sentences }) => ({
    field,
    place,
    statement,
    sentences,
  }))
}

/**
 * Warns of statements that nothing in the paper bears. An error only where the statement names what the paper does
 * not have, and shares no word with it either. Languages without a dictionary are not judged.
 */
export function checkEvidence(input: CheckInput): Finding[] {
  const trace = traceWords(input)
  if (trace.bridge !== 'dictionary' && trace.bridge !== 'same') return []
  const { paper } = input
  // A source of one line bears nothing by itself; that it is so thin is another check's business.
  if (`${paper.title} ${paper.abstract}`.length < MIN_SOURCE) return []
  const unwarranted = reportUnwarranted(input, trace)
  const statements = judgeStatements(input).flatMap(judged => {
    if (judged.isFree || judged.sentences.length > 0) return []
    if (
      unwarranted.some(({ field, quote }) => field === judged.field && judged.statement.includes(quote ?? ''))
    )
      return []
    return [report(judged, isInvented(judged, trace) ? 'error' : 'warning')]
  })
  return [...unwarranted, ...statements]
}

// A text full of such words is about something else; the first few show it.
const MAX_UNWARRANTED = 6
// Each is looked for among all words of the source.
const MAX_LOOKED_AT = 40

function reportUnwarranted(input: CheckInput, trace: Trace): Finding[] {
  const { bridge, brief } = trace
  if (bridge !== 'dictionary') return []
  const source = readSource(input)
  // Of a translation the whole sentence must be foreign to the paper: a clause of it may be a translator's choice.
  const isSelection = input.form.coverage === 'selection'
  const isAdviceField = (key: string): boolean => isSelection && key === ADVICE_FIELD
  // "Back-door" warrants what "backdoor" does.
  const lower = `${source.lower}\n${source.lower.replaceAll('-', '')}`
  return findUnwarranted(brief, { key: source.passages, lower, advice: isAdviceField })
    .slice(0, MAX_LOOKED_AT)
    .filter(({ at, word }) => !isExplained(trace, { at, end: at + word.length }))
    .slice(0, MAX_UNWARRANTED)
    .map(({ sentence, word, clause, isSure, isDoubtful, ...place }) => ({
      check: 'evidence',
      severity:
        !isDoubtful &&
        (isSure || measureKnown(trace, isSelection ? place : { ...sentence, at: place.at }) < MAX_KNOWN)
          ? 'error'
          : 'warning',
      field: sentence.field.key,
      message: `Nothing in the paper speaks of "${word}".`,
      quote: excerpt(clause),
    }))
}
const ADVICE_FIELD = 'practice'
// Where more of the stretch is the paper's, the word may be a translator's choice.
const MAX_KNOWN = 0.2

/**
 * Words of the paper account for the characters: 操作 and 系统 of "manipulation systems" for 操作系统, 子类 for half of
 * the 分子 in 细分子类.
 */
function isExplained({ source, placesOf }: Trace, { at, end }: { at: number; end: number }): boolean {
  const covered = new Uint8Array(end - at)
  for (const { words } of source)
    for (const word of words)
      for (const place of placesOf(word)) {
        if (place.start >= end || place.end <= at || place.end - place.start < 2) continue
        if (place.start < at || place.end > end) return true
        if (place.end - place.start < end - at) covered.fill(1, place.start - at, place.end - at)
      }
  return covered.every(mark => mark === 1)
}

/** Share of a stretch that words of the paper account for, but for the word in question. */
function measureKnown(
  { source, placesOf, brief }: Trace,
  { start, end, at }: { start: number; end: number; at: number },
): number {
  const covered = new Uint8Array(end - start)
  for (const { words } of source)
    for (const word of words)
      for (const place of placesOf(word))
        if (place.start >= start && place.end <= end && !(place.start <= at && place.end > at))
          covered.fill(1, place.start - start, place.end - start)
  const letters = countLetters(brief.folded.slice(start, end))
  return covered.reduce((sum, mark) => sum + mark, 0) / Math.max(1, letters)
}

interface JudgedStatement extends Evidence {
  support: Support
  /** Needs no evidence: says what the source does not tell, or is too short to be judged. */
  isFree: boolean
}

// Measured on 42 summaries against their own papers and against others: of 100 statements 2 of the former and 75 of
// the latter lie below.
const MIN_COVERAGE = 0.1
// What a name or a figure bears need share fewer words; advice is drawn from the paper and told in other words.
const MIN_COVERAGE_NAMED = 0.04
const MIN_COVERAGE_ADVICE = 0.03
const MIN_LETTERS = 10
const MIN_SOURCE = 200
// Far beyond any summary; each statement is looked for in the whole source.
const MAX_SENTENCES = 300

function judgeStatements(input: CheckInput): JudgedStatement[] {
  if (input.form.coverage !== 'selection') return []
  const trace = traceWords(input)
  const index = indexSupport(trace)
  const places = new Map<string, number>()
  return trace.brief.sentences.slice(0, MAX_SENTENCES).flatMap(({ field, start, end, text }) => {
    const isGiven = isAdvice(trace.brief.folded.slice(start, end))
    return splitStatements(text).map(statement => {
      const place = places.get(field.key) ?? 0
      places.set(field.key, place + 1)
      const from = start + statement.start
      const folded = trace.brief.folded.slice(from, from + statement.text.length)
      const support = index.find(from, from + folded.length)
      const isMeta = isMetaStatement(folded)
      return {
        field: field.key,
        place,
        statement: statement.text.trim(),
        sentences: isMeta || !isBorne(support, isGiven) ? [] : support.sentences.map(quoteSentence),
        support,
        isFree: isMeta || countLetters(folded) < MIN_LETTERS,
      }
    })
  })
}

function isBorne({ coverage, hasName, sentences }: Support, isGiven: boolean): boolean {
  const least = isGiven ? MIN_COVERAGE_ADVICE : hasName ? MIN_COVERAGE_NAMED : MIN_COVERAGE
  return sentences.length > 0 && coverage >= least
}

function quoteSentence({ text, section }: SourceSentence): EvidenceSentence {
  return { text, ...(section !== undefined && { section }) }
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

/** Whether the statement has a name that the paper lacks, and nothing that the paper has. */
function isInvented({ statement, support }: JudgedStatement, { source }: Trace): boolean {
  if (support.coverage > 0) return false
  const names = readLatinTokens(statement).filter(({ text }) => text.length > 2 && isName(text))
  const words = names.map(({ text }) => text.toLowerCase())
  return words.length > 0 && !source.some(({ text }) => words.some(word => text.toLowerCase().includes(word)))
}

function report({ field, statement }: JudgedStatement, severity: Finding['severity']): Finding {
  return {
    check: 'evidence',
    severity,
    field,
    message: 'No sentence of the paper bears this statement.',
    quote: excerpt(statement),
  }
}
