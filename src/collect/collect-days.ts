/** The days that a request asks for. */
import { z } from 'zod'
import { CollectError, type Collected, type CollectRequest } from './source.ts'

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

/**
 * The days that have come where the source is; of several days the others are left for a later run, with a note.
 * Throws CollectError `collect-date-future` where none has come, `collect-date-invalid`.
 */
export function daysUntil(
  request: Pick<CollectRequest, 'date' | 'since'>,
  { today, name, place, hint }: { today: string; name: string; place: string; hint?: string },
): { days: string[]; notes: Collected[] } {
  const all = listDays(request)
  const days = all.filter(day => day <= today)
  if (days.length === all.length) return { days, notes: [] }
  const message = `${request.date} has not come yet: ${place} it is ${today}`
  if (days.length > 0)
    return { days, notes: [{ kind: 'note', where: name, reason: `${message}; a later run has it` }] }
  throw new CollectError(message, {
    code: 'collect-date-future',
    hint: hint ?? 'Ask for an earlier day with `--date`.',
  })
}

function invalidDate(message: string): CollectError {
  return new CollectError(message, {
    code: 'collect-date-invalid',
    hint: 'Write days as YYYY-MM-DD: `--date 2025-11-28`, `--since 2025-11-24`.',
  })
}
