import { describe, expect, it } from 'vitest'
import { remember } from './remember.ts'

describe('remember', () => {
  it('makes the result of a word once, be it nothing', () => {
    const asked: string[] = []
    const measure = remember(word => {
      asked.push(word)
      return word === 'gull' ? undefined : word.length
    })
    expect([measure('tern'), measure('gull'), measure('tern'), measure('gull')]).toEqual([
      4,
      undefined,
      4,
      undefined,
    ])
    expect(asked).toEqual(['tern', 'gull'])
  })

  it('keeps nothing that is longer than a word', () => {
    let made = 0
    const count = remember(() => ++made)
    const long = 'tern'.repeat(100)
    expect([count(long), count(long)]).toEqual([1, 2])
  })
})
