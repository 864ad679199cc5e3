/** Reads all quantities of an English or Chinese text. */
import { readBound } from './bounds.ts'
import { findScale, readEnglishNumber, saysNumber } from './english-numbers.ts'
import { type FlatText, flattenMarkup } from './flatten-markup.ts'
import { lendUnits } from './lend-units.ts'
import { markNames } from './name-chains.ts'
import type { Bound, Quantity, Weight } from './quantity.ts'
import { add, compare, isInteger, makeRational, multiply, powerOfTen, type Rational } from './rational.ts'
import { type DigitReading, readDigits } from './read-digits.ts'
import { readHan } from './read-han.ts'
import { readUnit, skipTo } from './read-unit.ts'
import { readUnitBefore } from './read-unit-before.ts'
import { months, spans } from './time-words.ts'
import { type Token, tokenize } from './tokenize.ts'
import { calendarUnit, findLatinUnit, timesUnit, type Unit } from './units.ts'
import { isDecade, openers, weighWord } from './weigh-words.ts'

/** In reading order, with the weights that `Quantity` describes. Linear in the length of the text. */
export function readQuantities(text: string): Quantity[] {
  return new QuantityReader(text).run()
}

interface Draft {
  value: Rational
  others?: Rational[]
  unit?: Unit
  weight: Weight
  vague?: boolean
  bound?: Bound
}

const countNouns = '个個种種项項类類大方点點步部阶階组組条條层層段'
const sentenceMarks = '.;:。；：！？!?'

class QuantityReader {
  private readonly original: string
  private readonly flat: FlatText
  private readonly tokens: Token[]
  private readonly loose: ReadonlySet<Token>
  private readonly found: Quantity[] = []
  private depth = 0
  private at = 0

  constructor(text: string) {
    this.original = text
    this.flat = flattenMarkup(text)
    this.tokens = tokenize(this.flat.text)
    this.loose = markNames(this.tokens)
  }

