/** Tests of readWait. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWait } from './read-wait.ts'

const now = Date.UTC(2026, 0, 2, 3, 4, 5)

describe('readWait', () => {
  it.each([
    ['seconds', { 'retry-after': '7' }, 7_000],
    ['fractions of a second', { 'retry-after': '0.5' }, 500],
    ['an HTTP date', { 'retry-after': 'Fri, 02 Jan 2026 03:04:35 GMT' }, 30_000],
    ['a date that is past', { 'retry-after': 'Fri, 02 Jan 2026 03:04:00 GMT' }, 0],
    ['milliseconds', { 'retry-after-ms': '1500', 'retry-after': '9' }, 1_500],
    [
      'a duration of a used-up limit',
      { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '6m0s' },
      360_000,
    ],
    [
      'the longest of two',
      {
        'x-ratelimit-remaining-tokens': '0',
        'x-ratelimit-reset-tokens': '1.2s',
        'x-ratelimit-remaining-requests': '0',
        'x-ratelimit-reset-requests': '20ms',
      },
      1_200,
    ],
    [
      'milliseconds since 1970',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${now + 4_000}` },
      4_000,
    ],
    [
      'seconds since 1970',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${now / 1_000 + 4}` },
      4_000,
    ],
    [
      'an ISO date',
      {
        'anthropic-ratelimit-requests-remaining': '0',
        'anthropic-ratelimit-requests-reset': '2026-01-02T03:04:15Z',
      },
      10_000,
    ],
    [
      'nothing while something remains',
      { 'x-ratelimit-remaining-requests': '3', 'x-ratelimit-reset-requests': '6s' },
      undefined,
    ],
    ['nothing where nothing is said', {}, undefined],
    ['nothing from nonsense', { 'retry-after': 'soon' }, undefined],
  ])('reads %s', (_, headers, expected) => {
    expect(readWait(new Headers(headers as Record<string, string>), { now, refused: false })).toBe(expected)
  })

  it('takes a reset without a remainder only from a refusal', () => {
    const headers = new Headers({ 'ratelimit-reset': '12' })
    expect(readWait(headers, { now, refused: true })).toBe(12_000)
    expect(readWait(headers, { now, refused: false })).toBeUndefined()
  })

  it('gives a number of milliseconds or nothing for any header', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\x20-\x7e]*$/), value => {
        const wait = readWait(new Headers({ 'retry-after': value }), { now, refused: true })
        expect(wait === undefined || wait >= 0).toBe(true)
      }),
    )
  })
})
