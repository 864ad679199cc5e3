/** The glossary: terms of one language, compiled so that those that occur in a text are found in one pass. */
import { type Term, type TermScope, termScopes } from './glossary-term.ts'
import { readWords, type TextWord } from './glossary-words.ts'
import { remember } from './remember.ts'

export interface TermUse {
  term: Term
  /** Of the words that stand in the text. */
  start: number
  end: number
  /** Its short form stands there: `LLM`. */
  isAbbreviation: boolean
}

export interface Glossary {
  /** The language of the targets. */
  language: string
  terms: readonly Term[]
  /** The rule for exactly this English term, in any of its forms; undefined where there is none. */
  ruleFor(source: string): Term | undefined
  /** Use `findTerms`. */
  root: TermNode
}

interface TermNode {
  next?: Map<string, TermNode>
  term?: Term
  isAbbreviation?: boolean
  /** A phrase in which the words mean something else: it is passed over. */
  isException?: boolean
}

/** What one place (a file, the library) has to say; its terms may hold for one edition only. */
export interface GlossaryLayer {
  terms: readonly Term[]
}

/** Compiles terms; of two for the same English term, the later one holds. Linear in their number. */
export function compileGlossary(language: string, terms: readonly Term[]): Glossary {
  const byKey = new Map<string, Term>()
  for (const term of terms) byKey.set(stepsOfSource(term).join(' '), term)
  const root: TermNode = {}
  const kept = [...byKey.values()]
  // Short forms first and exceptions last, so that what is said outright takes the place of what is implied.
  for (const term of kept)
    if (term.abbreviation) plant(root, stepsOf(term.abbreviation), { term, isAbbreviation: true })
  for (const term of kept) for (const form of term.forms) plant(root, stepsOf(form), { term })
  for (const term of kept) plant(root, stepsOfSource(term), { term })
  for (const term of kept)
    for (const phrase of term.except) plant(root, stepsOf(phrase), { isException: true })
  return {
    language,
    terms: kept,
    root,
    ruleFor(source) {
      const words = readWords(source)
      const end = longestAt(root, words, 0)
      return end && end.length === words.length && !end.node.isAbbreviation ? end.node.term : undefined
    },
  }
}

/** The same for all forms of a term: case, number, hyphens and spelling do not count. */
export const termKey = remember((source): string => stepsOf(source).join(' '))

function plant(
  root: TermNode,
  steps: readonly string[],
  mark: Pick<TermNode, 'term' | 'isAbbreviation' | 'isException'>,
): void {
  if (steps.length === 0) return
  let node = root
  for (const step of steps) {
    node.next ??= new Map()
    let following = node.next.get(step)
    if (!following) {
      following = {}
      node.next.set(step, following)
    }
    node = following
  }
  // A phrase that is a term itself is no exception to another.
  if (mark.isException && node.term) return
  Object.assign(node, { isAbbreviation: false }, mark)
}

/** `=LLM` for words whose capitals count, `network` for others. */
function stepsOf(phrase: string): string[] {
  return readWords(phrase).map(({ key, exact }) => exact ?? key)
}

// A glossary is compiled for every edition and every command from the same terms.
const sourceSteps = new WeakMap<Term, string[]>()

function stepsOfSource(term: Term): string[] {
  let steps = sourceSteps.get(term)
  if (!steps) {
    steps = stepsOf(term.source)
    sourceSteps.set(term, steps)
  }
  return steps
}

/**
 * The terms that occur in an English text, in reading order, the longest at each place; none overlaps another. A word
 * that is part of a name (`Agent-R1`) is no use of the term, nor is the tail of a compound (`non-linear model`,
 * `text-image generation`). Linear in the length of the text.
 */
export function findTerms(text: string, glossary: Glossary): TermUse[] {
  return findTermsAmong(readWords(text), { text, glossary })
}

/** The same, where the words of the text have been read already. */
export function findTermsAmong(
  words: readonly TextWord[],
  { text, glossary }: { text: string; glossary: Glossary },
): TermUse[] {
  const uses: TermUse[] = []
  for (let at = 0; at < words.length; ) {
    // Most words begin no term, and that is seen at once.
    const found = beginsTerm(glossary.root, words[at]) ? longestAt(glossary.root, words, at, text) : undefined
    if (!found) {
      at++
      continue
    }
    const start = words[at]?.start ?? 0
    const end = words[at + found.length - 1]?.end ?? start
    const { term, isAbbreviation = false } = found.node
    if (term && !isTail(text, start) && !isInsideName(text, start, end))
      uses.push({ term, start, end, isAbbreviation })
    at += found.length
  }
  return uses
}

function beginsTerm({ next }: TermNode, word: TextWord | undefined): boolean {
  if (!next || !word) return false
  return next.has(word.key) || (word.exact !== undefined && next.has(word.exact))
}

