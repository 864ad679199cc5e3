/** Tests of mayBeQuiet. */
import { describe, expect, it } from 'vitest'
import { mayBeQuiet } from './arxiv-holidays.ts'

describe('mayBeQuiet', () => {
  it.each([
    ['Martin Luther King Day', '2026-01-19'],
    ['the day after Juneteenth', '2025-06-20'],
    ['Independence Day', '2025-07-04'],
    ['the Monday after an Independence Day on Friday', '2025-07-07'],
    ['the day after Labor Day', '2025-09-02'],
    ['the day after Thanksgiving', '2025-11-28'],
    ['Boxing Day', '2025-12-26'],
  ])('allows for %s', (_, day) => {
    expect(mayBeQuiet(day)).toBe(true)
  })

  it.each(['2025-12-03', '2025-11-25', '2026-02-16', '2025-09-08'])('expects the lists of %s', day => {
    expect(mayBeQuiet(day)).toBe(false)
  })
})
