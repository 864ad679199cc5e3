/** English number words: what each says, and how a run of them adds up. */
import { openListFilter } from '../word-filter.ts'
import {
  counts,
  denominators,
  halves,
  letterScales,
  multiples,
  numberWords,
  ordinals,
  quantiles,
  scales,
  tens,
  units,
  vagueHeads,
  vagueTens,
} from './number-words.ts'
import { add, divide, makeRational, multiply, one, powerOfTen, type Rational } from './rational.ts'
import { months, spans } from './time-words.ts'
import type { Token } from './tokenize.ts'
import { timesUnit, type Unit } from './units.ts'

export interface WordNumber {
  value: Rational
  others: Rational[]
  unit?: Unit
  vague: boolean
  /** Index of the token behind. */
  next: number
}

/** Powers of ten that a suffix or word multiplies a figure by; capital letters only where glued or alone. */
export function findScale(word: string): number | undefined {
  return (
    letterScales.get(word) ??
    scales.get(word.toLowerCase()) ??
    (word.length > 4 && word.endsWith('s') ? scales.get(word.slice(0, -1).toLowerCase()) : undefined)
  )
}

// Most words say no number, and there are many.
const mayNumber = openListFilter([...months.keys(), ...spans.keys(), ...numberWords])
const FOLD = /fold$/i

/** Whether the word is a month or a span of time, or may begin a number. */
export function saysNumber(word: string): boolean {
  if (!mayNumber(word)) return FOLD.test(word)
  const lower = word.toLowerCase()
  return months.has(word) || spans.has(lower) || numberWords.has(lower) || FOLD.test(word)
}

/** The number that the words at `at` spell, or undefined where they spell none. */
export function readEnglishNumber(tokens: readonly Token[], at: number): WordNumber | undefined {
  const word = wordAt(tokens, at)
  if (word === undefined) return undefined
  if (!numberWords.has(word)) return readFold(word, at)
  const multiple = multiples.get(word)
  if (multiple !== undefined)
    return { value: makeRational(multiple), others: [], unit: timesUnit, vague: false, next: at + 1 }
  const count = counts.get(word)
  if (count !== undefined) return { value: makeRational(count), others: [], vague: false, next: at + 1 }
  const quantile = quantiles.get(word)
  if (quantile !== undefined)
    return {
      value: makeRational(1, quantile),
      others: [makeRational(quantile)],
      vague: false,
      next: at + 1,
    }
  if (halves.has(word)) return { value: makeRational(1, 2), others: [], vague: false, next: at + 1 }
  return readVague(tokens, at) ?? readCardinal(tokens, at) ?? readHalfOrOrdinal(tokens, at)
}

/** "tenfold". */
function readFold(word: string, at: number): WordNumber | undefined {
  if (!word.endsWith('fold')) return undefined
  const head = word.slice(0, -4)
  const value =
    units.get(head) ?? tens.get(head) ?? (scales.has(head) ? 10 ** (scales.get(head) ?? 0) : undefined)
  return value === undefined
    ? undefined
    : { value: makeRational(value), others: [], unit: timesUnit, vague: false, next: at + 1 }
}

/** "thousands of", "tens of millions", "several hundred", "million-scale": a power of ten, no figure. */
function readVague(tokens: readonly Token[], at: number): WordNumber | undefined {
  let next = at
  let power = 0
  const tensPower = vagueTens.get(wordAt(tokens, at) ?? '')
  const isHead = vagueHeads.has(wordAt(tokens, at) ?? '')
  if (tensPower !== undefined) {
    power = tensPower
    next++
  } else if (isHead) next = skipJoin(tokens, at + 1)
  for (;;) {
    const from = wordAt(tokens, next) === 'of' && next > at ? next + 1 : next
    const found = vagueScale(wordAt(tokens, from))
    if (found === undefined) break
    power += found
    next = from + 1
  }
  if (power === 0) return undefined
  return { value: powerOfTen(power), others: [], vague: true, next }
}

