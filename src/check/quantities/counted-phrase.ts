/** Reads what follows a number: the words of the phrase that it counts, as both languages share them. */
import type { Anchor } from './anchors.ts'
import type { PlacedQuantity } from './quantity.ts'
import type { Side } from './read-side.ts'

/** How much each shared word of the phrase weighs, 0 to 1. */
export type CountedPhrase = ReadonlyMap<string, number>

const REACH = { latin: 64, han: 22 }
// A phrase ends where the next one begins.
const latinEnd =
  /[,.;:()[\]\n]|(?<![A-Za-z-])\d|\b(?:and|or|of|in|on|at|for|from|with|to|by|that|which|who|whose|is|are|was|were|has|have|can|while|than|against|using|via|through|across|under|over|between|among|including|within|into|as|where|when|including|covering|spanning|designed|based|drawn|taken|per|the|its|their|our)\b/
const hanEnd =
  /^\s?\p{Script=Han}?的|[\n，。；：、！？,.;:()（）“”]|\d|[一两二三四五六七八九十](?=[个個种種项項类類位名款组組张張条條次])/u
// Verbs and particles end a phrase too, unless it goes on behind them: 五个由志愿者标注的语料库.
const hanVerb = /(?<=.{2})(?:和|与|與|及|上|中|里|下|由|在|是|为|被|把|将|对|以|来|有|均|都|相比)/

/** Empty where nothing follows that the other text has too. */
export function readCountedPhrase(
  side: Side,
  anchors: readonly Anchor[],
  quantity: PlacedQuantity,
): CountedPhrase {
  const { text } = side
  const { end } = quantity
  const isHan = /^[\s\S]{0,6}\p{Script=Han}/u.test(text.slice(end, end + 7))
  const tail = text.slice(end, end + (isHan ? REACH.han : REACH.latin))
  const limit = end + (isHan ? cutHan(tail) : cutAt(tail, latinEnd))
  const phrase = new Map<string, number>()
  for (const { key, start, end: to, weight } of anchors) {
    if (start < end) continue
    if (start >= limit) break
    if (to <= limit + 1) phrase.set(key, Math.max(weight, phrase.get(key) ?? 0))
  }
  return phrase
}

function cutAt(text: string, end: RegExp): number {
  const at = text.search(end)
  return at < 0 ? text.length : at
}

function cutHan(tail: string): number {
  const clause = tail.slice(0, cutAt(tail, hanEnd))
  const head = clause.lastIndexOf('的') + 1
  return head + cutAt(clause.slice(head), hanVerb)
}

export function measureOverlap(a: CountedPhrase, b: CountedPhrase): number {
  let sum = 0
  for (const [key, weight] of a) sum += Math.min(weight, b.get(key) ?? 0)
  return sum
}

/** How much of what a source counts is in the brief's phrase, 0 to 1. */
export function measureCoverage(source: CountedPhrase, overlap: number): number {
  let sum = 0
  for (const weight of source.values()) sum += weight
  return sum === 0 ? 0 : overlap / sum
}
