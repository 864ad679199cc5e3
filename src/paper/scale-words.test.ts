import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertScale } from './scale-words.ts'

describe('convertScale', () => {
  const cases: [string, string, string][] = [
    ['3.2', 'billion', '32亿'],
    ['8', 'billion', '80亿'],
    ['175', 'billion', '1750亿'],
    ['1.5', 'million', '150万'],
    ['2', 'trillion', '2万亿'],
    ['15', 'trillion', '15万亿'],
    ['10', 'thousand', '1万'],
    ['7', 'thousand', '7000'],
    ['1.25', 'thousand', '1250'],
    ['0.5', 'million', '50万'],
    ['0.05', 'billion', '5000万'],
    ['1,200', 'million', '12亿'],
    ['$3.2', 'million', '320万美元'],
    ['~70', 'billion', '~700亿'],
    ['1.2345678', 'million', '123.45678万'],
  ]
  for (const [figure, word, expected] of cases)
    it(`writes ${figure} ${word} as ${expected}`, () => {
      expect(convertScale(figure, word, 'zh-Hans')).toBe(expected)
    })

  it('leaves languages with other units, and what is no number, alone', () => {
    expect(convertScale('3', 'billion', 'de')).toBeUndefined()
    expect(convertScale('3-5', 'billion', 'zh-Hans')).toBeUndefined()
    expect(convertScale('3', 'billion', 'ja')).toBe('30億')
  })

  it('keeps the value, whatever the figure', () => {
    const powers = { thousand: 3, million: 6, billion: 9, trillion: 12 }
    const units = { '': 0, 万: 4, 亿: 8, 万亿: 12 }
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999 }),
        fc.integer({ min: 0, max: 9_999 }),
        fc.constantFrom('thousand', 'million', 'billion', 'trillion'),
        (whole, fraction, word) => {
          const figure = fraction === 0 ? String(whole) : `${whole}.${String(fraction).padStart(4, '0')}`
          const read = /^([\d.]+)(\D*)$/.exec(convertScale(figure, word, 'zh-Hans') ?? '')
          const value = Number(read?.[1]) * 10 ** units[read?.[2] as keyof typeof units]
          const expected = Number(figure) * 10 ** powers[word as keyof typeof powers]
          return Math.abs(value - expected) <= expected * 1e-12
        },
      ),
    )
  })
})
