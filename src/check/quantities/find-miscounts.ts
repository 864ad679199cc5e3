/** Finds counts that the source gives to other things: 四种策略 for "five strategies", whatever else there are four of. */
import type { Finding } from '../../paper/finding.ts'
import { once } from '../once.ts'
import type { Anchors } from './anchors.ts'
import { type CountedPhrase, measureCoverage, measureOverlap, readCountedPhrase } from './counted-phrase.ts'
import { countsPart } from './counts-part.ts'
import { findDerivation } from './find-derivation.ts'
import type { PlacedQuantity, Quantity } from './quantity.ts'
import { add, compare, equals, isInteger, makeRational, multiply, rationalKey } from './rational.ts'
import type { Side } from './read-side.ts'

export interface MiscountSearch {
  source: Side
  brief: Side
  coverage: 'whole' | 'selection'
  anchors: () => Anchors
}

interface Count {
  quantity: PlacedQuantity
  keys: readonly string[]
  phrase: () => CountedPhrase
}

// Shared words, each the heavier the rarer, that make a phrase the same; and what the count's own phrase may share.
const SAME_PHRASE = 0.3
// "Two" and "three" stand for other words too: "both", "twice", a list that the brief counted.
const SAME_PHRASE_OF_FEW = 0.45
// Where the brief has the other count as well, it may tell of a part: "10 of 13 cells".
const SAME_PHRASE_TOLD = 0.7
const WHOLE_PHRASE = 0.6
const WHOLE_SHARE = 0.15
const TRADED = 0.4
const OWN_SHARE = 0.34
const MAX_COUNT = 1000n
// A count of so many is the count of one thing.
const TELLING = 30n
const MAX_COUNTS = 60
const APART = 60
const MAX_SENTENCE = 1000

/** For briefs in Chinese of a title and an abstract. */
export function findMiscounts(search: MiscountSearch): Finding[] {
  const counts = search.brief.quantities
    .filter(quantity => isToldCount(quantity) && !isPlaceOrDimension(search.brief.text, quantity))
    .slice(0, MAX_COUNTS)
  if (counts.length === 0 || !/\p{Script=Han}/u.test(search.brief.text)) return []
  return new MiscountFinder(search).run(counts)
}

class MiscountFinder {
  private readonly search: MiscountSearch
  private readonly told: ReadonlySet<string>
  private readonly sources: readonly Count[]

  constructor(search: MiscountSearch) {
    const { source, brief } = search
    this.search = search
    this.told = new Set(brief.quantities.flatMap(keysOf))
    this.sources = source.quantities
      .filter(isCount)
      .slice(0, MAX_COUNTS)
      .map(quantity => ({
        quantity,
        keys: keysOf(quantity),
        phrase: once(() => readCountedPhrase(source, search.anchors().source, quantity)),
      }))
  }

  run(counts: readonly PlacedQuantity[]): Finding[] {
    // "One" comes and goes in translation.
    const told = counts.filter(({ value, weight }) => value.top > 1n || weight === 'strong')
    const miscounts = told.flatMap(quantity => {
      const rival = this.findRival(quantity)
      return rival ? [{ quantity, rival }] : []
    })
    const found = miscounts.length > 0 ? miscounts : this.findTraded(counts)
    return found
      .filter(({ quantity, rival }) => !keysOf(quantity).some(key => keysOf(rival).includes(key)))
      .filter(({ quantity, rival }) => !this.isPart(quantity, rival) && !this.isSum(quantity, rival))
      .map(({ quantity, rival }) => this.report(quantity, rival))
  }

  /** A translation has its part words from the source, with their counts. */
  private isPart(quantity: PlacedQuantity, rival: PlacedQuantity): boolean {
    const { source, brief, coverage } = this.search
    return (
      coverage === 'selection' &&
      compare(quantity.value, rival.value) < 0 &&
      (countsPart(brief.text, quantity.start) || findDerivation({ quantity, source, brief }) !== undefined)
    )
  }

