/** Tests of the last checks of a digest. */
import { describe, expect, it } from 'vitest'
import { makeDigest } from '../../test/wild-digest.ts'
import { composeDigest } from './compose.ts'

describe('composeDigest', () => {
  it('keeps the entries in their order', () => {
    const digest = makeDigest('summary', [{ paper: { id: '2507.00009' } }, {}])
    expect(composeDigest(digest)).toEqual(digest)
  })

  it.each([
    ['a paper that stands twice', makeDigest('table', [{}, {}]), /holds 2507\.00001 twice/],
    [
      'the brief of another paper',
      makeDigest('table', [{ brief: { paperId: '2507.00002' } }]),
      /beside the brief of 2507\.00002/,
    ],
    [
      'a brief of another form',
      makeDigest('table', [{ brief: { form: 'summary' } }]),
      /is of the form summary/,
    ],
    [
      'a brief without a field',
      makeDigest('summary', [{ brief: { fields: { keywords: '' } } }]),
      /has no gist/,
    ],
    ['a date that is none', makeDigest('table', [], { date: '../x' }), /has the date/],
  ])('refuses %s', (_, digest, message) => {
    expect(() => composeDigest(digest)).toThrow(message)
  })
})
