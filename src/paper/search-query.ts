/** Reads what a person types into a search box: words, "phrases", -minus, OR, and filters such as `author:`. */
import { parseArxivId } from './arxiv-id.ts'
import { cleanLine } from './clean-text.ts'
import { type DaySpan, parseDaySpan } from './day-span.ts'

export type SearchTerm =
  /** Typed without a space: `GPT-4o`, `扩散模型`. */
  | { kind: 'word'; text: string }
  | { kind: 'phrase'; text: string }
  | { kind: 'author'; text: string }
  /** In small letters: `cs.cl`, or an archive alone: `cs`. */
  | { kind: 'category'; text: string }
  | { kind: 'date'; span: DaySpan }
  /** The beginning of an id. */
  | { kind: 'id'; text: string }
  /** The beginning of a language tag, in small letters: papers with a brief in it. */
  | { kind: 'language'; text: string }

export interface SearchGroup {
  /** Any of them; at least one. */
  terms: SearchTerm[]
  isExcluded: boolean
}

export interface SearchQuery {
  /** All of them. */
  groups: SearchGroup[]
  /** Filters that could not be read, as they were typed: `date:tomorrow`. */
  ignored: string[]
}

// Nobody types more; what is pasted beyond it would only make the answer slower.
const MAX_CHARS = 1000
const MAX_TERMS = 40

const SPACE = /\s/
const QUOTES = '"“”„«»「」『』＂'
const MINUS = '-−－'
const FIELD = /(author|cat|date|id|lang)[:：]/iy

/** Never throws: what is no filter, and every stray mark, is a word. Of a text beyond 1,000 characters, the beginning. */
export function parseSearchQuery(given: string): SearchQuery {
  const text = cleanLine(given.slice(0, 4 * MAX_CHARS)).slice(0, MAX_CHARS)
  const query: SearchQuery = { groups: [], ignored: [] }
  let at = 0
  let count = 0
  let joinsNext = false
  while (at < text.length && count < MAX_TERMS) {
    if (SPACE.test(text.charAt(at))) {
      at++
      continue
    }
    const isExcluded = MINUS.includes(text.charAt(at)) && !/^.?(?:\s|$)/u.test(text.slice(at, at + 2))
    const token = readToken(text, isExcluded ? at + 1 : at)
    at = token.end
    if (!isExcluded && !token.isQuoted && (token.text === 'OR' || token.text === '|')) {
      joinsNext = query.groups.at(-1)?.isExcluded === false
      continue
    }
    if (token.text === '') continue
    count++
    const term = toTerm(token)
    const last = query.groups.at(-1)
    if (term === undefined) query.ignored.push(`${token.field}:${token.text}`)
    else if (joinsNext && !isExcluded && last) last.terms.push(term)
    else query.groups.push({ terms: [term], isExcluded })
    joinsNext = false
  }
  return query
}

interface RawToken {
  field?: string
  text: string
  isQuoted: boolean
  end: number
}

function readToken(text: string, start: number): RawToken {
  FIELD.lastIndex = start
  const field = FIELD.exec(text)?.[1]?.toLowerCase()
  const from = field === undefined ? start : FIELD.lastIndex
  const value = readValue(text, from)
  // `author:` alone, as in a title that ends so.
  if (field === undefined || value.text === '') return readValue(text, start)
  return { field, ...value }
}

function readValue(text: string, start: number): RawToken {
  if (isQuote(text.charAt(start))) {
    let end = start + 1
    while (end < text.length && !isQuote(text.charAt(end))) end++
    return { text: text.slice(start + 1, end).trim(), isQuoted: true, end: end + 1 }
  }
  let end = start
  while (end < text.length && !SPACE.test(text.charAt(end)) && !isQuote(text.charAt(end))) end++
  return { text: text.slice(start, end), isQuoted: false, end: Math.max(end, start + 1) }
}

function isQuote(character: string): boolean {
  return character !== '' && QUOTES.includes(character)
}

/** Undefined for a filter whose value cannot be read. */
function toTerm({ field, text, isQuoted }: RawToken): SearchTerm | undefined {
  switch (field) {
    case 'author':
      return { kind: 'author', text }
    case 'cat': {
      // `cs.` and `cs.*` are the archive.
      const category = text.toLowerCase().replace(/[.*]{1,3}$/, '')
      return category === '' ? undefined : { kind: 'category', text: category }
    }
    case 'lang':
      return { kind: 'language', text: text.toLowerCase() }
    case 'id':
      return { kind: 'id', text: parseArxivId(text)?.id ?? text }
    case 'date': {
      const span = parseDaySpan(text)
      return span && { kind: 'date', span }
    }
    default: {
      if (isQuoted) return { kind: 'phrase', text }
      const arxivId = parseArxivId(text)
      return arxivId ? { kind: 'id', text: arxivId.id } : { kind: 'word', text }
    }
  }
}

/** The id where the query may ask for one paper and nothing else: `2505.17894`, a link to it, `doi:10.1000/182`. */
export function findSoleId({ groups }: SearchQuery): string | undefined {
  const [group, second] = groups
  const [term, other] = group?.terms ?? []
  if (!term || second || other || group?.isExcluded) return undefined
  if (term.kind === 'word') return /^[a-z]+:./.test(term.text) ? term.text.toLowerCase() : undefined
  return term.kind === 'id' ? term.text : undefined
}
