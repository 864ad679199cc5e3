import { describe, expect, it } from 'vitest'
import { opposedPairs } from './opposed-pairs.ts'

describe('the pairs of opposites', () => {
  const { english, prefixes, chinese } = opposedPairs()
  const all = chinese.entries.flatMap(({ word, senses }) => senses.map(sense => ({ ...sense, word })))

  it('are known by at least one word on each side in both languages', () => {
    const sides = new Set(all.map(({ pair, side }) => `${pair} ${side}`))
    const asked = new Set(
      [...english.values(), ...prefixes.values()].flat().map(({ pair, side }) => `${pair} ${side}`),
    )
    const pairs = new Set(all.map(({ pair }) => pair))
    expect(pairs.size).toBeGreaterThan(150)
    for (const pair of pairs)
      for (const side of [0, 1]) {
        expect(sides.has(`${pair} ${side}`)).toBe(true)
        expect(asked.has(`${pair} ${side}`)).toBe(true)
      }
  })

  it('never take a Chinese word for both sides of one pair', () => {
    for (const { word, pair, side } of all)
      expect(all.some(other => other.word === word && other.pair === pair && other.side !== side)).toBe(false)
  })
})
