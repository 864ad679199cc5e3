/** Tests of announcementWindow and announcementDay. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { announcementDay, announcementWindow } from './arxiv-announcement-window.ts'

const iso = (instantMs: number) => new Date(instantMs).toISOString().replace('.000Z', 'Z')

describe('announcementWindow', () => {
  it.each([
    // In winter 14:00 in New York is 19:00 UTC, in summer 18:00.
    ['a Friday in winter', '2025-12-05', '2025-12-03T19:00:00Z', '2025-12-04T19:00:00Z'],
    ['a Wednesday in summer', '2025-05-28', '2025-05-26T18:00:00Z', '2025-05-27T18:00:00Z'],
    ['a Monday: Thursday to Friday', '2025-12-01', '2025-11-27T19:00:00Z', '2025-11-28T19:00:00Z'],
    ['a Tuesday: Friday to Monday', '2025-12-02', '2025-11-28T19:00:00Z', '2025-12-01T19:00:00Z'],
    [
      'a Tuesday across the start of summer time',
      '2026-03-10',
      '2026-03-06T19:00:00Z',
      '2026-03-09T18:00:00Z',
    ],
    ['a Tuesday across its end', '2025-11-04', '2025-10-31T18:00:00Z', '2025-11-03T19:00:00Z'],
  ])('spans, for %s (%s), from %s to %s', (_, day, from, to) => {
    const window = announcementWindow(day)
    expect(window && [iso(window.fromMs), iso(window.toMs)]).toEqual([from, to])
  })

  it.each(['2025-11-29', '2025-11-30'])('is none on a weekend (%s)', day => {
    expect(announcementWindow(day)).toBeUndefined()
  })

  it('joins the window of the working day before without a gap', () => {
    expect(announcementWindow('2025-12-02')?.fromMs).toBe(announcementWindow('2025-12-01')?.toMs)
  })
})

describe('announcementDay', () => {
  it.each([
    ['just before the cut-off', '2025-05-27T17:59:59Z', '2025-05-28'],
    ['at the cut-off', '2025-05-27T18:00:00Z', '2025-05-29'],
    ['on a Friday in time', '2025-11-28T17:59:57Z', '2025-12-01'],
    ['on a Saturday', '2025-11-29T12:00:00Z', '2025-12-02'],
    ['late on a Sunday in New York, already Monday in UTC', '2025-12-01T03:00:00Z', '2025-12-02'],
  ])('places what is submitted %s (%s) on %s', (_, submitted, day) => {
    expect(announcementDay(Date.parse(submitted))).toBe(day)
  })

  it('agrees with the window of the day it names', () => {
    const instants = fc.integer({ min: Date.parse('2007-04-01'), max: Date.parse('2040-01-01') })
    fc.assert(
      fc.property(instants, submittedMs => {
        const window = announcementWindow(announcementDay(submittedMs))
        expect(window).toBeDefined()
        expect(window && submittedMs >= window.fromMs && submittedMs < window.toMs).toBe(true)
      }),
    )
  })
})
