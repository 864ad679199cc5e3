/** Tests of schedules in UTC: the times that a cron line means are the times that its translation means. */
import { CronExpressionParser } from 'cron-parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertSchedule } from './github-schedule.ts'

const YEAR = 2026

/** The moments of a few weeks at which it is due. */
function listDue(schedule: string, timezone: string): string[] {
  const [from, until] = [new Date(Date.UTC(YEAR, 0, 12)), Date.UTC(YEAR, 0, 26)]
  const times = CronExpressionParser.parse(schedule, { currentDate: from, tz: timezone })
  const due: string[] = []
  for (let next = times.next().toDate(); next.getTime() < until; next = times.next().toDate())
    due.push(next.toISOString())
  return due
}

describe('convertSchedule', () => {
  it.each([
    ['0 8 * * *', 'Asia/Shanghai', ['0 0 * * *']],
    ['0 9 * * 6', 'Asia/Shanghai', ['0 1 * * 6']],
    ['30 6 * * 1-5', 'Asia/Shanghai', ['30 22 * * 0,1,2,3,4']],
    ['0 20 * * SUN', 'America/New_York', ['0 1 * * 1']],
    ['0 0,12 * * *', 'Asia/Tokyo', ['0 15 * * *', '0 3 * * *']],
    ['15 7 * * *', 'Asia/Kolkata', ['45 1 * * *']],
    ['0 8 1 * *', 'Asia/Shanghai', ['0 0 1 * *']],
    ['0 8 * * *', undefined, ['0 8 * * *']],
  ])('says %s in %s', (schedule, timezone, lines) => {
    expect(convertSchedule({ schedule, timezone }, YEAR)).toEqual(lines)
  })

  it('is never early where clocks change', () => {
    expect(convertSchedule({ schedule: '0 8 * * *', timezone: 'Europe/Berlin' }, YEAR)).toEqual(['0 7 * * *'])
    expect(convertSchedule({ schedule: '0 8 * * *', timezone: 'Australia/Sydney' }, YEAR)).toEqual([
      '0 22 * * *',
    ])
  })

  it('refuses what UTC has no words for, and names the mend', () => {
    for (const schedule of ['0 6 1 * *', '0 6 L * *', 'H 6 * * *'])
      expect(() => convertSchedule({ schedule, timezone: 'Asia/Shanghai' }, YEAR)).toThrow(
        expect.objectContaining({ code: 'github-schedule', hint: expect.stringContaining('timezone: UTC') }),
      )
  })

  it('means the same moments, in every zone that does not change its clocks', () => {
    const list = (most: number) =>
      fc
        .uniqueArray(fc.integer({ min: 0, max: most }), { minLength: 1, maxLength: 3 })
        .map(numbers => numbers.join(','))
    const field = (most: number) =>
      fc.oneof(
        list(most),
        fc.integer({ min: 2, max: 20 }).map(step => `*/${step}`),
        fc.constant('*'),
      )
    const schedule = fc.tuple(list(59), field(23), fc.oneof(list(6), fc.constant('*')))
    const zone = fc.constantFrom(
      'Asia/Shanghai',
      'Asia/Kolkata',
      'Asia/Kathmandu',
      'America/Phoenix',
      'Pacific/Kiritimati',
    )
    fc.assert(
      fc.property(schedule, zone, ([minutes, hours, days], timezone) => {
        const given = `${minutes} ${hours} * * ${days}`
        const lines = convertSchedule({ schedule: given, timezone }, YEAR)
        const converted = lines.flatMap(line => listDue(line, 'UTC')).toSorted()
        expect(converted).toEqual(listDue(given, timezone).toSorted())
      }),
      { numRuns: 60 },
    )
  })
})
