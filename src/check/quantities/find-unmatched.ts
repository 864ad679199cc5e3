/** Finds the quantities of one side that have no counterpart on the other, in whatever words. */
import { hasAlibi } from './alibis.ts'
import { findCountedNouns } from './counted-nouns.ts'
import { isSilent, type PlacedQuantity, type Quantity } from './quantity.ts'
import { findWitness, type Witness } from './quantity-index.ts'
import { compare, equals, isInteger, makeRational, multiply, one } from './rational.ts'
import { narrowSide, type Side } from './read-side.ts'

export interface Comparison {
  source: Side
  brief: Side
  coverage: 'whole' | 'selection'
  /** Language of the brief. */
  language: string
  /** Keys of the fields that the brief has. */
  briefFields: readonly string[]
}

export interface Unmatched {
  quantity: PlacedQuantity
  /** The same value with another unit, where there is one. */
  witness: Witness | undefined
}

const ten = makeRational(10)

export interface UnmatchedSearch {
  side: Side
  other: Side
  isVouching: (witness: Quantity) => boolean
  isStrict: boolean
}

/** The quantities of one side without a counterpart on the other, in reading order. */
export function findUnmatched({ side, other, isVouching, isStrict }: UnmatchedSearch): Unmatched[] {
  const unmatched: Unmatched[] = []
  for (const quantity of side.quantities) {
    if (isSilent(quantity)) continue
    const witness = findWitness(
      other.index,
      quantity,
      candidate => isVouching(candidate) && isSameThing({ quantity, side, candidate, other }),
    )
    if (witness?.agreement === 'same' || (witness && isAbsolute({ quantity, witness, side, other }))) continue
    if (quantity.weight === 'medium' && isCoveredVaguely(quantity, other)) continue
    // "10%" where the other text has "10×" is a slip of the unit, not a tenth.
    const isSlip =
      witness !== undefined &&
      [quantity, witness.quantity].every(({ unit }) => ['percent', 'times'].includes(unit?.dimension ?? ''))
    if (isSlip || !hasAlibi({ quantity, own: side, other, isStrict })) unmatched.push({ quantity, witness })
  }
  return unmatched
}

/** 十几个 for "a dozen". */
function isCoveredVaguely({ value }: Quantity, other: Side): boolean {
  return other.quantities.some(
    candidate =>
      candidate.vague &&
      compare(value, candidate.value) >= 0 &&
      compare(value, multiply(candidate.value, ten)) < 0,
  )
}

/** What title and abstract say must stand in the translation of each; neither makes up for the other. */
export function findLost({ source, brief, coverage }: Comparison): PlacedQuantity[] {
  // A name that the source has too ("Ristretto-3B") does not stand for the source's "3 billion".
  const isVouching = (witness: Quantity) =>
    witness.weight !== 'named' || !source.text.includes(chainAround(brief.text, witness))
  const find = (other: Side) =>
    findUnmatched({ side: source, other, isVouching, isStrict: coverage === 'whole' }).filter(
      ({ witness }) => witness?.agreement !== 'loose',
    )
  const lost = new Set(find(brief).map(({ quantity }) => quantity))
  for (const field of coverage === 'whole' ? ['title', 'abstract'] : []) {
    const own = narrowSide(brief, field)
    // A title may say in words what it says in figures.
    const isBinding = ({ weight }: Quantity) => field === 'abstract' || weight === 'strong'
    if (own)
      for (const { quantity } of find(own))
        if (quantity.field === field && isBinding(quantity)) lost.add(quantity)
  }
  return source.quantities.filter(quantity => lost.has(quantity))
}

/** The whole name that a quantity is part of. */
function chainAround(text: string, { start, end }: Quantity): string {
  const head = /[A-Za-z0-9.\-_]{0,60}$/.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? ''
  const tail = /^[A-Za-z0-9.\-_]{0,60}/.exec(text.slice(end, end + 60))?.[0] ?? ''
  return head + text.slice(start, end) + tail
}

