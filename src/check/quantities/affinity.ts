/** How strongly a figure of a brief and one of its source stand beside the same words: the nearer, the stronger. */
import type { Anchor } from './anchors.ts'
import { isSilent, type PlacedQuantity, type Quantity } from './quantity.ts'
import { isInteger, rationalKey } from './rational.ts'
import type { Side } from './read-side.ts'

/** How near each word stands to a figure, 0 to 1, its rarity counted in; below zero where it stands before the figure. */
export type Nearness = ReadonlyMap<string, number>

// Characters of a text that a step between two words is worth.
const STEP = { latin: 6.5, han: 2.2 }
// What stands between a word and a figure parts them, in steps.
const COMMA = 2
const AND = 2.5
const CLAUSE = 4
const SENTENCE = 9
const FIGURE = 2.5
const FALL = 3
// What is counted follows its number in both languages; what stands before is often counted by another.
const COUNTED = 3
const MAX_COST = 22
const MAX_REACH = 220
const MAX_ANCHOR = 40
const FIGURE_WEIGHT = 0.8
// "Precision rises by 4% on A and 9% on B": what stands before both figures in both texts may belong to both.
const HEAD = 0.5
const MARK_WEIGHT = 0.4
// What a share is a share of belongs to it alone.
const OCCASION_WEIGHT = 0.8

/** A text in which distances between words and figures are measured, in steps. */
export interface Line {
  text: string
  /** What figures are there to stand beside; in reading order. */
  figures: readonly (Pick<Quantity, 'start' | 'end'> & { key: string })[]
  /** At each place, the steps from the beginning of the text to it. */
  steps: Float64Array
  /** At each place, how many figures begin, or end, before it. */
  begun: Uint16Array
  ended: Uint16Array
}

/** Linear in the length of the text. */
export function openLine({ text, quantities }: Pick<Side, 'text' | 'quantities'>): Line {
  const figures = quantities
    .filter(quantity => !isSilent(quantity) && quantity.weight !== 'weak')
    .map(({ start, end, value }) => ({ start, end, key: `#${rationalKey(value)}` }))
  const size = text.length + 2
  const line = {
    text,
    figures,
    steps: new Float64Array(size),
    begun: new Uint16Array(size),
    ended: new Uint16Array(size),
  }
  for (const { start, end } of figures) {
    line.begun[start + 1] = 1
    line.ended[end + 1] = 1
  }
  for (let at = 0; at <= text.length; at++) {
    line.steps[at + 1] = (line.steps[at] ?? 0) + costOf(text, at)
    line.begun[at + 1] = (line.begun[at] ?? 0) + (line.begun[at + 1] ?? 0)
    line.ended[at + 1] = (line.ended[at] ?? 0) + (line.ended[at + 1] ?? 0)
  }
  return line
}

export interface NearnessSearch {
  line: Line
  /** In reading order. */
  anchors: readonly Anchor[]
  quantity: PlacedQuantity
}

/** Of every anchor and every other figure around a figure. */
export function readNearness({ line, anchors, quantity }: NearnessSearch): Nearness {
  const nearness = new Map<string, number>()
  const keep = (key: string, value: number): void => {
    if (value !== 0 && Math.abs(value) > Math.abs(nearness.get(key) ?? 0)) nearness.set(key, value)
  }
  for (const mark of readMarks(line.text, quantity)) keep(mark, MARK_WEIGHT)
  if (isOfOccasions(line.text, quantity)) keep('mark of', OCCASION_WEIGHT)
  for (let at = findFrom(anchors, quantity.start - MAX_REACH - MAX_ANCHOR); at < anchors.length; at++) {
    const anchor = anchors[at]
    if (!anchor || anchor.start - quantity.end >= MAX_REACH) break
    keep(anchor.key, anchor.weight * measureNearness(line, quantity, anchor))
  }
  for (const figure of line.figures) {
    if (figure.start === quantity.start || Math.abs(figure.start - quantity.start) >= MAX_REACH) continue
    keep(figure.key, FIGURE_WEIGHT * measureNearness(line, quantity, figure))
  }
  return nearness
}

function isCount({ value, unit, lentUnit }: Quantity): boolean {
  return unit === undefined && lentUnit === undefined && isInteger(value)
}

/** The marks that a figure wears in both languages: brackets, a sign, "less than". */
function readMarks(text: string, { start, end }: Quantity): string[] {
  const before =
    text
      .slice(Math.max(0, start - 2), start)
      .trimEnd()
      .at(-1) ?? ''
  const behind = text
    .slice(end, end + 2)
    .trimStart()
    .charAt(0)
  return [
    ...('(（'.includes(before || ' ') ? ['mark ('] : []),
    ...(')）'.includes(behind || ' ') ? ['mark )'] : []),
    ...('+±<>≤≥=~'.includes(before || ' ') ? [`mark ${before}`] : []),
  ]
}

