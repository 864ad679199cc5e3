/** Tests of the bilingual layout. */
import { describe, expect, it } from 'vitest'
import { makeDigest } from '../../../test/wild-digest.ts'
import { parseBilingual, renderBilingual } from './bilingual.ts'

describe('renderBilingual', () => {
  it('writes title, linked translation and abstract of each paper, its paragraphs kept', () => {
    const digest = makeDigest('bilingual', [
      { fields: { abstract: '第一段。\n\n第二段。' } },
      {
        paper: { id: 'math/0611800', title: 'On [Tides]' },
        fields: { title: '论[潮汐]', abstract: '一段。' },
      },
    ])
    expect(renderBilingual(digest)).toBe(
      [
        '## A Small Model of Tides',
        '[潮汐的小模型](https://arxiv.org/abs/2507.00001)',
        '',
        '第一段。',
        '',
        '第二段。',
        '',
        '## On [Tides]',
        '[论\\[潮汐\\]](https://arxiv.org/abs/math/0611800)',
        '',
        '一段。',
        '',
        '共 2 篇论文。 <!-- paperbrief edition=weekly date=2025-07-04 language=zh-Hans layout=bilingual engines=llm/tide-1*2 -->',
        '',
      ].join('\n'),
    )
  })

  it('never publishes a link without words', () => {
    expect(renderBilingual(makeDigest('bilingual', [{ fields: { title: '' } }]))).toContain(
      '[A Small Model of Tides](https:',
    )
  })
})

describe('parseBilingual', () => {
  const text = [
    'Welcome.',
    '## Tides **and** Ebbs  ',
    '[潮汐与`退潮`](https://arxiv.org/abs/2507.00001)  ',
    '',
    ' 一段 \\textbf{文字}，  有空格 ',
    '换行。  ',
    '',
    '',
    '二段。',
    '## No Link',
    '没有链接。',
    '## Elsewhere',
    '[别处](https://example.org/x)',
  ].join('\r\n')

  it('reads digests of others, with spaces in odd places', () => {
    const { items, skipped } = parseBilingual(text)
    expect(items[0]).toEqual({
      line: 2,
      id: '2507.00001',
      title: 'Tides and Ebbs',
      fields: { title: '潮汐与退潮', abstract: '一段 \\textbf{文字}， 有空格 换行。\n\n二段。' },
      findings: [],
    })
    expect(skipped).toEqual([{ line: 1, reason: 'text before the first paper' }])
  })

  it('reports a missing link, a link elsewhere and a missing abstract', () => {
    const [, bare, elsewhere] = parseBilingual(text).items
    expect(bare?.id).toBeUndefined()
    expect(bare?.fields.abstract).toBe('没有链接。')
    expect(bare?.findings.map(finding => finding.message)).toEqual(['The item has no link to its paper.'])
    expect(elsewhere?.findings).toEqual([
      {
        check: 'structure',
        severity: 'error',
        message: 'The link does not lead to a paper.',
        quote: 'https://example.org/x',
      },
      {
        check: 'structure',
        severity: 'error',
        field: 'abstract',
        message: 'The translated abstract is missing.',
      },
    ])
  })

  it('warns of a link in another form', () => {
    const [item] = parseBilingual('## T\n[译](http://arxiv.org/pdf/2507.00001v2.pdf)\n\n文。').items
    expect(item).toMatchObject({ id: '2507.00001', version: 2 })
    expect(item?.findings).toMatchObject([
      { severity: 'warning', expected: 'https://arxiv.org/abs/2507.00001' },
    ])
  })
})
