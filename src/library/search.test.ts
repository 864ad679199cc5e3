import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from '../../test/databases.ts'
import type { Paper } from '../paper/paper.ts'
import { type Library, openLibrary } from './library.ts'

function paper(id: string, title: string, fields: Partial<Paper> = {}): Paper {
  return {
    id,
    title,
    authors: ['Ada Weaver'],
    categories: ['cs.CL'],
    abstract: 'Nothing else.',
    abstractOrigin: 'source',
    links: [],
    withdrawn: false,
    ...fields,
  }
}

const papers = [
  paper('2501.00001', 'Tidal Harbours are Quiet', { published: '2025-01-03' }),
  paper('2501.00002', 'On Boats', {
    abstract: 'We moor boats in quiet harbours where the tide is low, and we weigh anchors.',
    authors: ['Geoffrey E. Hinton', 'Li Wei'],
    published: '2025-01-20',
  }),
  paper('2502.00003', 'Quiet Harbours', { published: '2025-02-01', categories: ['cs.CV', 'stat.ML'] }),
  paper('2503.00004', 'Pre-training Qwen2.5 and GPT-4o in C++', {
    abstract: 'RLHF helps LLMs. Llama-3.1-8B learns quickly; vision/language models do not.',
    authors: ['Yann LeCun', 'Zoë Müller'],
  }),
  paper('2503.00005', 'Low tide', {
    published: '2025-03-09',
    abstract: 'Quiet, and far away from all harbours.',
  }),
  paper('math/0611800', 'Rings of Sand', { categories: ['math.AG'], authors: ['Wei Li'] }),
  paper('doi:10.1000/182', 'A Journal of Sand', { categories: [], authors: [] }),
  paper('2504.00007', 'Equal twins', { published: '2025-04-01', abstract: 'Marmalade.' }),
  paper('2504.00008', 'Equal twins', { published: '2025-04-01', abstract: 'Marmalade.' }),
  paper('2504.00009', 'Equal twins', { published: '2025-04-02', abstract: 'Marmalade.' }),
]

const brief = (paperId: string, fields: Record<string, string>, form = 'translation') => ({
  paperId,
  version: 1,
  form,
  language: 'zh-Hans',
  engine: 'llm',
  model: 'm',
  recipe: `r${paperId}`,
  source: 's',
  attempt: 1,
  fields,
})

