import { describe, expect, it } from 'vitest'
import { compileGlossary, findTerms } from '../paper/glossary.ts'
import { makeTerm, type TermInput, termSchema } from '../paper/glossary-term.ts'
import { presentTerms } from './present-terms.ts'

const given: TermInput[] = [
  { source: 'token', keep: true },
  { source: 'large language model', target: '大语言模型', abbreviation: 'LLM', avoid: ['巨型语言模型'] },
  { source: 'agent', target: '智能体', note: '不译代理' },
  { source: 'policy', target: '策略' },
]
const glossary = compileGlossary(
  'zh-Hans',
  given.map(term => makeTerm(termSchema.parse(term), { scope: 'bundled' })),
)

describe('presentTerms', () => {
  it('names only the terms that occur, each once, in the order of their English', () => {
    expect(presentTerms(findTerms('Tokens, LLM agents and an agent of tokens', glossary))).toBe(
      [
        '- agent: 智能体 (不译代理)',
        '- large language model (LLM): 大语言模型, not 巨型语言模型',
        '- token: token (stays as it is)',
      ].join('\n'),
    )
  })

  it('is empty where none occurs', () => {
    expect(presentTerms(findTerms('Nothing here.', glossary))).toBe('')
  })
})
