import { describe, expect, it } from 'vitest'
import { findLostSentences } from './lost-sentences.ts'

const source = [
  'Reading letters by hand is slow, and the post offices of small towns cannot pay for it.',
  'In this work, we introduce an adaptive letter scanning method (AdaPost) that scans large letters twice and small ones once.',
  'The method is adaptive in that it repeats scanning for each box.',
  'We first show why adaptive scanning matters for sorting letters by their addresses.',
]
const target = [
  '人工读信很慢，小镇的邮局负担不起。',
  '本研究提出一种自适应的信件扫描办法（AdaPost），对大信件扫描两遍，对小信件扫描一遍。',
  '之所以说是自适应，是因为每装一箱都会重新扫描。',
  '我们首先展示自适应扫描为何对按地址分拣信件重要。',
]

describe('findLostSentences', () => {
  it('knows a sentence that is told in other words beside its neighbour', () => {
    expect(findLostSentences({ source, target, language: 'zh-Hans' })).toEqual([])
  })

  it('finds the same sentence where it is lost', () => {
    const shorter = target.toSpliced(2, 1)
    expect(findLostSentences({ source, target: shorter, language: 'zh-Hans' })).toEqual([source[2]])
  })

  it('knows a short one whose words outnumber those of its neighbour', () => {
    const english = [
      ...source.slice(0, 2),
      'This creates a fundamental tradeoff between efficiency and robustness.',
      ...source.slice(3),
    ]
    const chinese = target.with(1, `${target[1]}它仍难以读取。`).with(2, '效率与鲁棒性于是难以兼得。')
    expect(findLostSentences({ source: english, target: chinese, language: 'zh-Hans' })).toEqual([])
  })

  it('is not led astray by a neighbour told in two sentences', () => {
    const split = [
      ...target.slice(0, 1),
      '本研究提出一种信件读取办法（AdaPost）。',
      '它把大信件读两遍，把小信件读一遍。',
      ...target.slice(3),
    ]
    expect(findLostSentences({ source, target: split, language: 'zh-Hans' })).toEqual([source[2]])
  })
})
