import { describe, expect, it } from 'vitest'
import { readDeclarations, readDefinitions } from './glossary-declarations.ts'

describe('readDeclarations', () => {
  it('reads a rendering with its English and its short form, in brackets of either width', () => {
    const text = '采用检索增强生成（Retrieval-Augmented Generation, RAG）和思维链 (chain of thought)'
    expect(readDeclarations(text)).toMatchObject([
      { before: '采用检索增强生成', english: 'Retrieval-Augmented Generation', abbreviation: 'RAG' },
      { before: '和思维链', english: 'chain of thought' },
    ])
  })

  it('passes over brackets behind English or with other words in them', () => {
    expect(readDeclarations('GPT-4 (turbo) 和数据（见附录）')).toEqual([])
  })

  it('reads a megabyte of letters without a bracket in no time', () => {
    const started = performance.now()
    expect(readDeclarations('甲a'.repeat(500_000))).toEqual([])
    expect(readDeclarations('甲（a'.repeat(300_000))).toEqual([])
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

describe('readDefinitions', () => {
  const read = (text: string) =>
    readDefinitions(text).map(({ phrase, abbreviation }) => `${abbreviation}: ${phrase}`)

  it('finds the words whose letters make the short form', () => {
    expect(read('We use retrieval-augmented generation (RAG) with large language models (LLMs).')).toEqual([
      'RAG: retrieval-augmented generation',
      'LLM: large language models',
    ])
  })

  it('lets small words go without a letter', () => {
    expect(read('a mixture of experts (ME), chain of thought (CoT).')).toEqual([
      'ME: mixture of experts',
      'CoT: chain of thought',
    ])
  })

  it('passes over brackets that shorten nothing', () => {
    expect(read('on ImageNet (ILSVRC), at home (USA), and so on (see A).')).toEqual([])
  })
})
