/**
 * On which day arXiv announces what was submitted when. Papers received until 14:00 US Eastern time on a
 * working day are announced that evening (Friday's on Sunday evening) and carry the next working day's date
 * in lists and mails (info.arxiv.org/help/availability). Holidays of arXiv, when a day is left out, and papers
 * that moderators hold back are not foreseen: these come on a later day than computed here.
 */
import { addDays } from './collect-days.ts'

export interface AnnouncementWindow {
  /** The day of the announcement, `YYYY-MM-DD`, Monday to Friday. */
  day: string
  /** Submitted at or after this instant, milliseconds since 1970, … */
  fromMs: number
  /** … and before this one. */
  toMs: number
}

const CUT_OFF_HOUR = 14
const ANNOUNCEMENT_HOUR = 20
// The feeds are made anew at midnight; until this much later the ones of the day before are not stale.
const GRACE_MS = 2 * 3_600_000
const HOUR_MS = 3_600_000
const easternTime = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** When the papers announced on `day` were submitted; undefined on Saturdays and Sundays, when none are. */
export function announcementWindow(day: string): AnnouncementWindow | undefined {
  if (!isWorkingDay(day)) return undefined
  const last = workingDayBefore(day)
  return { day, fromMs: cutOff(workingDayBefore(last)), toMs: cutOff(last) }
}

/** The day on which arXiv announces what is submitted at this instant (milliseconds since 1970). */
export function announcementDay(submittedMs: number): string {
  const { day } = inEasternTime(submittedMs)
  const inTime = isWorkingDay(day) && submittedMs < cutOff(day)
  return workingDayAfter(inTime ? day : workingDayAfter(day))
}

/** The day at arXiv, `YYYY-MM-DD` in US Eastern time, and the hour there. */
export function inEasternTime(instantMs: number): { day: string; hour: number } {
  const parts = easternTime.formatToParts(instantMs)
  const part = (type: string) => parts.find(candidate => candidate.type === type)?.value ?? ''
  return { day: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) }
}

/** Monday to Friday. */
export function isWorkingDay(day: string): boolean {
  return ![0, 6].includes(new Date(day).getUTCDay())
}

export function workingDayBefore(day: string): string {
  const previous = addDays(day, -1)
  return isWorkingDay(previous) ? previous : workingDayBefore(previous)
}

/** When the lists of `day` become public: at 20:00 in the evening before. Milliseconds since 1970. */
export function announcedMs(day: string): number {
  return easternMs(addDays(day, -1), ANNOUNCEMENT_HOUR)
}

/** The newest day whose lists must be there by now. */
export function dueDay(nowMs: number): string {
  return workingDayBefore(addDays(inEasternTime(nowMs - GRACE_MS).day, 1))
}

function cutOff(day: string): number {
  return easternMs(day, CUT_OFF_HOUR)
}

function easternMs(day: string, hour: number): number {
  const guessMs = Date.parse(day) + (hour + 4) * HOUR_MS
  return guessMs + (hour - inEasternTime(guessMs).hour) * HOUR_MS
}

function workingDayAfter(day: string): string {
  const next = addDays(day, 1)
  return isWorkingDay(next) ? next : workingDayAfter(next)
}
