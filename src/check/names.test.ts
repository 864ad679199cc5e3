import { describe, expect, it } from 'vitest'
import { translationForm } from '../paper/form.ts'
import { paperSchema } from '../paper/paper.ts'
import { checkNames } from './names.ts'

/** Findings on a brief whose abstract is `text`, against a source of `abstract`. */
function check(abstract: string, text: string): string[] {
  const paper = paperSchema.parse({
    id: '2601.00001',
    title: 'A study',
    authors: [],
    categories: [],
    abstract,
  })
  const brief = {
    paperId: paper.id,
    version: 1,
    form: 'translation',
    language: 'zh-Hans',
    engine: 'llm',
    fields: { title: '研究', abstract: text },
  }
  return checkNames({ paper, brief, form: translationForm }).map(
    ({ severity, quote, expected }) => `${severity} ${quote} ${expected}`,
  )
}

describe('checkNames', () => {
  it('names what the source has in the place of a mistyped name', () => {
    expect(check('We test GPT-4o.', '我们测试GPT-40。')).toEqual(['error GPT-40 GPT-4o'])
  })

  it('sees the wrong size of a model', () => {
    expect(check('We tune Qwen2.5-VL-7B.', '我们微调Qwen2.5-VL-72B。')).toEqual([
      'error Qwen2.5-VL-72B Qwen2.5-VL-7B',
    ])
  })

  it('warns where only hyphens and blanks differ', () => {
    expect(check('Video-R2 wins.', 'Video R2胜出。')).toEqual(['warning Video R2 Video-R2'])
  })

  it('reads raised, styled and full-width letters as the letters they are', () => {
    expect(check('We use L$_2$ loss and 𝔼-Net, ＧＰＴ-4.', '我们使用L2损失和E-Net、GPT-4。')).toEqual([])
  })

  it('lets a translator give the English of a term in brackets', () => {
    expect(
      check('GRPO helps.', '组相对策略优化（Group Relative Policy Optimization, GRPO）有帮助。'),
    ).toEqual([])
  })

  it('leaves figures with units to the check of quantities', () => {
    expect(check('We use 18 thousand clips at 4 times the speed.', '我们以4x速度使用18K片段。')).toEqual([])
  })
})
