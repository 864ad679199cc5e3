/** How clearly the words around two figures must say that they changed places before anybody is told. */
import type { Weighing } from './affinity.ts'

/**
 * How much better the words must agree crosswise, and how many times as well. A translation keeps the order of its
 * figures, so figures out of order are under suspicion already; what says it in its own order is not.
 */
export const MARGINS = {
  inverted: { gain: 0.03, ratio: 4, clearGain: 0.1, clearRatio: 2.5 },
  selection: { gain: 0.03, ratio: 4, clearGain: 0.12, clearRatio: 3 },
  // 38个州2140个仓库: what counts things in one breath is turned round where one language puts the whole first.
  counts: { gain: 0.35, ratio: 6, clearGain: 0.6, clearRatio: 5 },
  listed: { gain: 0.3, ratio: 5, clearGain: 0.4, clearRatio: 3 },
  respective: { gain: 0.1, ratio: 3, clearGain: 0.3, clearRatio: 2 },
}
/** By how much the words must agree better crosswise for an error. A summary tells things in other words, so by more. */
export const CERTAIN_GAIN = { whole: 0, selection: 0.2 }
export type Margin = (typeof MARGINS)[keyof typeof MARGINS]

export function favoursCrossing({ straight, crossed }: Weighing, margin: Margin): boolean {
  const gain = crossed - straight
  return (
    (gain >= margin.gain && crossed >= margin.ratio * straight) ||
    (gain >= margin.clearGain && crossed >= margin.clearRatio * straight)
  )
}