function vagueScale(word: string | undefined): number | undefined {
  if (word === undefined || word.length < 4) return undefined
  return scales.get(word) ?? (word.endsWith('s') ? scales.get(word.slice(0, -1)) : undefined)
}

/** "twenty-two", "one hundred and five", "a million", "two thirds", "half a million", "two and a half". */
function readCardinal(tokens: readonly Token[], at: number): WordNumber | undefined {
  const article = wordAt(tokens, at) === 'a' || wordAt(tokens, at) === 'an'
  if (wordAt(tokens, at) === 'half') return readHalfScale(tokens, at)
  if (article) return readAfterArticle(tokens, at)
  let total = 0n
  let current = 0n
  let next = at
  let end = at
  for (;;) {
    const word = wordAt(tokens, next) ?? ''
    const digit = units.get(word)
    const ten = tens.get(word)
    const power = scales.get(word) ?? (word === 'dozen' ? 0 : undefined)
    if (
      digit !== undefined &&
      current % (current % 100n >= 20n ? 10n : 100n) === 0n &&
      !(digit >= 10 && current % 100n !== 0n)
    )
      current += BigInt(digit)
    else if (ten !== undefined && current % 100n === 0n) current += BigInt(ten)
    else if (power !== undefined && end > at) {
      const factor = word === 'dozen' ? 12n : 10n ** BigInt(power)
      if (power === 2 || word === 'dozen') current *= factor
      else [total, current] = [total + current * factor, 0n]
    } else break
    end = next + 1
    next = skipJoin(tokens, end)
    // "One million and two million" are two figures; "a hundred and five" is one.
    if (wordAt(tokens, next) === 'and' && word === 'hundred') next++
  }
  if (end === at) return undefined
  return readDenominator({ tokens, next: end, value: makeRational(total + current) })
}

/** "two-thirds", "one in" apart: a denominator behind a cardinal makes a fraction; "and a half" adds one. */
function readDenominator({
  tokens,
  next,
  value,
}: {
  tokens: readonly Token[]
  next: number
  value: Rational
}): WordNumber {
  const at = skipJoin(tokens, next)
  const word = wordAt(tokens, at) ?? ''
  const bottom = denominators.get(word)
  const plain = { value, others: [], vague: false, next }
  if (word === 'point') {
    const digits = readSpelledDigits(tokens, at + 1)
    if (digits !== '')
      return {
        ...plain,
        value: add(value, makeRational(BigInt(digits), 10n ** BigInt(digits.length))),
        next: at + 1 + digits.length,
      }
  }
  if (
    wordAt(tokens, next) === 'and' &&
    wordAt(tokens, next + 1) === 'a' &&
    wordAt(tokens, next + 2) === 'half'
  ) {
    return { ...plain, value: add(value, makeRational(1, 2)), next: next + 3 }
  }
  const fits = bottom !== undefined && (word.endsWith('s') || value.top === 1n || at > next)
  if (!fits || bottom === undefined || word === 'second') return plain
  return { ...plain, value: divide(value, makeRational(bottom)), next: at + 1 }
}

/** The digits of "three point one four". */
function readSpelledDigits(tokens: readonly Token[], at: number): string {
  let digits = ''
  while (digits.length < MAX_SPELLED_DIGITS) {
    const digit = units.get(wordAt(tokens, at + digits.length) ?? '')
    if (digit === undefined || digit > 9) break
    digits += digit
  }
  return digits
}
// Nobody spells out more; hostile text would.
const MAX_SPELLED_DIGITS = 20

function readAfterArticle(tokens: readonly Token[], at: number): WordNumber | undefined {
  const word = wordAt(tokens, at + 1) ?? ''
  const power = scales.get(word)
  if (power !== undefined) return { value: powerOfTen(power), others: [], vague: false, next: at + 2 }
  if (word === 'dozen') return { value: makeRational(12), others: [], vague: false, next: at + 2 }
  const bottom = denominators.get(word)
  const isFraction =
    bottom !== undefined && word !== 'half' && (wordAt(tokens, at + 2) === 'of' || word === 'quarter')
  if (!isFraction || bottom === undefined) return undefined
  return {
    value: makeRational(1, bottom),
    others: ordinals.has(word) ? [makeRational(bottom)] : [],
    vague: false,
    next: at + 2,
  }
}

