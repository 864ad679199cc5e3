/** Tests of parseArxivAtom and of the papers made of its entries. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { atomErrorFeed, olderAtomFeed, writeAtomFeed } from '../../test/arxiv-atom-feed.ts'
import { makeArxivAtomPaper } from './arxiv-atom-paper.ts'
import { parseArxivAtom } from './arxiv-atom-wire.ts'

const papersOf = (text: string) => parseArxivAtom(text).entries.map(entry => makeArxivAtomPaper(entry).paper)

describe('parseArxivAtom', () => {
  it('reads an entry of the present form', () => {
    const feed = writeAtomFeed([
      {
        id: '2511.00001v2',
        title: '0',
        summary: '  Fewer than 10 &amp; more; $x&lt;y$.',
        published: '2025-11-26T15:00:00Z',
        updated: '2025-11-28T01:02:03Z',
        categories: ['cs.CL', 'stat.ML'],
        authors: ['Katharina G&#246;tz', 'Ada Example'],
        comment: 'This paper has been withdrawn',
      },
    ])
    expect(papersOf(feed)).toEqual([
      {
        id: '2511.00001',
        version: 2,
        title: '0',
        authors: ['Katharina Götz', 'Ada Example'],
        categories: ['cs.CL', 'stat.ML'],
        abstract: 'Fewer than 10 & more; $x<y$.',
        abstractOrigin: 'source',
        comment: 'This paper has been withdrawn',
        published: '2025-11-26',
        updated: '2025-11-28',
        links: [],
        withdrawn: true,
      },
    ])
  })

  it('reads an entry of the form before 2026', () => {
    expect(papersOf(olderAtomFeed)).toMatchObject([
      {
        id: 'math/0601001',
        version: 2,
        title: 'A wrapped title about nothing at all',
        authors: ['Kurt Beispiel', 'María Ejemplo'],
        categories: ['math.LO'],
        abstract: `The first line is indented, and the second one follows it. The names are G\\"odel's.`,
        doi: '10.1000/182.7',
        journalRef: 'J. Ex. 1, 2 (2006)',
      },
    ])
  })

  it('hands over what the API complains about', () => {
    expect(parseArxivAtom(atomErrorFeed)).toMatchObject({ entries: [], error: 'start must be non-negative' })
  })

  it('reads an empty feed', () => {
    expect(parseArxivAtom(writeAtomFeed([]))).toEqual({ totalResults: 0, entries: [], error: undefined })
  })

  it('refuses other kinds of feed', () => {
    expect(() => parseArxivAtom('<rss><channel/></rss>')).toThrow('<rss>')
    expect(() => parseArxivAtom('<feed><entry><id>oai:arXiv.org:2509.13332v1</id></entry></feed>')).toThrow(
      'daily lists',
    )
  })
})

const samples = new URL('../../../shared/samples/arxiv-atom/', import.meta.url)
const files = listXml()

describe.skipIf(files.length === 0)('parseArxivAtom on the recordings in ../shared', () => {
  it.each(files)('makes a paper of every entry of %s', file => {
    const text = readFileSync(new URL(file, samples), 'utf8')
    const feed = parseArxivAtom(text)
    const expected = feed.error === undefined ? (text.match(/<entry>/g) ?? []).length : 0
    const made = feed.entries.map(makeArxivAtomPaper)
    expect(
      made.filter(
        ({ paper }) =>
          paper?.version && paper.title && paper.abstract && paper.authors.length > 0 && paper.published,
      ),
    ).toHaveLength(expected)
    expect(feed.error === undefined).toBe(!file.includes('id_abc'))
  })
})

function listXml(): string[] {
  try {
    return readdirSync(samples).filter(name => name.endsWith('.xml'))
  } catch {
    return []
  }
}
