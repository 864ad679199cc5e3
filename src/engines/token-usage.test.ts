/** Tests of the token estimates. */
import { describe, expect, it } from 'vitest'
import { estimateMost, estimateUsage, TokenForecast } from './token-usage.ts'

const request = (prompt: string) => ({ system: '', prompt, maxOutputTokens: 1_000 })

describe('estimateMost', () => {
  it('is at least a token a byte, so that no tokenizer makes more', () => {
    expect(estimateMost(request('中文')).in).toBeGreaterThanOrEqual(6)
    expect(estimateMost(request('a🙂')).in).toBeGreaterThanOrEqual(5)
    expect(estimateMost(request('')).out).toBe(1_000)
  })
})

describe('estimateUsage', () => {
  it('takes four letters of English for a token, and one Chinese character', () => {
    expect(estimateUsage(request('a'.repeat(400)), '').in).toBe(100)
    expect(estimateUsage(request('中'.repeat(400)), '中'.repeat(30))).toEqual({ in: 400, out: 30, cached: 0 })
  })
})

describe('TokenForecast', () => {
  it('learns what answers take of what they are allowed', () => {
    const forecast = new TokenForecast()
    const before = forecast.expect(request(''))
    for (let call = 0; call < 60; call++) forecast.note(request(''), { in: 0, out: 600, cached: 0 })
    expect(before).toBe(250)
    expect(forecast.expect(request(''))).toBeGreaterThan(590)
  })
})
