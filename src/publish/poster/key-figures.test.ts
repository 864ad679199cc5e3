/** Tests of the figures in large type. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wildText } from '../../../test/wild-digest.ts'
import { findKeyFigures } from './key-figures.ts'

const valuesOf = (text: string) => findKeyFigures(text).map(({ value }) => value)

describe('findKeyFigures', () => {
  it.each([
    ['准确率提升12.3%，速度提高 3.2 倍，显存 24 GB。', ['12.3%', '3.2 倍', '24 GB']],
    ['模型有70亿参数，训练用了 1,200 小时。', ['70亿参数', '1,200 小时']],
    [
      'It raises accuracy from 26.4% to 51.9%, cuts cost by 3.5x, and needs 0.8 seconds.',
      ['26.4%', '3.5x', '0.8 seconds'],
    ],
    ['领先 2.1 个百分点；每秒 120 FPS', ['2.1 个百分点', '120 FPS']],
  ])('takes numbers with their units from "%s"', (text, values) => {
    expect(valuesOf(text).toSorted()).toEqual(values.toSorted())
  })

  it.each([
    ['names', 'Qwen2.5-VL-72B 与 GPT-4o 相当，GLM-4.1V-9B 更小。'],
    ['plain numbers and years', '在 28 个基准和 2024 年的数据上测试。'],
    ['parts of words', 'Trained in 3 stages with 5 experts and 2xlarge machines.'],
  ])('takes no %s', (_, text) => {
    expect(valuesOf(text)).toEqual([])
  })

  it('says the clause around it, and its beginning where that is long', () => {
    expect(findKeyFigures('前面。误差降低 45.6%，后面。')).toEqual([
      { value: '45.6%', label: '误差降低 45.6%' },
    ])
    const [long] = findKeyFigures(`${'很'.repeat(90)}降低 45.6%。`)
    expect(long?.label.endsWith('…')).toBe(true)
  })

  it('shows the most telling ones, each once', () => {
    const text = '训练 30 小时。提升 5%。再提升 5%。参数 7B。速度 2×。减少 8.5%。'
    expect(valuesOf(text)).toEqual(['8.5%', '5%', '2×', '7B'])
  })

  it('stands verbatim in the text, whatever that is', () => {
    const figure = fc
      .tuple(fc.float({ noNaN: true }), fc.constantFrom('%', ' ×', 'GB', '亿', ' points'))
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.array(fc.oneof(wildText, figure), { maxLength: 12 }), parts => {
        const text = parts.join(' ')
        for (const { value, label } of findKeyFigures(text)) {
          expect(text).toContain(value)
          expect(text).toContain(label.replace(/…$/, ''))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('reads a megabyte in no time', () => {
    const start = performance.now()
    findKeyFigures('1,1'.repeat(400_000))
    findKeyFigures(`${'9'.repeat(1_000_000)}%`)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
