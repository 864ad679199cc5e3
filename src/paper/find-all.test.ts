import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAll } from './find-all.ts'

describe('findAll', () => {
  it('finds what matchAll finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '1', '海') })
    const pattern = fc.constantFrom(/a+/g, /b|/g, /(?<digit>1)|\s*/g, /海(?=a)/gu)
    fc.assert(
      fc.property(text, pattern, (given, wanted) => {
        const found = findAll(given, wanted).map(match => [...match, match.index])
        expect(found).toEqual(Array.from(given.matchAll(wanted), match => [...match, match.index]))
      }),
    )
  })

  it('takes no pattern that would match in one place for ever', () => {
    expect(() => findAll('gulls', /g/)).toThrow(TypeError)
  })
})
