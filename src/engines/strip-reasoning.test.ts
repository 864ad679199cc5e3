/** Tests of stripReasoning. */
import { describe, expect, it } from 'vitest'
import { stripReasoning } from './strip-reasoning.ts'

describe('stripReasoning', () => {
  it.each([
    ['takes out thoughts that open the answer', '<think>\nhm\n</think>\n\nanswer', 'answer'],
    ['takes out an end whose beginning the template wrote', 'hm, let me see\n</think>\n\nanswer', 'answer'],
    ['leaves nothing of thoughts that never end', '<think>hm, let me', ''],
    [
      'keeps tags that the paper speaks of',
      'between <think> and </think> tags',
      'between <think> and </think> tags',
    ],
    ['keeps a closing tag inside a line', 'it writes </think> last', 'it writes </think> last'],
    ['knows other names', '<reasoning>hm</reasoning> answer', 'answer'],
    ['leaves an ordinary answer alone', 'answer', 'answer'],
  ])('%s', (_, answer, expected) => {
    expect(stripReasoning(answer)).toBe(expected)
  })
})
