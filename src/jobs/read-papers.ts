/** Reads the full texts that an edition wants, and says of each paper what its brief is to be written from. */
import type { PoliteFetch } from '../collect/polite-fetch.ts'
import { CollectError } from '../collect/source.ts'
import type { Library } from '../library/library.ts'
import type { StoredPaper } from '../library/papers.ts'
import { errorMessage } from '../paper/error.ts'
import { type FullText, nameSection, type Passage } from '../paper/full-text.ts'
import type { TermUse } from '../paper/glossary.ts'
import { latexToText } from '../paper/latex.ts'
import { ReadError } from '../read/read-error.ts'
import { selectSections } from '../read/sections.ts'
import { hashSource } from '../write/write.ts'
import type { Progress } from './progress.ts'
import { readPaper } from './read-paper.ts'

/** How full texts are had, for an edition that says `read: full`. */
export interface Reading {
  fetch: PoliteFetch
  /** Where the pages lie: `https://arxiv.org`. */
  baseUrl: string
  /** How much of a full text a model is given, in tokens. */
  tokensPerPaper: number
}

export interface Basis {
  /** Hash of the text that the brief is written from. */
  source: string
  /** What the check compares with, besides the abstract. */
  fullText?: FullText
  /** What a model is given of it. */
  passages?: Passage[]
  /** Why there is no full text although one was wanted. */
  reason?: string
}

// English runs at four characters a token and more; formulas and names need more tokens.
const CHARS_PER_TOKEN = 3.5

/** Fetches what the library lacks, one after the other at the source's pace; gives the reasons for what could not be had. */
export async function readPapers({
  library,
  papers,
  reading,
  signal,
  progress,
}: {
  library: Library
  papers: readonly StoredPaper[]
  reading: Reading
  signal: AbortSignal
  progress: Progress
}): Promise<Map<string, string>> {
  const reasons = new Map<string, string>()
  for (const [index, paper] of papers.entries()) {
    signal.throwIfAborted()
    progress.step('read', index, papers.length)
    try {
      await readPaper({ library, paper, ...reading, signal })
    } catch (error) {
      if (signal.aborted || !(error instanceof ReadError || error instanceof CollectError)) throw error
      reasons.set(paper.id, errorMessage(error))
    }
  }
  progress.step('read', papers.length, papers.length)
  return reasons
}

/** From the library alone, so that a job that is taken up after a crash has the same basis. */
export async function loadBasis(
  library: Library,
  paper: StoredPaper,
  {
    reading,
    reasons,
    findTerms,
  }: {
    reading: Reading | undefined
    reasons: ReadonlyMap<string, string>
    findTerms: ((text: string) => readonly TermUse[]) | undefined
  },
): Promise<Basis> {
  const fullText = reading && (await library.fullTexts.find(paper.id, paper.version))
  if (!fullText) {
    const reason = reading && (reasons.get(paper.id) ?? 'it was not read')
    return { source: hashSource(paper, { findTerms }), ...(reason && { reason }) }
  }
  const passages = selectPassages(fullText, reading.tokensPerPaper)
  return { source: hashSource(paper, { passages, findTerms }), fullText, passages }
}

function selectPassages(fullText: FullText, tokens: number): Passage[] {
  return selectSections(fullText, { maxChars: Math.floor(tokens * CHARS_PER_TOKEN) }).map(section => ({
    section: nameSection(section),
    text: latexToText(section.text),
  }))
}
