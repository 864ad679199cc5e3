import { describe, expect, it } from 'vitest'
import { makeDigest, makeEntry } from '../../test/wild-digest.ts'
import { presentEntry } from './present-entry.ts'

const summary = makeDigest('summary')
const bilingual = makeDigest('bilingual')

describe('presentEntry', () => {
  it('has the fields of a summary with their labels, and its one sentence as the gist', () => {
    const shown = presentEntry(makeEntry('summary'), summary)
    expect(shown.fields.map(({ label }) => label)).toEqual([
      '核心关键词',
      '一句话核心摘要',
      '主要研究问题',
      '关键方法',
      '主要成果',
      '对从业者的启示',
    ])
    expect(shown).toMatchObject({
      gist: '本文用三个参数描述潮汐。',
      title: 'A Small Model of Tides',
      language: 'en',
    })
    expect(shown.original).toBeUndefined()
  })

  it('has both titles of a translation, and its first sentences as the gist', () => {
    const abstract = '我们测量潮汐。我们拟合模型。结果很好。'
    const shown = presentEntry(makeEntry('bilingual', { fields: { abstract } }), bilingual)
    expect(shown).toMatchObject({
      title: '潮汐的小模型',
      original: 'A Small Model of Tides',
      gist: '我们测量潮汐。我们拟合模型。',
      fields: [{ text: abstract }],
    })
  })

  it('leads to the page on the site where there is one, else to the paper, else nowhere', () => {
    const entry = makeEntry('bilingual')
    expect(presentEntry(entry, bilingual).url).toBe('https://arxiv.org/abs/2507.00001')
    const onSite = presentEntry(entry, bilingual, { baseUrl: 'https://p.example/d/' })
    expect(onSite).toMatchObject({
      url: 'https://p.example/d/papers/2507.00001.html',
      source: 'https://arxiv.org/abs/2507.00001',
    })
    expect(
      presentEntry(makeEntry('bilingual', { paper: { id: 'key:0123456789abcdef' } }), bilingual).url,
    ).toBeUndefined()
  })

  it('names what must not be overlooked', () => {
    const entry = makeEntry('bilingual', { paper: { withdrawn: true }, fallbackReason: '预算已用完' })
    expect(presentEntry(entry, bilingual).notices).toEqual(['已撤稿', '保留原文：预算已用完'])
  })

  it('keeps words of a megabyte within bounds, and links to the web alone', () => {
    const word = 'x'.repeat(1_000_000)
    const shown = presentEntry(
      makeEntry('summary', {
        paper: {
          title: word,
          authors: Array.from({ length: 5000 }, () => word),
          links: [
            { kind: 'code', url: `https://a.example/${word}` },
            { kind: 'code', url: 'javascript:alert(1)' },
            { kind: 'code', url: 'https://a.example/' },
          ],
        },
        fields: { gist: word, question: word, method: word, results: word, practice: word },
      }),
      summary,
    )
    expect(JSON.stringify(shown).length).toBeLessThan(80_000)
    expect(shown.links).toEqual([{ name: '代码', url: 'https://a.example/' }])
  })
})
