/** Tests of makePaper. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paperSchema } from '../paper/paper.ts'
import { makePaper, type RawPaper } from './make-paper.ts'

const good: RawPaper = { id: '2511.00001', title: 'A title', abstract: 'An abstract.' }

describe('makePaper', () => {
  it.each([
    ['2511.00001v3', '2511.00001', 3],
    ['http://arxiv.org/abs/math.CA/0611800v2', 'math/0611800', 2],
    ['arXiv:2511.00001', '2511.00001', undefined],
    ['doi:10.1000/182', 'doi:10.1000/182', undefined],
  ])('reads the identifier %s', (id, expected, version) => {
    expect(makePaper({ ...good, id }).paper).toMatchObject({ id: expected, ...(version && { version }) })
  })

  it.each([
    [undefined, 'no id'],
    ['', 'no id'],
    [2511.1, 'no id'],
    ['two words', 'id is not usable'],
    ['x/../../etc/passwd', 'id is not usable'],
    ['a'.repeat(201), 'id is not usable'],
    ['?'.repeat(2_000_000), 'id is not usable'],
  ])('refuses an unusable identifier', (id, reason) => {
    expect(makePaper({ ...good, id })).toEqual({ reason })
  })

  it.each([
    [{ title: '' }, 'no title'],
    [{ title: '\u0007 \u202e' }, 'no title'],
    [{ title: 7 }, 'no title'],
    [{ title: 'x'.repeat(2001) }, 'title longer than 2000 characters'],
    [{ abstract: 'x'.repeat(3_000_000) }, 'abstract longer than 100000 characters'],
    [{ comment: 'x'.repeat(10_001) }, 'comment longer than 10000 characters'],
    [{ authors: 'A. One and B. Two' }, 'authors are not a list'],
  ])('says why %j makes no paper', (fields, reason) => {
    expect(makePaper({ ...good, ...fields })).toEqual({ reason })
  })

  it('cleans names that come with TeX, and leaves the others alone', () => {
    const authors = [
      'Tol\u00fal\\d{o}p\u00e9 Example',
      '\\\\Kurt Beispiel\\',
      "Sean O'Hara",
      '\\',
      'A. \\o E.',
    ]
    const { paper } = makePaper({ id: '2511.00001', title: 'T', abstract: 'A.', authors })
    expect(paper?.authors.join()).not.toMatch(/[\\{}]/)
    expect(paper?.authors.slice(1, 3)).toEqual(['Kurt Beispiel', "Sean O'Hara"])
  })

  it('keeps a title that is the string 0', () => {
    expect(makePaper({ ...good, title: '0' }).paper?.title).toBe('0')
  })

  it('drops codes that are no arXiv categories, and repeats', () => {
    const categories = [
      'cs.CV',
      'stat.ML',
      '68T45, 62H30',
      'I.5.3; I.2.10',
      'cs.CV',
      'cond-mat.mes-hall',
      'hep-th',
    ]
    expect(makePaper({ ...good, categories }).paper?.categories).toEqual([
      'cs.CV',
      'stat.ML',
      'cond-mat.mes-hall',
      'hep-th',
    ])
  })

  it('takes hidden characters out and unwraps lines, but keeps paragraphs and formulas', () => {
    const abstract = '  Lines that\nare wrapped\u200b, with $x_1 <\n y$.\n\n\u202eSecond <b>one</b>.\u0000'
    expect(makePaper({ ...good, title: ' On\n  \u0007lines ', abstract }).paper).toMatchObject({
      title: 'On lines',
      abstract: 'Lines that are wrapped, with $x_1 < y$.\n\nSecond <b>one</b>.',
    })
  })

  it.each([
    ['2025-11-28', '2025-11-28'],
    ['2025-11-28T17:59:57Z', '2025-11-28'],
    ['2025-08-20T22:00:00-04:00', '2025-08-21'],
    ['2025-13-40', undefined],
    ['last week', undefined],
  ])('reads the date %s as %s', (published, expected) => {
    expect(makePaper({ ...good, published }).paper?.published).toBe(expected)
  })

  it('keeps links to the web only', () => {
    const links = [
      { kind: 'code', url: 'https://github.com/a/b' },
      { kind: 'project', url: 'javascript:alert(1)' },
      { kind: 'media', url: '/avatars/x.svg' },
      { kind: 'nonsense', url: 'https://example.org' },
      7,
    ]
    expect(makePaper({ ...good, links }).paper?.links).toEqual([links[0]])
  })

  it('says that the abstract is missing where there is none', () => {
    expect(makePaper({ id: '2511.00001', title: 'A title' }).paper?.abstractOrigin).toBe('missing')
  })

  it('makes a valid paper, or gives a reason, of whatever comes', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.anything())
    const anything = fc.record({
      id: fc.oneof(fc.constant('2511.00001'), text),
      title: text,
      abstract: text,
      authors: text,
      categories: text,
      version: text,
      published: text,
      doi: text,
      links: text,
      comment: text,
    })
    fc.assert(
      fc.property(anything, raw => {
        const { paper, reason } = makePaper(raw)
        if (paper) expect(paperSchema.parse(paper)).toEqual(paper)
        else expect(reason).not.toBe('')
      }),
      { numRuns: 40 },
    )
  })
})
