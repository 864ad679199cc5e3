import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from '../../test/databases.ts'
import { makeTerm, type TermInput, termSchema } from '../paper/glossary-term.ts'
import { type Library, openLibrary } from './library.ts'

function term(given: TermInput, edition?: string) {
  const scope =
    edition === undefined ? ({ scope: 'library' } as const) : ({ scope: 'edition', edition } as const)
  return makeTerm(termSchema.parse(given), scope)
}

describe.each(databases)('terms on $name', ({ locate }) => {
  let library: Library

  beforeAll(async () => {
    library = await openLibrary({ ...(await locate()), command: 'vitest' })
  })
  afterAll(() => library.close())

  it('keeps a rule with all that it says', async () => {
    const rule = term({
      source: 'agent',
      target: '智能体',
      abbreviation: 'AG',
      avoid: ['代理', '特工'],
      accept: ['主体'],
      note: '行动者',
    })
    await library.terms.add('zh-Hans', [rule])
    expect(await library.terms.list('zh-Hans')).toEqual([rule])
  })

  it('replaces a rule for the same term, and keeps those of editions and languages apart', async () => {
    const result = await library.terms.add('zh-Hans', [
      term({ source: 'agent', target: '代理' }),
      term({ source: 'agent', target: '代理人' }, 'weekly'),
    ])
    await library.terms.add('ja', [term({ source: 'agent', target: 'エージェント' })])
    expect(result).toEqual({ added: 1, replaced: 1 })
    expect((await library.terms.list('zh-Hans')).map(({ target, edition }) => [target, edition])).toEqual([
      ['代理人', 'weekly'],
      ['代理', undefined],
    ])
  })

  it('removes a rule of the place that is named, and says whether there was one', async () => {
    const ofEdition = { language: 'zh-Hans', source: 'agent', edition: 'weekly' }
    expect(await library.terms.remove(ofEdition)).toBe(true)
    expect(await library.terms.remove(ofEdition)).toBe(false)
    expect(await library.terms.list('zh-Hans')).toHaveLength(1)
  })

  it('gives the newest text of each paper once', async () => {
    const paper = {
      id: '2501.00001',
      version: 1,
      title: 'One',
      authors: [],
      categories: [],
      abstract: 'Text.',
      abstractOrigin: 'source' as const,
      links: [],
      withdrawn: false,
    }
    await library.papers.add([
      { paper, listings: [] },
      { paper: { ...paper, version: 2, title: 'Two' }, listings: [] },
    ])
    expect(await library.terms.recentTexts(10)).toEqual([{ id: paper.id, title: 'Two', abstract: 'Text.' }])
  })
})
