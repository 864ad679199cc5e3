/** Tests of the printed digest. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDigest, wildDigest } from '../../../test/wild-digest.ts'
import { renderPrint } from './print.tsx'

describe('renderPrint', () => {
  it('has the contents, every field with its label, and absolute links', () => {
    const html = renderPrint(makeDigest('summary', [{}, { paper: { id: '2507.00002' } }]))
    expect(html).toContain('<a href="#p2">')
    expect(html).toContain('<h3>主要成果</h3>')
    expect(html).toContain('<a href="https://arxiv.org/abs/2507.00002">')
    expect(html).not.toMatch(/href="(?!https?:|#)/)
  })

  it('runs and loads nothing, whatever the papers say', () => {
    fc.assert(
      fc.property(wildDigest('summary'), wild => {
        const html = renderPrint(wild)
        expect(html).not.toMatch(/<(?:script|iframe|object|embed|img|link|form|base)\b/i)
        expect(html).not.toMatch(/<[^>]+ on\w+="/i)
        expect(html).toContain('default-src &#39;none&#39;')
      }),
      { numRuns: 60 },
    )
  })
})
