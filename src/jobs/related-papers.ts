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
  const words = new Map<string, { id: string; isTitle: boolean }[]>()
  const wordsOf = new Map<string, string[]>()
  for (const { id, title, abstract } of papers) {
    const inTitle = new Set(readWords(title))
    const all = new Set([...inTitle, ...readWords(abstract)])
    wordsOf.set(id, [...all])
    for (const word of all) {
      const places = words.get(word)
      const place = { id, isTitle: inTitle.has(word) }
      if (places) places.push(place)
      else words.set(word, [place])
    }
  }
  const count = wordsOf.size
  const most = Math.max(COMMON_FLOOR, count * COMMON_SHARE)
  const weigh = (word: string) => Math.log(count / (words.get(word)?.length ?? 1))
  return {
    of(id) {
      const telling = (wordsOf.get(id) ?? [])
        .filter(word => {
          const papersWithIt = words.get(word)?.length ?? 0
          return papersWithIt > 1 && papersWithIt <= most
        })
        .toSorted((a, b) => weigh(b) - weigh(a) || (a < b ? -1 : 1))
        .slice(0, TELLING_WORDS)
      const scores = new Map<string, { shared: number; score: number }>()
      for (const word of telling) {
        for (const other of words.get(word) ?? []) {
          if (other.id === id) continue
          const { shared, score } = scores.get(other.id) ?? { shared: 0, score: 0 }
          scores.set(other.id, { shared: shared + 1, score: score + weigh(word) * (other.isTitle ? 2 : 1) })
        }
      }
      return [...scores]
        .filter(([, { shared }]) => shared >= MIN_SHARED)
        .toSorted(([a, x], [b, y]) => y.score - x.score || (a < b ? -1 : 1))
        .slice(0, MAX_RELATED)
        .map(([other]) => other)
    },
  }
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
