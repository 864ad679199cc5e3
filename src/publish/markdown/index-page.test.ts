/** Tests of the list of all digests. */
import { describe, expect, it } from 'vitest'
import { type IndexedDigest, renderIndex } from './index-page.ts'

function row(edition: string, date: string, parts: Partial<IndexedDigest> = {}): IndexedDigest {
  const [year, month] = date.split('-')
  return {
    edition,
    date,
    language: 'zh-Hans',
    layout: 'summary',
    papers: 30,
    path: `${edition}/${year}/${month}/${date}.md`,
    ...parts,
  }
}

describe('renderIndex', () => {
  it('groups by edition and month, the newest first', () => {
    const page = renderIndex(
      [row('weekly', '2025-06-27'), row('daily', '2025-07-03'), row('weekly', '2025-07-04', { papers: 1 })],
      { language: 'zh-Hans' },
    )
    expect(page).toBe(
      [
        '# 全部简报',
        '## weekly',
        '### 2025 年 7 月',
        '- [2025-07-04](weekly/2025/07/2025-07-04.md) · 1 篇论文',
        '### 2025 年 6 月',
        '- [2025-06-27](weekly/2025/06/2025-06-27.md) · 30 篇论文',
        '## daily',
        '### 2025 年 7 月',
        '- [2025-07-03](daily/2025/07/2025-07-03.md) · 30 篇论文\n',
      ].join('\n\n'),
    )
  })

  it('tells languages and layouts of one edition apart', () => {
    const rows = [
      row('weekly', '2025-07-04'),
      row('weekly', '2025-07-04', { language: 'en', layout: 'table', papers: 1, path: 'w (1)/a.md' }),
    ]
    expect(renderIndex(rows, { language: 'en' })).toContain(
      '- [2025-07-04](w%20%281%29/a.md) · 1 paper · en · table\n- [2025-07-04](weekly/2025/07/2025-07-04.md) · 30 papers · zh-Hans · summary\n',
    )
  })

  it('is the same for the same digests in any order', () => {
    const rows = [row('a', '2025-07-04'), row('b', '2025-07-04'), row('b', '2025-07-05')]
    expect(renderIndex(rows.toReversed(), { language: 'en' })).toBe(renderIndex(rows, { language: 'en' }))
  })

  it('says so where there are none, and shows names as they are', () => {
    expect(renderIndex([], { language: 'en' })).toBe('# All digests\n\nThere are no digests yet.\n')
    expect(renderIndex([row('<b>', '2025-07-04')], { language: 'en' })).toContain('## \\<b>\n')
  })
})