// "In 40% of cases", "40% of the time", 在40%的情况下.
const occasions =
  /^\s?(?:of (?:the |all |these |its |our )?(?:time|times|cases?|occasions|instances|situations|scenarios|circumstances|trials|runs|attempts)\b|(?:以上|左右)?\s?的?(?:[案实實]例|情[况況形境]|时间|時間|时候|時候|[场場][景合]|试验|試驗|尝试|嘗試|运行|運行|次数|次數))/

function isOfOccasions(text: string, { end, unit, value }: Quantity): boolean {
  if (unit ? unit.dimension !== 'percent' : isInteger(value)) return false
  return occasions.test(text.slice(end, end + 28))
}

/** As far as words still belong to the figure; what overlaps it stands on neither side. */
function measureNearness(
  { steps, begun, ended }: Line,
  quantity: Quantity,
  { start, end }: Pick<Quantity, 'start' | 'end'>,
): number {
  const isBehind = start >= quantity.end
  if (!isBehind && end > quantity.start) return 0
  const [from, to] = isBehind ? [quantity.end, start] : [end, quantity.start]
  if (to - from >= MAX_REACH) return 0
  // A figure between the two counts where it is left behind.
  const passed = isBehind ? ended : begun
  const figures = Math.max(0, (passed[to] ?? 0) - (passed[from + 1] ?? 0))
  const counted = !isBehind && isCount(quantity) ? COUNTED : 0
  const cost = counted + (steps[to] ?? 0) - (steps[from] ?? 0) + figures * FIGURE
  return cost < MAX_COST ? (isBehind ? 1 : -1) / (1 + cost / FALL) : 0
}

/** The first that begins there or later. */
function findFrom(anchors: readonly Anchor[], start: number): number {
  let [low, high] = [0, anchors.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((anchors[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

function costOf(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code >= 0x3400 && code <= 0x9fff) return 1 / STEP.han + (hanAnd.has(code) ? AND : 0)
  const step = 1 / STEP.latin
  if (code >= LETTER_A && code <= LETTER_Z) return step
  const char = text.charAt(at)
  if (char === ' ') return step + (isAnd(text, at) ? AND : 0)
  if ('，、,'.includes(char)) return isInNumber(text, at) ? step : COMMA
  if ('；：;:'.includes(char)) return CLAUSE
  if (char === '。' || char === '\n') return SENTENCE
  if ('.!?'.includes(char)) return /\s/.test(text.charAt(at + 1)) ? SENTENCE : step
  return step
}

const [LETTER_A, LETTER_Z] = [97, 122]
const hanAnd = new Set(Array.from('和与及而但', char => char.charCodeAt(0)))
const ands = [' to ', ' and ', ' while ', ' whereas ', ' but ', ' vs', ' versus ', ' or ']

function isAnd(text: string, at: number): boolean {
  return ands.some(word => text.startsWith(word, at))
}

function isInNumber(text: string, at: number): boolean {
  return /\d/.test(text.charAt(at + 1)) && /\d/.test(text.charAt(at - 1))
}

/** The sum over all words that stand by both. */
export function measureAffinity(a: Nearness, b: Nearness): number {
  let sum = 0
  for (const [key, value] of a) sum += Math.abs(value * (b.get(key) ?? 0))
  return sum
}

/** What speaks for two figures having kept their places, and what for their having changed them. */
export interface Weighing {
  straight: number
  crossed: number
  /** Of what is crossed, what the less suspect of the two figures has for its part. */
  mutual: number
}

/** Only what tells two figures apart on both sides counts: a word around both says nothing of which is which. */
export function weighPairing(
  brief: readonly [Nearness, Nearness],
  source: readonly [Nearness, Nearness],
  without: readonly string[],
): Weighing {
  let straight = 0
  const crossed: [number, number] = [0, 0]
  const add = (key: string): void => {
    if (without.includes(key)) return
    const [one, other] = [brief[0].get(key) ?? 0, brief[1].get(key) ?? 0]
    const [own, rival] = [source[0].get(key) ?? 0, source[1].get(key) ?? 0]
    const inBrief = Math.abs(one) - Math.abs(other)
    const inSource = Math.abs(own) - Math.abs(rival)
    const isHead = one <= 0 && other <= 0 && own <= 0 && rival <= 0
    const weight = inBrief * inSource * (isHead ? HEAD : 1)
    if (weight > 0) straight += weight
    else crossed[inBrief > 0 ? 0 : 1] -= weight
  }
  for (const key of brief[0].keys()) add(key)
  for (const key of brief[1].keys()) if (!brief[0].has(key)) add(key)
  return {
    straight,
    crossed: crossed[0] + crossed[1],
    mutual: Math.min(...crossed),
  }
}
