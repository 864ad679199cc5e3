import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileFrom, hrefFrom, idOfSlug, routes, slugOf } from './routes.ts'

describe('slugOf', () => {
  it('leaves an arXiv id as it is', () => {
    expect(slugOf('2505.17894')).toBe('2505.17894')
  })

  it.each(['hep-th/9901001', 'doi:10.1000/182', '../../etc/passwd', '..', '.hidden', 'a_2f_b', '纸'])(
    'makes one safe file name of %s, and the id again of that',
    id => {
      expect(slugOf(id)).toMatch(/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/)
      expect(idOfSlug(slugOf(id))).toBe(id)
    },
  )

  it('gives every id a name of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), id => {
        const known = id.toWellFormed()
        expect(idOfSlug(slugOf(known))).toBe(known)
        expect(slugOf(known)).not.toMatch(/[/\\:]/)
      }),
    )
  })

  it('knows no id for a name that it does not make', () => {
    expect(idOfSlug('a b')).toBeUndefined()
    expect(idOfSlug('_41_')).toBeUndefined()
  })
})

describe('links', () => {
  it('lead from page to page by relative ways, so that the site may lie under any path', () => {
    expect(hrefFrom(routes.paper('2505.17894'), routes.home, 'files')).toBe('../index.html')
    expect(hrefFrom(routes.home, routes.paper('2505.17894'), 'files')).toBe('./papers/2505.17894.html')
    expect(hrefFrom('digests/daily/x', routes.paper('1'), 'app')).toBe('../../papers/1')
  })

  it('name the digest of a form of one’s own without a colon, which a file cannot have everywhere', () => {
    const digest = {
      edition: 'notes',
      date: '2025-05-28',
      language: 'en',
      layout: 'form:reading-note' as const,
    }
    expect(routes.digest(digest)).toBe('digests/notes/2025-05-28.en.form-reading-note')
  })

  it('lead to the files beside the pages', () => {
    expect(fileFrom('digests/daily/x', 'assets/style.css')).toBe('../../assets/style.css')
  })
})
