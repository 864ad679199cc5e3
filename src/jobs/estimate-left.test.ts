/** Tests of createEstimate and describeDuration. */
import { describe, expect, it } from 'vitest'
import { createEstimate, describeDuration } from './estimate-left.ts'

describe('createEstimate', () => {
  it('goes by the speed of this process, not by what was done before it', () => {
    let nowMs = 0
    const estimate = createEstimate(() => nowMs)
    expect(estimate(50, 100)).toEqual({ fraction: 0.5, leftMs: undefined })
    nowMs = 10_000
    expect(estimate(60, 100)).toEqual({ fraction: 0.6, leftMs: 40_000 })
  })

  it('says nothing before there is a speed', () => {
    let nowMs = 0
    const estimate = createEstimate(() => nowMs)
    estimate(0, 100)
    nowMs = 500
    expect(estimate(1, 100).leftMs).toBeUndefined()
    nowMs = 60_000
    expect(estimate(0, 100).leftMs).toBeUndefined()
    expect(estimate(0, 0).fraction).toBe(1)
  })
})

describe('describeDuration', () => {
  it.each([
    [0, 'less than a minute'],
    [29_000, 'less than a minute'],
    [14 * 60_000, 'about 14 min'],
    [60 * 60_000, 'about 1 h'],
    [118 * 60_000, 'about 2 h'],
    [200 * 60_000, 'about 3 h 20 min'],
    [26 * 3_600_000, 'about 1 day'],
    [60 * 3_600_000, 'about 3 days'],
  ])('says %d ms as "%s"', (durationMs, words) => {
    expect(describeDuration(durationMs)).toBe(words)
  })
})
