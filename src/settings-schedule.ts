/** When an edition is due: the five fields of a cron line (minute, hour, day, month, weekday) in a time zone. */
import { createRequire } from 'node:module'

type CronParser = typeof import('cron-parser')

// Most schedules are an hour of every day or of one weekday; they are known to be good without the parser, whose
// loading takes longer than the rest of reading the settings.
const PLAIN = /^[0-5]?\d (?:[01]?\d|2[0-3]) \* \* (?:\*|[0-7])$/
const FIELDS = 5

let parser: CronParser | undefined

function parseCron(schedule: string, timezone: string | undefined, from: Date) {
  parser ??= createRequire(import.meta.url)('cron-parser') as CronParser
  return parser.CronExpressionParser.parse(schedule, {
    currentDate: from,
    tz: timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  })
}

/** What is wrong with a cron line, or undefined. */
export function findScheduleFault(schedule: string): string | undefined {
  if (PLAIN.test(schedule.trim())) return undefined
  const fields = schedule.trim().split(/\s+/).length
  if (fields !== FIELDS)
    return `has ${fields} fields where a schedule has ${FIELDS}: minute, hour, day, month, weekday`
  // No line of five fields needs more; what is longer is not worth the parser's time.
  if (schedule.length > 200) return 'is too long for a schedule'
  try {
    parseCron(schedule, 'UTC', new Date(0)).next()
    return undefined
  } catch (error) {
    return `is not a schedule: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** The newest time at or before `now` at which it is due; undefined where it never is. */
export function findLastDue(schedule: string, timezone: string | undefined, now: Date): Date | undefined {
  try {
    // The parser looks before its start, not at it.
    let due = parseCron(schedule, timezone, new Date(now.getTime() + 1))
      .prev()
      .toDate()
    // Backwards it passes over a time that the clocks skip in spring; forwards it gives the time they show instead.
    const later = parseCron(schedule, timezone, due)
    for (let next = later.next().toDate(); next <= now; next = later.next().toDate()) due = next
    return due
  } catch {
    return undefined
  }
}

/** The first time after `now` at which it is due. */
export function findNextDue(schedule: string, timezone: string | undefined, now: Date): Date | undefined {
  try {
    return parseCron(schedule, timezone, now).next().toDate()
  } catch {
    return undefined
  }
}
