/** Finds the `$…$` formulas of a text, and tells them from sums of money. */

export interface Formula {
  /** Index of the opening `$`. */
  start: number
  /** Index behind the closing `$`. */
  end: number
  /** What stands between the marks. */
  tex: string
}

// Longer than any inline formula of an abstract; keeps two stray marks pages apart from pairing.
const MAX_FORMULA_LENGTH = 1000

/** All formulas in reading order; linear in the length of the text. */
export function findFormulas(text: string): Formula[] {
  const formulas: Formula[] = []
  for (let at = text.indexOf('$'); at >= 0; ) {
    const formula = readFormula(text, at)
    if (formula) formulas.push(formula)
    at = text.indexOf('$', formula ? formula.end : at + 1)
  }
  return formulas
}

/** The text with every formula replaced by spaces, so that all places in it stay what they were. */
export function maskMath(text: string): string {
  let masked = ''
  let last = 0
  for (const { start, end } of findFormulas(text)) {
    masked += text.slice(last, start) + ' '.repeat(end - start)
    last = end
  }
  return masked + text.slice(last)
}

/** The formula that opens at `at`, or undefined where that `$` is escaped, alone, or means money. */
export function readFormula(text: string, at: number): Formula | undefined {
  if (text[at] !== '$' || isEscaped(text, at)) return undefined
  const mark = text[at + 1] === '$' ? 2 : 1
  const close = findClosing(text, at + mark, mark)
  if (close < 0) return undefined
  const tex = text.slice(at + mark, close)
  const end = close + mark
  if (mark === 1 && !isFormula({ tex, next: text[end] ?? '' })) return undefined
  return tex.trim() === '' ? undefined : { start: at, end, tex }
}

/** A `$` inside braces is nested (`$\textbf{H$^3$DP}$`), unless no other one closes the formula. */
function findClosing(text: string, from: number, mark: number): number {
  const limit = Math.min(text.length, from + MAX_FORMULA_LENGTH)
  let first = -1
  let depth = 0
  for (let at = from; at < limit; at++) {
    const char = text.charCodeAt(at)
    if (char === BACKSLASH) at++
    else if (char === OPEN_BRACE) depth++
    else if (char === CLOSE_BRACE) depth--
    else if (char === DOLLAR) {
      if (first < 0) first = at
      if (depth <= 0) return isMark(text, at, mark) ? at : -1
    }
  }
  return first >= 0 && isMark(text, first, mark) ? first : -1
}

const [BACKSLASH, OPEN_BRACE, CLOSE_BRACE, DOLLAR] = [92, 123, 125, 36]

function isMark(text: string, at: number, mark: number): boolean {
  return mark === 1 || text[at + 1] === '$'
}

function isEscaped(text: string, at: number): boolean {
  return text[at - 1] === '\\' && text[at - 2] !== '\\'
}

/**
 * "$5 million, and $6" holds words, ends in a space, or runs into a digit; a formula does none of that.
 * Pandoc's rule for its `tex_math_dollars`, loosened for the spaces that authors leave inside the marks.
 */
function isFormula({ tex, next }: { tex: string; next: string }): boolean {
  if (tex.includes('\n\n')) return false
  const outside = dropGroups(tex)
  if (isMoney({ tex, outside, next }) || closesTooMuch(outside)) return false
  const isTight = /^\S(?:.*\S)?$/s.test(tex)
  if (!isTight && /\p{L}{3,}/u.test(outside.replace(FUNCTIONS, ''))) return false
  const words = countWordPairs(outside)
  return words === 0 || (words <= 3 && isTight && !/[.,;:!?]/.test(outside) && !/\p{L}|\d/u.test(next))
}

const FUNCTIONS = /\b(?:log|exp|max|min|ker|dim|deg|gcd|mod|sin|cos|poly)\b/g

function isMoney({ tex, outside, next }: { tex: string; outside: string; next: string }): boolean {
  if (!/^[\s~<>+-]*\d/.test(tex)) return false
  if (/\p{L}{4,}/u.test(outside)) return true
  if (/\\[a-zA-Z]/.test(tex) || /^[<>]\d[\d.]*\s?$/.test(tex)) return false
  return /\d/.test(next) || /^\S.*\s$/s.test(tex)
}

/** How often a word of three letters or more follows another one. */
function countWordPairs(text: string): number {
  const words = text.split(/\s+/).map(word => /^\p{L}{3,}$/u.test(word))
  return words.filter((isWord, index) => isWord && words[index - 1]).length
}

/** What stands outside braces, without commands: the words there are the ones that count as prose. */
function dropGroups(tex: string): string {
  let depth = 0
  let kept = ''
  for (let at = 0; at < tex.length; at++) {
    const char = tex[at] ?? ''
    if (char === '\\') {
      const letters = /[a-zA-Z]*/y
      letters.lastIndex = at + 1
      at += Math.max(letters.exec(tex)?.[0].length ?? 0, 1)
      kept += ' '
    } else if (char === '{') depth++
    else if (char === '}') depth--
    else if (depth <= 0) kept += char
  }
  return kept
}

/** "5) and (" between two `$`: a bracket that closes before the next opens stands for two sums of money. */
function closesTooMuch(text: string): boolean {
  let open = 0
  let lowest = 0
  for (const char of text) {
    if (char === '(' || char === '[') {
      if (lowest < 0) return true
      open++
    } else if (char === ')' || char === ']') lowest = Math.min(lowest, --open)
  }
  return false
}
