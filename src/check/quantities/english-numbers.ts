/** English number words: what each says, and how a run of them adds up. */
import { add, divide, makeRational, multiply, one, powerOfTen, type Rational } from './rational.ts'
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

/** `word value word value …`. */
function readTable(table: string): Map<string, number> {
  const words = table.trim().split(/\s+/)
  const entries = new Map<string, number>()
  for (let at = 0; at + 1 < words.length; at += 2) entries.set(words[at] ?? '', Number(words[at + 1]))
  return entries
}

const units =
  readTable(`zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12
  thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19`)
const tens = readTable('twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90')
const ordinals =
  readTable(`first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 eleventh 11
  twelfth 12 thirteenth 13 fourteenth 14 fifteenth 15 sixteenth 16 seventeenth 17 eighteenth 18 nineteenth 19 twentieth 20
  thirtieth 30 fortieth 40 fiftieth 50 sixtieth 60 seventieth 70 eightieth 80 ninetieth 90`)
/** As powers of ten. */
const scales = readTable(
  `hundred 2 thousand 3 million 6 billion 9 trillion 12 quadrillion 15 megapixel 6 gigapixel 9 mn 6 mln 6 bn 9 tn 12 lakh 5 crore 7`,
)
const letterScales = readTable('k 3 K 3 M 6 B 9 b 9 T 12 Bn 9 bn 9 mn 6')
const denominators =
  readTable(`half 2 halves 2 third 3 thirds 3 quarter 4 quarters 4 fourth 4 fourths 4 fifth 5 fifths 5 sixth 6
  sixths 6 seventh 7 sevenths 7 eighth 8 eighths 8 ninth 9 ninths 9 tenth 10 tenths 10 hundredth 100 hundredths 100
  thousandth 1000 thousandths 1000`)
/** Factors in one word. */
const multiples =
  readTable(`twice 2 double 2 doubles 2 doubled 2 doubling 2 thrice 3 triple 3 triples 3 tripled 3 tripling 3
  quadruple 4 quadruples 4 quadrupled 4 quadrupling 4`)
const counts = readTable('both 2 pair 2 dual 2 single 1 couple 2 once 1')
const quantiles = readTable(
  'tercile 3 terciles 3 quartile 4 quartiles 4 quintile 5 quintiles 5 decile 10 deciles 10',
)
const halves = new Set(['halve', 'halves', 'halved', 'halving'])
const vagueHeads = new Set(['several', 'few', 'many', 'multi', 'multiple', 'some'])
const vagueTens = new Map([
  ['tens', 1],
  ['dozens', 1],
])

const known = new Set([
  ...[units, tens, ordinals, scales, multiples, counts, vagueTens, denominators].flatMap(table => [
    ...table.keys(),
  ]),
  ...[...scales.keys()].map(word => `${word}s`),
  ...halves,
  ...quantiles.keys(),
  ...vagueHeads,
  'dozen',
  'a',
  'an',
])

/** Powers of ten that a suffix or word multiplies a figure by; capital letters only where glued or alone. */
export function findScale(word: string): number | undefined {
  return (
    letterScales.get(word) ??
    scales.get(word.toLowerCase()) ??
    (word.length > 4 && word.endsWith('s') ? scales.get(word.slice(0, -1).toLowerCase()) : undefined)
  )
}

/** The number that the words at `at` spell, or undefined where they spell none. */
export function readEnglishNumber(tokens: readonly Token[], at: number): WordNumber | undefined {
  const word = wordAt(tokens, at)
  if (word === undefined) return undefined
  if (!known.has(word)) return readFold(word, at)
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
  if (place === undefined) return undefined
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
