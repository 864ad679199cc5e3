/** Says of a poster that was looked at what is wrong with it, and how full it is. */
import type { Box, Look } from './look.ts'
import { listLeaves, type Plan } from './plan.ts'
import type { PosterSize } from './poster-size.ts'

export interface Judgement {
  /** One sentence each; none where the poster can be shown. */
  faults: string[]
  /** By column from the left: what its panels need, as a part of what they have; more than 1 does not fit. */
  fill: number[]
  /** Of the fullest column. */
  fullest: number
  /** Words reach beyond an edge. */
  sticksOut: boolean
}

// Fractions of a pixel are rounding.
const SLACK_PX = 1

export function judgePoster(look: Look, plan: Plan, size: PosterSize): Judgement {
  const fill = measureFill(look, plan)
  const sticking = look.boxes.filter(({ sticksOut }) => sticksOut > SLACK_PX)
  const faults = [
    ...look.boxes
      .filter(({ need, room }) => need > room + SLACK_PX)
      .map(
        ({ key, need, room }) =>
          `${key} needs ${Math.ceil(need)} px and has ${Math.max(0, Math.floor(room))}`,
      ),
    ...sticking.map(({ key }) => `the words of ${key} reach beyond its edge`),
    ...findOverlaps(look.boxes),
    ...findOutside(look, size),
    ...(look.smallestPx < size.minPx - 0.1
      ? [`the smallest words are ${look.smallestPx.toFixed(1)} px high`]
      : []),
  ]
  return { faults, fill, fullest: Math.max(...fill, 0), sticksOut: sticking.length > 0 }
}

function measureFill({ boxes }: Look, plan: Plan): number[] {
  const byKey = new Map(boxes.map(box => [box.key, box]))
  const fill: number[] = []
  for (let column = 0; column < plan.columns; column++) {
    const inColumn = listLeaves(plan.body)
      .filter(leaf => leaf.column === column)
      .flatMap(({ key }) => byKey.get(key) ?? [])
    const need = inColumn.reduce((sum, box) => sum + box.need, 0)
    const room = inColumn.reduce((sum, box) => sum + Math.max(box.room, 0), 0)
    fill.push(need / Math.max(room, 1))
  }
  return fill
}

function findOverlaps(boxes: readonly Box[]): string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        b =>
          Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > SLACK_PX &&
          Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > SLACK_PX,
      )
      .map(b => `${a.key} and ${b.key} overlap`),
  )
}

function findOutside({ boxes, width, height }: Look, size: PosterSize): string[] {
  const outside = boxes.filter(
    box =>
      box.x < -SLACK_PX ||
      box.y < -SLACK_PX ||
      box.x + box.width > size.width + SLACK_PX ||
      box.y + box.height > size.height + SLACK_PX,
  )
  const isLarger = width > size.width + SLACK_PX || height > size.height + SLACK_PX
  return [
    ...outside.map(({ key }) => `${key} stands outside of the sheet`),
    ...(isLarger ? ['the poster is larger than its sheet'] : []),
  ]
}
