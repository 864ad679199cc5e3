/** Reads what a text says itself of its terms: `检索增强生成（Retrieval-Augmented Generation, RAG）`. */
import { findAll } from './find-all.ts'

export interface TermDeclaration {
  /** The words before the bracket, back to the last mark or blank: the rendering is the end of them. */
  before: string
  /** As it stands in the bracket, without the short form. */
  english: string
  abbreviation?: string
  /** Index of the bracket, and behind its closing one. */
  open: number
  end: number
}

// A rendering is a word, a bracket is short: the bounds keep hostile text from costing more than its length.
const BRACKET =
  /[（(]\s{0,2}([A-Za-z][A-Za-z0-9 '’.&/+\-\u2010-\u2013]{1,90})(?:\s{0,2}[,，;；、/]\s{0,2}([A-Za-z][A-Za-z0-9.+-]{1,14}))?\s{0,2}[）)]/gu
const BEFORE = /[\p{L}\p{M}\p{N}·・\-–—/+]{1,40}(?=[ \u00a0]?$)/u
const MAX_BEFORE = 41

const NON_LATIN = /[^\p{Script=Latin}\p{N}\p{M}·\-–—/+]/u

/** In reading order; only what stands before a bracket with English in it, in other than Latin letters. */
export function readDeclarations(text: string): TermDeclaration[] {
  const declarations: TermDeclaration[] = []
  for (const { 0: bracket, 1: english = '', 2: abbreviation, index: open } of findAll(text, BRACKET)) {
    const [before = ''] = BEFORE.exec(text.slice(Math.max(0, open - MAX_BEFORE), open)) ?? []
    if (!NON_LATIN.test(before)) continue
    const declared = { before, english: english.trim(), open, end: open + bracket.length }
    declarations.push(abbreviation === undefined ? declared : { ...declared, abbreviation })
  }
  return declarations
}

/** What an English text says itself: `retrieval-augmented generation (RAG)`. */
export interface AbbreviationDefinition {
  /** The words that the short form's letters begin. */
  phrase: string
  abbreviation: string
  /** Where the phrase begins. */
  start: number
}

const SHORT_FORM = /\(\s?([A-Z][A-Za-z0-9-]{1,9}?)s?\s?[),;]/g
const MAX_PHRASE = 100
const SMALL_WORD = /^(?:of|and|the|for|in|to|with|on|by|a|an|from|as|via)$/i

/** After Schwartz and Hearst (2003), by first letters only: what is left out there is seldom a term. */
export function readDefinitions(text: string): AbbreviationDefinition[] {
  const definitions: AbbreviationDefinition[] = []
  for (const { 1: abbreviation = '', index } of findAll(text, SHORT_FORM)) {
    if (!/[A-Z].*[A-Z]/.test(abbreviation)) continue
    const from = Math.max(0, index - MAX_PHRASE)
    const words = findAll(text.slice(from, index), /[A-Za-z0-9]+/g)
    const first = matchLetters(
      words.map(([word]) => word),
      abbreviation.replace(/[^A-Za-z]/g, '').toLowerCase(),
    )
    const start = first === undefined ? undefined : words[first]?.index
    if (start === undefined) continue
    const phrase = text.slice(from + start, index).trim()
    if (!/[.;:!?()]/.test(phrase)) definitions.push({ phrase, abbreviation, start: from + start })
  }
  return definitions
}

/** The word at which a reading of the letters begins, from the last word back; small words may go without a letter. */
function matchLetters(words: readonly string[], letters: string): number | undefined {
  let at = words.length
  for (let left = letters.length; left > 0; ) {
    const word = words[--at]?.toLowerCase()
    if (word === undefined) return undefined
    if (word.startsWith(letters[left - 1] ?? '')) left--
    else if (left === letters.length || !SMALL_WORD.test(word)) return undefined
  }
  return at === words.length ? undefined : at
}
