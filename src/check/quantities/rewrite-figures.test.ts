import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rewriteFigures } from './rewrite-figures.ts'

describe('rewriteFigures', () => {
  it.each([
    ['de', '1,27 % von 10.497 Bildern', '1.27 % von 10,497 Bildern'],
    ['de', '24 Millionen Nutzer', '24 million   Nutzer'],
    ['de', 'in 2 Stunden', 'in 2 hour   '],
    ['fr', '2 140 entrepôts et 3,4 fois', '2,140 entrepôts et 3.4 x   '],
    ['fr', 'de 96 Mo à 48 Mo', 'de 96 MB à 48 MB'],
    ['ja', '1.4秒から3時間', '1.4秒から3小时'],
    ['ko', '80억 매개변수', '80亿 매개변수'],
  ])('writes figures in %s as English or Chinese has them: %s', (language, text, expected) => {
    expect(rewriteFigures(text, language, '')).toBe(expected)
  })

  it('leaves a figure that stands in the source with the same marks', () => {
    expect(rewriteFigures('Re = 5.000 und 5.001', 'de', 'a value of 5.000')).toBe('Re = 5.000 und 5,001')
  })

  it('keeps the length of any text, so that all places stay what they were', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789., %MioFachgedePunkte万億ポイント分間') })
    fc.assert(
      fc.property(text, fc.constantFrom('de', 'fr', 'es', 'it', 'pt', 'ja', 'ko'), (given, language) => {
        expect(rewriteFigures(given, language, '').length).toBe(given.length)
      }),
    )
  })

  it('reads a long run of groups in no time', () => {
    const start = performance.now()
    rewriteFigures(`1${'.111'.repeat(20_000)}.1`, 'de', '')
    expect(performance.now() - start).toBeLessThan(500)
  })
})
