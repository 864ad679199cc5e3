/** The steps of a harvest: month by month, in each of them set by set; and how far along them it is. */
import { addDays } from './collect-days.ts'
import type { HarvestPosition } from './harvest-state.ts'

export interface HarvestDays {
  since: string
  date: string
}

export interface HarvestProgress {
  /** What is under way: a set of the server, or a search. */
  set: string
  /** The days of the window under way. */
  from: string
  until: string
  /** Records yielded since the harvest was started or taken up again. */
  records: number
  /** Days, counted once for each set: done, also before it was taken up again, and all. */
  doneDays: number
  totalDays: number
}

export interface HarvestPlan {
  /** What is left; the first step is where the harvest was stopped, if it was. */
  steps: HarvestPosition[]
  /** Days, counted once for each set, of the whole harvest and of what was done before. */
  totalDays: number
  doneDays: number
}

/** @param options `kept`: where it was stopped; says nothing where it lies outside of what is asked for now */
export function planHarvest(
  days: HarvestDays,
  { sets, kept }: { sets: readonly string[]; kept: HarvestPosition | undefined },
): HarvestPlan {
  const whole = planSteps(days, { sets, kept: undefined })
  const steps = planSteps(days, { sets, kept: kept && fits(kept, { days, sets }) ? kept : undefined })
  const totalDays = sumDays(whole)
  return { steps, totalDays, doneDays: Math.max(0, totalDays - sumDays(steps)) }
}

/** Days of what was left of the step that are done; of a list whose size is known in proportion to it. */
export function doneOfStep(
  step: HarvestPosition,
  { next, records, listSize }: { next: HarvestPosition | undefined; records: number; listSize?: number },
): number {
  const first = step.lastDay ?? step.windowFrom
  const all = countDays(first, step.windowUntil)
  if (!next) return all
  if (listSize) return Math.min(all, (all * records) / listSize)
  return next.lastDay === undefined ? 0 : Math.min(all, Math.max(0, countDays(first, next.lastDay) - 1))
}

function fits(
  kept: HarvestPosition,
  { days, sets }: { days: HarvestDays; sets: readonly string[] },
): boolean {
  return sets.includes(kept.set) && kept.windowFrom >= days.since && kept.windowUntil <= days.date
}

function planSteps(
  days: HarvestDays,
  { sets, kept }: { sets: readonly string[]; kept: HarvestPosition | undefined },
): HarvestPosition[] {
  const steps: HarvestPosition[] = []
  let from = days.since
  if (kept) {
    const { windowFrom, windowUntil } = kept
    const rest = sets.slice(sets.indexOf(kept.set) + 1)
    steps.push(kept, ...rest.map(set => ({ windowFrom, windowUntil, set, lastDayIds: [] })))
    if (windowUntil === days.date) return steps
    // That day may not have been over when it was asked for: it is asked for again.
    from = windowUntil
  }
  while (from <= days.date) {
    const until = endOfMonth(from) < days.date ? endOfMonth(from) : days.date
    for (const set of sets) steps.push({ windowFrom: from, windowUntil: until, set, lastDayIds: [] })
    from = addDays(until, 1)
  }
  return steps
}

function endOfMonth(day: string): string {
  const next = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1))
    .toISOString()
    .slice(0, 10)
  return addDays(next, -1)
}

function sumDays(steps: readonly HarvestPosition[]): number {
  return steps.reduce((sum, step) => sum + countDays(step.lastDay ?? step.windowFrom, step.windowUntil), 0)
}

/** Both included. */
function countDays(from: string, until: string): number {
  return Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1)
}
