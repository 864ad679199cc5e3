/** Finds the reasons for which a figure without a counterpart is right all the same: other words for the same fact. */
import type { Quantity } from './quantity.ts'
import { asShare, hasValue, type QuantityIndex } from './quantity-index.ts'
import {
  absolute,
  add,
  compare,
  divide,
  equals,
  hundred,
  isInteger,
  makeRational,
  multiply,
  negate,
  one,
  type Rational,
  rationalKey,
} from './rational.ts'

/** A text with its quantities. */
export interface Reading {
  text: string
  index: QuantityIndex
}

interface Claim {
  quantity: Quantity
  /** Where the quantity stands. */
  own: Reading
  /** Where it should stand too. */
  other: Reading
  /** In a translation, a figure that has its own counterpart is no other wording of a second one. */
  isStrict: boolean
}

const reduction =
  /\b(?:reduc|decreas|fewer|less\b|lower|smaller|shorter|narrower|lighter|cheaper|drop|cut|sav|shrink|declin|compress|faster|speed|only|just|down to)|减|減|降|省|缩|縮|少|低|压缩|壓縮|仅|僅|只|快|加速|下滑|跌/i
const increase = /increas|improv|gain|more|higher|faster|rais|grow|boost|speed|增|提|多|高|升|快|加|涨|漲/i
const magnitude = /orders?[- ]of[- ]magnitude|数量级|數量級/i
const allOfIt =
  /完全|全部|所有|满分|滿分|全都|始终|均|\b(?:perfect\w*|all of|every single|fully|completely|entirely|always|saturat\w*)\b/i
const REACH = 40
const TOGETHER = 40

/** True where the other text says the same in another way. */
export function hasAlibi(claim: Claim): boolean {
  return (
    isSameShare(claim) ||
    isComplement(claim) ||
    isGrowth(claim) ||
    isMagnitude(claim) ||
    isOppositeSign(claim) ||
    isRatio(claim) ||
    isNameNumber(claim) ||
    isOfTranslatedName(claim) ||
    isWhole(claim)
  )
}

/** A share, a percentage and a multiple of the same size: 1/4 and 25%, 0.82 and 82%, 200% and 2×. */
function isSameShare(claim: Claim): boolean {
  const { unit, value } = claim.quantity
  if (unit?.dimension === 'percent') {
    const share = divide(value, hundred)
    return find(claim, share, compare(share, one) < 0 ? [''] : ['times']) !== undefined
  }
  const isShare = unit ? unit.dimension === 'times' : compare(absolute(value), one) < 0 && value.top !== 0n
  return isShare && find(claim, multiply(value, hundred), ['percent']) !== undefined
}

/** "Less than 20% of" and 减少80%以上; "to a third" and 减少三分之二; "5× smaller" and 减少80%. */
function isComplement(claim: Claim): boolean {
  const { quantity, own, other } = claim
  const dimension = quantity.unit?.dimension ?? ''
  if (!['percent', 'times', ''].includes(dimension)) return false
  const share = dimension === 'times' ? invert(quantity.value) : absolute(asShare(quantity))
  if (
    compare(share, one) >= 0 ||
    share.top <= 0n ||
    (dimension === '' && share.bottom > 20n && !isFraction(quantity))
  )
    return false
  return [share, add(one, negate(share))].some(part => {
    const found =
      find(claim, multiply(part, hundred), ['percent']) ??
      findFraction(claim, part) ??
      find(claim, invert(part), ['times'])
    if (!found || !(reduction.test(around(own.text, quantity)) || reduction.test(around(other.text, found))))
      return false
    // "Drops by 35%" and 下降65% are no two ways of saying one thing: one must say what goes, the other what stays.
    const isSamePart = equals(part, share) || dimension === 'times' || found.unit?.dimension === 'times'
    return isSamePart || saysWhatGoes(own.text, quantity) !== saysWhatGoes(other.text, found)
  })
}

/** True for "cut by 80%" and 减少80%, false for "cut to 20%", 仅需20% and "20% of". */
function saysWhatGoes(text: string, { start, end }: Quantity): boolean {
  const before = text.slice(Math.max(0, start - 24), start).replace(/^.*[,;，。；]/s, '')
  const behind = text.slice(end, end + 16).replace(/[,;，。；].*$/s, '')
  const restAt = before.search(rest)
  // 所需标签减少九成: what is needed is said before, and what goes behind it.
  if (restAt >= 0 && !removal.test(before.slice(restAt))) return false
  return removal.test(`${before} ${behind}`)
}
const rest =
  /(?:\b(?:to|of|only|just|than|under|below|at|keep\w{0,3}|retain\w{0,3})\b|仅|僅|只|至|到|为|為|剩|留|需)[^\d,.，。]{0,6}$/i
const removal =
  /\b(?:reduc|decreas|drop|cut|sav|shrink|declin|fall|fell|remov|prun|eliminat|fewer|lower|smaller)|减|減|降|省|缩|縮|去除|移除|去掉|剪/i

/** Fractions proper: an error rate of 0.2 is no fifth of anything. */
function findFraction(claim: Claim, part: Rational): Quantity | undefined {
  const found = find(claim, part, [''])
  return found && isFraction(found) ? found : undefined
}