describe.each(databases)('search on $name', ({ locate }) => {
  let library: Library

  beforeAll(async () => {
    library = await openLibrary({ ...(await locate()), command: 'vitest' })
    await library.papers.add(papers.map(given => ({ paper: given, listings: [] })))
    await library.briefs.save(
      brief('2502.00003', { title: '安静的港口', abstract: '本文用强化学习训练大语言模型，让船只停泊。' }),
    )
    await library.search.refresh()
  })
  afterAll(() => library.close())

  const find = async (query: string, more = {}) => {
    const { results } = await library.search.find({ query, ...more })
    return results.map(({ id }) => id)
  }

  describe('words', () => {
    it('finds other forms of a word', async () => {
      expect(await find('mooring anchor')).toEqual(['2501.00002'])
    })

    it('puts the very title first, then words side by side in a title, then the text', async () => {
      expect(await find('quiet harbours')).toEqual(['2502.00003', '2501.00001', '2501.00002', '2503.00005'])
    })

    it('keeps a phrase together, over words that say nothing too', async () => {
      expect(await find('"harbours are quiet"')).toEqual(['2501.00001'])
      expect(await find('"quiet harbours"')).toEqual(['2502.00003', '2501.00002'])
    })

    it.each([
      ['GPT-4o'],
      ['gpt4o'],
      ['"GPT 4o"'],
      ['C++'],
      ['RLHF'],
      ['LLM'],
      ['Qwen2.5'],
      ['qwen 2.5'],
      ['Llama-3.1-8B'],
      ['llama 3.1'],
      ['pretraining'],
      ['pre-training'],
      ['language vision'],
      ['muller'],
    ])('finds %s as it is written in the field', async query => {
      expect(await find(query)).toEqual(['2503.00004'])
    })

    it('does not take a name for another of the same letters', async () => {
      expect(await find('GPT-4')).toEqual([])
      expect(await find('Qwen2')).toEqual([])
    })

    it('leaves out what is excluded', async () => {
      expect(await find('quiet -boats -"far away"')).toEqual(['2502.00003', '2501.00001'])
    })

    it('answers exclusions alone, the newest first', async () => {
      const found = await find('-quiet')
      expect(found).not.toContain('2502.00003')
      expect(found[0]).toBe('2504.00009')
    })

    it('finds either of two', async () => {
      expect((await find('moor OR rlhf')).toSorted()).toEqual(['2501.00002', '2503.00004'])
    })

    it('takes a number from a word that says nothing', async () => {
      expect(await find('no0')).toEqual([])
    })

    it('finds nothing by words that say nothing', async () => {
      expect(await library.search.find({ query: 'the of' })).toMatchObject({ results: [], total: 0 })
    })

    it('goes on with the last word while it is typed', async () => {
      expect(await find('quiet harb')).toEqual([])
      expect(await find('quiet harb', { prefix: true })).toHaveLength(4)
    })

    it('puts the newest of equal ones first, then the one with the greater id', async () => {
      expect(await find('marmalade')).toEqual(['2504.00009', '2504.00008', '2504.00007'])
    })

    it('gives pages that neither overlap nor leave a gap', async () => {
      const all = await find('quiet OR marmalade')
      const pages = [
        ...(await find('quiet OR marmalade', { limit: 3 })),
        ...(await find('quiet OR marmalade', { limit: 3, offset: 3 })),
        ...(await find('quiet OR marmalade', { limit: 3, offset: 6 })),
      ]
      expect(all).toHaveLength(7)
      expect(pages).toEqual(all)
    })
  })

  describe('filters', () => {
    it.each([
      ['author:hinton', ['2501.00002']],
      ['author:"Geoffrey Hinton"', ['2501.00002']],
      ['author:"Hinton, Geoffrey"', []],
      ['author:"Wei Li"', ['2501.00002', 'math/0611800']],
      ['author:lecun rlhf', ['2503.00004']],
      ['cat:math', ['math/0611800']],
      ['cat:cs.CV OR cat:math.ag', ['2502.00003', 'math/0611800']],
      ['cat:stat.', ['2502.00003']],
      ['date:2025-01', ['2501.00002', '2501.00001']],
      ['date:2025-01-10..2025-02-01', ['2502.00003', '2501.00002']],
      ['date:<2007', ['math/0611800']],
      ['quiet date:>2025-01', ['2502.00003', '2503.00005']],
      ['date:2025-01 OR rlhf', ['2503.00004', '2501.00002', '2501.00001']],
      ['-date:2025 -cat:math', ['doi:10.1000/182']],
      ['id:2501', ['2501.00002', '2501.00001']],
      ['id:25%', []],
      ['lang:zh', ['2502.00003']],
      ['lang:zh-hans quiet', ['2502.00003']],
    ])('answers %s', async (query, ids) => {
      expect(await find(query)).toEqual(ids)
    })

    it('goes straight to a paper by its id', async () => {
      for (const query of ['2503.00004', 'https://arxiv.org/pdf/2503.00004v3', 'doi:10.1000/182'])
        expect(await library.search.find({ query })).toMatchObject({ isDirect: true, total: 1 })
      expect(await find('2599.00001')).toEqual([])
    })

    it('names a filter that it cannot read', async () => {
      expect((await library.search.find({ query: 'quiet date:soon' })).ignored).toEqual(['date:soon'])
    })

    it('refuses a query that says nothing', async () => {
      await expect(library.search.find({ query: ' \0 ' })).rejects.toMatchObject({ code: 'search-empty' })
    })
  })

  describe('Chinese', () => {
    it.each([['强化学习'], ['語言模型'], ['大语言模型'], ['"训练大语言模型"'], ['港口 船只'], ['安静港口']])(
      'finds %s in a brief',
      async query => {
        expect(await find(query)).toEqual(['2502.00003'])
      },
    )

    it('finds no words that stand elsewhere in another order', async () => {
      expect(await find('"模型语言"')).toEqual([])
    })

    it('gives the translated title, and marks the words in it', async () => {
      const { results } = await library.search.find({ query: '港口' })
      expect(results[0]).toMatchObject({
        titleTranslated: '安静的港口',
        highlights: [{ field: 'titleTranslated', text: '安静的港口', marks: [[3, 5]] }],
      })
    })

    it('shows no brief in another language than asked', async () => {
      const { results } = await library.search.find({ query: '港口', language: 'ja' })
      expect(results[0]).toMatchObject({ titleTranslated: null, highlights: [] })
    })
  })

  it('marks every form of a word in the passage that it shows', async () => {
    const { results } = await library.search.find({ query: 'mooring harbour' })
    const [highlight] = results[0]?.highlights ?? []
    expect(highlight?.field).toBe('abstract')
    expect(highlight?.marks.map(([start, end]) => highlight.text.slice(start, end))).toEqual([
      'moor',
      'harbours',
    ])
  })

  it('finds a paper by its new text after a change, and no longer by the old', async () => {
    const first = paper('2505.00010', 'Flamingo', { version: 1 })
    await library.papers.add([{ paper: first, listings: [] }])
    expect(await find('flamingo')).toEqual([])
    expect(await library.search.refresh()).toBe(1)
    expect(await find('flamingo')).toEqual([first.id])
    await library.papers.add([{ paper: { ...first, version: 2, title: 'Pelican' }, listings: [] }])
    await library.search.refresh()
    expect(await find('flamingo')).toEqual([])
    expect(await find('pelican')).toEqual([first.id])
    expect(await library.search.refresh()).toBe(0)
  })

  it('forgets a brief that a check has refused', async () => {
    const { id } = await library.briefs.save(brief('2501.00001', { title: '潮汐的鹈鹕' }))
    await library.search.refresh()
    expect(await find('鹈鹕')).toEqual(['2501.00001'])
    await library.briefs.judge({ briefId: id, outcome: 'revise', findings: [] })
    await library.search.refresh()
    expect(await find('鹈鹕')).toEqual([])
  })

  it('stops between two batches, and goes on there', async () => {
    await library.papers.add([{ paper: paper('2505.00011', 'Walrus'), listings: [] }])
    await expect(library.search.refresh({ signal: AbortSignal.abort() })).rejects.toThrow()
    expect(await library.search.refresh()).toBe(1)
    expect(await find('walrus')).toEqual(['2505.00011'])
  })

  it('relates papers that share rare words', async () => {
    const related = await library.search.related('2504.00007', 2)
    expect(related.map(({ paperId }) => paperId)).toEqual(['2504.00009', '2504.00008'])
    expect(await library.search.related('2599.00001')).toEqual([])
  })

  it('answers whatever is typed', async () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '"',
        ' -',
        ' OR ',
        ' author:',
        ' date:2025',
        "'",
        '\\',
        '&',
        '!',
        '<2>',
        ':*',
        '(',
        '扩散',
        'C++',
        '\0',
        '%',
        '$1',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1 }), fc.boolean(), async (pieces, prefix) => {
        const query = `quiet ${pieces.join('')}`
        const { results, total } = await library.search.find({ query, prefix })
        expect(total).toBeGreaterThanOrEqual(results.length)
      }),
      { numRuns: 100 },
    )
  })

  it('answers a query of a megabyte', async () => {
    const started = performance.now()
    await library.search.find({ query: 'harbour" OR '.repeat(90_000) })
    await library.search.find({ query: `quiet ${'x'.repeat(1_000_000)}` })
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
