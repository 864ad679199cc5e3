import { describe, expect, it } from 'vitest'
import { type Paper, paperSchema } from '../paper/paper.ts'
import { pairSentences } from './pair-sentences.ts'

const paper: Paper = paperSchema.parse({
  id: '2601.00001',
  title: 'Moss',
  authors: [],
  categories: [],
  abstract:
    'Moss grows slowly on cold stones. We measure its growth with a small camera. Our data cover 37 gardens in Norway.',
})
const pair = (abstract: string, language = 'zh-Hans') =>
  pairSentences(paper, { fields: { abstract }, language })

describe('pairSentences', () => {
  it('puts each sentence beside its translation', () => {
    expect(
      pair('苔藓在冰冷的石头上生长缓慢。我们用一台小相机测量其生长。数据覆盖挪威的 37 座花园。'),
    ).toEqual([
      { source: 'Moss grows slowly on cold stones.', target: '苔藓在冰冷的石头上生长缓慢。' },
      { source: 'We measure its growth with a small camera.', target: '我们用一台小相机测量其生长。' },
      { source: 'Our data cover 37 gardens in Norway.', target: '数据覆盖挪威的 37 座花园。' },
    ])
  })

  it('puts two sentences that were joined beside the one', () => {
    const pairs = pair('苔藓在冰冷的石头上生长缓慢，我们用一台小相机测量其生长。数据覆盖挪威的 37 座花园。')
    expect(pairs).toHaveLength(2)
    expect(pairs[1]?.source).toBe('Our data cover 37 gardens in Norway.')
  })

  it('loses no sentence of either text, whatever they are', () => {
    const pairs = pair('完全无关。另一句。再一句。又一句。')
    expect(pairs.map(({ target }) => target).join('')).toBe('完全无关。另一句。再一句。又一句。')
    expect(
      pairs
        .map(({ source }) => source)
        .filter(Boolean)
        .join(' '),
    ).toBe(paper.abstract)
  })

  it('gives none where a text is empty', () => {
    expect(pair('')).toEqual([])
  })
})
