import { describe, expect, it } from 'vitest'
import { relatePapers } from './related-papers.ts'

const paper = (id: string, title: string, abstract: string) => ({ id, title, abstract })
const common = 'We present a method and show good results on several benchmarks.'
const others = Array.from({ length: 40 }, (_item, at) =>
  paper(`x${at}`, `Study ${String.fromCharCode(97 + (at % 26))}topic${at}`, common),
)

describe('relatePapers', () => {
  const related = relatePapers([
    ...others,
    paper('a', 'Tide gauges and batteries', `${common} Entropy coding for tide gauges.`),
    paper('b', 'Entropy coding of river gauges', `${common} Batteries last longer.`),
    paper('c', 'Moss on cold stones', `${common} Gauges are mentioned once.`),
  ])

  it('finds the papers that share the rarer words, the closest first', () => {
    expect(related.of('a')[0]).toBe('b')
  })

  it('takes one shared word for chance', () => {
    expect(related.of('c')).toEqual([])
  })

  it('gives nothing for words that everybody uses', () => {
    expect(related.of('x3')).toEqual([])
  })

  it('gives nothing for a paper that it does not know', () => {
    expect(related.of('nothing')).toEqual([])
  })
})
