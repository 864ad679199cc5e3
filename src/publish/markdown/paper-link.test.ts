/** Tests of the links between digests and papers. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wildLine } from '../../../test/wild-digest.ts'
import { linkPaper, readPaperLink } from './paper-link.ts'

describe('linkPaper', () => {
  it.each([
    [{ id: '2507.00001' }, 'abstract', 'https://arxiv.org/abs/2507.00001'],
    [{ id: 'math/0611800', version: 2 }, 'pdf', 'https://arxiv.org/pdf/math/0611800v2'],
    [{ id: 'doi:10.1000/a(b)', version: 2 }, 'pdf', 'https://doi.org/10.1000/a%28b%29'],
  ] as const)('links %o', (paper, target, url) => {
    expect(linkPaper(paper, target)).toBe(url)
  })

  it('writes links that nothing in an id can break out of, and that give the id back', () => {
    fc.assert(
      fc.property(wildLine, id => {
        const url = linkPaper({ id: `x:${id}` }, 'abstract')
        expect(url).toMatch(/^#paper-[A-Za-z0-9%/.-]*$/)
        expect(readPaperLink(url)).toEqual({ id: `x:${id}` })
      }),
    )
  })
})

describe('readPaperLink', () => {
  it('reads the links of others', () => {
    expect(readPaperLink('https://huggingface.co/papers/2507.00001')).toEqual({ id: '2507.00001' })
    expect(readPaperLink('http://arxiv.org/pdf/2507.00001v2.pdf')).toEqual({ id: '2507.00001', version: 2 })
  })

  it('finds no paper behind another link', () => {
    expect(readPaperLink('https://example.org/2507')).toBeUndefined()
    expect(readPaperLink('javascript:alert(1)')).toBeUndefined()
  })
})
