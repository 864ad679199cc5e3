/** Tests of citation keys and of the names they are made from. */
import { describe, expect, it } from 'vitest'
import { makePaper } from '../../../test/wild-digest.ts'
import { makeCitationKeys } from './citation-key.ts'
import { splitPersonName } from './person-name.ts'

describe('makeCitationKeys', () => {
  it('joins family name, year and the first word that means something', () => {
    const papers = [
      makePaper({ title: 'On the Tides', authors: ['José Núñez'] }),
      makePaper({ title: 'A Tides', authors: ['Núñez, José'] }),
      makePaper({ title: 'Tides', authors: ['J. Nunez Jr.'], published: undefined }),
    ]
    expect(makeCitationKeys(papers)).toEqual(['nunez2025tides', 'nunez2025tidesb', 'nuneztides'])
  })

  it('makes a key of the id where nothing else is left', () => {
    expect(makeCitationKeys([makePaper({ title: '潮汐', authors: ['李 明'] })])).toEqual(['paper250700001'])
  })

  it('keeps all keys apart', () => {
    const keys = makeCitationKeys(Array.from({ length: 60 }, () => makePaper()))
    expect(new Set(keys).size).toBe(60)
    for (const key of keys) expect(key).toMatch(/^[a-z0-9-]+$/)
  })
})

describe('splitPersonName', () => {
  it.each([
    ['Ada Lovelace', 'Ada', 'Lovelace', ''],
    ['Ludwig van Beethoven', 'Ludwig', 'van Beethoven', ''],
    ['Anna M. de la Cruz', 'Anna M.', 'de la Cruz', ''],
    ['Lovelace, Ada', 'Ada', 'Lovelace', ''],
    ['John Smith, Jr.', 'John', 'Smith', 'Jr.'],
    ['John Smith III', 'John', 'Smith', 'III'],
    ['Plato', '', 'Plato', ''],
    ['Qwen Team', '', 'Qwen Team', ''],
    ['', '', '', ''],
  ])('splits "%s"', (name, given, family, suffix) => {
    expect(splitPersonName(name)).toEqual({ given, family, suffix })
  })
})