/** "Three findings" do not vouch for 3个类别, nor "45 million videos" for 4500万小时: where both say what they count, it must be one thing. */
function isSameThing({
  quantity,
  side,
  candidate,
  other,
}: {
  quantity: Quantity
  side: Side
  candidate: Quantity
  other: Side
}): boolean {
  if (isMeasured(quantity) !== isMeasured(candidate)) {
    const [bare, place, measured] = isMeasured(quantity)
      ? [candidate, other, quantity]
      : [quantity, side, candidate]
    if (bare.unit !== undefined || bare.weight === 'named') return true
    // "1/8x the cost" is an eighth of it.
    if (measured.unit?.dimension === 'times' && compare(measured.value, one) < 0) return true
    // "1.3m scripts" may be read as millions, which measure nothing.
    if (
      measured.unit?.dimension === 'metre' &&
      measured.others.length > 0 &&
      !equals(bare.value, measured.value)
    )
      return true
    return (
      mayHaveUnit(place, bare, measured) &&
      findCountedNouns(place.text, bare.end).every(noun => measuredNouns.has(noun))
    )
  }
  if (candidate.unit && calendarUnits.has(candidate.unit.dimension) && countsThings(side.text, quantity))
    return false
  if (
    quantity.weight !== 'strong' ||
    quantity.unit ||
    candidate.unit ||
    !isInteger(quantity.value) ||
    compare(quantity.value, ten) > 0
  )
    return true
  const nouns = findCountedNouns(side.text, quantity.end)
  if (nouns.length === 0) return true
  const others = findCountedNouns(other.text, candidate.end)
  return others.length === 0 || others.some(noun => nouns.includes(noun))
}

/**
 * The unit may be one that no table knows, but some word must stand there: "is 2;" says nothing of 2 GB, unless
 * the sentence measures in the same unit already: "baselines need 48 hours, ours needs 6".
 */
function mayHaveUnit({ text, quantities }: Side, bare: Quantity, measured: Quantity): boolean {
  const { start, end, lentUnit, vague } = bare
  if (lentUnit || vague) return true
  if (countsThings(text, bare)) return false
  if (/^[\s-]?[\p{L}$\\°]/u.test(text.slice(end, end + 12))) return true
  return quantities.some(near => {
    const [left, right] = near.start < start ? [near.end, start] : [end, near.start]
    return (
      near.unit?.dimension === measured.unit?.dimension &&
      near.unit?.factor.top === measured.unit?.factor.top &&
      near.unit?.factor.bottom === measured.unit?.factor.bottom &&
      right - left < REACH &&
      !/[.;!?]\s|[。；！？\n]/.test(text.slice(left, right))
    )
  })
}
const REACH = 120

/** A Chinese measure word for things: 3个州 is not vouched for by "three years". */
function countsThings(text: string, { end, unit }: Pick<Quantity, 'end' | 'unit'>): boolean {
  if (unit) return false
  return /^ ?[个個家名种種项項类類条條台座位款篇组組例只所套份部张張件](?! ?(?:月|小时|小時|星期|世纪|世紀|百分|点|點|工作))/.test(
    text.slice(end, end + 6),
  )
}
const calendarUnits = new Set(['year', 'month', 'time', 'calendar'])
const measuredNouns = new Set('hour day year minute second frame step epoch bit gpu seed'.split(' '))

function isMeasured({ unit }: Quantity): boolean {
  return (
    unit !== undefined && ['time', 'byte', 'hertz', 'metre', 'gram', 'watt', 'times'].includes(unit.dimension)
  )
}

/** "An absolute gain of 5%" is five points. */
function isAbsolute({
  quantity,
  witness,
  side,
  other,
}: {
  quantity: Quantity
  witness: Witness
  side: Side
  other: Side
}): boolean {
  const dimensions = [quantity.unit?.dimension, witness.quantity.unit?.dimension]
  if (!dimensions.includes('percent') || !dimensions.includes('point')) return false
  const near = (text: string, { start, end }: Quantity) => text.slice(Math.max(0, start - 20), end + 20)
  return /absolut|绝对(?=[提增高改值差])|絕對(?=[提增高改值差])/i.test(
    `${near(side.text, quantity)} ${near(other.text, witness.quantity)}`,
  )
}
