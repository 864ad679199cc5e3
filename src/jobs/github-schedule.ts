/** Says a schedule in UTC, as GitHub's cron lines are read. */
import { SettingsError } from '../settings-yaml.ts'

export interface LocalSchedule {
  /** Five cron fields: minute, hour, day of the month, month, weekday. */
  schedule: string
  /** Absent: UTC. */
  timezone?: string | undefined
}

const [HOUR_MINUTES, DAY_MINUTES] = [60, 1440]
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

/**
 * One cron line, or several where the times fall on different days of UTC. In a zone that changes its clocks the line is
 * that of the smaller offset: never before the time that is meant, and an hour after it for a part of the year.
 * @param year whose clock changes count
 * @throws SettingsError `github-schedule` for what cannot be said in UTC
 */
export function convertSchedule({ schedule, timezone }: LocalSchedule, year: number): string[] {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = schedule.trim().split(/\s+/)
  const offset = timezone === undefined ? 0 : smallestOffset(timezone, year)
  if (offset === 0) return [[minute, hour, day, month, weekday].join(' ')]
  const minutes = expandField(minute, { least: 0, most: 59 })
  const hours = expandField(hour, { least: 0, most: 23 })
  if (!minutes || !hours) throw unsayable(schedule)
  const moved = hours.flatMap(h => minutes.map(m => h * HOUR_MINUTES + m - offset))
  const byDay = Map.groupBy(moved, time => Math.floor(time / DAY_MINUTES))
  return Array.from(byDay, ([shift, times]) => {
    const days = shift === 0 ? [day, month, weekday] : [day, month, shiftWeekdays(weekday, shift)]
    if (days.includes(undefined) || (shift !== 0 && (day !== '*' || month !== '*'))) throw unsayable(schedule)
    return writeTimes(times).map(fields => `${fields} ${days.join(' ')}`)
  })
    .flat()
    .toSorted()
}

/** Times of one day of UTC, in minutes, as `minute hour` fields: one for all where every hour has the same minutes. */
function writeTimes(times: readonly number[]): string[] {
  const byMinutes = new Map<string, number[]>()
  for (const [hour, inHour] of Map.groupBy(times, time =>
    Math.floor(modulo(time, DAY_MINUTES) / HOUR_MINUTES),
  )) {
    const minutes = inHour.map(time => modulo(time, HOUR_MINUTES)).toSorted((a, b) => a - b)
    const key = minutes.join(',')
    byMinutes.set(key, [...(byMinutes.get(key) ?? []), hour])
  }
  return Array.from(
    byMinutes,
    ([minutes, hours]) => `${minutes} ${hours.toSorted((a, b) => a - b).join(',')}`,
  )
}

/** In minutes east of UTC, of the two that a year may have. */
function smallestOffset(timezone: string, year: number): number {
  const offsets = [0, 3, 6, 9].map(month => offsetAt(timezone, new Date(Date.UTC(year, month, 1))))
  return Math.min(...offsets)
}

function offsetAt(timezone: string, moment: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' })
  const name = parts.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  const [, sign, hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MINUTES + Number(minutes))
}

/** The numbers that a field means: `*`, `5`, `1-5`, `0,30`, `*` and a step. Undefined for all else. */
function expandField(
  field: string,
  { least, most, names = [] }: { least: number; most: number; names?: readonly string[] },
): number[] | undefined {
  const found = new Set<number>()
  for (const part of field.split(',')) {
    const [, any, from, to, step] = /^(?:(\*)|(\w{1,3})(?:-(\w{1,3}))?)(?:\/(\d{1,2}))?$/.exec(part) ?? []
    const first = any ? least : readNumber(from, names)
    const last = any || (step !== undefined && to === undefined) ? most : readNumber(to ?? from, names)
    if (first === undefined || last === undefined || first < least || last > most || step === '0')
      return undefined
    for (let value = first; value <= last; value += Number(step ?? 1)) found.add(value)
  }
  return [...found]
}

function readNumber(text: string | undefined, names: readonly string[]): number | undefined {
  if (text === undefined) return undefined
  const named = names.indexOf(text.toUpperCase())
  return named >= 0 ? named : /^\d+$/.test(text) ? Number(text) : undefined
}

function shiftWeekdays(weekday: string, shift: number): string | undefined {
  if (weekday === '*') return '*'
  const days = expandField(weekday, { least: 0, most: 7, names: WEEKDAYS })
  return days && [...new Set(days.map(day => modulo(day + shift, 7)))].toSorted((a, b) => a - b).join(',')
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

function unsayable(schedule: string): SettingsError {
  return new SettingsError(`The schedule "${schedule}" cannot be said in UTC, as GitHub needs it.`, {
    code: 'github-schedule',
    hint: 'Write it with plain numbers, by weekday in place of the day of the month; or give the edition timezone: UTC.',
  })
}
