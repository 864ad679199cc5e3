/** Finds how a summary may have reckoned a figure from those of its source: what remains, what lies between, a rounding. */
import { isOneEdit } from './nearest-quantity.ts'
import { isSilent, type PlacedQuantity, type Quantity } from './quantity.ts'
import {
  add,
  compare,
  divide,
  equals,
  hundred,
  isInteger,
  multiply,
  negate,
  one,
  type Rational,
  rationalKey,
  significantDigits,
} from './rational.ts'
import type { Side } from './read-side.ts'
import { isRounding, type Looseness, readLooseness } from './rounding.ts'

export interface DerivationSearch {
  /** A figure of the brief that the source does not have. */
  quantity: PlacedQuantity
  brief: Side
  source: Side
}

/** What the words around a figure say that it is. */
const rest =
  /其余|其餘|剩|余下|餘下|另|未|没|沒|失败|失敗|不|无|無|仍|还有|還有|错|錯|误|誤|漏|以外|之外|缺|拒|输|輸|例外|only|rest|remain|not|fail/
const PART_OF = /^ (?:out )?of (?:the |all |its |our )?$/
const otherOnes = /其余|其餘|剩|余下|餘下|另|以外|之外|remain|other/
const change =
  /差(?!异化)|[提更]高|高[出于於了]|[降更]低|低[出于於了]|升|降|减|減|增|多[出了\s\d]|更多|少[了\s\d]|更少|领先|領先|落后|落後|超出|缩|縮|涨|漲|快[了]|更快|慢[了]|更慢|改善|省|rise|fall|gain|drop|differ|more|less/
const total = /共|合计|合計|总|總|累计|累計|加起来|加起來|合起来|合起來|total|altogether/
// "7 pros and 1 amateur" are eight players.
const TOGETHER = /^ [a-z-]+(?: [a-z-]+)? and $/
const AROUND = 18
// What is reckoned together stands together.
const NEAR = 160
const MAX_PARTS = 5
const MAX_FIGURES = 60

/** The figure of the source that the brief's own follows from, as exactly as its words say; undefined where none does. */
export function findDerivation(search: DerivationSearch): PlacedQuantity | undefined {
  const { quantity, source } = search
  if (quantity.vague || quantity.value.top <= 0n || isOrdinal(search.brief.text, quantity)) return undefined
  const figures = source.quantities.filter(
    other => !isSilent(other) && !other.vague && !other.afterName && other.value.top > 0n,
  )
  if (figures.length > MAX_FIGURES) return undefined
  return new DerivationFinder(search, figures).run()
}

function isOrdinal(text: string, { start }: Quantity): boolean {
  return text[start - 1] === '第'
}

interface Part {
  value: Rational
  /** What the source says as it is: only a rounding of it is news. */
  isPlain?: boolean
  /** How a figure without a word such as "about" may say it: a quotient is seldom written out. */
  isQuotient?: boolean
  origin: PlacedQuantity
}

class DerivationFinder {
  private readonly quantity: PlacedQuantity
  private readonly brief: Side
  private readonly source: Side
  private readonly figures: readonly PlacedQuantity[]
  private readonly around: string
  private readonly looseness: Looseness | undefined

  constructor({ quantity, brief, source }: DerivationSearch, figures: readonly PlacedQuantity[]) {
    this.quantity = quantity
    this.brief = brief
    this.source = source
    this.figures = figures
    this.around = brief.text.slice(Math.max(0, quantity.start - AROUND), quantity.end + AROUND)
    this.looseness = readLooseness(brief.text, quantity)
  }

  run(): PlacedQuantity | undefined {
    const single = [...this.listShares(), ...this.listSame()].find(part => this.isSaid(part))?.origin
    if (single) return this.isSlip(single) ? undefined : single
    const joint = [...this.listRemainders(), ...this.listPairs(), ...this.listSums()].find(part =>
      this.isSaid(part),
    )?.origin
    return joint && !this.isSlip() ? joint : undefined
  }

  /** One digit off a figure that the brief tells nowhere; whoever reckons with two figures is unlikely to come so near. */
  private isSlip(origin?: PlacedQuantity): boolean {
    const { quantity, brief, looseness } = this
    const digits = digitsOf(quantity)
    const isRound = looseness !== undefined && looseness !== 'range' && /^[1-9]0*$/.test(digits)
    // A count of one digit is any difference.
    if (digits === '' || (digits.length < 2 && dimensionOf(quantity) === '')) return false
    return this.figures.some(figure => {
      if (isRound && (figure === origin || dimensionOf(figure) !== dimensionOf(quantity))) return false
      const own = digitsOf(figure)
      if (Math.max(own.length, digits.length) < 2 || !isOneEdit(own, digits)) return false
      if (!origin) return true
      const told = brief.index.byValue.get(rationalKey(figure.value)) ?? []
      return !told.some(other => other !== quantity && dimensionOf(other) === dimensionOf(figure))
    })
  }

  private isSaid({ value, isQuotient, isPlain }: Part): boolean {
    const { quantity } = this
    if (equals(quantity.value, value)) return isPlain !== true
    if (this.looseness) return isRounding(quantity, value, this.looseness)
    const digits = significantDigits(quantity.value) ?? ''
    return isQuotient === true && digits.length > 1 && isRounding(quantity, value, 'range')
  }

