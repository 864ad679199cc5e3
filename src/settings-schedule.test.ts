import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLastDue, findNextDue, findScheduleFault } from './settings-schedule.ts'

const last = (schedule: string, timezone: string, now: string) =>
  findLastDue(schedule, timezone, new Date(now))?.toISOString()
const next = (schedule: string, timezone: string, now: string) =>
  findNextDue(schedule, timezone, new Date(now))?.toISOString()

describe('a schedule', () => {
  it.each(['0 8 * * *', '0 9 * * 6', '30 7 * * MON-FRI', '*/15 8-18 1,15 * *', '0 8 * * 7', ' 5 4 * * * '])(
    'may be %j',
    schedule => expect(findScheduleFault(schedule)).toBeUndefined(),
  )

  it.each([
    ['0 8 * *', 'has 4 fields'],
    ['0 0 8 * * *', 'has 6 fields'],
    ['@daily', 'has 1 fields'],
    ['', 'has 1 fields'],
    ['61 8 * * *', 'got value 61'],
    ['0 24 * * *', 'got value 24'],
    ['0 8 31 2 *', 'is not a schedule'],
    ['*/0 * * * *', 'is not a schedule'],
    ['at eight every single morning', 'is not a schedule'],
    [`0 8 ${'1,'.repeat(200)}1 * *`, 'too long'],
  ])('is not %j', (schedule, fault) => expect(findScheduleFault(schedule)).toContain(fault))

  it('never fails on wild text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), text => {
        findScheduleFault(text)
        findLastDue(text, 'UTC', new Date(0))
      }),
    )
  })

  it('is due at the very moment, and not a moment before', () => {
    expect(last('0 8 * * *', 'Asia/Shanghai', '2025-05-01T00:00:00.000Z')).toBe('2025-05-01T00:00:00.000Z')
    expect(last('0 8 * * *', 'Asia/Shanghai', '2025-04-30T23:59:59.999Z')).toBe('2025-04-30T00:00:00.000Z')
    expect(next('0 8 * * *', 'Asia/Shanghai', '2025-05-01T00:00:00.000Z')).toBe('2025-05-02T00:00:00.000Z')
  })

  it('keeps its hour when the clocks change', () => {
    expect(last('0 8 * * *', 'Europe/Berlin', '2025-03-29T12:00:00Z')).toBe('2025-03-29T07:00:00.000Z')
    expect(last('0 8 * * *', 'Europe/Berlin', '2025-03-30T12:00:00Z')).toBe('2025-03-30T06:00:00.000Z')
    expect(last('0 8 * * *', 'Europe/Berlin', '2025-10-26T12:00:00Z')).toBe('2025-10-26T07:00:00.000Z')
  })

  it('is due on the day whose clocks skip its hour too', () => {
    expect(last('30 2 * * *', 'Europe/Berlin', '2025-03-30T12:00:00Z')).toBe('2025-03-30T01:30:00.000Z')
    expect(next('30 2 * * *', 'Europe/Berlin', '2025-03-29T12:00:00Z')).toBe('2025-03-30T01:30:00.000Z')
  })
})
