/** Tests of createTally. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CollectError } from '../collect/source.ts'
import type { AddOutcome } from '../library/add-papers.ts'
import { createTally } from './count-collected.ts'

const paper = (...categories: string[]) => ({ categories, withdrawn: false })
const fine = { notes: [] }

describe('createTally', () => {
  it('counts a paper of several categories once, in the first of its own that was asked for', () => {
    const tally = createTally('arxiv', ['cs.CL', 'cs.AI', 'hep-th'])
    tally.count('1', { outcome: 'new', paper: paper('cs.AI', 'cs.CL') })
    tally.count('2', { outcome: 'known', paper: paper('math.NA', 'cs.CL') })
    tally.count('3', { outcome: 'replaced', paper: { ...paper('cs.CL'), withdrawn: true } })
    expect(tally.rows(fine)).toMatchObject([
      { category: 'cs.CL', fetched: 2, new: 0, known: 1, replaced: 1, withdrawn: 1, state: 'ok' },
      { category: 'cs.AI', fetched: 1, new: 1, state: 'ok' },
      { category: 'hep-th', fetched: 0, state: 'quiet' },
    ])
  })

  it('takes a category for a part of its archive, and shows what belongs to none apart', () => {
    const tally = createTally('arxiv', ['cs', 'math.NA'])
    tally.count('1', { outcome: 'new', paper: paper('cs.RO') })
    tally.count('2', { outcome: 'new', paper: paper('econ.TH') })
    tally.countDeleted()
    expect(tally.rows(fine)).toMatchObject([
      { category: 'cs', fetched: 1, deleted: 0 },
      { category: 'math.NA', fetched: 0 },
      { category: null, fetched: 1, deleted: 1 },
    ])
  })

  it('gives a source without categories one row', () => {
    const tally = createTally('huggingface')
    expect(tally.rows(fine)).toEqual([
      {
        source: 'huggingface',
        category: null,
        fetched: 0,
        new: 0,
        known: 0,
        replaced: 0,
        withdrawn: 0,
        deleted: 0,
        skipped: 0,
        state: 'quiet',
      },
    ])
  })

  it.each([
    ['source-unreachable', 'unreachable'],
    ['source-throttled', 'unreachable'],
    ['source-stale', 'stale'],
    ['source-truncated', 'truncated'],
    ['source-nonsense', 'failed'],
  ] as const)('says of %s that the source is %s, and why', (code, state) => {
    const tally = createTally('arxiv', ['cs.CL'])
    tally.count('1', { outcome: 'new', paper: paper('cs.CL') })
    const error = new CollectError('the words', { code })
    expect(tally.rows({ error, notes: [] })).toMatchObject([{ fetched: 1, state, reason: 'the words' }])
  })

  it('says why a quiet source may be quiet', () => {
    const rows = createTally('arxiv', ['cs.CL']).rows({ notes: ['perhaps a holiday'] })
    expect(rows).toMatchObject([{ state: 'quiet', reason: 'perhaps a holiday' }])
  })

  it('adds up, whatever comes how often', () => {
    const outcome = fc.constantFrom<AddOutcome>('new', 'known', 'replaced')
    const category = fc.constantFrom('cs.CL', 'cs.AI', 'math.NA')
    const seen = fc.tuple(fc.integer({ min: 0, max: 20 }), outcome, fc.array(category), fc.boolean())
    fc.assert(
      fc.property(fc.array(seen), all => {
        const tally = createTally('arxiv', ['cs.CL', 'cs.AI'])
        for (const [id, outcome, categories, withdrawn] of all)
          tally.count(String(id), { outcome, paper: { categories, withdrawn } })
        const rows = tally.rows(fine)
        expect(rows.reduce((sum, row) => sum + row.fetched, 0)).toBe(new Set(all.map(([id]) => id)).size)
        for (const row of rows) expect(row.new + row.known + row.replaced).toBe(row.fetched)
        for (const row of rows) expect(row.withdrawn).toBeLessThanOrEqual(row.fetched)
      }),
    )
  })
})
