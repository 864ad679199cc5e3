import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from './edit-distance.ts'

describe('editDistance', () => {
  it('counts one for a letter changed, added, dropped or swapped', () => {
    const variants = ['StoryBanch', 'StoryyBench', 'StorBench', 'StroyBench']
    expect(variants.map(variant => editDistance('StoryBench', variant, 9))).toEqual([1, 1, 1, 1])
  })

  it('stops at its limit', () => {
    expect(editDistance('abcdef', 'uvwxyz', 3)).toBe(3)
    expect(editDistance('a'.repeat(100_000), 'b', 9)).toBe(9)
  })

  it('is the same both ways', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (one, other) => editDistance(one, other, 50) === editDistance(other, one, 50),
      ),
    )
  })
})
