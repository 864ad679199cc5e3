/** Tests of reading digests in any layout, and of writing them again byte for byte. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestFromParsed } from '../../test/digest-from-parsed.ts'
import { makeDigest, wildDigest, wildText } from '../../test/wild-digest.ts'
import { layoutSchema } from '../paper/edition.ts'
import { parseDigest } from './parse-digest.ts'
import { renderDigest } from './render-digest.ts'

describe('parseDigest', () => {
  it.each(layoutSchema.options)(
    'gives back a %s digest of ours, with what is known of each brief',
    layout => {
      const digest = makeDigest(layout, [
        { brief: { version: 3 } },
        {
          paper: { id: 'math/0611800', abstractOrigin: 'retold', withdrawn: true },
          brief: { language: 'en', engine: 'extractive', model: undefined },
          ...(layout === 'summary' && { fields: { keywords: '潮汐, 小模型, 参数' } }),
          fallbackReason: '未设置翻译引擎',
        },
      ])
      const parsed = parseDigest(renderDigest(digest))
      expect(parsed).toMatchObject({
        layout,
        edition: 'weekly',
        date: '2025-07-04',
        language: 'zh-Hans',
        skipped: [],
      })
      expect(parsed?.items).toMatchObject([
        { id: '2507.00001', version: 3, language: 'zh-Hans', engine: 'llm', model: 'tide-1', findings: [] },
        {
          id: 'math/0611800',
          version: 1,
          language: 'en',
          engine: 'extractive',
          fallbackReason: '未设置翻译引擎',
          retold: true,
          withdrawn: true,
        },
      ])
      expect(parsed?.items.map(item => item.fields)).toEqual(digest.entries.map(entry => entry.brief.fields))
    },
  )

  it.each(layoutSchema.options)('writes any %s digest again byte for byte', layout => {
    fc.assert(
      fc.property(wildDigest(layout), fc.boolean(), (digest, allAuthors) => {
        const text = renderDigest(digest, { allAuthors })
        const parsed = parseDigest(text)
        if (!parsed) throw new Error('not read')
        expect(parsed.skipped).toEqual([])
        expect(parsed.items.map(item => item.id)).toEqual(digest.entries.map(entry => entry.paper.id))
        expect(renderDigest(digestFromParsed(parsed), { allAuthors })).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  it('reads a file with a byte order mark and other line ends', () => {
    const text = `\ufeff${renderDigest(makeDigest('bilingual')).replaceAll('\n', '\r\n')}`
    expect(parseDigest(text)).toMatchObject({
      edition: 'weekly',
      items: [{ id: '2507.00001', findings: [] }],
    })
  })

  it('says that the closing line fits no more where a paper was taken out by hand', () => {
    const text = renderDigest(makeDigest('bilingual', [{}, { paper: { id: '2507.00002' } }]))
    const parsed = parseDigest(text.slice(text.indexOf('## ', 3)))
    expect(parsed?.items).toHaveLength(1)
    expect(parsed?.items[0]?.engine).toBeUndefined()
    expect(parsed?.skipped).toEqual([
      { line: 6, reason: 'the closing line was written for another number of papers than the 1 found' },
    ])
  })

  it.each([
    '',
    '# Title\n\nText with a [link](https://example.org).',
    '{"id": "2507.00001"}',
    '## A\n## B\n\n| a | b |\n|---|---|',
  ])('knows no digest in other text: %j', text => {
    expect(parseDigest(text)).toBeUndefined()
  })

  it('never throws and never drops a line with a paper, whatever it reads', () => {
    const head = fc.constantFrom(
      '## 0.[T](https://arxiv.org/pdf/2507.00001)',
      '## T\n[译](https://arxiv.org/abs/2507.00001)',
      '| 题 | 人 | [PDF](https://arxiv.org/pdf/2507.00001v1) | 文',
    )
    fc.assert(
      fc.property(head, wildText, (start, text) => {
        expect(parseDigest(`${start}\n${text}`)?.items[0]?.id).toBe('2507.00001')
      }),
      { numRuns: 500 },
    )
  })

  it.each(['**', '**a', '  ', '：', '。 ', '**主要成果**：', '关键方法：', '1. ', '\n', '、', '| '])(
    'reads any number of %j in no time',
    bit => {
      const start = performance.now()
      parseDigest(`## 0.[T](https://arxiv.org/pdf/2507.00001)\nsummary:${bit.repeat(200_000 / bit.length)}x`)
      expect(performance.now() - start).toBeLessThan(2000)
    },
  )
})

const shared = new URL('../../../shared/reference/', import.meta.url)

describe.skipIf(!existsSync(shared))('parseDigest on the reference digests in ../shared', () => {
  it('finds every paper and skips nothing', () => {
    const digests = readdirSync(shared)
      .toSorted()
      .map(name => parseDigest(readFileSync(new URL(name, shared), 'utf8')))
    expect(digests.map(digest => [digest?.layout, digest?.items.length])).toEqual([
      ['bilingual', 8],
      ['summary', 38],
      ['table', 10],
    ])
    for (const digest of digests) {
      expect(digest?.skipped).toEqual([])
      expect(digest?.items.every(item => /^\d{4}\.\d{5}$/.test(item.id ?? ''))).toBe(true)
    }
  })
})
