import { describe, expect, it } from 'vitest'
import { findLinks, linkKey, maskLinks } from './find-links.ts'

describe('findLinks', () => {
  it('finds addresses with and without a scheme, DOIs and arXiv ids', () => {
    const text = 'See https://a.org/x, github.com/o/r, www.b.net; doi 10.1234/ab.c and arXiv:2601.00001v2.'
    expect(findLinks(text)).toEqual([
      'https://a.org/x',
      'github.com/o/r',
      'www.b.net',
      '10.1234/ab.c',
      'arXiv:2601.00001v2',
    ])
  })

  it('leaves the punctuation of the sentence outside', () => {
    expect(findLinks('(https://a.org/x). “https://a.org/y”。https://a.org/Foo_(bar)!')).toEqual([
      'https://a.org/x',
      'https://a.org/y',
      'https://a.org/Foo_(bar)',
    ])
  })

  it('ends at a Chinese character or a full-width mark', () => {
    expect(findLinks('见https://a.org/x上，或https://a.org/y。')).toEqual([
      'https://a.org/x',
      'https://a.org/y',
    ])
  })

  it('finds none in fractions, versions and mail addresses', () => {
    expect(findLinks('and/or 3.5/4.0 me@b.org/x Node.js e.g. Fig.1/2')).toEqual([])
  })
})

describe('linkKey', () => {
  it('is the same for spellings that lead to the same place', () => {
    expect(linkKey('https://www.A.org/X/')).toBe(linkKey('http://a.org/X'))
  })

  it('keeps the case of the path', () => {
    expect(linkKey('a.org/X')).not.toBe(linkKey('a.org/x'))
  })
})

describe('maskLinks', () => {
  it('moves nothing', () => {
    expect(maskLinks('a https://b.org/c d https://b.org/c')).toBe(`a ${' '.repeat(15)} d ${' '.repeat(15)}`)
  })
})
