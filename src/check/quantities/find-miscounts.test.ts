/** Counts that the source gives to other things are found; parts of a whole and words for "both" are not. */
import { describe, expect, it } from 'vitest'
import { findAnchors } from './anchors.ts'
import { findMiscounts } from './find-miscounts.ts'
import { readSide } from './read-side.ts'

function miscountsIn(
  english: string,
  chinese: string,
  coverage: 'whole' | 'selection' = 'whole',
): (string | undefined)[] {
  const source = readSide([{ field: 'abstract', text: english }])
  const brief = readSide([{ field: 'abstract', text: chinese }])
  const anchors = () => findAnchors(source.text, brief.text)
  return findMiscounts({ source, brief, coverage, anchors }).map(
    ({ quote, expected }) => `${quote} ${expected}`,
  )
}

describe('a count', () => {
  const english =
    'We compare five pruning strategies on seven clinical datasets with 16 speakers. Nine of 23 regions get worse.'

  it('is none in 三维', () => {
    expect(miscountsIn('We link 3D parts in 20 real drawing pairs.', '我们把三维图纸对应起来。')).toEqual([])
  })

  it.each([
    ['第二个', 'We train three wave models.', '每个预报由第二个波浪模型评估。'],
    ['任务7', 'Task 7 is about tides in 31 languages.', '任务7关注多语言潮汐。'],
    ['二是', 'It has 3.0 tide layers of costly gulls.', '其一是海鸥层；二是代价高昂的海鸥潮汐层。'],
    ['三语', 'We ask 27 trilingual groups of gulls.', '我们用三语问题询问鸥群。'],
    [
      'two and three more',
      'Two gull techniques help, and three further gull techniques do not.',
      '考察五项鸥技术。',
    ],
    ['hundreds of them', 'We ran 800 gull model runs on Tern and Skua.', '实验只涉及两个鸥模型系列。'],
    ['those that were not right', 'Of 23 cases, 3 of 4 gull cases were right.', '有 1 个鸥用例未答对。'],
    ['both', 'We raise both task speed and task safety.', '我们以三个组件兼顾任务速度与任务安全。'],
  ])('is none beside %s', (_, source, brief) => {
    expect(miscountsIn(source, brief, 'selection')).toEqual([])
  })

  it('is right where the source counts the same things by it', () => {
    expect(miscountsIn(english, '在七个临床数据集上比较五种剪枝策略，涉及16名说话人。')).toEqual([])
  })

  it('is found where the source has its number for other things only', () => {
    expect(miscountsIn(english, '在七个临床数据集上比较七种剪枝策略。')).toEqual(['七种剪枝策 five'])
  })

  it('is found where the source has its number nowhere', () => {
    expect(miscountsIn(english, '在三个临床数据集上比较五种剪枝策略。')).toEqual(['三个临床数 seven'])
  })

  it('is found where a digit went', () => {
    expect(miscountsIn(english, '在七个临床数据集上请6名说话人录音。')).toEqual(['6名说话人 16'])
  })

  it('may count a part of what the source counts', () => {
    expect(miscountsIn(english, '23个地区中有九个地区变差。')).toEqual([])
  })

  it('may be of the others in a summary, which does not go through them all', () => {
    const source = 'We train four different language models on Old Norse.'
    expect(miscountsIn(source, '摘要没有给出另两种语言模型的结果。', 'selection')).toEqual([])
    expect(miscountsIn(source, '我们训练了两种语言模型。', 'selection')).toHaveLength(1)
  })

  it('is found where two of them changed places, be they ever so small', () => {
    const source = 'The model needs one forward pass when given two learned embeddings.'
    expect(miscountsIn(source, '给出两个学习得到的嵌入，模型只需一次前向传播。')).toEqual([])
    expect(miscountsIn(source, '给出一个学习得到的嵌入，模型只需两次前向传播。')).toHaveLength(1)
  })
})
