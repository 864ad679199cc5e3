import { describe, expect, it } from 'vitest'
import { countWords, weighText } from './text-length.ts'

describe('the length of a text', () => {
  it('counts a word with stops, hyphens and apostrophes inside as one', () => {
    expect(countWords("GPT-4.1 doesn't over-fit, naïve as it is.")).toBe(7)
  })

  it('counts no mark that stands by itself', () => {
    expect(countWords('a – b -- c … 。')).toBe(3)
  })

  it('counts a Chinese character as one and a word as two', () => {
    expect(weighText('用 Qwen2.5-VL 训练模型。')).toBe(7)
  })
})
