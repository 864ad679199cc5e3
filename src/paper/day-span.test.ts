import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDaySpan } from './day-span.ts'

describe('parseDaySpan', () => {
  it.each([
    ['2025', { from: '2025', to: '2025-12-31' }],
    ['2025-05', { from: '2025-05', to: '2025-05-31' }],
    ['2024-02', { from: '2024-02', to: '2024-02-29' }],
    ['2025-05-17', { from: '2025-05-17', to: '2025-05-17' }],
    ['2025-05-01..2025-05-31', { from: '2025-05-01', to: '2025-05-31' }],
    ['2025-05..', { from: '2025-05' }],
    ['..2025-05', { to: '2025-05-31' }],
    ['>2025-05', { from: '2025-06' }],
    ['>2025-12', { from: '2026-01' }],
    ['>=2025-05', { from: '2025-05' }],
    ['<2025-05', { to: '2025-04-30' }],
    ['<2025-03-01', { to: '2025-02-28' }],
    ['<=2025', { to: '2025-12-31' }],
  ])('reads %s', (text, span) => {
    expect(parseDaySpan(text)).toEqual(span)
  })

  it.each(['', '..', 'yesterday', '2025-13', '2025-02-30', '2025-5', '0000', '>', '2025-05..x', '1..2..3'])(
    'refuses %j',
    text => {
      expect(parseDaySpan(text)).toBeUndefined()
    },
  )

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), text => void parseDaySpan(text)))
  })
})
