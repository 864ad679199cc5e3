import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openListFilter, openWordFilter } from './word-filter.ts'

describe('a word filter', () => {
  it('lets every word through that the text has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(6), (text, from, length) => {
        const start = text.length === 0 ? 0 : from % text.length
        expect(openWordFilter(text)(text.slice(start, start + length))).toBe(true)
      }),
    )
  })

  it('keeps most words away that the text lacks', () => {
    const mayHave = openWordFilter('我们提出一种新的训练方法，并在三个基准上加以验证。')
    expect(['模型', '推理', '准确率', '注意力', '提升', '优'].filter(mayHave)).toEqual([])
  })
})

describe('a filter of listed words', () => {
  it('lets them through, whatever letters are capitals', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.string(), (words, other) => {
        expect([...words, other].every(openListFilter([...words, other]))).toBe(true)
      }),
    )
    expect(['two', 'Two', 'TWO'].every(openListFilter(['two']))).toBe(true)
  })

  it('keeps most others away', () => {
    const mayHave = openListFilter(['one', 'two', 'three'])
    expect(['the', 'to', 'of', 'ten', 'model', 'twofold', ''].filter(mayHave)).toEqual([])
  })
})
