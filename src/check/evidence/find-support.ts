/** Finds the sentences of the source that bear a statement, and how much of it they cover. */
import type { SourceSentence, SourceWord } from './source-words.ts'
import type { Trace } from './trace-words.ts'

export interface Support {
  /** The best first, three at most. */
  sentences: readonly SourceSentence[]
  /** Share of the statement's characters that stand for words of these sentences, 0 to 1. */
  coverage: number
  /** Of the statement's names and figures some stand in these sentences. */
  hasName: boolean
}

const MAX_SENTENCES = 3
// A further sentence must bear this much of what the best one bears, and bear something new.
const MIN_SHARE = 0.2
// Hostile input: the hits of one statement are compared with each other.
const MAX_HITS = 200
const KIND_WEIGHT = { name: 2, figure: 2.5, word: 1 }
// What stands in the abstract is easier to find again for a reader than the same words deep in the paper.
const STEM_BONUS = 1.15

interface Hit {
  start: number
  end: number
  weight: number
  isName: boolean
}

export interface SupportIndex {
  find: (start: number, end: number) => Support
}

/** Weighs each word by how few sentences of the source have it (inverse document frequency). */
export function indexSupport(trace: Trace): SupportIndex {
  const { source } = trace
  const counts = new Map<string, number>()
  const unique = source.map(({ words }) => [...new Map(words.map(word => [word.text, word])).values()])
  for (const words of unique) for (const { text } of words) counts.set(text, (counts.get(text) ?? 0) + 1)
  const weigh = ({ text, kind }: SourceWord): number =>
    KIND_WEIGHT[kind] * Math.log(1 + source.length / (counts.get(text) ?? 1))
  const hits = unique.map(words =>
    words.flatMap((word): Hit[] => {
      const weight = weigh(word)
      return trace
        .placesOf(word)
        .map(({ start, end }) => ({ start, end, weight, isName: word.kind !== 'word' }))
    }),
  )
  return { find: (start, end) => findSupport({ trace, hits, start, end }) }
}

interface Search {
  trace: Trace
  hits: readonly (readonly Hit[])[]
  start: number
  end: number
}

function findSupport({ trace, hits, start, end }: Search): Support {
  const found = hits
    .map((all, at) => {
      const within = all.filter(hit => hit.start >= start && hit.end <= end).slice(0, MAX_HITS)
      const sentence = trace.source[at]
      const bonus = sentence?.section === undefined ? STEM_BONUS : 1
      return { at, hits: within, score: bonus * sumNew(within, []) }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const [best] = found
  if (!best) return { sentences: [], coverage: 0, hasName: false }
  const chosen = [best]
  const taken = [...best.hits]
  for (const next of found.slice(1, 12)) {
    if (chosen.length === MAX_SENTENCES) break
    if (sumNew(next.hits, taken) < best.score * MIN_SHARE) continue
    chosen.push(next)
    taken.push(...next.hits)
  }
  const text = trace.brief.folded.slice(start, end)
  return {
    sentences: chosen.flatMap(({ at }) => trace.source[at] ?? []),
    coverage: measureCover(taken, { text, start }),
    hasName: taken.some(({ isName }) => isName),
  }
}

/** What the hits weigh beside those that are taken; one place of the statement counts once. */
function sumNew(hits: readonly Hit[], taken: readonly Hit[]): number {
  const best = new Map<number, number>()
  for (const { start, end, weight } of hits) {
    if (taken.some(other => other.start < end && start < other.end)) continue
    best.set(start, Math.max(best.get(start) ?? 0, weight))
  }
  let sum = 0
  for (const weight of best.values()) sum += weight
  return sum
}

function measureCover(hits: readonly Hit[], { text, start }: { text: string; start: number }): number {
  const covered = new Uint8Array(text.length)
  for (const hit of hits) covered.fill(1, hit.start - start, hit.end - start)
  let all = 0
  let own = 0
  for (let at = 0; at < text.length; at++) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at))) continue
    all++
    own += covered[at] ?? 0
  }
  return all === 0 ? 0 : own / all
}
