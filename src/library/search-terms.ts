/** Writes one term of a query as Postgres's tsquery; every word of the person's stands in it as a quoted lexeme. */
import type { SearchTerm } from '../paper/search-query.ts'
import { nameFact, quoteLexeme, SIGN } from './search-document.ts'
import type { Stems } from './search-stems.ts'
import { findExtras, splitName, type Token, tokenize } from './search-tokens.ts'
import type { Segmenter } from './segment.ts'

export interface TermTools {
  stems: Stems
  /** Absent where the query has no word that needs it. */
  segmenter: Segmenter | undefined
  /** Whether its last word is still being typed. */
  prefix: boolean
  /** Look for the words in titles only. */
  inTitle: boolean
}

// A shorter beginning is that of half the dictionary.
const MIN_PREFIX = 3
const ASCII = /^[\0-\x7f]/

/** Undefined for a term that the index knows nothing of, and for words that say nothing ("the"). */
export function expressTerm(term: SearchTerm, tools: TermTools): string | undefined {
  switch (term.kind) {
    case 'word':
      return expressWord(term.text, tools)
    case 'phrase':
      return expressPhrase(tokenize(term.text, tools.segmenter), tools)
    case 'author':
      return expressAuthor(tokenize(term.text, tools.segmenter))
    case 'category':
      return quoteLexeme(SIGN.category + nameFact(term.text))
    case 'language':
      return `${quoteLexeme(SIGN.language + nameFact(term.text))}:*`
    default:
      return undefined
  }
}

/** Every word whose stem `expressTerm` asks for. */
export function* listTermWords(term: SearchTerm, segmenter: Segmenter | undefined): Generator<string> {
  if (term.kind !== 'word' && term.kind !== 'phrase') return
  const tokens = tokenize(term.text, segmenter)
  for (const { word } of [...tokens, ...findExtras(term.text, tokens, segmenter)]) {
    yield word
    yield* splitName(word) ?? []
  }
}

/** Words of an unspaced script may stand apart; what is typed as one word ("GPT-4o") stands together, or joined. */
function expressWord(text: string, tools: TermTools): string | undefined {
  const tokens = tokenize(text, tools.segmenter)
  const joined = findExtras(text, tokens, tools.segmenter).find(
    ({ first, last }) => first === 0 && last > 0 && last === tokens.length - 1,
  )
  const parts = splitRuns(tokens).map(run => {
    const runTools = { ...tools, prefix: tools.prefix && run.at(-1) === tokens.at(-1) }
    if (!run[0]?.isUnspaced) return expressPhrase(run, runTools)
    // A character alone may be the beginning of a word.
    const isAlone = tokens.length === 1 && run[0].word.length === 1
    return expressUnspaced(run[0], { ...runTools, prefix: runTools.prefix || isAlone })
  })
  const apart = joinAll(parts)
  return joinAny([apart, joined && expressLexeme(joined.word, { ...tools, prefix: false })])
}

/** Each unspaced token alone, the others with their neighbours. */
function splitRuns(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = []
  for (const token of tokens) {
    const run = runs.at(-1)
    if (run && !token.isUnspaced && run[0]?.isUnspaced === false) run.push(token)
    else runs.push([token])
  }
  return runs
}

/** A long word may have been read as its parts elsewhere: 强化学习 as 强化 and 学习. */
function expressUnspaced(token: Token, tools: TermTools): string | undefined {
  const { word, place } = token
  const whole = expressLexeme(word, tools)
  const parts = coverWord(word, tools.segmenter?.cutFiner(word) ?? [])
  const tokens = parts.map(({ part, offset }) => ({ ...token, word: part, place: place + offset }))
  return joinAny([whole, expressPhrase(tokens, { ...tools, prefix: false })])
}

/** The parts that make up the word, one after the other; none where they leave a gap. */
function coverWord(word: string, parts: readonly string[]): { part: string; offset: number }[] {
  const cover: { part: string; offset: number }[] = []
  for (let offset = 0; offset < word.length; ) {
    const part = parts.find(candidate => word.startsWith(candidate, offset))
    if (!part) return []
    cover.push({ part, offset })
    offset += part.length
  }
  return cover
}

/** Lexemes at the distances at which they were typed; a word that says nothing keeps its place. */
export function expressPhrase(
  tokens: readonly Token[],
  tools: TermTools & { weight?: 'A' },
): string | undefined {
  let text: string | undefined
  let place = 0
  for (const token of tokens) {
    const lexeme = expressLexeme(token.word, { ...tools, prefix: tools.prefix && token === tokens.at(-1) })
    if (lexeme === undefined) continue
    // Words of titles are facts, which have no places.
    const operator = tools.inTitle ? '&' : `<${token.place - place}>`
    text = text === undefined ? lexeme : `${text} ${operator} ${lexeme}`
    place = token.place
  }
  return text
}

type LexemeTools = Pick<TermTools, 'stems' | 'prefix' | 'inTitle'> & { weight?: 'A' }

function expressLexeme(word: string, { stems, inTitle, prefix, weight }: LexemeTools): string | undefined {
  const sign = inTitle ? SIGN.title : ''
  const write = (lexeme: string): string => quoteLexeme(sign + lexeme) + (weight ? `:${weight}` : '')
  const stem = stems.stem(word)
  if (prefix && (word.length >= MIN_PREFIX || !ASCII.test(word))) {
    const begun = `${quoteLexeme(sign + word)}:*${weight ?? ''}`
    return stem === '' || stem.startsWith(word) ? begun : `(${write(stem)} | ${begun})`
  }
  if (stem === '') return undefined
  const [name = '', number = ''] = splitName(word)?.map(part => stems.stem(part)) ?? []
  if (name === '' || number === '') return write(stem)
  return `(${write(stem)} | ${write(name)} ${inTitle ? '&' : '<->'} ${write(number)})`
}

/** Given name first or last, with or without a middle name. */
function expressAuthor(tokens: readonly Token[]): string | undefined {
  const names = tokens.slice(0, 8).map(({ word }) => quoteLexeme(SIGN.author + word))
  const [first, second, third] = names
  if (second === undefined || third !== undefined) return names.length > 0 ? names.join(' <-> ') : undefined
  return joinAny([`${first} <-> ${second}`, `${first} <2> ${second}`, `${second} <-> ${first}`])
}

export function joinAll(parts: readonly (string | undefined)[]): string | undefined {
  return join(parts, ' & ')
}

export function joinAny(parts: readonly (string | undefined)[]): string | undefined {
  return join(parts, ' | ')
}

function join(parts: readonly (string | undefined)[], operator: string): string | undefined {
  const given = [...new Set(parts.filter(part => part !== undefined))]
  return given.length > 1 ? given.map(part => `(${part})`).join(operator) : given[0]
}
