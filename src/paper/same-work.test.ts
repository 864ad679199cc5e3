/** Tests of isSameWork. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldTitle, isSameWork, isTellingTitle } from './same-work.ts'

const title = 'How to tell two records of one work apart'
const by = (...authors: string[]) => ({ title, authors })

describe('isSameWork', () => {
  it.each([
    ['Kurt Beispiel', 'K. Beispiel'],
    ['Beispiel, Kurt', 'Kurt Beispiel'],
    ['Jörg Müller', 'Jorg Muller'],
    ['Søren Østergård', 'Soren Ostergard'],
    ['A. van der Berg Jr.', 'Anna van der Berg'],
    ['Sean O’Hara', "Sean O'Hara"],
    ['Beispiel', 'Kurt Beispiel'],
    ['张伟', '张伟'],
  ])('takes %s and %s for one author', (one, other) => {
    expect(isSameWork(by('Somebody Else', one), by(other))).toBe(true)
  })

  it.each([
    ['Kurt Beispiel', 'Zoe Beispiel'],
    ['Kurt Beispiel', 'Beispiel Kurt'],
    ['', ''],
    ['...', '!!!'],
  ])('takes "%s" and "%s" for two', (one, other) => {
    expect(isSameWork(by(one), by(other))).toBe(false)
  })

  it('sees through case, accents, marks and spaces of a title', () => {
    const other = { title: 'HOW  TO TELL, two récords of "one work" apart?', authors: ['A. B'] }
    expect(isSameWork(by('A. B'), other)).toBe(true)
  })

  it('asks for five words and 25 letters', () => {
    expect(isTellingTitle('Introduction')).toBe(false)
    expect(isTellingTitle('Electroencephalographically unquestionable')).toBe(false)
    expect(isTellingTitle('On a b c d e')).toBe(false)
    expect(isTellingTitle('一种用于区分同一作品的两条记录的可靠方法及其在大规模语料上的验证')).toBe(true)
    expect(isTellingTitle('Preface to the third volume of our journal')).toBe(false)
  })

  it('judges both ways alike, in no time, whatever it is given', () => {
    const work = fc.record({
      title: fc.oneof(fc.constant(title), fc.string({ unit: 'binary', maxLength: 300 })),
      authors: fc.array(fc.oneof(fc.constant('A. Example'), fc.string({ unit: 'binary' })), { maxLength: 4 }),
    })
    fc.assert(fc.property(work, work, (a, b) => isSameWork(a, b) === isSameWork(b, a)))
    const startMs = performance.now()
    isSameWork({ title: 'a '.repeat(1_000_000), authors: ['x'.repeat(1_000_000)] }, by('x'))
    isSameWork(by(`${"'".repeat(500_000)}, x`), by('x'))
    expect(performance.now() - startMs).toBeLessThan(2000)
  })

  it('folds a folded title to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => foldTitle(foldTitle(text)) === foldTitle(text)),
    )
  })
})
