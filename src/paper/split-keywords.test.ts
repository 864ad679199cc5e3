import { expect, it } from 'vitest'
import { splitKeywords } from './split-keywords.ts'

it('cuts at any list mark, and not inside brackets', () => {
  expect(splitKeywords('强化学习（reinforcement learning, RL）、视频，KV-recache; pass@1')).toEqual([
    '强化学习（reinforcement learning, RL）',
    '视频',
    'KV-recache',
    'pass@1',
  ])
})
