/** The words of a text, with their places: the one reading of text that index, query and highlights share. */
import type { Segmenter } from './segment.ts'

export interface Token {
  /** In small letters, without accents; not stemmed. */
  word: string
  start: number
  end: number
  /**
   * Counts words, and in unspaced scripts characters, so that a phrase is found however it was cut into words.
   */
  place: number
  /** Written without spaces between words. */
  isUnspaced: boolean
}

/** A further word at the place of a token. */
export interface Extra {
  word: string
  place: number
  /** Which tokens it stands for, the last included. */
  first: number
  last: number
}

// A lexeme of Postgres has at most 2,046 bytes; no word of anybody's is as long as this.
const MAX_WORD = 60

// A number keeps its points (3.1, 2505.17894), a name its digits (qwen2.5), a language its signs (C++, C#).
const WORD = /[\p{L}\p{M}\p{N}]+(?:(?<=\p{Nd})\.\p{Nd}[\p{L}\p{N}]*)*(?:\+\+|#)?/gu
const ASCII_WORD = /[a-z0-9]+(?:(?<=[0-9])\.[0-9][a-z0-9]*)*(?:\+\+|#)?/g
const UNSPACED_RUN =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+|[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+)/u
const NOT_ASCII = /[^\0-\x7f]/
const MARKS = /\p{M}+/gu
// The hyphen of the keyboard, the true one, and the one that no line is broken at.
const HYPHENS = new Set([0x2d, 0x2010, 0x2011])

/** Without a segmenter, what is written without spaces is one word from mark to mark. */
export function tokenize(text: string, segmenter?: Segmenter): Token[] {
  if (!NOT_ASCII.test(text)) return tokenizeAscii(text)
  const tokens: Token[] = []
  let place = 1
  for (const match of text.matchAll(WORD)) {
    const [raw] = match
    if (!NOT_ASCII.test(raw)) {
      tokens.push(spacedToken(raw, { start: match.index, place: place++ }))
      continue
    }
    let start = match.index
    // With the separators captured, every other part is an unspaced run.
    for (const [index, part] of raw.split(UNSPACED_RUN).entries()) {
      if (part === '') continue
      if (index % 2 === 0) tokens.push(spacedToken(part, { start, place: place++ }))
      else {
        for (const word of segmenter?.cut(part) ?? [part]) {
          tokens.push({
            word: fold(word),
            start,
            end: start + word.length,
            place,
            isUnspaced: true,
          })
          start += word.length
          place += word.length
        }
        continue
      }
      start += part.length
    }
  }
  return tokens
}

/** The same for most abstracts, in half the time: nothing to fold but case. */
function tokenizeAscii(text: string): Token[] {
  const tokens: Token[] = []
  const small = text.toLowerCase()
  ASCII_WORD.lastIndex = 0
  for (let match = ASCII_WORD.exec(small); match; match = ASCII_WORD.exec(small)) {
    const [word] = match
    const start = match.index
    tokens.push({
      word: word.length > MAX_WORD ? word.slice(0, MAX_WORD) : word,
      start,
      end: start + word.length,
      place: tokens.length + 1,
      isUnspaced: false,
    })
  }
  return tokens
}

function spacedToken(raw: string, { start, place }: { start: number; place: number }): Token {
  return { word: fold(raw), start, end: start + raw.length, place, isUnspaced: false }
}

function fold(raw: string): string {
  const short = raw.length > MAX_WORD ? raw.slice(0, MAX_WORD).toWellFormed() : raw
  if (!NOT_ASCII.test(short)) return short.toLowerCase()
  return short.normalize('NFKD').replace(MARKS, '').toLowerCase().normalize('NFC')
}

// "state-of-the-art" is the longest that anybody writes in one word.
const MAX_COMPOUND = 4

/** Under which further words a token is found: `pretraining` for "pre-training", `qwen` and `2.5` for "Qwen2.5". */
export function findExtras(text: string, tokens: readonly Token[], segmenter?: Segmenter): Extra[] {
  const extras: Extra[] = []
  for (const [index, token] of tokens.entries()) {
    const { word, place, isUnspaced } = token
    if (isUnspaced) {
      if (word.length > 2 && segmenter)
        for (const part of new Set(segmenter.cutFiner(word)))
          extras.push({
            word: part,
            place: place + Math.max(0, word.indexOf(part)),
            first: index,
            last: index,
          })
      continue
    }
    for (const part of splitName(word) ?? []) extras.push({ word: part, place, first: index, last: index })
    const last = findCompoundEnd(text, tokens, index)
    if (last > index) extras.push({ word: joinTokens(tokens, index, last), place, first: index, last })
  }
  return extras
}

/** `["qwen", "2.5"]` for `qwen2.5`; undefined for other words. */
export function splitName(word: string): [string, string] | undefined {
  const last = word.charCodeAt(word.length - 1)
  const first = word.charCodeAt(0)
  // Most words end as they began, in letters; the pattern need not run on them.
  if (last > 57 || first < 97) return undefined
  const parts = /^(\p{L}{2,})(\p{N}[\p{N}.]*)$/u.exec(word)
  return parts?.[1] && parts[2] ? [parts[1], parts[2]] : undefined
}

function findCompoundEnd(text: string, tokens: readonly Token[], first: number): number {
  if (isJoined(text, tokens[first - 1], tokens[first])) return first
  let last = first
  while (isJoined(text, tokens[last], tokens[last + 1])) last++
  return last - first < MAX_COMPOUND ? last : first
}

function isJoined(text: string, left: Token | undefined, right: Token | undefined): boolean {
  return (
    left !== undefined &&
    right !== undefined &&
    right.start === left.end + 1 &&
    !left.isUnspaced &&
    !right.isUnspaced &&
    HYPHENS.has(text.charCodeAt(left.end))
  )
}

function joinTokens(tokens: readonly Token[], first: number, last: number): string {
  let joined = ''
  for (let index = first; index <= last; index++) joined += tokens[index]?.word ?? ''
  return joined.slice(0, MAX_WORD)
}
