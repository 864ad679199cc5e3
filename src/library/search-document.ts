/** Makes the document under which search finds a paper: its words with their weights, and what it can be filtered by. */
import { parseArxivId } from '../paper/arxiv-id.ts'
import type { Brief } from '../paper/brief.ts'
import type { StoredPaper } from './paper-row.ts'
import type { Stems } from './search-stems.ts'
import { type Extra, findExtras, type Token, tokenize } from './search-tokens.ts'
import { needsSegmenter, type Segmenter } from './segment.ts'

/**
 * Facts stand among the words of a document, told apart by a sign that no word begins with, so that one index answers
 * words and filters together.
 */
export const SIGN = { title: '!', author: '@', category: '=', language: '~' } as const

/** A title counts most (A), then keywords and authors (B), then all other text (C); D is for facts. */
type Weight = 'A' | 'B' | 'C' | 'D'

/** What search reads of a brief. */
export type SearchedBrief = Pick<Brief, 'form' | 'language' | 'fields'>

export interface Indexed {
  paper: StoredPaper
  /** Those to be found by, at most one a form and language. */
  briefs: readonly SearchedBrief[]
}

export interface SearchDocument {
  paperId: string
  day: string
  titleLength: number
  /** As Postgres reads a tsvector: `'languag':2A,9C 'model':3A`. */
  words: string
}

/** The texts of a paper, read once, before the stems of their words are known. */
export interface ReadPaper {
  item: Indexed
  fields: ReadField[]
  authors: Token[][]
}

interface ReadField {
  weight: Weight
  isTitle: boolean
  tokens: Token[]
  extras: Extra[]
}

// A position in a tsvector is at most 16,383; an abstract has a few hundred words, a brief as many.
const MAX_PLACE = 16_000
// No phrase reaches from one field into the next.
const FIELD_GAP = 10
const MAX_FIELD_CHARS = 100_000
const MAX_AUTHORS = 500

export function readPaper(item: Indexed, segmenter: Segmenter | undefined): ReadPaper {
  const { paper, briefs } = item
  const read = (text: string, weight: Weight, isTitle = false): ReadField => {
    const given = text.slice(0, MAX_FIELD_CHARS)
    const tokens = tokenize(given, segmenter)
    return { weight, isTitle, tokens, extras: findExtras(given, tokens, segmenter) }
  }
  const fields = [read(paper.title, 'A', true)]
  for (const brief of briefs)
    for (const [key, text] of Object.entries(brief.fields)) {
      const weight = WEIGHTS[key] ?? 'C'
      fields.push(read(text, weight, weight === 'A'))
    }
  fields.push(read(paper.abstract, 'C'))
  const authors = paper.authors.slice(0, MAX_AUTHORS).map(name => tokenize(name.slice(0, 200), segmenter))
  return { item, fields, authors }
}

const WEIGHTS: Record<string, Weight> = { title: 'A', keywords: 'B' }

export function itemNeedsSegmenter({ paper, briefs }: Indexed): boolean {
  return (
    needsSegmenter(paper.title) ||
    needsSegmenter(paper.abstract) ||
    paper.authors.some(needsSegmenter) ||
    briefs.some(brief => Object.values(brief.fields).some(needsSegmenter))
  )
}

export function* listWords({ fields }: ReadPaper): Generator<string> {
  for (const { tokens, extras } of fields) {
    for (const { word } of tokens) yield word
    for (const { word } of extras) yield word
  }
}

export function makeDocument({ item, fields, authors }: ReadPaper, stems: Stems): SearchDocument {
  const { paper, briefs } = item
  const lexemes = new Map<string, string>()
  const add = (lexeme: string, position: string): void => {
    const before = lexemes.get(lexeme)
    lexemes.set(lexeme, before ? `${before},${position}` : position)
  }
  const facts = new Set<string>()
  let base = 0
  for (const field of fields) {
    const { weight } = field
    for (const words of [field.tokens, field.extras])
      for (const { word, place } of words) {
        const lexeme = stems.stem(word)
        if (lexeme === '' || base + place > MAX_PLACE) continue
        add(lexeme, `${base + place}${weight}`)
        if (field.isTitle) facts.add(SIGN.title + lexeme)
      }
    base += (field.tokens.at(-1)?.place ?? 0) + FIELD_GAP
  }
  for (const tokens of authors) {
    for (const { word, place } of tokens) {
      if (base + place > MAX_PLACE) break
      add(word, `${base + place}B`)
      add(SIGN.author + word, `${base + place}D`)
    }
    base += (tokens.at(-1)?.place ?? 0) + FIELD_GAP
  }
  for (const category of paper.categories.slice(0, 100)) {
    const [archive = ''] = category.split('.')
    facts.add(SIGN.category + nameFact(category)).add(SIGN.category + nameFact(archive))
  }
  for (const { language } of briefs) facts.add(SIGN.language + nameFact(language))
  return {
    paperId: paper.id,
    day: dayOf(paper),
    titleLength: Math.min(32_000, fields[0]?.tokens.length ?? 0),
    words: formatVector(lexemes, facts),
  }
}

function formatVector(lexemes: ReadonlyMap<string, string>, facts: ReadonlySet<string>): string {
  let text = ''
  for (const [lexeme, positions] of lexemes) text += `${quoteLexeme(lexeme)}:${positions} `
  for (const fact of facts) text += `${quoteLexeme(fact)} `
  return text
}

/** As a tsvector and a tsquery both want it. */
export function quoteLexeme(lexeme: string): string {
  // Words as `tokenize` finds them need no escape; facts may hold anything.
  return /['\\]/.test(lexeme) ? `'${lexeme.replace(/['\\]/g, '$&$&')}'` : `'${lexeme}'`
}

/** The form of a category or language tag under which it is filtered by. */
export function nameFact(name: string): string {
  return name.trim().toLowerCase().slice(0, 100).toWellFormed()
}

/** When the paper appeared, as far as is known: the source's day, else the month in its arXiv id. */
function dayOf({ id, published }: StoredPaper): string {
  if (published && /^\d{4}-\d{2}-\d{2}$/.test(published)) return published
  const month = parseArxivId(id) && /(\d{2})(\d{2})[\d.]+$/.exec(id)
  if (!month?.[1] || !month[2]) return ''
  // arXiv began in 1991.
  return `${Number(month[1]) < 91 ? 20 : 19}${month[1]}-${month[2]}`
}
