/** Tests of readRis. */
import { describe, expect, it } from 'vitest'
import { readRis } from './read-ris.ts'

const read = (text: string) => [...readRis(text)]

describe('readRis', () => {
  it('reads a journal article', () => {
    const [record] = read(`TY  - JOUR
TI  - On the Example
AU  - Example, Ada M.
AU  - Beispiel, Kurt, Jr
PY  - 2020
DA  - 2020/05/08/
JO  - Journal of Examples
VL  - 4
DO  - 10.1000/ABC
UR  - https://example.org/paper
AB  - What it says,
and what it says on the next line.
ER  -
`)
    expect(record).toMatchObject({
      line: 1,
      read: {
        paper: {
          id: 'doi:10.1000/abc',
          title: 'On the Example',
          authors: ['Ada M. Example', 'Kurt Beispiel Jr'],
          published: '2020-05-08',
          journalRef: 'Journal of Examples 4 (2020)',
          abstract: 'What it says, and what it says on the next line.',
        },
      },
    })
  })

  it.each([
    ['M1  - arXiv:2511.00001'],
    ['UR  - http://arxiv.org/abs/2511.00001'],
    ['DO  - 10.48550/arXiv.2511.00001'],
    ['JO  - arXiv preprint arXiv:2511.00001'],
  ])('finds the arXiv id in %s', line => {
    expect(read(`TY  - GEN\nTI  - T\n${line}\nER  - \n`)[0]?.read.paper?.id).toBe('2511.00001')
  })

  it('reads records without an end mark or with Windows line ends, and names where a bad one begins', () => {
    const records = read(
      'TY  - JOUR\r\nTI  - One\r\nTY  - JOUR\r\nAU  - Nobody\r\nER  - \r\n\r\nTY  - JOUR\r\nT1  - Three',
    )
    expect(records.map(({ line, read }) => [line, read.paper?.title ?? read.reason])).toEqual([
      [1, 'One'],
      [3, 'no title'],
      [7, 'Three'],
    ])
  })

  it('gives a paper without id and DOI the same id under another spelling of its title', () => {
    const [one, two, three] = read(
      'TY  - X\nTI  - Étude: on X\nPY  - 2020\nER  -\nTY  - X\nTI  - ETUDE on  x.\nPY  - 2020///\nER  -\nTY  - X\nTI  - Étude: on X\nPY  - 2021\nER  -\n',
    ).map(({ read }) => read.paper?.id)
    expect(one).toMatch(/^key:[0-9a-f]{16}$/)
    expect(two).toBe(one)
    expect(three).not.toBe(one)
  })
})