/** A hyphen ties its first word to the word before, and so away from the others. */
function isTail(text: string, start: number): boolean {
  return text[start - 1] === '-' && /[A-Za-z]/.test(text[start - 2] ?? '')
}

function longestAt(
  root: TermNode,
  words: readonly TextWord[],
  from: number,
  text?: string,
): { node: TermNode; length: number } | undefined {
  let nodes: TermNode[] = [root]
  let best: { node: TermNode; length: number } | undefined
  for (let at = from; at < words.length && nodes.length > 0; at++) {
    const word = words[at]
    if (!word || (at > from && text !== undefined && !isJoined(text, words[at - 1], word))) break
    const following = stepOn(nodes, word)
    const end = following.find(node => node.term !== undefined || node.isException)
    if (end) best = { node: end, length: at - from + 1 }
    nodes = following
  }
  return best
}

/** A word with its capitals and the same word small lead to different places, so there may be two ways on. */
function stepOn(nodes: readonly TermNode[], word: TextWord): TermNode[] {
  const following: TermNode[] = []
  for (const node of nodes) {
    const exact = word.exact === undefined ? undefined : node.next?.get(word.exact)
    if (exact) following.push(exact)
    const plain = node.next?.get(word.key)
    if (plain) following.push(plain)
  }
  return following
}

/** One blank, line break, hyphen or dash between two words of a term; a stop or a comma parts them. */
function isJoined(text: string, before: TextWord | undefined, word: TextWord): boolean {
  if (!before) return false
  const gap = word.start - before.end
  if (gap === 1) {
    const mark = text[before.end] ?? ''
    if (mark === ' ' || mark === '-') return true
  }
  if (gap === 0 || gap > 3) return false
  return /^(?:\s+|\s?[-\u2010-\u2013/]\s?)$/.test(text.slice(before.end, word.start))
}

/** A hyphen joins it to a part with a digit or a capital inside: `Transformer-XL`, `R1-Agent`, `Token2Wave`. */
function isInsideName(text: string, start: number, end: number): boolean {
  if (/[_.@]/.test(text[start - 1] ?? '') && /\w/.test(text[start - 2] ?? '')) return true
  const after = /^[-_]([A-Za-z0-9.]{1,20})/.exec(text.slice(end, end + 22))?.[1]
  if (after !== undefined && isNamePart(after)) return true
  const before = /([A-Za-z0-9.]{1,20})[-_]$/.exec(text.slice(Math.max(0, start - 22), start))?.[1]
  return (
    before !== undefined && /\d/.test(before) && isNamePart(before) && /[A-Z]/.test(text.slice(start, end))
  )
}

function isNamePart(part: string): boolean {
  return (
    /^(?:[A-Z]{2,}|[A-Z]?[a-z]*\d[\w.]*|v\d.*|[A-Z][a-z]+[A-Z]\w*)$/.test(part) &&
    !/^\d+[a-z]{2,}$/.test(part)
  )
}

export interface GlossaryRequest {
  /** Of the targets. */
  language: string
  /** Terms of other editions are left out. */
  edition?: string | undefined
  /** In any order: what a term's scope says decides which comes first. */
  layers: readonly GlossaryLayer[]
}

/**
 * The rules that hold in an edition: its own before those of the library, these before the user's files, these before
 * the bundled ones. A rule that takes the place of another knows the renderings of that one as other renderings.
 */
export function glossaryFor({ language, edition, layers }: GlossaryRequest): Glossary {
  const terms = layers
    .flatMap(layer => layer.terms)
    .filter(term => term.edition === undefined || term.edition === edition)
    .toSorted((a, b) => rankOf(a.scope) - rankOf(b.scope))
  const merged = new Map<string, Term>()
  for (const term of terms) {
    const key = stepsOfSource(term).join(' ')
    const before = merged.get(key)
    merged.set(key, before && before.scope !== term.scope ? override(before, term) : term)
  }
  return compileGlossary(language, [...merged.values()])
}

function rankOf(scope: TermScope): number {
  return termScopes.indexOf(scope)
}

function override(before: Term, term: Term): Term {
  const wanted = new Set([term.target, ...term.accept])
  const others = [before.target, ...before.accept, ...before.avoid].filter(
    other => !wanted.has(other) && !isSameEnglish(other, before.source),
  )
  return {
    ...term,
    avoid: [...new Set([...term.avoid, ...others])],
    forms: term.forms.length > 0 ? term.forms : before.forms,
    except: term.except.length > 0 ? term.except : before.except,
    ...(term.abbreviation === undefined && before.abbreviation && { abbreviation: before.abbreviation }),
  }
}

function isSameEnglish(text: string, source: string): boolean {
  return termKey(text) === termKey(source)
}
