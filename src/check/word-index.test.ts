import { describe, expect, it } from 'vitest'
import { WordIndex } from './word-index.ts'

describe('an index of words', () => {
  const index = new WordIndex(['低', '降低', '最低', '最低限度', '最'].map(word => ({ word })))

  it('finds the longest word that stands at a place', () => {
    expect(index.findAt('在最低限度内', 1)?.word).toBe('最低限度')
    expect(index.findAt('成本最低', 2)?.word).toBe('最低')
  })

  it('finds words of one character, also at the end of the text', () => {
    expect(index.findAt('最好', 0)?.word).toBe('最')
    expect(index.findAt('更低', 1)?.word).toBe('低')
  })

  it('finds nothing where no word stands, nor behind the end', () => {
    expect([index.findAt('提高', 0), index.findAt('低', 1), index.findAt('', 0)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('finds a shorter word where the longer one is not accepted', () => {
    expect(index.findAt('最低限度', 0, ({ word }) => word.length < 4)?.word).toBe('最低')
  })
})
