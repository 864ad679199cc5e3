/** Tests of the table layout. */
import { describe, expect, it } from 'vitest'
import { makeDigest } from '../../../test/wild-digest.ts'
import { parseTable, renderTable } from './table.ts'

const head = ['| 标题 | 作者 | PDF链接 |  摘要 |', '|------|:---|--------|------|']

describe('renderTable', () => {
  it('writes one row for each paper, every cell escaped', () => {
    const digest = makeDigest('table', [
      { brief: { version: 2 } },
      { paper: { id: 'math/0611800', authors: [] }, fields: { title: 'a|b `c`', abstract: '一\\\n\n二' } },
    ])
    expect(renderTable(digest)).toBe(
      [
        '# arxiv 2025-07-04',
        '',
        '| 标题 | 作者 | PDF链接 | 摘要 |',
        '| --- | --- | --- | --- |',
        '| 潮汐的小模型 | Ada Lovelace | [PDF](https://arxiv.org/pdf/2507.00001v2) | 我们用 3 个参数为潮汐建模。 |',
        '| a\\|b \\`c\\` |  | [PDF](https://arxiv.org/pdf/math/0611800v1) | 一\\\\<br>二 |',
        '',
        '共 2 篇论文。 <!-- paperbrief edition=weekly date=2025-07-04 language=zh-Hans layout=table engines=llm/tide-1*2 -->',
        '',
      ].join('\n'),
    )
  })

  it('heads its columns in English for other languages', () => {
    expect(renderTable(makeDigest('table', [{}], { language: 'en' }))).toContain(
      '| Title | Author | PDF | Abstract |',
    )
  })

  it('lists all authors where asked to, and reads them back', () => {
    const text = renderTable(makeDigest('table'), { allAuthors: true })
    expect(text).toContain('| Ada Lovelace, Emil Núñez |')
    expect(parseTable(text)).toMatchObject({
      allAuthors: true,
      items: [{ firstAuthor: 'Ada Lovelace', authors: ['Ada Lovelace', 'Emil Núñez'] }],
    })
  })
})

describe('parseTable', () => {
  it('reads tables of others', () => {
    const { items, date, skipped } = parseTable(
      [
        '# arxiv 2025-12-01',
        '',
        ...head,
        '| 潮汐 |Ada |[PDF](https://arxiv.org/pdf/2507.00001v3) | 一<br>二 **三** |',
      ].join('\n'),
    )
    expect(date).toBe('2025-12-01')
    expect(skipped).toEqual([])
    expect(items).toEqual([
      {
        line: 5,
        id: '2507.00001',
        version: 3,
        firstAuthor: 'Ada',
        fields: { title: '潮汐', abstract: '一\n\n二 三' },
        findings: [],
      },
    ])
  })

  it('reads columns in another order', () => {
    const text = [
      '| Abstract | Title | Authors | Link |',
      '|-|-|-|-|',
      '| 文 | 题 | 人 | https://arxiv.org/abs/2507.00001v1 |',
    ]
    expect(parseTable(text.join('\n')).items[0]).toMatchObject({
      id: '2507.00001',
      firstAuthor: '人',
      fields: { title: '题', abstract: '文' },
    })
  })

  it('puts a row back together that a stray mark or a line break has broken', () => {
    const rows = [
      '| 题 | 人 | [PDF](https://arxiv.org/pdf/2507.00001v1) | 左 | 右 |',
      '| 题 | 人 | [PDF](https://arxiv.org/pdf/2507.00002v1) | 上',
      '下 |',
    ]
    const { items } = parseTable([...head, ...rows].join('\n'))
    expect(items.map(item => item.fields.abstract)).toEqual(['左 | 右', '上 下'])
    expect(items.map(item => item.findings.map(finding => finding.message))).toEqual([
      ['The row has 5 cells; the table has 4.'],
      ['The row is broken over several lines.'],
    ])
  })

  it('reports a missing link, version or abstract', () => {
    const rows = ['| 题 | 人 | PDF | 文 |', '| 题 | 人 | [PDF](https://arxiv.org/pdf/2507.00001) |']
    const messages = parseTable([...head, ...rows].join('\n')).items.map(item =>
      item.findings.map(finding => finding.message),
    )
    expect(messages).toEqual([
      ['The item has no link to its paper.'],
      [
        'The link names no version of the paper.',
        'The row has 3 cells; the table has 4.',
        'The abstract is missing.',
      ],
    ])
  })

  it('says which lines are no part of the table', () => {
    expect(parseTable(['Hello', ...head].join('\n')).skipped).toEqual([
      { line: 1, reason: 'text outside the table' },
    ])
  })
})