  /** "Two techniques … three further techniques" are five to a summary. */
  private isSum({ value }: PlacedQuantity, rival: PlacedQuantity): boolean {
    const own = this.sources.find(({ quantity }) => quantity === rival)?.phrase()
    return (
      this.search.coverage === 'selection' &&
      own !== undefined &&
      this.sources.some(
        ({ quantity, phrase }) =>
          quantity !== rival &&
          equals(add(quantity.value, rival.value), value) &&
          measureOverlap(own, phrase()) > 0,
      )
    )
  }

  /** 一个嵌入…两次前向传播 for "two embeddings … one forward pass": each counts what is the other one's. */
  private findTraded(
    counts: readonly PlacedQuantity[],
  ): { quantity: PlacedQuantity; rival: PlacedQuantity }[] {
    const { brief, anchors } = this.search
    for (const [at, quantity] of counts.entries()) {
      const other = counts[at + 1]
      if (!other || !areInSentence(brief.text, quantity.start, other.start)) continue
      if (keysOf(quantity).some(key => keysOf(other).includes(key))) continue
      const pair = [quantity, other].map(figure => readCountedPhrase(brief, anchors().brief, figure))
      const rival = this.ownerOf(pair[0], quantity, other)
      if (rival && this.ownerOf(pair[1], other, quantity)) return [{ quantity, rival }]
    }
    return []
  }

  /** What the source counts with these words by the number of `rival`, where it does not by that of `own`. */
  private ownerOf(
    phrase: CountedPhrase | undefined,
    own: PlacedQuantity,
    rival: PlacedQuantity,
  ): PlacedQuantity | undefined {
    const best = (count: PlacedQuantity): { overlap: number; quantity: PlacedQuantity | undefined } => {
      const keys = keysOf(count)
      let found: { overlap: number; quantity: PlacedQuantity | undefined } = {
        overlap: 0,
        quantity: undefined,
      }
      for (const { quantity, keys: others, phrase: words } of this.sources) {
        if (!phrase || !others.some(key => keys.includes(key))) continue
        const overlap = measureOverlap(phrase, words())
        if (overlap > found.overlap) found = { overlap, quantity }
      }
      return found
    }
    const other = best(rival)
    return other.overlap >= TRADED && best(own).overlap <= OWN_SHARE * other.overlap
      ? other.quantity
      : undefined
  }

  private findRival(count: PlacedQuantity): PlacedQuantity | undefined {
    const keys = keysOf(count)
    const same = this.sources.filter(source => source.keys.some(key => keys.includes(key)))
    // Nobody takes "110 publications on three tasks" for a hundred and ten tasks.
    if (same.length > 0 && count.value.top >= TELLING && count.value.bottom === 1n) return undefined
    const rivals = this.sources.filter(
      source => !same.includes(source) && mayBeRival(source) && !isFarMore(source.quantity, count),
    )
    if (rivals.length === 0) return undefined
    const phrase = readCountedPhrase(this.search.brief, this.search.anchors().brief, count)
    if (phrase.size === 0) return undefined
    const isUnknown = same.length === 0
    // "31 of the 37 hospitals": what is counted stands behind another number.
    const isElliptic = same.some(
      ({ quantity, phrase: words }) => words().size === 0 && quantity.weight !== 'hidden',
    )
    const own = Math.max(0, ...same.map(source => measureOverlap(phrase, source.phrase())))
    let rival: PlacedQuantity | undefined
    let most = 0
    for (const { quantity, phrase: words } of rivals) {
      const overlap = measureOverlap(phrase, words())
      if (overlap <= most || own > OWN_SHARE * overlap) continue
      const coverage = measureCoverage(words(), overlap)
      if (!this.isEnough({ overlap, coverage, isUnknown, isElliptic, count, rival: quantity })) continue
      rival = quantity
      most = overlap
    }
    return rival
  }

  private isEnough({ overlap, coverage, isUnknown, isElliptic, count, rival }: Likeness): boolean {
    const isTold = keysOf(rival).some(key => this.told.has(key))
    if (isTold && (isElliptic || !this.isApart(count, rival))) return false
    const isWhole = coverage >= WHOLE_PHRASE
    if (count.weight === 'weak') return (isUnknown || !isTold) && overlap >= SAME_PHRASE_OF_FEW
    if (isUnknown || !isTold) return overlap >= (isWhole ? WHOLE_SHARE : SAME_PHRASE)
    return overlap >= (isWhole ? SAME_PHRASE : SAME_PHRASE_TOLD)
  }