/** "half a million". */
function readHalfScale(tokens: readonly Token[], at: number): WordNumber | undefined {
  const from = wordAt(tokens, at + 1) === 'a' ? at + 2 : skipJoin(tokens, at + 1)
  const power = scales.get(wordAt(tokens, from) ?? '')
  if (power === undefined) return undefined
  return { value: divide(powerOfTen(power), makeRational(2)), others: [], vague: false, next: from + 1 }
}

function readHalfOrOrdinal(tokens: readonly Token[], at: number): WordNumber | undefined {
  const word = wordAt(tokens, at) ?? ''
  if (word === 'half') return { value: makeRational(1, 2), others: [], vague: false, next: at + 1 }
  if (word === 'quarter' || word === 'quarters') return undefined
  const place = ordinals.get(word)
  const bottom = denominators.get(word)
  // SECOND is a data set.
  if (place === undefined || /^[A-Z]{4,}$/.test(tokens[at]?.text ?? '')) return undefined
  return {
    value: makeRational(place),
    others: bottom ? [makeRational(1, bottom)] : [],
    vague: false,
    next: at + 1,
  }
}

/** Over a hyphen that is glued on both sides: "twenty-two". */
function skipJoin(tokens: readonly Token[], at: number): number {
  const token = tokens[at]
  if (token?.kind !== 'mark' || !token.glued || (token.text !== '-' && token.text !== '‑')) return at
  return tokens[at + 1]?.glued ? at + 1 : at
}

function wordAt(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at]
  return token?.kind === 'word' ? token.text.toLowerCase() : undefined
}

/** Multiplies by the scale words or letters behind a figure in digits: "600 billion", "7B", "8-billion". */
export function applyScales(tokens: readonly Token[], at: number): { factor: Rational; next: number } {
  let factor = one
  let next = at
  for (;;) {
    const from = skipJoin(tokens, next)
    const token = tokens[from]
    if (token?.kind !== 'word') break
    const power = findScale(token.text) ?? findGiga(tokens, from)
    if (power === undefined || (token.text.length < 3 && (from > next || !standsAlone(tokens, from)))) break
    if (isOtherLetter(tokens, from)) break
    factor = multiply(factor, powerOfTen(power))
    next = from + 1
  }
  return { factor, next }
}

/** "3.4G FLOPs" and "5G MACs" count operations; any other G is a gigabyte. */
function findGiga(tokens: readonly Token[], at: number): number | undefined {
  const isGiga =
    tokens[at]?.text === 'G' &&
    /^(?:FLOPs?|FLOPS|MACs?|OPs|params|parameters)$/.test(tokens[at + 1]?.text ?? '')
  return isGiga ? 9 : undefined
}

/** The M of "15 M, 4 F" and "4F/15M" counts men, the T of a 3T scanner is tesla. */
function isOtherLetter(tokens: readonly Token[], at: number): boolean {
  const join = (from: number, to: number): string =>
    tokens
      .slice(Math.max(0, from), to)
      .map(({ text }) => text)
      .join(' ')
  const letter = tokens[at]?.text
  if (letter === 'T') return /^(?:f?MRI?|scan|magnet|[磁核扫掃])/.test(join(at + 1, at + 2))
  if (letter !== 'M') return false
  return (
    /^(?:[,;/&+，、；] )?(?:(?:and|和) )?\d{1,9} [FW](?: |$)/.test(join(at + 1, at + 6)) ||
    /\d [FW] (?:[,;/&+，、；] ?)?(?:and|和)?$/.test(join(at - 5, at - 1))
  )
}

/** `7B` and `7 B`, but neither `7 b` nor the B of `7 B-tree`. */
function standsAlone(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const behind = tokens[at + 1]
  if (token?.glued) return true
  return (
    /^[KMBT]$/.test(token?.text ?? '') &&
    !(behind?.glued && (behind.kind === 'word' || behind.kind === 'number'))
  )
}
