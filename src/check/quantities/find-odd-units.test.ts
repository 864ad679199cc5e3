/** Units that no figure stands before are compared by what the source speaks of. */
import { describe, expect, it } from 'vitest'
import { findOddUnits } from './find-odd-units.ts'
import { readSide } from './read-side.ts'

function oddUnitsIn(english: string, chinese: string): (string | undefined)[] {
  const source = readSide([{ field: 'abstract', text: english }])
  return findOddUnits(source, readSide([{ field: 'abstract', text: chinese }])).map(({ quote }) => quote)
}

describe('a unit without a figure', () => {
  it('is a span of time that the source names', () => {
    const english = 'Runs take from hours to weeks.'
    expect(oddUnitsIn(english, '运行耗时从数小时到数周不等。')).toEqual([])
    expect(oddUnitsIn(english, '运行耗时从数分钟到数周不等。')).toEqual(['数分钟'])
  })

  it('is as many orders of magnitude as the source says', () => {
    const english = 'Prices differ by more than an order of magnitude.'
    expect(oddUnitsIn(english, '价格相差超过一个数量级。')).toEqual([])
    expect(oddUnitsIn(english, '价格相差超过两个数量级。')).toEqual(['两个数量级'])
    expect(oddUnitsIn('Costs fall by orders of magnitude.', '成本下降数个数量级。')).toEqual([])
    expect(oddUnitsIn('Costs fall by orders of magnitude.', '成本下降到数倍之低。')).toEqual(['数倍'])
  })

  it('is the one behind a bracket in the source', () => {
    const english = 'The error is 0.07 (+/- 0.1) cm.'
    expect(oddUnitsIn(english, '误差为0.07（±0.1）cm。')).toEqual([])
    expect(oddUnitsIn(english, '误差为0.07（±0.1）mm。')).toEqual(['mm'])
  })

  it('is a unit of energy only where the source has one', () => {
    expect(oddUnitsIn('We report joules per token.', '我们报告焦耳/token。')).toEqual([])
    expect(oddUnitsIn('We report joules per token.', '我们报告瓦/token。')).toEqual(['瓦'])
  })
})
