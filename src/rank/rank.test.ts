import { describe, expect, it } from 'vitest'
import { type Candidate, type Interests, rankPapers } from './rank.ts'

const nothing: Interests = { words: [], authors: [], categories: [], avoid: [] }

function candidate(
  id: string,
  paper: Partial<Candidate['paper']> = {},
  listing: Partial<Candidate['listings'][number]> = {},
): Candidate {
  return {
    paper: {
      id,
      title: id,
      authors: [],
      categories: [],
      abstract: '',
      abstractOrigin: 'source',
      links: [],
      withdrawn: false,
      ...paper,
    },
    listings: [{ paperId: id, source: 'huggingface', date: '2025-09-29', kind: 'new', ...listing }],
  }
}

const order = (candidates: Candidate[], interests: Partial<Interests> = {}) =>
  rankPapers(candidates, { ...nothing, ...interests }).map(ranked => ranked.candidate.paper.id)

describe('rankPapers', () => {
  it('puts the paper with more votes first and says how many', () => {
    const [first] = rankPapers([candidate('a', {}, { votes: 3 }), candidate('b', {}, { votes: 40 })], nothing)
    expect(first?.candidate.paper.id).toBe('b')
    expect(first?.reasons).toEqual(['40 votes'])
  })

  it('keeps the order of the source where nothing else speaks', () => {
    expect(order([candidate('b', {}, { place: 1 }), candidate('a', {}, { place: 2 })])).toEqual(['b', 'a'])
  })

  it('lifts a paper whose title has a word of interest', () => {
    expect(
      order(
        [candidate('a', {}, { place: 1 }), candidate('b', { title: 'Web Agents at Work' }, { place: 2 })],
        { words: ['agent'] },
      ),
    ).toEqual(['b', 'a'])
  })

  it('does not find a word inside another', () => {
    const [first] = rankPapers([candidate('a', { abstract: 'A fragment of text.' })], {
      ...nothing,
      words: ['rag'],
    })
    expect(first?.reasons).toEqual([])
  })

  it('finds an author whatever the accents', () => {
    const [first] = rankPapers([candidate('a', { authors: ['Bernhard Schölkopf'] })], {
      ...nothing,
      authors: ['Scholkopf'],
    })
    expect(first?.reasons).toEqual(['by Scholkopf'])
  })

  it('puts a paper with a word to avoid behind all others, whatever its votes', () => {
    expect(
      order([candidate('a', { title: 'Medical imaging' }, { votes: 900 }), candidate('b')], {
        avoid: ['medical'],
      }),
    ).toEqual(['b', 'a'])
  })

  it('gives the same order whatever order the papers come in', () => {
    const papers = ['c', 'a', 'b'].map(id => candidate(id))
    expect(order(papers)).toEqual(order(papers.toReversed()))
  })
})
