/** Ties the figures of a brief and of its source to the words around them, and weighs two ways of pairing them. */
import { once } from '../once.ts'
import {
  type Line,
  measureAffinity,
  type Nearness,
  openLine,
  readNearness,
  type Weighing,
  weighPairing,
} from './affinity.ts'
import type { Anchors } from './anchors.ts'
import type { PlacedQuantity } from './quantity.ts'
import { rationalKey } from './rational.ts'
import type { Side } from './read-side.ts'

export interface BinderTexts {
  source: Side
  brief: Side
  anchors: () => Anchors
}

export class FigureBinder {
  private readonly texts: BinderTexts
  private readonly known = new Map<PlacedQuantity, Nearness>()
  private readonly lines: Record<'source' | 'brief', () => Line>

  constructor(texts: BinderTexts) {
    this.texts = texts
    this.lines = { source: once(() => openLine(texts.source)), brief: once(() => openLine(texts.brief)) }
  }

  affinity(brief: PlacedQuantity, source: PlacedQuantity): number {
    return measureAffinity(this.nearness('brief', brief), this.nearness('source', source))
  }

  /** Of two figures of the brief, each with all figures of the source that have its value: what speaks for them most. */
  weigh(first: Bound, second: Bound): Weighing {
    // Either figure stands beside the other one, however they are paired.
    const without = [first, second].map(({ brief }) => `#${rationalKey(brief.value)}`)
    const inBrief = [this.nearness('brief', first.brief), this.nearness('brief', second.brief)] as const
    let best: Weighing = { straight: 0, crossed: 0, mutual: 0 }
    let lead = Number.NEGATIVE_INFINITY
    for (const one of first.sources.slice(0, MAX_SOURCES))
      for (const other of second.sources.slice(0, MAX_SOURCES)) {
        if (one === other) continue
        const inSource = [this.nearness('source', one), this.nearness('source', other)] as const
        const weighing = weighPairing(inBrief, inSource, without)
        if (weighing.straight - weighing.crossed <= lead) continue
        best = weighing
        lead = weighing.straight - weighing.crossed
      }
    return best
  }

  /**
   * Where one side lists both figures in one breath ("A and B reach 83% and 79%"): there the words stand in the
   * order of their figures, on the other side each beside its own.
   */
  weighListed({ listed, apart, side }: Listed): Weighing {
    const own = this.texts.anchors()[side]
    const other = side === 'brief' ? 'source' : 'brief'
    const [near, far] = apart.map(quantity => this.nearness(other, quantity))
    const [from, to] = sentenceAround(this.texts[side].text, listed[0].start)
    const places = new Map<string, number>()
    for (const { key, start } of own)
      if (start >= from && start < to && !places.has(key)) places.set(key, start)
    const weighing = { straight: 0, crossed: 0, mutual: 0 }
    if (!near || !far) return weighing
    const telling = [...places.keys()].map(key => ({
      at: places.get(key) ?? 0,
      lead: Math.abs(near.get(key) ?? 0) - Math.abs(far.get(key) ?? 0),
    }))
    for (const first of telling.filter(({ lead }) => lead > MIN_LEAD))
      for (const second of telling.filter(({ lead }) => lead < -MIN_LEAD)) {
        const weight = Math.min(first.lead, -second.lead)
        if (first.at < second.at === listed[0].start < listed[1].start) weighing.straight += weight
        else weighing.crossed += weight
      }
    return weighing
  }

  private nearness(side: 'source' | 'brief', quantity: PlacedQuantity): Nearness {
    const known = this.known.get(quantity)
    if (known) return known
    const nearness = readNearness({ line: this.lines[side](), anchors: this.texts.anchors()[side], quantity })
    this.known.set(quantity, nearness)
    return nearness
  }
}

const MIN_LEAD = 0.05
const MAX_SOURCES = 4

/** A figure of the brief with the figures of the source that say the same. */
export interface Bound {
  brief: PlacedQuantity
  sources: readonly PlacedQuantity[]
}

export interface Listed {
  /** On one side, both figures of a list; `apart`: on the other side, what has the same values, in this order. */
  listed: readonly [PlacedQuantity, PlacedQuantity]
  apart: readonly [PlacedQuantity, PlacedQuantity]
  /** The side with the list. */
  side: 'source' | 'brief'
}

const MAX_SENTENCE = 500

function sentenceAround(text: string, at: number): [from: number, to: number] {
  const before = text.slice(Math.max(0, at - MAX_SENTENCE), at)
  const behind = text.slice(at, at + MAX_SENTENCE)
  const start = Math.max(
    before.lastIndexOf('. '),
    before.lastIndexOf('。'),
    before.lastIndexOf('\n'),
    before.lastIndexOf('；'),
    before.lastIndexOf('; '),
  )
  const end = behind.search(/[.;!?]\s|[。；！？\n]/)
  return [at - before.length + start + 1, end < 0 ? at + behind.length : at + end]
}
