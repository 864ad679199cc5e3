/** Tests of the last line of a digest. */
import { describe, expect, it } from 'vitest'
import { makeDigest } from '../../../test/wild-digest.ts'
import { readClosingComment } from './closing-comment.ts'
import { renderClosingLine } from './closing-line.ts'

const reason = '未设置翻译引擎'

function prose(line: string): string {
  return line.slice(0, line.indexOf(' <!--'))
}

describe('renderClosingLine', () => {
  it('counts the papers and groups those left in the source language by reason', () => {
    const digest = makeDigest('bilingual', [
      {},
      { paper: { id: '2507.00002' }, brief: { language: 'en' }, fallbackReason: reason },
      { paper: { id: '2507.00003' }, brief: { language: 'en' }, fallbackReason: '原文含有指令' },
      { paper: { id: '2507.00004' }, brief: { language: 'en' }, fallbackReason: reason },
    ])
    expect(prose(renderClosingLine(digest))).toBe(
      '共 4 篇论文；2507.00002、2507.00004 保留原文（未设置翻译引擎）；2507.00003 保留原文（原文含有指令）。',
    )
  })

  it('names no ids where all papers are meant', () => {
    const digest = makeDigest('bilingual', [
      { brief: { language: 'en' }, fallbackReason: reason },
      { paper: { id: '2507.00002' }, brief: { language: 'en' }, fallbackReason: reason },
    ])
    expect(prose(renderClosingLine(digest))).toBe('共 2 篇论文；均保留原文（未设置翻译引擎）。')
  })

  it('speaks English in any other language', () => {
    const left = { brief: { language: 'de' }, fallbackReason: 'no translation engine is set' }
    const digest = makeDigest(
      'table',
      [{ brief: { language: 'pt' } }, { paper: { id: '2507.00002' }, ...left }],
      { language: 'pt' },
    )
    expect(prose(renderClosingLine(digest))).toBe(
      '2 papers; 2507.00002 left in the source language (no translation engine is set).',
    )
  })

  it('says which abstracts are retold and which papers are withdrawn', () => {
    const digest = makeDigest('bilingual', [
      { paper: { abstractOrigin: 'retold' } },
      { paper: { id: '2507.00002', abstractOrigin: 'retold', withdrawn: true } },
    ])
    expect(prose(renderClosingLine(digest))).toBe('共 2 篇论文。摘要为转述，并非原文。2507.00002 已撤稿。')
  })

  it('keeps a hostile reason text', () => {
    const digest = makeDigest('bilingual', [{ fallbackReason: '--> <script>\n\n## [x](y) https://x.y/z' }])
    const line = renderClosingLine(digest)
    expect(line).not.toContain('\n')
    expect(prose(line)).toBe(
      '共 1 篇论文；2507.00001 保留原文（--> \\<script> ## [x\\](y) <https://x.y/z>）。',
    )
    expect(line.match(/-->/g)).toHaveLength(2)
    expect(readClosingComment([line])?.lists.get('reasons')).toBe(
      '%2D%2D%3E%20%3Cscript%3E%20##%20[x](y)%20https://x.y/z',
    )
  })

  it('ends in a comment that says no more than is needed', () => {
    expect(renderClosingLine(makeDigest('summary', [{}, { paper: { id: '2507.00002' } }]))).toBe(
      '共 2 篇论文。 <!-- paperbrief edition=weekly date=2025-07-04 language=zh-Hans layout=summary engines=llm/tide-1*2 -->',
    )
  })
})

describe('readClosingComment', () => {
  it.each([
    '<!-- paperbrief edition=evil -->',
    '<!-- paperbrief edition=a date=../x language=en layout=table -->',
    '<!-- paperbrief edition=a date=2025-07-04 language=en layout=evil -->',
  ])('reads none that we would not have written: %s', comment => {
    expect(readClosingComment([comment])).toBeUndefined()
  })

  it('lets no control character through', () => {
    const comment = '<!-- paperbrief edition=a%00%0A%7Fb date=2025-07-04 language=en layout=table -->'
    expect(readClosingComment([comment])?.edition).toBe('a b')
  })

  it('reads none out of an abstract that quotes one', () => {
    expect(readClosingComment(['text \\<!-- paperbrief edition=evil -->', ''])).toBeUndefined()
  })
})
