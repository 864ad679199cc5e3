/** Finds what must come through a translation letter for letter: formulas, links, names, figures. */
import { findFormulas } from './formulas.ts'
import { convertScale, SCALE_WORDS } from './scale-words.ts'

export interface ProtectedSpan {
  start: number
  end: number
  /** What stands for it in the translation: the same words, or a figure in the units of that language. */
  restored: string
  kind: 'formula' | 'link' | 'name' | 'figure'
}

export interface ProtectionOptions {
  /** Of the translation. */
  language: string
  /** Words that are names in this paper though they look like others: `Mamba`. */
  names?: ReadonlySet<string>
  /** Also whole numbers, which translate well by themselves. */
  allFigures?: boolean
}

// Addresses with and without a scheme, mail addresses, DOIs and arXiv ids.
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"'`“”‘’{}|\\^\u3000-\u9fff]{1,2000}|(?<![\w@./-])[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}|(?<![\w@./-])(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,10}\/[^\s<>"'`“”‘’{}|\\^\u3000-\u9fff]{0,2000}|(?<![\w/.])10\.\d{4,9}\/[^\s<>"'“”]{1,300}|\barXiv:\s?\d{4}\.\d{4,5}(?:v\d+)?/gi
const TRAILING = /[.,;:!?*…'")\]}]/
const MAX_TOKEN = 120

/** In reading order, none overlapping; linear in the length of the text. */
export function findProtectedSpans(text: string, options: ProtectionOptions): ProtectedSpan[] {
  const fixed: ProtectedSpan[] = findFormulas(text).map(({ start, end }) =>
    span(text, [start, end], 'formula'),
  )
  let rest = blank(text, fixed)
  const links = [...rest.matchAll(LINK)].map(({ 0: raw, index }) =>
    span(text, [index, index + trimLink(raw).length], 'link'),
  )
  rest = blank(rest, links)
  const words = readTokens(rest)
  const found = [...fixed, ...links, ...findMath(text, words), ...findWords({ text, words, options })]
  return mergeNeighbours(text, dropOverlaps(found))
}

function span(text: string, [start, end]: [number, number], kind: ProtectedSpan['kind']): ProtectedSpan {
  return { start, end, restored: text.slice(start, end), kind }
}

/** Spaces in place of the spans, so that all places stay what they were. */
function blank(text: string, spans: readonly ProtectedSpan[]): string {
  let out = ''
  let last = 0
  for (const { start, end } of spans) {
    out += text.slice(last, start) + ' '.repeat(end - start)
    last = end
  }
  return out + text.slice(last)
}

function trimLink(raw: string): string {
  let end = raw.length
  while (end > 1 && TRAILING.test(raw[end - 1] ?? '')) {
    if (raw[end - 1] === ')' && raw.slice(0, end).includes('(')) break
    end--
  }
  return raw.slice(0, end)
}

interface Token {
  /** Without brackets, quotes and punctuation around it. */
  core: string
  start: number
  end: number
  /** A bracket or quote stood before it, or punctuation behind it: it goes together with nothing on that side. */
  isOpened: boolean
  isClosed: boolean
}

function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: raw, index } of text.matchAll(/\S+/g)) {
    if (raw.length > MAX_TOKEN) continue
    let from = 0
    let to = raw.length
    while (from < to && /["'“‘([{«]/.test(raw[from] ?? '')) from++
    while (to > from && /["'”’)\]}».,;:!?…]/.test(raw[to - 1] ?? '')) to--
    // `f(x)` and `O(N^(1/2))` keep the brackets that they opened.
    let open = count(raw.slice(from, to), '(') - count(raw.slice(from, to), ')')
    for (; open > 0 && raw[to] === ')'; open--) to++
    if (to > from)
      tokens.push({
        core: raw.slice(from, to),
        start: index + from,
        end: index + to,
        isOpened: from > 0,
        isClosed: to < raw.length,
      })
  }
  return tokens
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

const MATH = /[\p{Sm}^_\p{Script=Greek}¹²³\u1d2c-\u1d6a\u2070-\u209c\u02b0-\u02e4ℂ-ℤ𝐀-𝟿]/u
const OPERAND = /^(?:[-−]?\d[\d.,]*%?|[a-zB-HJ-Z](?:\([^()\s]{1,20}\))?|[a-z]{1,3}\([^()\s]{1,20}\))$/u

/** Formulas that were written as plain text: runs such as `α = 3`, `x ∈ ℝⁿ`, `O(n²)`. */
function findMath(text: string, words: readonly Token[]): ProtectedSpan[] {
  const spans: ProtectedSpan[] = []
  for (let at = 0; at < words.length; at++) {
    const isMath = (token: Token | undefined) => token !== undefined && MATH.test(token.core)
    if (!isMath(words[at])) continue
    let first = at
    let last = at
    const before = words[first - 1]
    if (before && !before.isClosed && isOperator(words[first]) && OPERAND.test(before.core)) first--
    while (!words[last]?.isClosed) {
      const next = words[last + 1]
      if (!next || next.isOpened || !(isMath(next) || (isOperator(words[last]) && OPERAND.test(next.core))))
        break
      last++
    }
    const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0]
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) spans.push(span(text, [start, end], 'formula'))
    at = last
  }
  return spans
}

function isOperator(token: Token | undefined): boolean {
  return token !== undefined && /^[\p{Sm}^]{1,3}$/u.test(token.core)
}

function findWords({
  text,
  words,
  options,
}: {
  text: string
  words: readonly Token[]
  options: ProtectionOptions
}): ProtectedSpan[] {
  const isShouted = (text.match(/\p{Lu}/gu)?.length ?? 0) > (text.match(/\p{Ll}/gu)?.length ?? 0)
  const spans: ProtectedSpan[] = []
  for (const [at, token] of words.entries()) {
    const next = token.isClosed || words[at + 1]?.isOpened ? undefined : words[at + 1]
    const found = readFigure({ text, token, next, options }) ?? readName({ text, token, options, isShouted })
    const versioned = at > 0 && next ? readVersioned(text, token, next) : undefined
    if (versioned ?? found) spans.push(...[versioned ?? found].flatMap(one => one ?? []))
  }
  return spans
}

const ORDINAL = /^\d+(?:st|nd|rd|th)$/
const FIGURE = /^[~≈<>≤≥±+−-]?[$€£¥]?\d/
const SCALED = new RegExp(`^([~≈$€£]{0,2}\\d[\\d.,]*)-(${SCALE_WORDS.join('|')})(?=-|$)`, 'i')

// What stands behind a figure with a blank between them and must not be told apart from it.
const UNIT =
  /^(?:%|‰|°[CF]?|[kKMGT]?(?:B|Hz|W|Wh|bps|FLOPS?)|[munp]?[smgVAJL]|[μµ][msgVA]|[cdk]m|kg|dB|px|fps|FPS|mAh|ppm|hrs?|min|°)$/

function readFigure({
  text,
  token,
  next,
  options,
}: {
  text: string
  token: Token
  next: Token | undefined
  options: ProtectionOptions
}): ProtectedSpan | undefined {
  const { core, start, end } = token
  const scaled = SCALED.exec(core)
  if (scaled) {
    const [all, figure = '', word = ''] = scaled
    const restored = convertScale(figure, word, options.language) ?? all
    return { start, end: start + all.length, restored, kind: 'figure' }
  }
  if (!FIGURE.test(core) || ORDINAL.test(core)) return undefined
  const word = /^(?:thousand|million|billion|trillion)(?![a-z])/i.exec(next?.core ?? '')?.[0]
  if (next && word) {
    const to = next.start + word.length
    const restored = convertScale(core, word, options.language)
    return restored === undefined
      ? span(text, [start, end], 'figure')
      : { start, end: to, restored, kind: 'figure' }
  }
  if (next && UNIT.test(next.core)) return span(text, [start, next.end], 'figure')
  // "12-layer": the word behind the figure is translated.
  const tail = /-\p{Ll}{2,}.*$/u.exec(core)?.[0].length ?? 0
  const figure = core.slice(0, core.length - tail)
  const isPlain = /^\d{1,4}$/.test(figure)
  return isPlain && !options.allFigures ? undefined : span(text, [start, end - tail], 'figure')
}

/** A letter beside a digit, a capital inside, two capitals, an underscore: what nobody translates. */
const CODE = /\p{L}\d|\d\p{L}|\p{Ll}\p{Lu}|\p{Lu}{2}|_|\p{L}@[\p{L}\d]|^\p{Lu}[/&]\p{Lu}$/u
const POSSESSIVE = /['’]s?$/
// Capitals that every language has a word of its own for.
const TRANSLATED = new Set(['AI', 'US', 'USA', 'UK', 'EU', 'UN'])

function readName({
  text,
  token,
  options,
  isShouted,
}: {
  text: string
  token: Token
  options: ProtectionOptions
  isShouted: boolean
}): ProtectedSpan | undefined {
  const core = token.core.replace(POSSESSIVE, '')
  if (options.names?.has(core)) return span(text, [token.start, token.start + core.length], 'name')
  if (!CODE.test(core) || ORDINAL.test(core) || TRANSLATED.has(core)) return undefined
  if (isShouted && /^[\p{Lu}\p{P}]+$/u.test(core)) return undefined
  if (/[@\\:]/.test(core)) return span(text, [token.start, token.start + core.length], 'name')
  // "LLM-based", "non-IID": the small-letter parts are words.
  const parts = [...core.matchAll(/[^-–—]+/g)].map(({ 0: part, index }) => ({ part, index }))
  const isCode = ({ part }: { part: string }) => CODE.test(part)
  let first = parts.findIndex(isCode)
  let last = parts.findLastIndex(isCode)
  if (first > 0 && /^(?:\p{L}|\p{Lu}\p{L}*)$/u.test(parts[first - 1]?.part ?? '')) first--
  while (last + 1 < parts.length && /^(?:\p{Lu}\p{Ll}*|\d[\d.]*)$/u.test(parts[last + 1]?.part ?? '')) last++
  const from = parts[Math.max(first, 0)]
  const to = parts[Math.max(last, 0)]
  if (!from || !to) return undefined
  return span(text, [token.start + from.index, token.start + to.index + to.part.length], 'name')
}

// A capital and a number behind it are no name here.
const CAPTIONS = new Set(
  `figure fig table tab section sec stage phase level step algorithm theorem lemma type class group day week version
  chapter experiment study task part layer round track case question appendix equation eq definition proposition
  january february march april may june july august september october november december`.split(/\s+/),
)

/** "Llama 3.1", "Gemini 2": a capitalised word inside a sentence with its version. */
function readVersioned(text: string, token: Token, next: Token): ProtectedSpan | undefined {
  if (token.isClosed || !/^\p{Lu}\p{Ll}{2,20}$/u.test(token.core)) return undefined
  if (CAPTIONS.has(token.core.toLowerCase())) return undefined
  if (!/^\d{1,2}(?:\.\d{1,2})?[a-z]?$/i.test(next.core) || text.slice(token.end, next.start) !== ' ')
    return undefined
  // After a full stop the capital says nothing.
  if (/[.!?:][\s"”)]*$/.test(text.slice(Math.max(0, token.start - 4), token.start))) return undefined
  return span(text, [token.start, next.end], 'name')
}

/** Of two that overlap, the one that begins first; of two that begin together, the longer one. */
function dropOverlaps(spans: readonly ProtectedSpan[]): ProtectedSpan[] {
  const kept: ProtectedSpan[] = []
  for (const found of spans.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (found.start >= (kept.at(-1)?.end ?? 0)) kept.push(found)
  return kept
}

/** Two names or formulas with one blank between them are one: fewer marks disturb the translation less. */
function mergeNeighbours(text: string, spans: readonly ProtectedSpan[]): ProtectedSpan[] {
  const merged: ProtectedSpan[] = []
  for (const found of spans) {
    const before = merged.at(-1)
    const isPair = before && before.kind === found.kind && (found.kind === 'name' || found.kind === 'formula')
    if (isPair && text.slice(before.end, found.start) === ' ')
      merged[merged.length - 1] = span(text, [before.start, found.end], found.kind)
    else merged.push(found)
  }
  return merged
}