  /** Neither text has the two counts in one sentence, where one would be a part of the other. */
  private isApart(count: PlacedQuantity, rival: PlacedQuantity): boolean {
    const { source, brief } = this.search
    const [own, other] = [keysOf(count), keysOf(rival)]
    const stand = (side: Side, keys: readonly string[], beside: readonly PlacedQuantity[]): boolean =>
      side.quantities.some(
        quantity =>
          keysOf(quantity).some(key => keys.includes(key)) &&
          beside.some(
            ({ start }) => start !== quantity.start && areInSentence(side.text, start, quantity.start),
          ),
      )
    return !stand(source, own, [rival]) && !stand(brief, other, [count])
  }

  private report(quantity: PlacedQuantity, rival: PlacedQuantity): Finding {
    const { brief, source } = this.search
    const quote = brief.text
      .slice(quantity.start, quantity.end + 4)
      .replace(/(?<=[^\d.,])[，。；：、！？,.;:\sA-Za-z][\s\S]*$/, '')
    const expected = source.text.slice(rival.start, rival.end + 24).replace(/\s\S*$/, '')
    return {
      check: 'quantities',
      severity: 'error',
      field: quantity.field,
      message: `"${quote}" is another count than the source's "${expected}".`,
      quote,
      expected: rival.text,
    }
  }
}

interface Likeness {
  overlap: number
  /** Of what the source counts. */
  coverage: number
  /** The source has nothing of this number. */
  isUnknown: boolean
  /** The source has this number with nothing told behind it. */
  isElliptic: boolean
  count: PlacedQuantity
  rival: PlacedQuantity
}

function areInSentence(text: string, a: number, b: number): boolean {
  if (Math.abs(a - b) > MAX_SENTENCE) return false
  const between = text.slice(Math.min(a, b), Math.max(a, b))
  return between.length < APART || !/[.;!?]\s|[。；！？\n]/.test(between)
}

function keysOf({ value, others }: Quantity): string[] {
  return others.length === 0 ? [rationalKey(value)] : [value, ...others].map(rationalKey)
}

function isCount({ value, unit, lentUnit, vague, afterName, weight, text }: Quantity): boolean {
  const isBare = unit === undefined && lentUnit === undefined && !vague && !afterName && weight !== 'named'
  return isBare && isInteger(value) && value.top > 0n && value.top <= MAX_COUNT && !/[Dd维年月]$/.test(text)
}

/** Nobody takes 两个模型 for "800 runs on models". */
function isFarMore({ value }: PlacedQuantity, count: PlacedQuantity): boolean {
  return isWords(count) && compare(value, multiply(count.value, makeRational(FAR))) > 0
}
const FAR = 50

function isWords({ text }: PlacedQuantity): boolean {
  return !/\d/.test(text)
}

// "Both accuracy and speed" counts what is named right behind it, and nothing further.
const PAIR_WORD = /^(?:both|dual|pair|couple|twice|double)$/i

function mayBeRival({ quantity: { weight, value, text } }: Count): boolean {
  return weight !== 'hidden' && value.top > 1n && !PAIR_WORD.test(text)
}

/** 三维 is "3D", 三语 "trilingual", 二是 a place in a list, 第二 "another", 任务7 the seventh task: none of them counts. */
function isPlaceOrDimension(text: string, { start, end }: PlacedQuantity): boolean {
  return (
    /[维維语語是]/.test(text.slice(end - 1, end + 1)) || LABEL.test(text.slice(Math.max(0, start - 4), start))
  )
}
const LABEL =
  /(?:第|(?:任务|任務|赛道|賽道|阶段|階段|版本|问题|問題|等级|等級|级别|類型|类型|方案|算法|定理|命题|引理|图|圖|表|章|节|節)\s?)$/

function isToldCount(quantity: Quantity): boolean {
  return isCount(quantity) && quantity.weight !== 'hidden'
}
