/** Reads a span of days as people type it: `2025`, `2025-05`, `2025-05-01..2025-05-31`, `>2025-05`. */

/** Both included; compared as text with days (`2025-05-17`) and months (`2025-05`). Absent: open. */
export interface DaySpan {
  from?: string
  to?: string
}

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const COMPARED = /^([<>]=?)(.*)$/

/** Undefined where the text is no span of days, or the calendar has no such day. */
export function parseDaySpan(text: string): DaySpan | undefined {
  const ends = text.split('..')
  if (ends.length === 2) {
    const from = ends[0] ? readPeriod(ends[0]) : undefined
    const to = ends[1] ? readPeriod(ends[1]) : undefined
    if ((ends[0] && !from) || (ends[1] && !to) || (!from && !to)) return undefined
    return { ...(from && { from: from.first }), ...(to && { to: to.last }) }
  }
  const [, sign, operand] = COMPARED.exec(text) ?? []
  const period = readPeriod(operand ?? text)
  if (!period) return undefined
  switch (sign) {
    case '>':
      return { from: period.next }
    case '>=':
      return { from: period.first }
    case '<':
      return { to: period.before }
    case '<=':
      return { to: period.last }
    default:
      return { from: period.first, to: period.last }
  }
}

interface Period {
  /** As typed, so that `2025-05` also holds a paper of which only the month is known. */
  first: string
  last: string
  next: string
  /** The last day before. */
  before: string
}

function readPeriod(text: string): Period | undefined {
  const [, year, month, day] = DAY.exec(text) ?? []
  if (year === undefined || year === '0000') return undefined
  const start = toDate(Number(year), Number(month ?? 1), Number(day ?? 1))
  if (formatDay(start) !== `${year}-${month ?? '01'}-${day ?? '01'}`) return undefined
  const end = day
    ? toDate(Number(year), Number(month), Number(day) + 1)
    : month
      ? toDate(Number(year), Number(month) + 1, 1)
      : toDate(Number(year) + 1, 1, 1)
  return {
    first: text,
    last: formatDay(addDays(end, -1)),
    next: formatDay(end).slice(0, text.length),
    before: formatDay(addDays(start, -1)),
  }
}

function toDate(year: number, month: number, day: number): Date {
  const date = new Date(0)
  // Unlike Date.UTC, this takes the years 1 to 99 for what they are.
  date.setUTCFullYear(year, month - 1, day)
  return date
}

function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 86_400_000)
}

function formatDay(date: Date): string {
  return `${String(date.getUTCFullYear()).padStart(4, '0')}-${String(date.getUTCMonth() + 1).padStart(2, '0')}-${String(date.getUTCDate()).padStart(2, '0')}`
}
