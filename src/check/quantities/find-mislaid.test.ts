/** A figure that a translation left out of one sentence is missed, whatever other sentences say. */
import { describe, expect, it } from 'vitest'
import { findMislaid } from './find-mislaid.ts'
import { readSide } from './read-side.ts'

function mislaidIn(source: string[], target: string[]): (string | undefined)[] {
  const sourceSide = readSide([{ field: 'abstract', text: source.join(' ') }])
  const briefSide = readSide([{ field: 'abstract', text: target.join('') }])
  const search = { source, target, language: 'zh-Hans', field: 'abstract', sourceSide, briefSide }
  return findMislaid(search).map(({ expected }) => expected)
}

describe('a figure that the source repeats', () => {
  const source = [
    'We train a detector on top of a 3-step video model.',
    'The detector improves the motion score by 13% over the 3-step baseline.',
  ]

  it('is there where every sentence has it', () => {
    const target = ['我们在3步视频模型之上训练检测器。', '与3步基线相比，检测器使运动得分提高13%。']
    expect(mislaidIn(source, target)).toEqual([])
  })

  it('is missed in the sentence that lost it', () => {
    const target = ['我们在3步视频模型之上训练检测器。', '与步基线相比，检测器使运动得分提高13%。']
    expect(mislaidIn(source, target)).toEqual(['3'])
  })

  it('may be said once for two things of one sentence, but leaves no hole', () => {
    const twice = ['The track targets 4-bit weights and 4-bit activations.']
    expect(mislaidIn(twice, ['该赛道以 4 比特的权重和激活为目标。'])).toEqual([])
    expect(mislaidIn(twice, ['该赛道以 4 比特权重和 比特激活为目标。'])).toHaveLength(1)
  })
})
