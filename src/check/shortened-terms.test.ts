import { describe, expect, it } from 'vitest'
import { indexNames } from './name-index.ts'
import { shortensLoosely, shortensTerm } from './shortened-terms.ts'

const source = indexNames(
  'We train large language models, chains of thought and difficulty-aware group policy optimization. Bread, rye and grain models rise.',
)

describe('shortensTerm', () => {
  it.each(['LLM', 'LLMs', 'GPO'])('knows the term that %s stands for', acronym => {
    expect(shortensTerm(acronym, source)).toBe(true)
  })

  it.each([
    ['AGPO', 'begins inside a compound'],
    ['BRG', 'crosses a comma'],
    ['WTL', 'has a word that no term has'],
  ])('says no for %s, which %s', acronym => {
    expect(shortensTerm(acronym, source)).toBe(false)
  })
})

describe('shortensLoosely', () => {
  it('lets a word of the term be left out', () => {
    expect(shortensLoosely('DPO', source)).toBe(true)
    expect(shortensLoosely('XPO', source)).toBe(false)
  })
})
