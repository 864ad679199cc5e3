/** Days as `YYYY-MM-DD`: today where the edition is read, and days before it. */

export function todayIn(timezone: string | undefined, now: Date): string {
  // The Swedish locale writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short' }).format(now)
}

export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** Whether a cron line names days of the week, as a weekly edition's does. */
export function isWeekly(schedule: string | undefined): boolean {
  const dayOfWeek = schedule?.trim().split(/\s+/).at(-1)
  return dayOfWeek !== undefined && /^[0-7a-z]{1,3}$/i.test(dayOfWeek)
}
