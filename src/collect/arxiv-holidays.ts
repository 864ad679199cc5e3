/** The days on which arXiv may announce nothing although it is a working day. */
import { workingDayBefore } from './arxiv-announcement-window.ts'
import type { Collected } from './source.ts'

const NEW_YEAR_TO_CHRISTMAS = new Set(['01-01', '06-19', '07-04', '12-24', '12-25', '12-26', '12-31'])
// Weekday (0: Sunday) and the first and last day of the month on which it falls.
const MOVING: readonly { month: number; weekday: number; from: number; to: number }[] = [
  { month: 1, weekday: 1, from: 15, to: 21 },
  { month: 5, weekday: 1, from: 25, to: 31 },
  { month: 9, weekday: 1, from: 1, to: 7 },
  { month: 11, weekday: 4, from: 22, to: 28 },
  { month: 11, weekday: 5, from: 23, to: 29 },
]

/**
 * Whether the list of this day may be missing because of a holiday: what is not announced in the evening of a
 * holiday would have been the list of the next working day. arXiv names its holidays year by year
 * (info.arxiv.org/help/availability) and adds single days; these are the ones that return, so that an alarm on
 * such a day is not raised in vain.
 */
export function mayBeQuiet(day: string): boolean {
  return isHoliday(day) || isHoliday(workingDayBefore(day))
}

/** What is to be said where such a list is missing: whether it was never made or only late shows the next day. */
export function sayQuietOrLate(where: string, day: string): Collected {
  const reason = `no list of ${day}: quiet or late, arXiv may have a holiday (https://status.arxiv.org)`
  return { kind: 'note', where, reason }
}

function isHoliday(day: string): boolean {
  const weekday = new Date(day).getUTCDay()
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  const moving = MOVING.some(
    rule => rule.month === month && rule.weekday === weekday && date >= rule.from && date <= rule.to,
  )
  return moving || NEW_YEAR_TO_CHRISTMAS.has(day.slice(5))
}
