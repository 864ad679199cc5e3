import { describe, expect, it } from 'vitest'
import { openAttempts } from './attempts.ts'

describe('attempts', () => {
  it('are five a minute for one address', () => {
    const attempts = openAttempts()
    for (let at = 0; at < 5; at++) expect(attempts.take('a', at)).toBe(0)
    expect(attempts.take('a', 10_000)).toBe(50_000)
    expect(attempts.take('b', 10_000)).toBe(0)
    expect(attempts.take('a', 60_000)).toBe(0)
    // The one at 0 is a minute old; those after it are not.
    expect(attempts.take('a', 60_000)).toBeGreaterThan(0)
  })

  it('are sixty a minute for all addresses together', () => {
    const attempts = openAttempts()
    for (let address = 0; address < 60; address++) expect(attempts.take(String(address), 0)).toBe(0)
    expect(attempts.take('another', 1)).toBe(59_999)
    expect(attempts.take('another', 60_000)).toBe(0)
  })

  it('begin anew after a good password', () => {
    const attempts = openAttempts()
    for (let at = 0; at < 5; at++) attempts.take('a', at)
    attempts.forgive('a')
    expect(attempts.take('a', 6)).toBe(0)
  })
})
