/** Figures that changed places are told from figures that moved with what they measure. */
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../paper/finding.ts'
import { findAnchors } from './anchors.ts'
import { findSwaps } from './find-swaps.ts'
import { readSide } from './read-side.ts'

function search(english: string, chinese: string, coverage: 'whole' | 'selection'): Finding[] {
  const source = readSide([{ field: 'abstract', text: english }])
  const brief = readSide([{ field: 'abstract', text: chinese }])
  const anchors = () => findAnchors(source.text, brief.text)
  return findSwaps({ source, brief, coverage, anchors })
}

function swapsIn(english: string, chinese: string, coverage: 'whole' | 'selection'): (string | undefined)[] {
  return search(english, chinese, coverage).map(({ quote }) => quote)
}

describe('figures of a translation', () => {
  const english =
    'Precision rises by 4.7% on printed pages and by 9.2% on handwritten notes, while latency falls from 310 ms to 45 ms.'

  it('may stand in the order of another sentence, with the words they belong to', () => {
    const chinese = '手写笔记上的精确率提高9.2%，印刷页面上提高4.7%，同时延迟由310 ms降至45 ms。'
    expect(swapsIn(english, chinese, 'whole')).toEqual([])
  })

  it('are found where the words kept their places and the figures did not', () => {
    const chinese = '印刷页面上的精确率提高9.2%，手写笔记上提高4.7%，同时延迟由310 ms降至45 ms。'
    expect(swapsIn(english, chinese, 'whole')).toEqual(['9.2%'])
  })

  it('have not moved where they stand in the order of the source', () => {
    const source = 'Gains are large on snow (+0.52 F1) and on fog (+0.37 F1).'
    expect(swapsIn(source, '在雪（F1 +0.52）与雾（F1 +0.37）上增益很大。', 'whole')).toEqual([])
  })

  it('may be years and counts that stand the other way round in Chinese', () => {
    const source = 'We audited 84 leaflets with 5,040 sentences that were printed after 2019.'
    expect(swapsIn(source, '我们审查了2019年以后印刷的84份说明书，共5040个句子。', 'whole')).toEqual([])
  })
})

describe('figures of a summary', () => {
  const english =
    'The planner improves safety by 12.4% in the gray-box setting and by 7.8% in the black-box setting over strong baselines.'

  it('may come in any order', () => {
    const chinese = '黑盒情形下安全性提高7.8%，灰盒情形下提高12.4%。'
    expect(swapsIn(english, chinese, 'selection')).toEqual([])
  })

  it('are found where each stands with what the other one measures', () => {
    const chinese = '灰盒情形下安全性提高7.8%，黑盒情形下提高12.4%。'
    expect(swapsIn(english, chinese, 'selection')).toEqual(['7.8%'])
  })

  it('are found where a list tells them apart by its order', () => {
    const source = 'Retrieval and translation improve by 3.1% and 6.4%, respectively, with half the memory.'
    const right = '检索提高3.1%，翻译提高6.4%，内存减半。'
    const wrong = '检索提高6.4%，翻译提高3.1%，内存减半。'
    expect(swapsIn(source, right, 'selection')).toEqual([])
    expect(swapsIn(source, wrong, 'selection')).toEqual(['6.4%'])
  })

  it('may tell first how often a thing happens and then how much of it', () => {
    const source =
      'Editors reached 90% of agreement with Scribe 41.5% of the time with a mean delay of 3.2 hours.'
    const chinese = '编辑在41.5%的情况下与Scribe达成90%的一致，平均延迟3.2小时。'
    expect(swapsIn(source, chinese, 'selection')).toEqual([])
  })

  it('may begin with what the source adds at the end of the sentence', () => {
    const source =
      'It gains 5.3 Dice at noon and 9.8 Dice at dusk over Kiel, with Swin-S-V2-Deep as backbone, CLIP-Large-B as judge.'
    const chinese =
      '以Swin-S-V2-Deep为骨干网络、CLIP-Large-B为judge时，正午提高5.3 Dice，Kiel黄昏提高9.8 Dice。'
    expect(swapsIn(source, chinese, 'selection')).toEqual([])
  })

  it('may sum up a list by its ends', () => {
    const source = 'Mean IoU rises by 3.15%, 0.65%, and 1.24% on three coasts.'
    expect(swapsIn(source, '三片海岸上的提升在0.65%至3.15%之间。', 'selection')).toEqual([])
  })

  it('may tell in one breath what the source tells in different sentences', () => {
    const source =
      'We delayed the hints by 20 seconds. Learners gained more knowledge (d = 0.3). Delays of 5 s had no effect, and delays of 60 s frustrated learners.'
    const chinese = '延迟20秒的效应量为0.3，延迟5秒无效，延迟60秒使学习者受挫。'
    expect(swapsIn(source, chinese, 'selection')).toEqual([])
  })
})
