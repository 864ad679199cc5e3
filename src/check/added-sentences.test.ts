import { describe, expect, it } from 'vitest'
import { findAddedSentences } from './added-sentences.ts'

const source = [
  'Post offices sort letters by reading addresses twice.',
  'We show that one camera is enough if the reader may ask for help.',
  'Our system reads 97.1% of the letters and costs 310 euros per desk.',
]
const target = [
  '邮局要读两遍地址才能分拣信件。',
  '我们表明，只要允许识别器求助，一台相机就足够了。',
  '我们的系统能读出97.1%的信件，每个工位的成本为310欧元。',
]

describe('findAddedSentences', () => {
  it('finds a sentence that nothing in the source says', () => {
    const added = '作者还与工业界合作，将其集成到一款面向消费者的产品之中。'
    const longer = target.toSpliced(2, 0, added)
    expect(findAddedSentences({ source, target: longer, language: 'zh-Hans' })).toEqual([added])
  })

  it('says nothing of a whole translation, nor of one that lost a sentence', () => {
    expect(findAddedSentences({ source, target, language: 'zh-Hans' })).toEqual([])
    expect(findAddedSentences({ source, target: target.slice(1), language: 'zh-Hans' })).toEqual([])
  })

  it('does not judge languages for which there is no dictionary', () => {
    expect(findAddedSentences({ source, target: [...target, ...target], language: 'ja' })).toEqual([])
  })
})
