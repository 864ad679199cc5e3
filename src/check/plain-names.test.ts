import { describe, expect, it } from 'vitest'
import { isJoinedWord, isNumberedWord, isPersonal, isPlainWord, isSymbol, splitHumps } from './plain-names.ts'

describe('plain names', () => {
  it.each(['training', 'unchanging', 'multimodal', 'omni', 'the', 'rebalanced'])(
    '%s is a plain word',
    word => {
      expect(isPlainWord(word)).toBe(true)
    },
  )

  it.each(['qwen', 'llama', 'bi', 'unqux', ''])('%s is none', word => {
    expect(isPlainWord(word)).toBe(false)
  })

  it('takes a capital inside a word for no bound', () => {
    expect(isJoinedWord('reBalancing')).toBe(true)
    expect(isJoinedWord('DeepWalk')).toBe(false)
  })

  it('splits at capitals', () => {
    expect(splitHumps('AutoRegressive')).toEqual(['Auto', 'Regressive'])
    expect(splitHumps('AStep')).toEqual(['A', 'Step'])
    expect(splitHumps('plain')).toEqual(['plain'])
  })

  it.each(['LeCun', 'DeLong', 'McNemar', 'FitzHugh', 'VanGogh'])('%s is a person', name => {
    expect(isPersonal(name)).toBe(true)
  })

  it.each(['kWh', 'mmHg', 'GHz', 'CO2', 'SiO2', 'NaCl', 'LiFePO4', 'MWh/day'])('%s is a symbol', name => {
    expect(isSymbol(name)).toBe(true)
  })

  it.each(['H3N2', 'H1N1', 'CLIP', 'SAM2', 'NeRF', 'BERT', 'K562', 'LoRA', 'DeiT'])('%s is none', name => {
    expect(isSymbol(name)).toBe(false)
  })

  it('counts a word with the number of its sort as a word', () => {
    expect(['System-2', 'Level 3', 'Stage2', 'Llama-2', 'System-2b'].map(isNumberedWord)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })
})
