import { describe, expect, it } from 'vitest'
import { findUnbalanced } from './unbalanced.ts'

describe('findUnbalanced', () => {
  it.each([
    '该系统1）读地址，2）分信件。',
    '该系统（1）读地址，2）分信件。',
    '该系统a)读地址，b)分信件。',
    '该系统i)读地址，ii)分信件，iii)送信。',
    '该系统一)读地址，二)分信件。',
    '步骤：1) 读；2) 分。',
    '区间[0, 1)内（含0）。',
  ])('lets %s pass', text => {
    expect(findUnbalanced(text)).toBeUndefined()
  })

  it.each([
    '误差为平均值3）的一半。',
    '我们分拣信件（共三千封。',
    '我们分拣信件）。',
    '我们用相机b)读地址。',
  ])('finds the bracket without a partner in %s', text => {
    expect(findUnbalanced(text)).toBeDefined()
  })

  it('takes hostile texts in linear time', () => {
    const started = performance.now()
    findUnbalanced(`${'一1)'.repeat(30_000)}二2)`)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
