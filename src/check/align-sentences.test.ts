import { describe, expect, it } from 'vitest'
import { alignSentences } from './align-sentences.ts'
import { readClues } from './sentence-clues.ts'

const source = [
  'Moss grows slowly on cold stones.',
  'We measure its growth with a small camera.',
  'The camera takes one picture every day.',
  'Our data cover 37 gardens.',
].map(sentence => ({ clues: readClues(sentence, 'same'), length: sentence.split(' ').length }))

function align(target: string[]) {
  const sentences = target.map(text => ({ text: text.toLowerCase(), length: text.split(' ').length * 2 }))
  return alignSentences({ source, target: sentences, expectedRatio: 2, lossCost: 2 })
}

describe('alignSentences', () => {
  it('pairs a faithful text without loss', () => {
    const target = [
      'Moss grows slowly on cold stones.',
      'We measure its growth with a small camera.',
      'The camera takes one picture every day.',
      'Our data cover 37 gardens.',
    ]
    expect(align(target)).toMatchObject({ lost: [], added: [] })
  })

  it('names the sentence that is missing', () => {
    const target = [
      'Moss grows slowly on cold stones.',
      'We measure its growth with a small camera.',
      'Our data cover 37 gardens.',
    ]
    expect(align(target)?.lost).toEqual([2])
  })

  it('takes two sentences that became one for what they are', () => {
    const target = [
      'Moss grows slowly on cold stones.',
      'We measure its growth with a small camera, which takes one picture every day.',
      'Our data cover 37 gardens.',
    ]
    expect(align(target)).toMatchObject({ lost: [], added: [] })
  })

  it('names what was added', () => {
    const target = [
      'Moss grows slowly on cold stones.',
      'We measure its growth with a small camera.',
      'The camera takes one picture every day.',
      'Our data cover 37 gardens.',
      'Ferns, however, prefer shade and warm rain.',
    ]
    expect(align(target)?.added).toEqual([4])
  })

  it('refuses texts of too many sentences', () => {
    expect(align(Array.from({ length: 61 }, () => 'Moss grows.'))).toBeUndefined()
  })
})
