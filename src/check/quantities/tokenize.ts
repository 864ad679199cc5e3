/** Cuts flat text into numbers, words, single Han characters and marks, and leaves addresses out. */
import { multiply, parseDecimal, powerOfTen, type Rational } from './rational.ts'

/** `raised`: superscript digits, in `text` as ordinary ones. `name`: a number that is part of a name. */
export type TokenKind = 'number' | 'word' | 'han' | 'raised' | 'mark' | 'name'

export interface Token {
  kind: TokenKind
  text: string
  start: number
  end: number
  /** Nothing stands between it and the token before. */
  glued: boolean
  /** Of a number. */
  value?: Rational
}

// Nobody writes longer figures; a longer run is an identifier, and reading it would cost time for nothing.
const MAX_DIGITS = 40
const MAX_EXPONENT = 400

const digit = 1
const letter = 2
const han = 3
const space = 4
const raised = 5
const mark = 6

/** Reading order; every character belongs to one token at most. Linear in the length of the text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let glued = false
  for (let at = 0; at < text.length; ) {
    const kind = classify(text.charCodeAt(at))
    if (kind === space) {
      glued = false
      at++
      continue
    }
    const addressEnd = kind === letter ? skipAddress(text, at) : at
    if (addressEnd > at) {
      at = addressEnd
      glued = false
      continue
    }
    const token = readToken({ text, at, kind, glued })
    tokens.push(token)
    at = token.end
    glued = !isForgottenBlank(text, token)
  }
  return tokens
}

// "By3.1%": the author forgot a blank, and the figure is no part of a name.
const SMALL_WORD = /^(?:by|to|of|at|than|from|with|and|is)$/i
const SHARE = /\d{1,3}(?:\.\d{1,4})?\s?[%\\]/y

function isForgottenBlank(text: string, token: Token): boolean {
  if (token.kind !== 'word' || !isDigitAt(text, token.end) || !SMALL_WORD.test(token.text)) return false
  SHARE.lastIndex = token.end
  return SHARE.test(text)
}

interface Place {
  text: string
  at: number
  kind: number
  glued: boolean
}

function readToken({ text, at, kind, glued }: Place): Token {
  if (kind === digit || (kind === mark && startsDecimal(text, at, glued))) return readNumber(text, at, glued)
  if (kind === letter || kind === raised) {
    let end = at + 1
    // The x of 8xH100 counts; it is no part of the name.
    const isCount = glued && text[at] === 'x' && isDigitAt(text, at - 1) && /[A-Z]/.test(text.charAt(end))
    while (!isCount && end < text.length && classify(text.charCodeAt(end)) === kind) end++
    const run = text.slice(at, end)
    return {
      kind: kind === letter ? 'word' : 'raised',
      text: kind === letter ? run : lower(run),
      start: at,
      end,
      glued,
    }
  }
  return { kind: kind === han ? 'han' : 'mark', text: text.charAt(at), start: at, end: at + 1, glued }
}

/** `.05` behind a space or an operator. */
function startsDecimal(text: string, at: number, glued: boolean): boolean {
  if (text[at] !== '.' || !isDigitAt(text, at + 1)) return false
  return !glued || '=<>≈~(±≤≥'.includes(text[at - 1] ?? ' ')
}

/** `1,156.5`, `1 156` with a thin space, `5e-4`; a version such as `1.2.3` or a far too long run is a name. */
function readNumber(text: string, start: number, glued: boolean): Token {
  let end = skipDigits(text, start)
  if (end - start <= 3) while (startsThousands(text, end)) end += 4
  if (text[end] === '.' && isDigitAt(text, end + 1)) end = skipDigits(text, end + 1)
  const literal = text.slice(start, end).replace(/[^\d.]/g, '')
  const isVersion = text[end] === '.' && isDigitAt(text, end + 1)
  if (isVersion || literal.length > MAX_DIGITS) {
    while (isDigitAt(text, end) || (text[end] === '.' && isDigitAt(text, end + 1))) end++
    return { kind: 'name', text: text.slice(start, end), start, end, glued }
  }
  const exponent = readExponent(text, end)
  const value = parseDecimal(literal)
  if (!exponent) return { kind: 'number', text: literal, start, end, glued, value }
  const scaled = multiply(value, powerOfTen(exponent.power))
  return {
    kind: 'number',
    text: text.slice(start, exponent.end),
    start,
    end: exponent.end,
    glued,
    value: scaled,
  }
}

/** The `e-4` of `5e-4`; `3e` and `2e2e` are no powers. */
function readExponent(text: string, at: number): { power: number; end: number } | undefined {
  if (text[at] !== 'e' && text[at] !== 'E') return undefined
  const signed = '+-−'.includes(text[at + 1] ?? ' ')
  const from = signed ? at + 2 : at + 1
  const end = skipDigits(text, from)
  if (end === from || end - from > 3 || classify(text.charCodeAt(end)) === letter) return undefined
  const power = Number(text.slice(from, end))
  if (power > MAX_EXPONENT) return undefined
  return { power: signed && text[at + 1] !== '+' ? -power : power, end }
}

/** A comma, an apostrophe or a thin or unbreakable space, then three digits and no fourth. */
function startsThousands(text: string, at: number): boolean {
  if (!",'’\u2009\u202f\u00a0".includes(text[at] ?? ' ')) return false
  return (
    isDigitAt(text, at + 1) && isDigitAt(text, at + 2) && isDigitAt(text, at + 3) && !isDigitAt(text, at + 4)
  )
}

function skipDigits(text: string, at: number): number {
  let end = at
  while (isDigitAt(text, end)) end++
  return end
}

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** The end of the web address, DOI or arXiv id that begins at `at`, or `at`. */
function skipAddress(text: string, at: number): number {
  ADDRESS_HEAD.lastIndex = at
  if (!ADDRESS_HEAD.test(text)) return at
  let end = at
  while (end < text.length && isAddressChar(text.charCodeAt(end))) end++
  return end
}

const ADDRESS_HEAD = /https?:\/\/|www\.|doi:|DOI:|ar[xX]iv:|arxiv\.org\/|github\.com\/|huggingface\.co\//y

function isAddressChar(code: number): boolean {
  return code > 32 && code < 127 && code !== 41 && code !== 93
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function lower(run: string): string {
  return Array.from(run, char =>
    char === '⁻' ? '-' : char === '⁺' ? '' : String(superscripts.indexOf(char)),
  ).join('')
}

function classify(code: number): number {
  if (code < 128) return asciiKinds[code] ?? mark
  if (code === 0xd7 || code === 0xf7) return mark
  // The micro sign and ℓ; the Greek letter that looks like the one lies among the letters below.
  if (code === 0xb5 || code === 0x2113) return letter
  if (
    code === 0xb2 ||
    code === 0xb3 ||
    code === 0xb9 ||
    code === 0x2070 ||
    (code >= 0x2074 && code <= 0x207b)
  )
    return raised
  if (
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0xfeff
  )
    return space
  if ((code >= 0xc0 && code <= 0x52f) || (code >= 0x1e00 && code <= 0x1fff)) return letter
  if (code === 0x3005 || code === 0x3007 || (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb)) return han
  if (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xd800 && code <= 0xdfff)
  )
    return han
  return mark
}

const asciiKinds = Array.from({ length: 128 }, (_, code) => {
  if (code >= 48 && code <= 57) return digit
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return letter
  return code <= 32 ? space : mark
})
