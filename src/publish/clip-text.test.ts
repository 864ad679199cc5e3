import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wildText } from '../../test/wild-digest.ts'
import { clipText, findCut } from './clip-text.ts'

describe('clipText', () => {
  it('leaves what is short enough as it is', () => {
    expect(clipText('潮汐', 2)).toBe('潮汐')
  })

  it('cuts behind a sentence where one ends nearby, else behind a word', () => {
    expect(clipText('我们测量潮汐。然后我们拟合模型。', 11)).toBe('我们测量潮汐。…')
    expect(clipText('We measure the tides of the sea', 20)).toBe('We measure the…')
  })

  it('cuts no character apart, and never gives more than allowed', () => {
    fc.assert(
      fc.property(
        fc.oneof(wildText, fc.string({ unit: 'grapheme', maxLength: 200 })),
        fc.integer({ min: 4, max: 60 }),
        (text, max) => {
          const given = text.toWellFormed()
          const clipped = clipText(given, max)
          expect(clipped.length).toBeLessThanOrEqual(max)
          expect(clipped.isWellFormed()).toBe(true)
        },
      ),
    )
  })

  it('goes forward also where there is nowhere to cut', () => {
    expect(findCut(`e${'\u0301'.repeat(500)}`, 10)).toBeGreaterThan(0)
    expect(findCut('👨‍👩‍👧 family', 3)).toBeGreaterThan(0)
  })
})
