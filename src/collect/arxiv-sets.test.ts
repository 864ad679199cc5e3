/** Tests of the names of arXiv's OAI-PMH sets. */
import { describe, expect, it } from 'vitest'
import { toCategory, toOaiSet } from './arxiv-sets.ts'

describe('the sets of arXiv', () => {
  it.each([
    ['cs.CL', 'cs:cs:CL'],
    ['cs', 'cs:cs'],
    ['math.NA', 'math:math:NA'],
    ['stat.ML', 'stat:stat:ML'],
    ['eess.AS', 'eess:eess:AS'],
    ['econ.EM', 'econ:econ:EM'],
    ['q-bio.NC', 'q-bio:q-bio:NC'],
    ['q-fin.ST', 'q-fin:q-fin:ST'],
    ['hep-th', 'physics:hep-th'],
    ['math-ph', 'physics:math-ph'],
    ['quant-ph', 'physics:quant-ph'],
    ['astro-ph', 'physics:astro-ph'],
    ['astro-ph.GA', 'physics:astro-ph:GA'],
    ['cond-mat.mes-hall', 'physics:cond-mat:mes-hall'],
    ['nlin.CD', 'physics:nlin:CD'],
    ['physics.optics', 'physics:physics:optics'],
  ])('are for %s: %s, and back', (category, set) => {
    expect(toOaiSet(category)).toBe(set)
    expect(toCategory(set)).toBe(category)
  })

  it('tell no category where old servers name a group only', () => {
    expect(['math', 'cs', 'physics'].map(toCategory)).toEqual([undefined, undefined, undefined])
  })
})
