/** Tests of listPeriods. */
import { describe, expect, it } from 'vitest'
import { listPeriods } from './huggingface-period.ts'

describe('listPeriods', () => {
  it('names days, weeks and months as Hugging Face does, each once', () => {
    const days = ['2025-11-29', '2025-11-30', '2025-12-01']
    expect(listPeriods(days, 'day')).toHaveLength(3)
    expect(listPeriods(days, 'week')).toEqual([
      { name: 'week', value: '2025-W48', lastDay: '2025-11-30' },
      { name: 'week', value: '2025-W49', lastDay: '2025-12-01' },
    ])
    expect(listPeriods(days, 'month').map(({ value }) => value)).toEqual(['2025-11', '2025-12'])
  })

  it.each([
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2026-01-01', '2026-W01'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
  ])('puts %s into the week %s', (day, week) => {
    expect(listPeriods([day], 'week')[0]?.value).toBe(week)
  })
})
