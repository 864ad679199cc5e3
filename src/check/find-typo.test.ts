import { describe, expect, it } from 'vitest'
import { findTypo, findTypoInCompound } from './find-typo.ts'
import { indexNames } from './name-index.ts'

const source = indexNames(
  'We train Ember and Whisper-Thin with group relative policy optimization and model colour behaviour.',
)

describe('findTypo', () => {
  it.each([
    ['Policc', 'policy'],
    ['Optimizatin', 'optimization'],
    ['Embor', 'Ember'],
    ['Relatiev', 'relative'],
  ])('knows the word that %s was meant to be', (word, expected) => {
    expect(findTypo(word, source)).toBe(expected)
  })

  it.each(['Policies', 'Optimizing', 'color', 'behavior', 'Modelling', 'Groups', 'Chinese'])(
    'lets %s pass: another form, another spelling, another word',
    word => {
      expect(findTypo(word, source)).toBeUndefined()
    },
  )

  it('finds the one part of a compound that differs', () => {
    expect(findTypoInCompound('Whisper-Thn', source)).toBe('Whisper-Thin')
    expect(findTypoInCompound('Whisper-Thin', source)).toBeUndefined()
    expect(findTypoInCompound('Whisper-Large', source)).toBeUndefined()
  })
})
