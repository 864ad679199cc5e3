import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSoleId, parseSearchQuery } from './search-query.ts'

const terms = (text: string) => parseSearchQuery(text).groups.map(group => group.terms)
const word = (text: string) => ({ kind: 'word', text })

describe('parseSearchQuery', () => {
  it('takes words apart at spaces', () => {
    expect(terms(' GPT-4o　扩散模型 ')).toEqual([[word('GPT-4o')], [word('扩散模型')]])
  })

  it('keeps what stands in quotes together, whichever quotes they are', () => {
    expect(terms('"chain of thought" “思维 链”')).toEqual([
      [{ kind: 'phrase', text: 'chain of thought' }],
      [{ kind: 'phrase', text: '思维 链' }],
    ])
  })

  it('takes a quote that is never closed to the end', () => {
    expect(terms('a "b c')).toEqual([[word('a')], [{ kind: 'phrase', text: 'b c' }]])
  })

  it('excludes what stands behind a minus, and leaves a hyphen in its word', () => {
    expect(parseSearchQuery('few-shot -"machine translation" - -author:Li').groups).toEqual([
      { terms: [word('few-shot')], isExcluded: false },
      { terms: [{ kind: 'phrase', text: 'machine translation' }], isExcluded: true },
      { terms: [word('-')], isExcluded: false },
      { terms: [{ kind: 'author', text: 'Li' }], isExcluded: true },
    ])
  })

  it('joins the two neighbours of OR', () => {
    expect(terms('video cat:cs.CV OR cat:cs.MM OR diffusion')).toEqual([
      [word('video')],
      [{ kind: 'category', text: 'cs.cv' }, { kind: 'category', text: 'cs.mm' }, word('diffusion')],
    ])
  })

  it('passes over an OR without a neighbour', () => {
    expect(terms('OR a OR')).toEqual([[word('a')]])
  })

  it('reads the filters', () => {
    expect(terms('author:"Yann LeCun" cat:cs. date:2025-05 id:2505 lang:zh')).toEqual([
      [{ kind: 'author', text: 'Yann LeCun' }],
      [{ kind: 'category', text: 'cs' }],
      [{ kind: 'date', span: { from: '2025-05', to: '2025-05-31' } }],
      [{ kind: 'id', text: '2505' }],
      [{ kind: 'language', text: 'zh' }],
    ])
  })

  it('reads filters with a full-width colon', () => {
    expect(terms('author：李')).toEqual([[{ kind: 'author', text: '李' }]])
  })

  it('takes other words with a colon, and a filter without a value, for words', () => {
    expect(terms('LongLive:Real-time note:x author:')).toEqual([
      [word('LongLive:Real-time')],
      [word('note:x')],
      [word('author:')],
    ])
  })

  it('names a date that it cannot read', () => {
    expect(parseSearchQuery('a date:tomorrow')).toMatchObject({
      groups: [{ terms: [word('a')] }],
      ignored: ['date:tomorrow'],
    })
  })

  it('knows an arXiv id in every spelling', () => {
    for (const text of ['2505.17894', 'arXiv:2505.17894v2', 'https://arxiv.org/abs/2505.17894v1'])
      expect(findSoleId(parseSearchQuery(text))).toBe('2505.17894')
    expect(findSoleId(parseSearchQuery('2505.17894 x'))).toBeUndefined()
    expect(findSoleId(parseSearchQuery('-2505.17894'))).toBeUndefined()
  })

  it('knows the id of a paper that is not at arXiv', () => {
    expect(findSoleId(parseSearchQuery('doi:10.1000/182'))).toBe('doi:10.1000/182')
  })

  it('reads the beginning of a text that is too long, quickly', () => {
    const started = performance.now()
    const { groups } = parseSearchQuery('ab "'.repeat(300_000))
    expect(groups.length).toBeLessThanOrEqual(40)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('never throws, and every term says something', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '"',
        '-',
        ' ',
        'OR',
        '|',
        'author:',
        'date:',
        'cat:',
        '“',
        "'",
        '\\',
        '&',
        '!',
        '<->',
        ':*',
        '\0',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const { groups } = parseSearchQuery(pieces.join(''))
        const isSound = groups.every(
          ({ terms }) => terms.length > 0 && terms.every(term => !('text' in term) || term.text !== ''),
        )
        expect(isSound).toBe(true)
      }),
    )
  })
})
