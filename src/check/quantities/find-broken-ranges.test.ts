/** Ranges keep both their ends. */
import { describe, expect, it } from 'vitest'
import { findBrokenRanges } from './find-broken-ranges.ts'
import { readSide } from './read-side.ts'

function brokenIn(english: string, chinese: string): string[] {
  const source = readSide([{ field: 'abstract', text: english }])
  const found = findBrokenRanges(source, readSide([{ field: 'abstract', text: chinese }]))
  return found.map(({ quote, expected }) => `${quote} ${expected}`)
}

describe('a range', () => {
  const english = 'Across three domains, the rate rises by 23 to 93 percentage points.'

  it('is right in whatever writing', () => {
    expect(brokenIn(english, '在三个领域中，该比率上升23～93个百分点。')).toEqual([])
  })

  it('is found where one end is a figure of something else', () => {
    expect(brokenIn(english, '在三个领域中，该比率上升3至93个百分点。')).toEqual(['3 23'])
  })

  it('is found where both ends are the same', () => {
    expect(brokenIn('It beats the baseline by 1% to 14%.', '它比基线高1%至1%。')).toEqual(['1% 14%'])
  })

  it('may leave out a step between its ends', () => {
    const steps = 'Accuracy rises from 20% to 40% and then from 40% to 60%.'
    expect(brokenIn(steps, '准确率从20%提高到60%。')).toEqual([])
  })
})