  run(): Quantity[] {
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at]
      if (!token) break
      const next = this.readAt(token)
      this.at = Math.max(next, this.at + 1)
    }
    lendUnits(this.found, this.flat.text)
    if (this.flat.places) for (const quantity of this.found) this.restorePlace(quantity)
    return this.found
  }

  private readAt(token: Token): number {
    if (token.kind === 'number')
      return this.isEnumeration(token) || this.isPower() || this.isAlways(token)
        ? this.at + 1
        : this.readNumber(token)
    if (token.kind === 'word') return this.readWord(token)
    if (token.kind === 'han') return this.readHanAt(token)
    if (token.kind === 'name') return this.readName(token)
    if (token.text === '(' || token.text === '（') this.depth++
    else if ((token.text === ')' || token.text === '）') && this.depth > 0) this.depth--
    return this.at + 1
  }

  /** (1), 1), 1. and [1] order a list or cite; they count nothing. */
  private isEnumeration(token: Token): boolean {
    const before = this.tokens[this.at - 1]
    const behind = this.tokens[this.at + 1]
    if (behind?.kind !== 'mark' || !token.value || !isInteger(token.value)) return false
    if (this.isCited(token)) return true
    if (compare(token.value, makeRational(20)) > 0) return false
    if (')）'.includes(behind.text)) return this.depth === 0 || '(（'.includes(before?.text ?? ' ')
    const opens = !before || (before.kind === 'mark' && sentenceMarks.includes(before.text))
    return opens && '.、．:：'.includes(behind.text) && this.tokens[this.at + 2]?.kind !== 'number'
  }

  /** "24/7" is "always". */
  private isAlways({ start, end }: Token): boolean {
    return /(?<![\d.])24\/7(?!\d|\.\d)/.test(this.flat.text.slice(Math.max(0, start - 4), end + 3))
  }

  /** The 2 of R^2: what it raises is no number, or would have read it. */
  private isPower(): boolean {
    const before = this.tokens[this.at - 1]
    const mark = before && '-−'.includes(before.text) ? this.tokens[this.at - 2] : before
    return mark?.text === '^'
  }

  /** [12] and [11, 22, 2]; but [0, 1] is an interval: no list of references begins at nought. */
  private isCited({ start, end }: Token): boolean {
    const { text } = this.flat
    const before = /\[([\d, –-]{0,30})$/.exec(text.slice(Math.max(0, start - 31), start))
    const behind = /^([\d, –-]{0,30})\]/.exec(text.slice(end, end + 31))
    if (!before || !behind) return false
    return !/^\s?(?:0|-\d)(?!\d)/.test(`${before[1]}${text.slice(start, end)}${behind[1]}`)
  }

  private readNumber(token: Token): number {
    const reading = readDigits(this.flat.text, this.tokens, this.at)
    const money = this.tokens[this.at - 1]
    const hasMoney = money?.kind === 'mark' && '＄€£¥'.includes(money.text)
    const unit = hasMoney
      ? findLatinUnit(money.text)
      : (reading.unit ?? readUnitBefore(this.flat.text, token))
    const isFrom = this.tokens[this.at - 1]?.kind === 'word' && token.glued === false
    const start =
      hasMoney || reading.value.top < 0n ? (this.tokens[this.at - 1]?.start ?? token.start) : token.start
    this.push(start, reading.next, {
      ...this.weighDigits(token, reading, unit),
      bound: reading.isOver ? 'over' : undefined,
    })
    const last = this.found[this.found.length - 1]
    if (last && isFrom) last.afterName = this.isAfterName()
    for (const part of reading.parts) this.push(token.start, this.at + 1, { value: part, weight: 'hidden' })
    return reading.next
  }

  /** A capital letter within a sentence, or more than one of them, marks a name. */
  private isAfterName(): boolean {
    const word = this.tokens[this.at - 1]?.text ?? ''
    const before = this.tokens[this.at - 2]
    const opens = !before || (before.kind === 'mark' && sentenceMarks.includes(before.text))
    const isEdition = /^(?:\d{1,2}|\d\.\d|(?:19|20)\d\d)$/.test(this.tokens[this.at]?.text ?? '')
    return (
      isEdition &&
      /^[A-Z]/.test(word) &&
      !openers.has(word) &&
      !months.has(word) &&
      (!opens || /[A-Z].*[A-Z]/.test(word))
    )
  }

  private weighDigits(token: Token, { value, others, unit }: DigitReading, given: Unit | undefined): Draft {
    const behind = this.flat.text.charAt(this.tokens[this.at]?.end ?? 0)
    if (unit?.dimension === 'dimension') return { value, weight: 'weak' }
    if (isDecade(value, token, behind)) return { value, weight: 'strong' }
    const han = this.flat.text.slice(token.end, token.end + 3).trimStart()
    if (/^世[纪紀] ?\d0 ?年代/.test(this.flat.text.slice(token.end, token.end + 9).trimStart()))
      return { value, weight: 'hidden' }
    if (han.startsWith('年代')) return { value: this.placeDecade(value), others: [value], weight: 'strong' }
    const isYear =
      given?.dimension === 'year' &&
      compare(value, makeRational(1500)) > 0 &&
      compare(value, makeRational(2200)) < 0
    return {
      value,
      others,
      unit: isYear ? undefined : given,
      weight: this.loose.has(token) ? 'weak' : 'strong',
    }
  }

  /** The 90 of 19世纪90年代 is 1890. */
  private placeDecade(value: Rational): Rational {
    const century = this.found[this.found.length - 1]
    const isNear =
      century && /^\s?(?:世纪|世紀)\s?$/.test(this.flat.text.slice(century.end, this.tokens[this.at]?.start))
    return isNear ? add(multiply(add(century.value, makeRational(-1)), makeRational(100)), value) : value
  }

  private readWord(token: Token): number {
    if (!saysNumber(token.text)) return this.at + 1
    const month = months.get(token.text)
    if (month !== undefined && (this.isByNumber() || this.isMonth(token.text))) {
      this.push(token.start, this.at + 1, { value: makeRational(month), unit: calendarUnit, weight: 'weak' })
      return this.at + 1
    }
    const reading = readEnglishNumber(this.tokens, this.at)
    if (!reading) {
      const years = spans.get(token.text.toLowerCase())
      if (years) this.push(token.start, this.at + 1, { value: makeRational(years), weight: 'hidden' })
      return this.at + 1
    }
    const unit = reading.unit
      ? { unit: reading.unit, next: reading.next }
      : readUnit(this.flat.text, this.tokens, this.skipOf(reading))
    const orders = this.tokens[reading.next]?.text.startsWith('order') === true
    // A quartile may be 四分位 as well as 四分之一.
    const isLoose = orders || /iles?$/.test(token.text)
    const hyphen = this.tokens[unit.next]?.text === '-' ? 1 : 0
    const years = spans.get(this.tokens[unit.next + hyphen]?.text.toLowerCase() ?? '')
    const weight = reading.vague ? 'medium' : isLoose ? 'weak' : weighWord(reading.value)
    this.push(token.start, unit.next, {
      value: reading.value,
      others: years ? [...reading.others, multiply(reading.value, makeRational(years))] : reading.others,
      unit: unit.unit,
      weight,
      vague: reading.vague,
    })
    return unit.next
  }

  /** "Hundreds of megabytes", "two-thirds of a second": the unit stands behind "of"; without one the reading ends where it ended. */
  private skipOf({ value, vague, next }: { value: Rational; vague: boolean; next: number }): number {
    const isFraction = !isInteger(value)
    const isOf = (vague || isFraction) && this.tokens[next]?.text === 'of'
    const from = isOf && /^an?$/.test(this.tokens[next + 1]?.text ?? '') ? next + 2 : next + 1
    const isUnit = isOf && readUnit(this.flat.text, this.tokens, from).unit !== undefined
    return isUnit ? from : next
  }

  /** Without a number beside it: only what can be nothing else, or what follows "in", "from", "until". */
  private isMonth(word: string): boolean {
    if (word.length > 3 && word !== 'March') return true
    return /^(?:in|from|to|until|since|by|between|early|late|mid|through|during)$/i.test(
      this.tokens[this.at - 1]?.text ?? '',
    )
  }

  private isByNumber(): boolean {
    return this.tokens[this.at - 1]?.kind === 'number' || this.tokens[this.at + 1]?.kind === 'number'
  }

  private readHanAt(token: Token): number {
    const reading = readHan(this.flat.text, token.start)
    if (!reading) return this.at + 1
    const behind = skipTo(this.tokens, this.at, reading.end)
    const isSilent = reading.weight === 'hidden'
    const unit =
      reading.unit || isSilent
        ? { unit: reading.unit, next: behind }
        : readUnit(this.flat.text, this.tokens, behind)
    const half = this.readHalf(unit.unit, unit.next)
    const isMonth = unit.unit?.dimension === 'year' || unit.unit?.dimension === 'month'
    const binds = !isSilent && unit.unit && ['percent', 'point'].includes(unit.unit.dimension)
    const isTimes = unit.unit?.dimension === 'times' && compare(reading.value, makeRational(2)) > 0
    const weight = binds ? 'strong' : isTimes && reading.weight === 'weak' ? 'medium' : reading.weight
    const value = half ? add(reading.value, makeRational(1, 2)) : reading.value
    const next = half ? unit.next + 1 : unit.next
    this.push(token.start, next, { ...reading, value, unit: isMonth ? undefined : unit.unit, weight })
    return next
  }

  /** 三年半. */
  private readHalf(unit: Unit | undefined, at: number): boolean {
    const token = this.tokens[at]
    return token?.text === '半' && token.glued && ['time', 'month', 'year'].includes(unit?.dimension ?? '')
  }

  /** The 7B of Qwen2.5-7B vouches for "7B" and 70亿, and x30, which may be a variable, for 30 倍. */
  private readName(token: Token): number {
    const behind = this.tokens[this.at + 1]
    if (!token.value) return this.at + 1
    const power = behind?.kind === 'word' && behind.glued ? findScale(behind.text) : undefined
    const isTimes = token.glued && /^[xX]$/.test(this.tokens[this.at - 1]?.text ?? '')
    const own = behind?.kind === 'word' && behind.glued ? findLatinUnit(behind.text) : undefined
    const unit = own ?? (isTimes ? timesUnit : undefined)
    if (power === undefined && !unit) return this.at + 1
    const value = power === undefined ? token.value : multiply(token.value, powerOfTen(power))
    this.push(token.start, this.at + (own || power !== undefined ? 2 : 1), { value, unit, weight: 'named' })
    return this.at + 1
  }

  private push(start: number, next: number, draft: Draft): void {
    const end = this.tokens[next - 1]?.end ?? start
    this.found.push({
      value: draft.value,
      others: draft.others ?? [],
      unit: draft.unit,
      weight: draft.weight,
      vague: draft.vague ?? false,
      bound: draft.bound ?? readBound(this.flat.text, start),
      counted: countNouns.includes(
        this.flat.text
          .slice(end, end + 2)
          .trimStart()
          .charAt(0) || ' ',
      ),
      afterName: false,
      start,
      end,
      text: this.flat.text.slice(start, end),
    })
  }

  /** From the flat text back to the text as given, without the marks that only close a formula. */
  private restorePlace(quantity: Quantity): void {
    const { places = [] } = this.flat
    quantity.start = places[quantity.start] ?? quantity.start
    const slice = this.original.slice(quantity.start, places[quantity.end] ?? this.original.length)
    quantity.text = slice.replace(/[\s$]{1,20}$/, '')
    quantity.end = quantity.start + quantity.text.length
  }
}
