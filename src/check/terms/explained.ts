/** Whether another word of the source accounts for a Chinese word of the brief: 代理 for "proxy" rather than "agent". */
import { findTermsAmong, type Glossary, type TermUse } from '../../paper/glossary.ts'
import type { Term } from '../../paper/glossary-term.ts'
import { readWords } from '../../paper/glossary-words.ts'
import { lookUp } from '../english-chinese.ts'
import { once } from '../once.ts'
import { openWordFilter, type WordFilter } from '../word-filter.ts'

export interface Explain {
  /** Another word of the source may well be rendered so. */
  whole(rendering: string, term: Term): boolean
  /** Two words may have met: 增强 and 学习 for "enhance the learning". */
  parts(rendering: string, term: Term): boolean
  /** The words of the term stand apart ("large Chinese language models"), or its first one in a proper name. */
  apart(term: Term): boolean
}

/** Asked for the few renderings that look wrong, so nothing is made before. */
export function openExplanations(source: string, glossary: Glossary): Explain {
  const read = once(() => readSourceWords(source, glossary))
  return {
    whole(rendering, term) {
      const { used, free, mayExplain } = read()
      if ([...used].some(other => other !== term && holds(other, rendering))) return true
      if (!mayExplain(rendering)) return false
      const own = ownWords(term)
      // A word that stands outside every term (attract attention) explains its other sense; the term's own do not.
      for (const [word, { isOutside, translations }] of free)
        if (translations.includes(rendering) && (isOutside || !own.has(word))) return true
      return false
    },
    parts(rendering, term) {
      if (rendering.length < 4) return false
      const { words } = read()
      for (let cut = 2; cut <= rendering.length - 2; cut++) {
        const heads = words.map(({ key }) => isTranslation(key, rendering.slice(0, cut)))
        const tails = words.map(({ key }) => isTranslation(key, rendering.slice(cut)))
        if (words.some((_, at) => heads[at] && meets(at, { words, tails, term }))) return true
      }
      return false
    },
    apart(term) {
      const keys = readWords(term.source).map(({ key }) => key)
      const { words } = read()
      return words.some(
        (word, at) =>
          word.key === keys[0] &&
          word.use?.term !== term &&
          (word.isInName || standApart(words, { at, keys })),
      )
    },
  }
}

// How many words may stand between two of a term.
const MAX_GAP = 3

function standApart(
  words: readonly SourceWord[],
  { at, keys }: { at: number; keys: readonly string[] },
): boolean {
  if (keys.length < 2) return false
  let place = at
  for (const key of keys.slice(1)) {
    const behind = words.slice(place + 1, place + 2 + MAX_GAP)
    const next = behind.findIndex(word => word.key === key)
    if (next < 0) return false
    place += next + 1
  }
  return true
}

function isTranslation(word: string, text: string): boolean {
  return lookUp(word)?.translations.some(translation => translation.includes(text)) ?? false
}

// Words that meet in a translation stand near each other in the source.
const MAX_APART = 4

/** A word near this one accounts for the other half, and the two are not the term itself: that is the fault. */
function meets(
  at: number,
  { words, tails, term }: { words: readonly SourceWord[]; tails: readonly boolean[]; term: Term },
): boolean {
  const use = words[at]?.use
  for (let other = Math.max(0, at - MAX_APART); other <= at + MAX_APART; other++) {
    if (other === at || !tails[other]) continue
    const isTerm = use !== undefined && use === words[other]?.use && use.term === term
    if (!isTerm) return true
  }
  return false
}

function ownWords({ source, abbreviation, forms }: Term): Set<string> {
  return new Set(
    [source, abbreviation ?? '', ...forms].flatMap(form => readWords(form).map(({ key }) => key)),
  )
}

function holds(other: Term, rendering: string): boolean {
  return [other.target, ...other.accept].some(wanted => wanted.includes(rendering))
}

interface SourceWord {
  /** In the singular. */
  key: string
  /** The use of a term that it is part of. */
  use: TermUse | undefined
  /** With a capital behind a word with a capital, in running text. */
  isInName: boolean
}

const MAX_NAME = 24
const NAME = /\b[A-Z][a-z]+ [A-Z]$/

interface FreeWord {
  /** Whether it stands anywhere outside the terms. */
  isOutside: boolean
  /** All of them, one a line. */
  translations: string
}

interface SourceWords {
  words: readonly SourceWord[]
  /** By form in the singular. */
  free: ReadonlyMap<string, FreeWord>
  used: ReadonlySet<Term>
  mayExplain: WordFilter
}

function readSourceWords(source: string, glossary: Glossary): SourceWords {
  const read = readWords(source)
  const uses = findTermsAmong(read, { text: source, glossary })
  const words: SourceWord[] = []
  const free = new Map<string, FreeWord>()
  let next = 0
  // Titles write every word with a capital.
  const running = source.indexOf('\n')
  for (const { key, start, end } of read) {
    while (next < uses.length && (uses[next]?.end ?? 0) <= start) next++
    const use = uses[next]
    const isOutside = use === undefined || end <= use.start
    const isInName = start > running && endsName(source, start)
    words.push({ key, use: isOutside ? undefined : use, isInName })
    const known = free.get(key)
    if (!known) free.set(key, { isOutside, translations: joinTranslations(key) })
    else if (isOutside) known.isOutside = true
  }
  const mayExplain = openWordFilter([...free.values()].map(({ translations }) => translations).join('\n'))
  return { words, free, used: new Set(uses.map(({ term }) => term)), mayExplain }
}

function endsName(source: string, start: number): boolean {
  const code = source.charCodeAt(start)
  return code >= 65 && code <= 90 && NAME.test(source.slice(Math.max(0, start - MAX_NAME), start + 1))
}

const MAX_MEMORY = 20_000
const joined = new Map<string, string>()

function joinTranslations(key: string): string {
  const known = joined.get(key)
  if (known !== undefined) return known
  const text = lookUp(key)?.translations.join('\n') ?? ''
  if (joined.size >= MAX_MEMORY) joined.clear()
  joined.set(key, text)
  return text
}
