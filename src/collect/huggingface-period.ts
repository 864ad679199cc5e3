/** The periods in which Hugging Face's Daily Papers can be asked for. */
import { addDays } from './collect-days.ts'

export type HuggingfacePeriod = 'day' | 'week' | 'month'

export interface PeriodQuery {
  /** The parameter of the request, … */
  name: 'date' | 'week' | 'month'
  /** … and its value: `2025-11-28`, `2025-W48`, `2025-11`. */
  value: string
  /** The last of the days asked for that lies in the period. */
  lastDay: string
}

/** The periods in which `days` (successive) lie, each once, in their order. */
export function listPeriods(days: readonly string[], period: HuggingfacePeriod): PeriodQuery[] {
  const name = period === 'day' ? 'date' : period
  const queries = days.map((lastDay): PeriodQuery => ({ name, value: write(lastDay, period), lastDay }))
  return [...new Map(queries.map(query => [query.value, query])).values()]
}

function write(day: string, period: HuggingfacePeriod): string {
  if (period === 'day') return day
  return period === 'month' ? day.slice(0, 7) : writeIsoWeek(day)
}

/** `YYYY-Www` (ISO 8601): a week belongs to the year in which its Thursday lies. */
function writeIsoWeek(day: string): string {
  const weekday = (new Date(day).getUTCDay() + 6) % 7
  const year = addDays(day, 3 - weekday).slice(0, 4)
  const thursday = Date.parse(addDays(day, 3 - weekday))
  const week = 1 + Math.floor((thursday - Date.parse(`${year}-01-01`)) / (7 * 86_400_000))
  return `${year}-W${String(week).padStart(2, '0')}`
}
