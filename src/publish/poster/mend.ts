/** Changes a plan so that the next look is better: room by need, then type size, then columns, then fewer words. */
import type { Judgement } from './judge.ts'
import type { Look } from './look.ts'
import { arrange, LEAD_KEY, type Panel, type Plan, SMALLEST } from './plan.ts'
import type { PosterContent } from './poster-content.ts'
import type { PosterSize } from './poster-size.ts'

export interface MendRequest {
  content: PosterContent
  plan: Plan
  size: PosterSize
  look: Look
  judgement: Judgement
  /** Largest size of type that has fitted and smallest that has not, with this arrangement; pixels. */
  bounds: Bounds
}

export interface Bounds {
  fits: number
  fails: number
}

// Fuller than this a poster is not made: a line more would not fit.
const FULL = 0.97
// Below this there is room for larger type.
const ROOMY = 0.9
// Type sizes nearer than this look the same.
const SAME_SIZE = 1.025
const MAX_GROWTH = 1.3
// Columns that differ by more get other widths.
const UNEVEN = 1.12
const [NARROWEST, WIDEST] = [0.72, 1.35]
const MAX_EVENINGS = 4
// How much of a text stays at a time, where nothing else helps than to cut it.
const [LEAST_KEPT, MOST_KEPT] = [0.15, 0.92]
const SHORTEST = 40

/** Undefined where it cannot be made better. */
export function mendPlan(request: MendRequest): Plan | undefined {
  const { plan, judgement } = request
  if (judgement.sticksOut && plan.formulas === 'set') return { ...plan, formulas: 'typed' }
  const weighed = { ...plan, body: weighByNeed(plan.body, request.look) }
  const evened = evenOut(weighed, judgement)
  if (judgement.fullest <= 1) {
    if (judgement.faults.length > 0)
      return isSame(weighed.body, plan.body) ? shrink(request, weighed) : weighed
    return evened ?? (judgement.fullest < ROOMY ? grow(request, weighed) : undefined)
  }
  if (evened && average(judgement.fill) < 1) return evened
  return shrink(request, evened ?? weighed)
}

/** Each panel as high as its words are, so that a column that has room for all has room for each. */
function weighByNeed(panel: Panel, look: Look): Panel {
  const needs = new Map(look.boxes.map(({ key, need }) => [key, need]))
  const weigh = (each: Panel): Panel =>
    each.kind === 'leaf'
      ? { ...each, weight: Math.max(needs.get(each.key) ?? each.weight, 1) }
      : { ...each, panels: each.panels.map(weigh) }
  return weigh(panel)
}

function isSame(a: Panel, b: Panel): boolean {
  return JSON.stringify(a, round) === JSON.stringify(b, round)
}

function round(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value) : value
}

/** Columns of text keep their area: one that is too full becomes wider. Undefined where they are even. */
function evenOut(plan: Plan, { fill }: Judgement): Plan | undefined {
  const { body } = plan
  if (body.kind !== 'row' || fill.length < 2 || plan.evenings >= MAX_EVENINGS) return undefined
  if (Math.max(...fill) / Math.max(Math.min(...fill), 0.01) < UNEVEN) return undefined
  const areas = body.panels.map((panel, index) => panel.weight * (fill[index] ?? 1))
  const mean = average(areas)
  const panels = body.panels.map((panel, index) => ({
    ...panel,
    weight: Math.min(WIDEST, Math.max(NARROWEST, (areas[index] ?? mean) / mean)),
  }))
  const next: Panel = { ...body, panels }
  const changed = panels.some(
    (panel, index) => Math.abs(panel.weight - (body.panels[index]?.weight ?? 1)) > 0.03,
  )
  return changed ? { ...plan, body: next, evenings: plan.evenings + 1 } : undefined
}

function grow({ size, bounds, judgement }: MendRequest, plan: Plan): Plan | undefined {
  const wanted = plan.basePx * Math.min(MAX_GROWTH, Math.sqrt(FULL / Math.max(judgement.fullest, 0.01)))
  const basePx = Math.min(size.maxBasePx, wanted < bounds.fails ? wanted : (plan.basePx + bounds.fails) / 2)
  return basePx / plan.basePx < SAME_SIZE ? undefined : { ...plan, basePx }
}

function shrink(request: MendRequest, plan: Plan): Plan | undefined {
  const { size, bounds, judgement } = request
  const least = size.minPx / SMALLEST
  const wanted = plan.basePx * Math.max(0.6, Math.sqrt(FULL / Math.max(judgement.fullest, 1)))
  // Where a smaller size is known to fit, the answer lies between.
  const basePx = Math.max(
    least,
    bounds.fits > 0 && wanted <= bounds.fits ? (bounds.fits + plan.basePx) / 2 : wanted,
  )
  if (bounds.fits > 0 && basePx / bounds.fits < SAME_SIZE) return undefined
  if (basePx < plan.basePx / 1.002) return { ...plan, basePx }
  return rearrange(request) ?? cutWords(request)
}

/** Fewer columns set the same words in fewer, longer lines; a caption without its picture can go. */
function rearrange({ content, plan, size }: MendRequest): Plan | undefined {
  const dropsFigure = content.figure && !content.figure.image && !plan.withoutFigure
  if (dropsFigure) return place(content, { ...plan, withoutFigure: true })
  if (plan.columns === size.columns && size.columns > 1)
    return place(content, { ...plan, columns: size.columns - 1 })
  return undefined
}

function place(content: PosterContent, plan: Plan): Plan {
  return { ...plan, ...arrange(content, plan) }
}

/** The longest texts of what is too full lose a part; the cut falls at the end of a sentence where there is one. */
function cutWords({ content, plan, look, judgement }: MendRequest): Plan | undefined {
  const lengths = new Map([
    ...content.panels.map(({ key, text }): [string, number] => [key, text.length]),
    [LEAD_KEY, content.lead?.length ?? 0],
  ])
  const crowded = look.boxes.filter(({ need, room }) => need > room).map(({ key }) => key)
  // Where the sentence in large type leaves nothing for the panels, it is the one that is too long.
  const keys = [...crowded, LEAD_KEY]
    .map((key): [string, number] => [key, plan.cuts[key] ?? lengths.get(key) ?? 0])
    .filter(([, length]) => length > SHORTEST)
  const longest = Math.max(...keys.map(([, length]) => length), 0)
  const kept = Math.min(MOST_KEPT, Math.max(LEAST_KEPT, FULL / Math.max(judgement.fullest, 1)))
  const cuts = keys
    .filter(([, length]) => length > longest / 2)
    .map(([key, length]): [string, number] => [key, Math.max(SHORTEST, Math.floor(length * kept))])
  return cuts.length > 0 ? { ...plan, cuts: { ...plan.cuts, ...Object.fromEntries(cuts) } } : undefined
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(numbers.length, 1)
}
