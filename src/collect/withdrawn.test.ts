/** Tests of saysWithdrawn. */
import { describe, expect, it } from 'vitest'
import { saysWithdrawn } from './withdrawn.ts'

describe('saysWithdrawn', () => {
  it.each([
    'Withdrawn',
    'withdrawn by the authors',
    'This paper has been withdrawn',
    '5 pages, 1 figure. This paper has been withdrawn by the author due to an error in Lemma 2',
    'This submission was withdrawn from arXiv by its administrators',
    'The authors have withdrawn this article',
  ])('hears it in "%s"', comment => {
    expect(saysWithdrawn(comment)).toBe(true)
  })

  it.each([
    '',
    '12 pages, 3 figures',
    'This paper was withdrawn from ICLR 2025; extended version',
    'Withdrawn from NeurIPS, now at TMLR',
    'We discuss why a withdrawn paper keeps being cited',
    'Replaces the withdrawn submission of the first author',
  ])('does not hear it in "%s"', comment => {
    expect(saysWithdrawn(comment)).toBe(false)
  })
})
