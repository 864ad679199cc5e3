/** Orders papers for a reader by what their source and their interests say, and says why. */
import type { Listing } from '../paper/listing.ts'
import type { Paper } from '../paper/paper.ts'

export interface Interests {
  /** Words or phrases wanted in title or abstract. */
  words: readonly string[]
  authors: readonly string[]
  categories: readonly string[]
  /** Words or phrases that put a paper behind all others. */
  avoid: readonly string[]
}

export interface Candidate {
  paper: Paper
  listings: readonly Listing[]
}

export interface Ranked<T extends Candidate = Candidate> {
  candidate: T
  score: number
  /** For people, the weightiest first: `100 votes`, `title says "agent"`. */
  reasons: string[]
  avoided: boolean
}

// Weights in the unit of "ten times the votes". A word of interest in the title weighs as much as going from 10 to
// 100 votes; in the abstract half of that. An author one follows outweighs any number of votes that a day brings.
const WEIGHT = { titleWord: 1, abstractWord: 0.5, author: 3, category: 0.5 }

interface Reason {
  weight: number
  text: string
}

/** Highest score first; equal ones in the order of their source, then by id, so that the order is always the same. */
export function rankPapers<T extends Candidate>(candidates: readonly T[], interests: Interests): Ranked<T>[] {
  const matchers = {
    words: interests.words.map(toMatcher),
    avoid: interests.avoid.map(toMatcher),
  }
  return candidates
    .map(candidate => scoreCandidate(candidate, interests, matchers))
    .toSorted(
      (a, b) =>
        Number(a.avoided) - Number(b.avoided) ||
        b.score - a.score ||
        placeOf(a.candidate) - placeOf(b.candidate) ||
        (a.candidate.paper.id < b.candidate.paper.id ? -1 : 1),
    )
}

interface Matcher {
  word: string
  matches(text: string): boolean
}

function scoreCandidate<T extends Candidate>(
  candidate: T,
  interests: Interests,
  matchers: { words: Matcher[]; avoid: Matcher[] },
): Ranked<T> {
  const { paper, listings } = candidate
  const avoided = matchers.avoid.find(({ matches }) => matches(paper.title) || matches(paper.abstract))
  const reasons: Reason[] = [
    ...voteReasons(listings),
    ...matchers.words.flatMap(({ word, matches }): Reason[] => {
      if (matches(paper.title)) return [{ weight: WEIGHT.titleWord, text: `title says "${word}"` }]
      return matches(paper.abstract) ? [{ weight: WEIGHT.abstractWord, text: `abstract says "${word}"` }] : []
    }),
    ...interests.authors
      .filter(author => paper.authors.some(name => fold(name).includes(fold(author))))
      .map(author => ({ weight: WEIGHT.author, text: `by ${author}` })),
    ...interests.categories
      .filter(category => paper.categories.includes(category))
      .map(category => ({ weight: WEIGHT.category, text: `in ${category}` })),
  ]
  return {
    candidate,
    score: reasons.reduce((sum, { weight }) => sum + weight, 0),
    reasons: [
      ...(avoided ? [`says "${avoided.word}", which is to be avoided`] : []),
      ...reasons.toSorted((a, b) => b.weight - a.weight).map(({ text }) => text),
    ],
    avoided: avoided !== undefined,
  }
}

function voteReasons(listings: readonly Listing[]): Reason[] {
  const votes = Math.max(0, ...listings.map(listing => listing.votes ?? 0))
  return votes > 0
    ? [{ weight: Math.log10(1 + votes), text: `${votes} ${votes === 1 ? 'vote' : 'votes'}` }]
    : []
}

function placeOf({ listings }: Candidate): number {
  return Math.min(
    Number.MAX_SAFE_INTEGER,
    ...listings.map(listing => listing.place ?? Number.MAX_SAFE_INTEGER),
  )
}

/** Whole words in Latin scripts ("RAG" is not in "fragment"), any place in scripts that write no spaces. */
function toMatcher(word: string): Matcher {
  const wanted = fold(word)
  const edge = (character: string | undefined) =>
    character === undefined || !/[\p{Script=Latin}\p{N}]/u.test(character)
  return {
    word,
    matches(text) {
      const folded = fold(text)
      for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + 1)) {
        if (!/^[\p{Script=Latin}\p{N}]/u.test(wanted)) return true
        // A plural is the same word: "agent" is in "agents".
        const after = folded.slice(at + wanted.length).replace(/^(?:e?s)(?![\p{Script=Latin}\p{N}])/u, '')
        if (edge(folded[at - 1]) && edge(after[0])) return true
      }
      return false
    },
  }
}

/** Lower case without accents, so that "Schölkopf" is found by "Scholkopf". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
