/** The plan of a poster: its panels as a tree of columns and rows, and the choices that mending changes. */
import type { PosterContent, TextPanel } from './poster-content.ts'
import type { PosterSize } from './poster-size.ts'
import { textWidth } from './text-width.ts'

export type Panel =
  | { kind: 'leaf'; key: string; weight: number }
  | { kind: 'row' | 'column'; weight: number; panels: readonly Panel[] }

export interface Plan {
  body: Panel
  columns: number
  /** Of running text, in pixels; everything else is a multiple of it. */
  basePx: number
  /** Characters that a panel keeps, where it had to be cut. */
  cuts: Readonly<Record<string, number>>
  /** `typed`: as the author typed them, which can break over lines. */
  formulas: 'set' | 'typed'
  /** How often the widths of these columns were changed: it need not come to an end by itself. */
  evenings: number
  /** Without the main figure, where only its caption is there and the text needs the room. */
  withoutFigure: boolean
}

/** The panel of the main figure. */
export const FIGURE_KEY = 'figure'
/** The sentence in large type, in `cuts`. */
export const LEAD_KEY = 'lead'
// What a heading and the space around a panel take, in em squared of running text.
const PANEL_COST = 90
const PICTURE_COST = 700
/** Size of the smallest words, as a part of running text. */
export const SMALLEST = 0.74

export function makePlan(content: PosterContent, size: PosterSize): Plan {
  const base = { basePx: size.basePx, cuts: {}, formulas: 'set', evenings: 0, withoutFigure: false } as const
  return { ...base, ...arrange(content, { columns: size.columns, ...base }) }
}

/** The body in so many columns, or as many as there are panels. */
export function arrange(
  content: PosterContent,
  { columns, cuts, withoutFigure }: Pick<Plan, 'columns' | 'cuts' | 'withoutFigure'>,
): Pick<Plan, 'body' | 'columns' | 'evenings'> {
  const leaves = content.panels.map(
    (panel): Panel => ({ kind: 'leaf', key: panel.key, weight: costOf(panel, cuts) }),
  )
  const { figure } = content
  if (figure && !withoutFigure) {
    const weight = (figure.image ? PICTURE_COST : 0) + PANEL_COST + textWidth(figure.caption)
    // After the question: what a paper does is seen best before it is read.
    leaves.splice(Math.min(1, leaves.length), 0, { kind: 'leaf', key: FIGURE_KEY, weight })
  }
  const groups = divide(leaves, Math.max(1, Math.min(columns, leaves.length)))
  const panels = groups.map((group): Panel => ({ kind: 'column', weight: 1, panels: group }))
  return { columns: groups.length, evenings: 0, body: { kind: 'row', weight: 1, panels } }
}

function costOf({ key, text }: TextPanel, cuts: Plan['cuts']): number {
  return PANEL_COST + textWidth(text.slice(0, cuts[key] ?? text.length)) * 1.6
}

/** In reading order, so that the heaviest column is as light as can be. */
function divide(leaves: readonly Panel[], columns: number): Panel[][] {
  if (columns <= 1) return [[...leaves]]
  let best: Panel[][] = []
  let lightest = Number.POSITIVE_INFINITY
  for (let first = 1; first <= leaves.length - columns + 1; first++) {
    const rest = divide(leaves.slice(first), columns - 1)
    const heaviest = Math.max(weigh(leaves.slice(0, first)), ...rest.map(weigh))
    if (heaviest < lightest) {
      lightest = heaviest
      best = [leaves.slice(0, first), ...rest]
    }
  }
  return best
}

function weigh(panels: readonly Panel[]): number {
  return panels.reduce((sum, { weight }) => sum + weight, 0)
}

/** Every leaf with the column it stands in, from the left. */
export function listLeaves(body: Panel): { key: string; column: number }[] {
  if (body.kind === 'leaf') return [{ key: body.key, column: 0 }]
  return body.panels.flatMap((panel, index) =>
    listLeaves(panel).map(({ key, column }) => ({ key, column: body.kind === 'row' ? index : column })),
  )
}
