/** Suggests terms: what recurs in the library's papers without a rule, and how its briefs render it. */
import type { Library } from '../library/library.ts'
import { findTerms, type Glossary, termKey } from '../paper/glossary.ts'
import { readDeclarations, readDefinitions } from '../paper/glossary-declarations.ts'
import { readWords, type TextWord } from '../paper/glossary-words.ts'
import { latexToText } from '../paper/latex.ts'
import { isPlainWord } from './plain-words.ts'

export interface SuggestedTerm {
  /** As it stands most often. */
  source: string
  abbreviation?: string
  /** How many papers have it. */
  papers: number
  /** What briefs declare in brackets, the commonest first. */
  renderings: { text: string; count: number }[]
}

export interface SuggestRequest {
  library: Pick<Library, 'terms'>
  glossary: Glossary
  /** How many papers must have a term. */
  minPapers: number
  limit: number
}

const MAX_TEXTS = 5000
const MAX_WORDS = 4
// A phrase that stands in a longer one so often is a part of it.
const PART_SHARE = 0.8

interface Candidate {
  spellings: Map<string, number>
  papers: number
  words: number
  abbreviation?: string
}

/** The commonest first; a term that a paper itself shortens counts twice as much as a mere phrase. */
export async function suggestTerms({
  library,
  glossary,
  minPapers,
  limit,
}: SuggestRequest): Promise<SuggestedTerm[]> {
  const texts = await library.terms.recentTexts(MAX_TEXTS)
  const briefs = await library.terms.recentBriefs(glossary.language, MAX_TEXTS)
  const candidates = countCandidates(
    texts.map(({ title, abstract }) => latexToText(`${title}. ${abstract}`)),
    glossary,
  )
  const renderings = countRenderings(briefs.flatMap(({ fields }) => Object.values(fields)))
  const longer = countLonger(candidates)
  return (
    [...candidates]
      .filter(([, { papers }]) => papers >= minPapers)
      // "augmented generation" recurs only because "retrieval-augmented generation" does.
      .filter(([key, { papers }]) => (longer.get(key) ?? 0) < papers * PART_SHARE)
      .toSorted(([a, first], [b, second]) => weigh(second) - weigh(first) || (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([key, { spellings, papers, abbreviation }]) => ({
        source: commonest(spellings)[0]?.text ?? key,
        ...(abbreviation !== undefined && { abbreviation }),
        papers,
        renderings: commonest(renderings.get(key) ?? new Map()).slice(0, 5),
      }))
  )
}

function weigh({ papers, abbreviation }: Candidate): number {
  return papers * (abbreviation === undefined ? 1 : 2)
}

function commonest(counts: ReadonlyMap<string, number>): { text: string; count: number }[] {
  return [...counts].map(([text, count]) => ({ text, count })).toSorted((a, b) => b.count - a.count)
}

function countCandidates(texts: readonly string[], glossary: Glossary): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>()
  for (const text of texts) {
    const seen = new Map<string, { spelling: string; words: number; abbreviation?: string }>()
    const taken = findTerms(text, glossary)
    for (const { phrase, abbreviation, start } of readDefinitions(text))
      if (!taken.some(use => use.start <= start && use.end >= start + phrase.length))
        seen.set(termKey(phrase), { spelling: phrase, words: phrase.split(/[\s-]+/).length, abbreviation })
    for (const { key, spelling, words } of listPhrases(text, taken))
      if (!seen.has(key)) seen.set(key, { spelling, words })
    for (const [key, found] of seen) addCandidate(candidates, key, found)
  }
  return candidates
}

function addCandidate(
  candidates: Map<string, Candidate>,
  key: string,
  { spelling, words, abbreviation }: { spelling: string; words: number; abbreviation?: string },
): void {
  const candidate: Candidate = candidates.get(key) ?? { spellings: new Map(), papers: 0, words }
  candidate.papers++
  candidate.spellings.set(spelling, (candidate.spellings.get(spelling) ?? 0) + 1)
  if (abbreviation !== undefined) candidate.abbreviation ??= abbreviation
  candidates.set(key, candidate)
}

/** Two to four words in a row without a mark between, none of them plain English, none part of a known term. */
function* listPhrases(
  text: string,
  taken: readonly { start: number; end: number }[],
): Generator<{ key: string; spelling: string; words: number }> {
  let run: TextWord[] = []
  let next = 0
  for (const word of readWords(text)) {
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= word.start) next++
    const use = taken[next]
    const isTaken = use !== undefined && use.start < word.end
    const before = run.at(-1)
    const isJoined = before !== undefined && /^[ -]$/.test(text.slice(before.end, word.start))
    const isUsable =
      !isTaken && word.exact === undefined && /^[a-z]{3,}$/.test(word.key) && !isPlainWord(word.key)
    if (!isUsable || !isJoined) run = []
    if (!isUsable) continue
    run.push(word)
    for (let length = 2; length <= Math.min(MAX_WORDS, run.length); length++) {
      const words = run.slice(-length)
      const spelling = text.slice(words[0]?.start, word.end).toLowerCase()
      yield { key: words.map(({ key }) => key).join(' '), spelling, words: length }
    }
  }
}

/** By phrase: the most papers that any phrase one word longer has. */
function countLonger(candidates: ReadonlyMap<string, Candidate>): Map<string, number> {
  const longer = new Map<string, number>()
  for (const [key, { papers }] of candidates) {
    const words = key.split(' ')
    if (papers < 2) continue
    for (const part of [words.slice(1).join(' '), words.slice(0, -1).join(' ')])
      longer.set(part, Math.max(longer.get(part) ?? 0, papers))
  }
  return longer
}

/** By English term: the words before its bracket. Where they begin is for a person to see. */
function countRenderings(texts: readonly string[]): Map<string, Map<string, number>> {
  const renderings = new Map<string, Map<string, number>>()
  for (const { before, english } of texts.flatMap(readDeclarations)) {
    const key = termKey(english)
    const counts = renderings.get(key) ?? new Map<string, number>()
    counts.set(before, (counts.get(before) ?? 0) + 1)
    renderings.set(key, counts)
  }
  return renderings
}
