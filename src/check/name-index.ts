/** What a text has in the way of names, in every spelling that a comparison needs. */
import { isName, type LatinToken, readLatinTokens, squash } from './latin-tokens.ts'
import { once } from './once.ts'

export interface NameIndex {
  tokens: readonly LatinToken[]
  /** Tokens as they stand, and how often. */
  counts: ReadonlyMap<string, number>
  /** Tokens that are names by their shape, each once. */
  names: () => readonly string[]
  /** From small letters to the first spelling met. */
  byLower: () => ReadonlyMap<string, string>
  /** From letters and digits alone (also of neighbours) to the spelling met. */
  bySquash: () => ReadonlyMap<string, string>
  /** Parts of compounds, small. */
  parts: () => ReadonlySet<string>
  /** Parts of compounds that are words of letters alone, as first spelled; of three letters only with a capital. */
  words: () => readonly string[]
  /** First letters of all words in a row, those of `of`, `and`, `the`… small; once more without these. */
  initials: () => readonly string[]
}

const SMALL_WORDS = new Set('a an and as at by for from in into of on or the to via with'.split(' '))
// Longer neighbours than this are not one name: "Video R2" and "Qwen 2.5 VL" are.
const MAX_NEIGHBOURS = 4

// Every unknown word of a brief is compared with these; a hostile source may have tens of thousands.
const MAX_WORDS = 1500

/** Most texts are never asked for more than their tokens, so the rest is made on demand. */
export function indexNames(text: string): NameIndex {
  const tokens = readLatinTokens(text)
  const counts = new Map<string, number>()
  for (const { text: token } of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  const heads = once(() =>
    tokens.flatMap(({ text: token }) => splitName(token).map(part => part.toLowerCase())),
  )
  return {
    tokens,
    counts,
    names: once(() => [...counts.keys()].filter(isName)),
    byLower: once(() => indexLower(counts)),
    bySquash: once(() => indexSquashed(tokens)),
    parts: once(() => new Set(heads())),
    words: once(() => listWords(tokens)),
    initials: once(() => spellInitials(heads())),
  }
}

function listWords(tokens: readonly LatinToken[]): string[] {
  const words = new Map<string, string>()
  for (const { text } of tokens)
    for (const part of splitName(text))
      if (
        words.size < MAX_WORDS &&
        /^(?:[A-Za-z]{4,}|[A-Z][a-z]{2})$/.test(part) &&
        !words.has(part.toLowerCase())
      )
        words.set(part.toLowerCase(), part)
  return [...words.values()]
}

function indexLower(counts: ReadonlyMap<string, number>): Map<string, string> {
  const index = new Map<string, string>()
  for (const token of counts.keys())
    if (!index.has(token.toLowerCase())) index.set(token.toLowerCase(), token)
  return index
}

/** Capitals for words, small letters for small words; then the capitals alone. */
function spellInitials(words: readonly string[]): string[] {
  const letters = words.map(word => (SMALL_WORDS.has(word) ? (word[0] ?? '') : (word[0] ?? '').toUpperCase()))
  return [letters.join(''), letters.filter(letter => letter !== letter.toLowerCase()).join('')]
}

/** `USACO` for "USA Computing Olympiad". */
function extendsShortForm(letters: string, { tokens }: NameIndex): boolean {
  return tokens.some(({ text }, at) => {
    if (!/^\p{Lu}{2,4}$/u.test(text) || !letters.startsWith(text) || letters === text) return false
    const rest = letters.slice(text.length)
    const initials = tokens
      .slice(at + 1, at + 1 + rest.length)
      .map(other => other.text.charAt(0).toUpperCase())
    return initials.join('') === rest
  })
}

function indexSquashed(tokens: readonly LatinToken[]): Map<string, string> {
  const index = new Map<string, string>()
  const keys = tokens.map(token => squash(token.text))
  keys.forEach((key, at) => {
    if (!index.has(key)) index.set(key, tokens[at]?.text ?? '')
  })
  tokens.forEach((first, at) => {
    let key = keys[at] ?? ''
    let spelling = first.text
    for (let next = at + 1; next < Math.min(at + MAX_NEIGHBOURS, tokens.length); next++) {
      // Only what a blank parts is one name in two words.
      if (!tokens[next]?.followsBlank) return
      key += keys[next] ?? ''
      spelling += ` ${tokens[next]?.text ?? ''}`
      if (!index.has(key)) index.set(key, spelling)
    }
  })
  return index
}

/** `Qwen2.5-VL-7B` → `Qwen2.5`, `VL`, `7B`. */
export function splitName(token: string): string[] {
  return token.split(/[-_/:@&+·]|'s?$/).filter(part => part !== '')
}

// Any two letters begin two words somewhere; of these, only what the field really shortens counts.
const TWO_LETTERS = new Set(
  'AD AR BO CL CS CT CV DL DM DP DT EA FL GA GP HD HR IB IE IR KD KG KV LM LP LR MC ML MT NE PC PO QA QE RE RL RM RS SR SE SD TD TL TM UQ VI VR'.split(
    ' ',
  ),
)

/**
 * Whether the letters of a short form begin words in a row: `VLM` in "vision-language model". Its small letters
 * stand for small words: `CoT` in "chain of thought".
 */
export function isSpelledOut(acronym: string, index: NameIndex): boolean {
  const letters = acronym.replace(/s$/, '')
  if (!/^\p{Lu}\p{L}{1,7}$/u.test(letters) || (letters.length === 2 && !TWO_LETTERS.has(letters)))
    return false
  const [all = '', strong = ''] = index.initials()
  if (strong.includes(letters) || extendsShortForm(letters, index)) return true
  return letters.length > 3 && letters === letters.toUpperCase()
    ? all.toUpperCase().includes(letters)
    : all.includes(letters)
}