  /** Of a share, what remains; and either of them in rough words: 近四分之三 for 72.5%. */
  private listShares(): Part[] {
    const { quantity, figures, source } = this
    const isPercent = quantity.unit?.dimension === 'percent'
    if (!isPercent && !isFraction(quantity)) return []
    const unit = isPercent ? hundred : one
    const shares = figures.flatMap((origin, at): Part[] => {
      const whole = figures[at + 1]
      const dimension = (origin.unit ?? origin.lentUnit)?.dimension
      if (dimension === 'percent') return [{ value: divide(origin.value, hundred), origin }]
      if (dimension === undefined && (isFraction(origin) || isShare(origin)))
        return [{ value: origin.value, origin }]
      const isOf = whole && PART_OF.test(source.text.slice(origin.end, whole.start))
      return isOf && dimension === undefined
        ? [{ value: divide(origin.value, whole.value), isQuotient: true, origin }]
        : []
    })
    const proper = shares.filter(({ value }) => compare(value, one) < 0)
    const others = rest.test(this.around)
      ? proper.map(part => ({ ...part, value: add(one, negate(part.value)) }))
      : []
    return [...proper, ...others].map(part => ({ ...part, value: multiply(part.value, unit) }))
  }

  /** For rounding only. */
  private listSame(): Part[] {
    return this.figures
      .filter(origin => dimensionOf(origin) === dimensionOf(this.quantity))
      .map(origin => ({ value: this.inOwnUnit(origin), isPlain: true, origin }))
  }

  /** "9 of 10 queries were right": one was not. */
  private listRemainders(): Part[] {
    if (dimensionOf(this.quantity) !== '' || !rest.test(this.around)) return []
    return this.figures.flatMap((origin, at) => {
      const whole = this.figures[at + 1]
      return whole && PART_OF.test(this.source.text.slice(origin.end, whole.start))
        ? [{ value: add(whole.value, negate(origin.value)), origin }]
        : []
    })
  }

  /** Differences, the multiple that one is of another, and how much more or less in percent. */
  private listPairs(): Part[] {
    const dimension = dimensionOf(this.quantity)
    const isChange = change.test(this.around)
    const isRest = dimension === '' && otherOnes.test(this.around)
    const isPart = isFraction(this.quantity)
    if (isPart && !this.looseness) return []
    const figures = isRest ? this.figures : this.figures.filter(({ weight }) => weight === 'strong')
    return figures.flatMap((a, at) =>
      figures.slice(at + 1).flatMap(b => {
        if (dimensionOf(a) !== dimensionOf(b) || b.start - a.end > NEAR) return []
        const [large, small] = compare(base(a), base(b)) > 0 ? [a, b] : [b, a]
        if (isPart) return [{ value: divide(base(small), base(large)), origin: a }]
        const isSame = dimensionOf(a) === (dimension === 'point' ? 'percent' : dimension)
        // One whole digit is what any two figures may differ by.
        const isLong =
          !isInteger(this.quantity.value) || (significantDigits(this.quantity.value) ?? '').length > 1
        const isTold = isRest || dimension === 'point' || (isChange && isLong)
        const difference = { value: add(this.inOwnUnit(large), negate(this.inOwnUnit(small))), origin: a }
        return [...(isSame && isTold ? [difference] : []), ...this.listQuotients(large, small)]
      }),
    )
  }

  private listQuotients(large: PlacedQuantity, small: PlacedQuantity): Part[] {
    const dimension = dimensionOf(this.quantity)
    const quotient = { isQuotient: true, origin: large }
    const multiple = divide(base(large), base(small))
    if (dimension === 'times')
      return compare(multiple, one) > 0 && dimensionOf(large) !== 'times'
        ? [{ ...quotient, value: multiple }]
        : []
    if (dimension !== 'percent' || !change.test(this.around)) return []
    const difference = add(base(large), negate(base(small)))
    return [large, small].map(whole => ({
      ...quotient,
      value: multiply(divide(difference, base(whole)), hundred),
    }))
  }

  /** Of what stands side by side in the source. */
  private listSums(): Part[] {
    const isTotal = total.test(this.around)
    const same = this.figures.filter(origin => dimensionOf(origin) === dimensionOf(this.quantity))
    return same.flatMap((origin, at) => {
      const parts: Part[] = []
      let value = this.inOwnUnit(origin)
      for (const other of same.slice(at + 1, at + MAX_PARTS)) {
        const gap = this.source.text.slice(origin.end, other.start)
        if (other.start - origin.end > NEAR || !(isTotal || TOGETHER.test(gap))) break
        value = add(value, this.inOwnUnit(other))
        parts.push({ value, origin })
      }
      return parts
    })
  }

  private inOwnUnit(other: PlacedQuantity): Rational {
    const factor = this.quantity.unit?.factor
    return factor && dimensionOf(other) === dimensionOf(this.quantity)
      ? divide(base(other), factor)
      : other.value
  }
}

function base({ value, unit, lentUnit }: Quantity): Rational {
  const factor = (unit ?? lentUnit)?.factor
  return factor ? multiply(value, factor) : value
}

/** None where it is spelled in words. */
function digitsOf({ text }: Quantity): string {
  return text.replace(/\D/g, '')
}

function dimensionOf({ unit, lentUnit }: Quantity): string {
  return (unit ?? lentUnit)?.dimension ?? ''
}

/** An accuracy of 0.3215. */
function isShare({ value, unit }: Quantity): boolean {
  return !unit && !isInteger(value) && compare(value, one) < 0
}

function isFraction({ value, unit, text }: Quantity): boolean {
  return !unit && !isInteger(value) && compare(value, one) < 0 && !/\d\.\d/.test(text)
}
