/** Tests of the short lists in the closing line. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wildLine } from '../../../test/wild-digest.ts'
import { readRunList, writeRunList } from './run-list.ts'

describe('writeRunList', () => {
  it('counts equal neighbours', () => {
    expect(writeRunList(['llm', 'llm', 'extractive', '', ''])).toBe('llm*2,extractive,*2')
  })

  it('gives every list back and holds nothing that ends a comment', () => {
    fc.assert(
      fc.property(fc.array(wildLine, { minLength: 1, maxLength: 6 }), values => {
        const text = writeRunList(values)
        expect(text).not.toMatch(/[\s<>]|--/)
        expect(readRunList(text, values.length)).toEqual(values)
      }),
    )
  })
})

describe('readRunList', () => {
  it.each(['a*3', 'a*99999999999', 'a*0', 'a*x', 'a'])('refuses a list of another length: %s', text => {
    expect(readRunList(text, 2)).toBeUndefined()
  })
})
