/** What stands around a figure: names and terms that both languages share, the nearer the heavier. */
import { countedTerms, findStem, measuredTerms, type Term } from './bilingual-terms.ts'
import { findCountedNouns } from './counted-nouns.ts'
import type { FindWords } from './dictionary-words.ts'

export type FigureContext = ReadonlyMap<string, number>

const allTerms: readonly Term[] = [...measuredTerms, ...countedTerms]
const SAME_SEGMENT = 3
const COUNTED = 4
const NEXT_SEGMENT = 1
const WORD = 2
const MAX_SEGMENT = 160

/**
 * `names`: Latin words that both texts have, in small letters. `figures`: the other figures, by place and value.
 * `findWords`: the words of the dictionary in a stretch of this text. `terms`: those that stand in the text at all.
 */
export interface ContextSearch {
  text: string
  start: number
  end: number
  names: ReadonlySet<string>
  figures: readonly { start: number; end: number; key: string }[]
  findWords: FindWords
  terms: readonly Term[]
}

/** Of all terms, those that stand somewhere in a text; its stretches need be searched for no others. */
export function listTerms(text: string): Term[] {
  const lowered = text.toLowerCase()
  return allTerms.filter(term => hasTerm(term, text, lowered))
}

function hasTerm({ stems, words }: Term, text: string, lowered: string): boolean {
  return stems.some(stem => findStem(lowered, stem) >= 0) || words.some(word => text.includes(word))
}

export function readContext({
  text,
  start,
  end,
  names,
  figures,
  findWords,
  terms,
}: ContextSearch): FigureContext {
  const left = findBorder(text, start, -1)
  const right = findBorder(text, end, 1)
  const context = new Map<string, number>()
  addAnchors({
    context,
    text: text.slice(findBorder(text, left - 1, -1), left),
    names,
    terms,
    weight: NEXT_SEGMENT,
  })
  addAnchors({
    context,
    text: text.slice(right, findBorder(text, right + 1, 1)),
    names,
    terms,
    weight: NEXT_SEGMENT,
  })
  addAnchors({ context, text: text.slice(left, right), names, terms, weight: SAME_SEGMENT })
  for (const [at, noun] of findCountedNouns(text, end).filter(isTelling).entries())
    context.set(`=${noun}`, at === 0 ? COUNTED : COUNTED / 2)
  for (const figure of figures)
    if (figure.start >= left && figure.start < right && figure.start !== start)
      context.set(`#${figure.key}`, SAME_SEGMENT)
  // Words on the far side of another figure belong to that one.
  const from = Math.max(left, ...figures.filter(other => other.end <= start).map(other => other.end))
  const to = Math.min(right, ...figures.filter(other => other.start >= end).map(other => other.start))
  for (const word of findWords(text.slice(from, to))) context.set(`~${word}`, WORD)
  return context
}

/** A model of so many parameters, or so many parameters of a model: each language has its own habit. */
function isTelling(noun: string): boolean {
  return noun !== 'model' && noun !== 'parameter'
}

export interface Crossing {
  crossed: number
  straight: number
  /** Each of the two figures has an anchor of its own that the other one took. */
  isMutual: boolean
}

/**
 * How much the contexts of two figures agree crosswise and straight. Only what tells the two apart on both sides
 * counts: a word around both figures of the brief says nothing of which is which.
 */
export function measureCrossing(
  brief: readonly [FigureContext, FigureContext],
  source: readonly [FigureContext, FigureContext],
): Crossing {
  const crossings = { first: 0, second: 0 }
  let straight = 0
  for (const anchor of new Set([...brief[0].keys(), ...brief[1].keys()])) {
    const inBrief = (brief[0].get(anchor) ?? 0) - (brief[1].get(anchor) ?? 0)
    const inSource = (source[0].get(anchor) ?? 0) - (source[1].get(anchor) ?? 0)
    const weight = Math.min(Math.abs(inBrief), Math.abs(inSource))
    if (inBrief * inSource > 0) straight += weight
    else if (inBrief > 0) crossings.first += weight
    else crossings.second += weight
  }
  return {
    crossed: crossings.first + crossings.second,
    straight,
    isMutual: Math.min(crossings.first, crossings.second) > NEXT_SEGMENT,
  }
}

/** Latin words of a text, in small letters, with digits and hyphens; single letters say too little. */
export function listLatinWords(text: string): Set<string> {
  const words = new Set<string>()
  for (const [word] of text.matchAll(/[A-Za-z][A-Za-z0-9]{1,40}(?:[-.][A-Za-z0-9]{1,40}){0,5}/g))
    words.add(word.toLowerCase())
  return words
}

/** The next place, to one side, where a clause or a member of a list ends; brackets on the way are skipped. */
function findBorder(text: string, from: number, direction: 1 | -1): number {
  let at = from
  let depth = 0
  for (let steps = 0; steps < MAX_SEGMENT && at > 0 && at < text.length; steps++, at += direction) {
    const place = direction === 1 ? at : at - 1
    const char = text.charAt(place)
    const opens = (direction === 1 ? '(（' : ')）').includes(char)
    const closes = (direction === 1 ? ')）' : '(（').includes(char)
    if (opens) depth++
    else if (closes && depth > 0) depth--
    // "RM-Bench (86.2%)": a bracket belongs to what stands before it.
    else if (closes && direction === 1) return at
    else if (depth === 0 && isBorder(text, place)) return at
  }
  return Math.max(0, Math.min(at, text.length))
}

const borderMarks = ',;:[]，。；：、！？\n和与與及而但'
const borderWords = [' and ', ' while ', ' whereas ', ' but ', ' vs', ' versus ', ' to ']

function isBorder(text: string, at: number): boolean {
  const char = text.charAt(at)
  if (char === ' ') return borderWords.some(word => text.startsWith(word, at))
  if (char === '.') return /\s/.test(text.charAt(at + 1) || ' ')
  // The comma of 1,156 ends nothing.
  if (char === ',') return !/\d/.test(text.charAt(at + 1))
  return borderMarks.includes(char)
}

interface AnchorSearch {
  context: Map<string, number>
  text: string
  names: ReadonlySet<string>
  terms: readonly Term[]
  weight: number
}

function addAnchors({ context, text, names, terms, weight }: AnchorSearch): void {
  const lowered = text.toLowerCase()
  for (const word of listLatinWords(text)) if (names.has(word)) context.set(word, weight)
  for (const term of terms) if (hasTerm(term, text, lowered)) context.set(`:${term.key}`, weight)
}
