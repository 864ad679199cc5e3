/** Lends a figure the unit and the scale that stand only at the end of its range or list: "10 to 20%", "7-13 billion". */
import { isSilent, type Quantity } from './quantity.ts'
import { compare, divide, makeRational, multiply, one, type Rational } from './rational.ts'

const links = /^(?:\s|[-–—~～,、，;/:：→±]|to|and|or|through|vs\.?|versus|至|到|和|与|與|或|及|以及|versus)*$/
const MAX_GAP = 12
const thousand = makeRational(1000)

/** Works on the places of the flat text; changes `lentUnit` and `others` in place. */
export function lendUnits(quantities: readonly Quantity[], text: string): void {
  let scale = one
  for (let at = quantities.length - 2; at >= 0; at--) {
    const left = quantities[at]
    const right = nextVisible(quantities, at)
    if (!left || !right || isSilent(left)) continue
    const own = lentScale(right)
    if (compare(own, one) > 0) scale = own
    if (isLinked(text, left, right))
      lend({ left, right, scale, isComma: /^\s*[,，、]\s*$/.test(text.slice(left.end, right.start)) })
    else scale = one
  }
  for (let at = 1; at < quantities.length; at++) {
    const [left, right] = [quantities[at - 1], quantities[at]]
    // "$5 to 10": a currency stands before the first figure only.
    if (left?.unit && right && !right.unit && isMoney(left) && isLinked(text, left, right))
      right.lentUnit = left.unit
  }
}

function nextVisible(quantities: readonly Quantity[], at: number): Quantity | undefined {
  for (let next = at + 1; next < quantities.length && next < at + 4; next++)
    if (isHeard(quantities[next])) return quantities[next]
  return undefined
}

function isHeard(quantity: Quantity | undefined): boolean {
  return quantity !== undefined && !isSilent(quantity)
}

function isMoney({ unit }: Quantity): boolean {
  return ['usd', 'eur', 'gbp', 'jpy', 'cny'].includes(unit?.dimension ?? '')
}

function isLinked(text: string, left: Quantity, right: Quantity): boolean {
  const gap = right.start - left.end
  return gap > 0 && gap <= MAX_GAP && links.test(text.slice(left.end, right.start))
}

function lend({
  left,
  right,
  scale,
  isComma,
}: {
  left: Quantity
  right: Quantity
  scale: Rational
  isComma: boolean
}): void {
  // "Aged 18-65, 52% female": a comma hands on only what an "and" or a dash has lent already.
  const unit = isComma ? right.lentUnit : (right.unit ?? right.lentUnit)
  // The 24 of "24 July" is a day.
  if (!left.unit && unit && unit.dimension !== 'calendar') left.lentUnit = unit
  // 14天、26亿次 counts days, not hundreds of millions of them.
  if (left.unit && !isMoney(left)) return
  if (right.vague || compare(scale, one) <= 0 || compare(left.value, thousand) >= 0) return
  left.others.push(multiply(left.value, scale))
}

/** The power of ten in words behind the right figure: 1,000,000,000 of "13 billion". */
function lentScale(right: Quantity): Rational {
  const digits = /^[\d.,]+/.exec(right.text)?.[0].replace(/,/g, '')
  if (!digits || !/^\d{1,12}(?:\.\d{1,12})?$/.test(digits)) return one
  const point = digits.indexOf('.')
  const decimals = point < 0 ? 0 : digits.length - point - 1
  const literal = divide(makeRational(BigInt(digits.replace('.', ''))), makeRational(10n ** BigInt(decimals)))
  return divide(right.value, literal)
}
