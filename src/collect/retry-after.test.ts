/** Tests of readRetryAfter. */
import { describe, expect, it } from 'vitest'
import { readRetryAfter } from './retry-after.ts'

const nowMs = Date.parse('2026-09-01T12:00:00Z')
const read = (fields: Record<string, string>) => readRetryAfter({ get: name => fields[name] ?? null }, nowMs)

describe('readRetryAfter', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Tue, 01 Sep 2026 12:01:30 GMT', 90_000],
    ['Tue, 01 Sep 2026 11:00:00 GMT', 0],
  ])('reads Retry-After: %s', (value, expected) => {
    expect(read({ 'retry-after': value })).toBe(expected)
  })

  it('reads the seconds left of a RateLimit field', () => {
    expect(read({ ratelimit: '"api";r=0;t=211' })).toBe(211_000)
  })

  it('knows nothing where nothing readable is said', () => {
    expect(read({ 'retry-after': 'soon', ratelimit: '"api";r=0' })).toBeUndefined()
  })
})
