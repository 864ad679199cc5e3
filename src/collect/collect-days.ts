/** The days that a request asks for. */
import { z } from 'zod'
import { CollectError, type CollectRequest } from './source.ts'

const daySchema = z.iso.date()
const DAY_MS = 86_400_000

export function isDay(text: string): boolean {
  return daySchema.safeParse(text).success
}

/** Days after `day` (before it, where negative), in the calendar. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10)
}

/** From `since` to `date`, both included; throws CollectError `collect-date-invalid`. */
export function listDays({ date, since = date }: Pick<CollectRequest, 'date' | 'since'>): string[] {
  for (const day of [date, since]) if (!isDay(day)) throw invalidDate(`${day.slice(0, 40)} is not a date`)
  if (since > date) throw invalidDate(`the first day, ${since}, comes after the last, ${date}`)
  const days: string[] = []
  for (let day = since; day <= date; day = addDays(day, 1)) days.push(day)
  return days
}

function invalidDate(message: string): CollectError {
  return new CollectError(message, {
    code: 'collect-date-invalid',
    hint: 'Write days as YYYY-MM-DD: `--date 2025-11-28`, `--since 2025-11-24`.',
  })
}