function isFraction({ value, text }: Quantity): boolean {
  if (isInteger(value)) return false
  return /\d\s?\/\s?\d|分之/.test(text) || (value.bottom <= 20n && !/\d\.\d|%/.test(text))
}

/** "1.5×" and 提升50%. */
function isGrowth(claim: Claim): boolean {
  const { unit, value } = claim.quantity
  if (!increase.test(around(claim.own.text, claim.quantity))) return false
  if (unit?.dimension === 'percent')
    return find(claim, add(one, divide(value, hundred)), ['times']) !== undefined
  return (
    unit?.dimension === 'times' &&
    find(claim, multiply(add(value, negate(one)), hundred), ['percent']) !== undefined
  )
}

/** 10× is an order of magnitude, 百分之一 two of them. */
function isMagnitude({ quantity, other }: Claim): boolean {
  const share = asShare(quantity)
  const times = compare(share, one) < 0 ? invert(share) : quantity.value
  return (
    !quantity.vague &&
    isInteger(times) &&
    /^10{1,4}$/.test(times.top.toString()) &&
    magnitude.test(other.text)
  )
}

/** "A change of -3.2%" and 下降3.2%. */
function isOppositeSign({ quantity, own, other }: Claim): boolean {
  const found = hasValue(other.index, negate(quantity.value))
  if (!found || (found.unit?.dimension ?? '') !== (quantity.unit?.dimension ?? '')) return false
  return reduction.test(around(own.text, quantity)) || reduction.test(around(other.text, found))
}

/** The 4 of "GPT 4" where the other text has "GPT-4". */
function isNameNumber({ quantity, own, other }: Claim): boolean {
  if (quantity.unit && quantity.unit.dimension !== 'byte') return false
  const head = /([A-Za-z][A-Za-z0-9]{0,23})[ -]?$/.exec(
    own.text.slice(Math.max(0, quantity.start - 24), quantity.start),
  )?.[1]
  if (!head || !/[A-Z]/.test(head)) return false
  const spelled = loosen(other.text)
  return [`${head} ${quantity.text}`, head + quantity.text].some(name => hasName(spelled, loosen(name)))
}

/** 距离5 for "distance-5", 氦-3 for "helium-3": a word that is translated keeps its number, and its hyphen is no sign. */
function isOfTranslatedName({ quantity, own, other }: Claim): boolean {
  const number = quantity.text.replace(/^[-−]/, '')
  if (quantity.unit || quantity.counted || !/^\d{1,3}$/.test(number)) return false
  const before = own.text.slice(Math.max(0, quantity.start - 4), quantity.start)
  return (
    /\p{Script=Han}[\s-]{0,2}$/u.test(before) &&
    new RegExp(`(?<![A-Za-z-])[a-z]{3,20}[-‑]${number}(?![\\d.%])`).test(other.text)
  )
}

/** As a whole, not as the beginning of "GPT-4.1" or "up to 4%". */
function hasName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/[\d.%\\]/.test(text.charAt(at + name.length))) return true
  }
  return false
}

/** "One in five" and 五分之一, "1 in 1,000" and 千分之一: the two figures of a ratio, in either writing. */
function isRatio(claim: Claim): boolean {
  const { value, unit, text } = claim.quantity
  const isWritten = /分之/.test(text)
  if (unit && !(isWritten && unit.dimension === 'percent')) return false
  const share = asShare(claim.quantity)
  if (!isInteger(share) || isWritten)
    return (
      (share.bottom <= 20n || isWritten) &&
      standTogether(claim.other.index, [makeRational(share.bottom), makeRational(share.top)])
    )
  return claim.other.index.all.some(other => {
    const ratio = asShare(other)
    return (
      (/分之/.test(other.text) || (value.top <= 20n && isFraction(other))) &&
      (ratio.bottom === value.top || ratio.top === value.top)
    )
  })
}

/** "Three of four", not a three here and a four there, nor the 3 of another fraction. */
function standTogether({ byValue }: QuantityIndex, [bottom, top]: readonly [Rational, Rational]): boolean {
  const alone = (value: Rational): Quantity[] =>
    (byValue.get(rationalKey(value)) ?? []).filter(({ unit, weight }) => !unit && weight !== 'hidden')
  return alone(bottom).some(a => alone(top).some(b => Math.abs(a.start - b.start) < TOGETHER))
}

/** "100% of them" and 全部. */
function isWhole({ quantity, other }: Claim): boolean {
  return quantity.unit?.dimension === 'percent' && equals(quantity.value, hundred) && allOfIt.test(other.text)
}

/** A quantity of the other text with this value, in one of these dimensions. */
function find(
  { quantity, own, other, isStrict }: Claim,
  value: Rational,
  dimensions: readonly string[],
): Quantity | undefined {
  const found = hasValue(other.index, value, dimensions)
  const isTaken =
    isStrict &&
    found !== undefined &&
    !equals(found.value, quantity.value) &&
    hasValue(own.index, value, dimensions) !== undefined
  return isTaken ? undefined : found
}

function invert(value: Rational): Rational {
  return value.top === 0n ? makeRational(0) : divide(one, value)
}

function around(text: string, { start, end }: Quantity): string {
  return text.slice(Math.max(0, start - REACH), end + REACH)
}

/** One way to write "GPT-4", "GPT_4" and "gpt 4". */
function loosen(text: string): string {
  return text.toLowerCase().replace(/[\s\-_]+/g, ' ')
}
