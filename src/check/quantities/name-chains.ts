/** Tells the digits of a name (GPT-4o, H100, Pass@1) from those of a figure (7B, 5-fold, 2-5). */
import { findScale } from './english-numbers.ts'
import type { Token } from './tokenize.ts'
import { findLatinUnit } from './units.ts'

// Prefixes and common nouns that stay words when a figure hangs on them: sub-10 ms, top-5, pre-2020.
const openPrefixes = new Set(
  'sub pre post mid non over under near about around below above up top rank level stage step phase type tier order size day week year grade version part round and to at in by vs approx circa ca pp acc hop under-'.split(
    ' ',
  ),
)
const suffixes = new Set(['st', 'nd', 'rd', 'th', 'x', 'X', 'D', 'F', 'fold', 'pp', 's', 'σ'])
const joints = "-‑._@'’+#&"

/** Turns the numbers that belong to names into `name` tokens; returns the numbers that hang on a common word. */
export function markNames(tokens: readonly Token[]): ReadonlySet<Token> {
  const loose = new Set<Token>()
  for (let at = 0; at < tokens.length; ) {
    const end = findChainEnd(tokens, at)
    if (end - at > 1) markChain({ tokens, start: at, end, loose })
    at = end
  }
  return loose
}

/** Words, numbers and joints without a space between them; a joint needs something on both sides. */
function findChainEnd(tokens: readonly Token[], start: number): number {
  let end = start
  while (end < tokens.length) {
    const token = tokens[end]
    if (!token || (end > start && !token.glued)) break
    if (isPart(token)) end++
    else if (end > start && isJoint(token) && tokens[end + 1]?.glued && isPart(tokens[end + 1])) end++
    else break
  }
  return Math.max(end, start + 1)
}

interface Chain {
  tokens: readonly Token[]
  start: number
  end: number
  loose: Set<Token>
}

function markChain({ tokens, start, end, loose }: Chain): void {
  let named = false
  for (let at = start; at < end; at++) {
    const token = tokens[at]
    if (token?.kind !== 'number') continue
    const before = at > start ? tokens[at - 1] : undefined
    const standing = named ? 'named' : judgePrefix({ tokens, start, at, before })
    if (standing === 'named' || !hasPlainSuffix(tokens, at, end)) {
      named = true
      token.kind = 'name'
    } else if (standing === 'loose') loose.add(token)
  }
}

function judgePrefix({
  tokens,
  start,
  at,
  before,
}: {
  tokens: readonly Token[]
  start: number
  at: number
  before: Token | undefined
}): 'free' | 'loose' | 'named' {
  if (!before) return 'free'
  if (before.kind === 'word')
    return before.text === 'x' && tokens[at - 2]?.kind === 'number' ? 'free' : 'named'
  if (before.kind === 'raised') return 'free'
  if (before.text === '+' || before.text === '&') return 'free'
  if (before.text !== '-' && before.text !== '‑') return 'named'
  const head = at - 2 >= start ? tokens[at - 2] : undefined
  if (head?.kind !== 'word') return 'free'
  // "10-K-15": the word before is itself the suffix of a figure.
  if (tokens[at - 3]?.kind === 'number' && head.glued) return 'free'
  return openPrefixes.has(head.text.toLowerCase()) ? 'loose' : 'named'
}

/** Nothing, or a unit, a scale or an ordinal ending, may be glued to a figure. */
function hasPlainSuffix(tokens: readonly Token[], at: number, end: number): boolean {
  const behind = at + 1 < end ? tokens[at + 1] : undefined
  if (behind?.kind === 'mark' && "._@'’#".includes(behind.text)) return false
  if (behind?.kind !== 'word') return true
  if (!suffixes.has(behind.text) && findScale(behind.text) === undefined && !findLatinUnit(behind.text))
    return false
  const next = at + 2 < end ? tokens[at + 2] : undefined
  return next?.kind !== 'number' && next?.kind !== 'name' ? true : behind.text === 'x' || behind.text === 'X'
}

function isPart(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' || token?.kind === 'number' || token?.kind === 'raised' || token?.kind === 'name'
  )
}

function isJoint(token: Token): boolean {
  return token.kind === 'mark' && joints.includes(token.text)
}
