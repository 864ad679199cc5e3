import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileGlossary, findTerms, glossaryFor } from './glossary.ts'
import { makeTerm, type Term, type TermInput, type TermScope, termSchema } from './glossary-term.ts'

function term(given: TermInput, scope: TermScope = 'bundled', edition?: string): Term {
  return makeTerm(termSchema.parse(given), { scope, ...(edition !== undefined && { edition }) })
}

const glossary = compileGlossary('zh-Hans', [
  term({ source: 'agent', target: '智能体', except: ['chemical agent'] }),
  term({ source: 'multi-agent system', target: '多智能体系统', abbreviation: 'MAS' }),
  term({ source: 'large language model', target: '大语言模型', abbreviation: 'LLM' }),
  term({ source: 'fine-tuning', target: '微调', forms: ['fine-tune', 'finetuned'] }),
  term({ source: 'retrieval-augmented generation', target: '检索增强生成', abbreviation: 'RAG' }),
  term({ source: 'transformer', target: 'Transformer', keep: true }),
  term({ source: 'optimization', target: '优化' }),
  term({ source: 'LoRA adapter', target: 'LoRA适配器' }),
])
const find = (text: string) => findTerms(text, glossary).map(({ start, end }) => text.slice(start, end))

describe('findTerms', () => {
  it('finds a term in the plural, with other hyphens, in capitals and in British spelling', () => {
    expect(find('Agents, FINE TUNING, Retrieval Augmented Generation and optimisations')).toEqual([
      'Agents',
      'FINE TUNING',
      'Retrieval Augmented Generation',
      'optimisations',
    ])
  })

  it('finds a term across a line break', () => {
    expect(find('large language\nmodels')).toEqual(['large language\nmodels'])
  })

  it('takes the tail of a compound for no use of the term', () => {
    expect(find('non-agent baselines and video-optimization, but agents')).toEqual(['agents'])
  })

  it('prefers the longest term', () => {
    expect(find('a multi-agent system of agents')).toEqual(['multi-agent system', 'agents'])
  })

  it('minds the capitals of short forms', () => {
    const uses = findTerms('LLMs use RAG, not a rag', glossary)
    expect(uses.map(use => [use.term.source, use.isAbbreviation])).toEqual([
      ['large language model', true],
      ['retrieval-augmented generation', true],
    ])
  })

  it('finds short forms and terms inside compounds', () => {
    expect(find('LLM-based and agent-level')).toEqual(['LLM', 'agent'])
  })

  it('finds no term inside a name', () => {
    expect(find('Transformer-XL beats Agent-R1, AgentBench and my_agent_2')).toEqual([])
  })

  it('finds no term across a stop or a comma', () => {
    expect(find('large. Language model; fine, tuning')).toEqual([])
  })

  it('passes over phrases in which the words mean something else', () => {
    expect(find('a chemical agent and an agent')).toEqual(['agent'])
  })

  it('takes a word with capitals inside for itself alone', () => {
    expect(find('LoRA adapters, not Lora adapters')).toEqual(['LoRA adapters'])
  })

  it('gives places that hold the words, in order and apart, whatever the text', () => {
    const piece = fc.constantFrom(
      'agents',
      'LLM',
      ' ',
      '-',
      'large language models',
      '。',
      '中文',
      'İß',
      '𝒳',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 8 }))), pieces => {
        const text = pieces.join('')
        let last = 0
        for (const { start, end } of findTerms(text, glossary)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('reads a megabyte of one word in no time', () => {
    const started = performance.now()
    expect(find('agent'.repeat(200_000))).toEqual([])
    expect(find('large language '.repeat(60_000))).toEqual([])
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('glossaryFor', () => {
  const layers = [
    { terms: [term({ source: 'agent', target: '智能体', accept: ['主体'], avoid: ['特工'] })] },
    { terms: [term({ source: 'Agents', target: '代理', note: 'ours' }, 'file')] },
    { terms: [term({ source: 'agent', target: '智能代理' }, 'library')] },
    { terms: [term({ source: 'agent', target: '代理人' }, 'edition', 'weekly')] },
  ]
  const targetFor = (edition: string | undefined, from: number) =>
    glossaryFor({ language: 'zh-Hans', edition, layers: layers.slice(0, from) }).ruleFor('agent')?.target

  it('lets an edition come before the library, this before files, these before what is bundled', () => {
    expect([1, 2, 3, 4].map(from => targetFor('weekly', from))).toEqual([
      '智能体',
      '代理',
      '智能代理',
      '代理人',
    ])
  })

  it('leaves out the rules of other editions', () => {
    expect(targetFor('daily', 4)).toBe('智能代理')
    expect(targetFor(undefined, 4)).toBe('智能代理')
  })

  it('knows the renderings of the rule that it replaces as other renderings', () => {
    const rule = glossaryFor({ language: 'zh-Hans', layers: layers.slice(0, 2) }).ruleFor('agents')
    expect(rule).toMatchObject({ target: '代理', avoid: ['智能体', '主体', '特工'], strict: true })
  })

  it('compiles ten thousand terms at once', () => {
    const terms = Array.from({ length: 10_000 }, (_, at) =>
      term({ source: `word${at} term`, target: '词' }, 'file'),
    )
    const large = glossaryFor({ language: 'zh-Hans', layers: [{ terms }] })
    expect(large.terms).toHaveLength(10_000)
    expect(findTerms('a word9999 term', large)).toHaveLength(1)
  })
})
