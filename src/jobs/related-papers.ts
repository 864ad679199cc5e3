/** Which papers of a collection are near to each other: those that share the words that few others have. */
import type { Library } from '../library/library.ts'
import { latexToText } from '../paper/latex.ts'

export interface RelatedPapers {
  /** The closest first; empty for a paper that shares nothing telling. */
  of(id: string): readonly string[]
}

const TELLING_WORDS = 12
const MIN_SHARED = 2
const MAX_RELATED = 8
// A word that more than one paper in so many has tells nothing; in a small collection more may have it.
const COMMON_SHARE = 1 / 100
const COMMON_FLOOR = 8

/** Weighs words by their inverse document frequency (Spärck Jones 1972); a word of the title counts twice. */
export function relatePapers(
  papers: Iterable<{ id: string; title: string; abstract: string }>,
): RelatedPapers {
  const ids: string[] = []
  const occurrences = new Map<string, number[]>()
  for (const { id, title, abstract } of papers) {
    const paper = ids.push(id) - 1
    const inTitle = new Set(readWords(title))
    for (const word of new Set([...inTitle, ...readWords(abstract)])) {
      const entry = paper * 2 + (inTitle.has(word) ? 1 : 0)
      const known = occurrences.get(word)
      if (known) known.push(entry)
      else occurrences.set(word, [entry])
    }
  }
  const indexes = new Map(ids.map((id, index) => [id, index]))
  const wordsOf = groupTelling(occurrences, ids.length)
  const scores = new Float64Array(ids.length)
  const shared = new Uint8Array(ids.length)
  return {
    of(id) {
      const paper = indexes.get(id)
      if (paper === undefined) return []
      const near = new Set<number>()
      for (const { weight, entries } of wordsOf[paper] ?? [])
        for (const entry of entries) {
          const other = entry >> 1
          if (other === paper) continue
          if (!near.has(other)) scores[other] = shared[other] = 0
          near.add(other)
          scores[other] = (scores[other] ?? 0) + weight * (1 + (entry & 1))
          shared[other] = (shared[other] ?? 0) + 1
        }
      return [...near]
        .filter(other => (shared[other] ?? 0) >= MIN_SHARED)
        .toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
        .slice(0, MAX_RELATED)
        .flatMap(other => ids[other] ?? [])
    },
  }
}

interface TellingWord {
  word: string
  weight: number
  /** Twice the index of a paper, and one more where the word is in its title. */
  entries: readonly number[]
}

/** The words of each paper that tell most, by its index. */
function groupTelling(occurrences: ReadonlyMap<string, number[]>, papers: number): TellingWord[][] {
  const most = Math.max(COMMON_FLOOR, papers * COMMON_SHARE)
  const wordsOf: TellingWord[][] = Array.from({ length: papers }, () => [])
  for (const [word, entries] of occurrences) {
    if (entries.length < 2 || entries.length > most) continue
    const telling = { word, weight: Math.log(papers / entries.length), entries }
    for (const entry of entries) wordsOf[entry >> 1]?.push(telling)
  }
  return wordsOf.map(words =>
    words.toSorted((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1)).slice(0, TELLING_WORDS),
  )
}

const WORD = /[\p{L}][\p{L}\p{N}-]{3,40}/gu

function readWords(text: string): string[] {
  return (latexToText(text).toLowerCase().match(WORD) ?? []).map(word => word.replace(/(?:ies|s)$/, ''))
}

// Papers loaded at a time.
const CHUNK = 500

/** Over these papers of the library, loaded when first asked for. */
export function openRelatedPapers(
  library: Library,
  ids: readonly string[],
): (wanted: readonly string[]) => Promise<Map<string, readonly string[]>> {
  let opened: Promise<RelatedPapers> | undefined
  const open = async () => {
    const papers = []
    for (let from = 0; from < ids.length; from += CHUNK)
      for (const { id, title, abstract } of await library.papers.find(ids.slice(from, from + CHUNK)))
        papers.push({ id, title, abstract })
    return relatePapers(papers)
  }
  return async wanted => {
    opened ??= open()
    const related = await opened
    return new Map(wanted.map(id => [id, related.of(id)]))
  }
}
