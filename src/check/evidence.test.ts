import { describe, expect, it } from 'vitest'
import { type Form, summaryForm, translationForm } from '../paper/form.ts'
import type { FullText } from '../paper/full-text.ts'
import { paperSchema } from '../paper/paper.ts'
import type { CheckInput } from './check-input.ts'
import { warrantedWords } from './evidence/warranted-words.ts'
import { checkEvidence, findEvidence } from './evidence.ts'

const ABSTRACT =
  'Bakers judge dough by touch. We photograph dough every minute under a cheap microscope and predict its final volume. On 640 batches the prediction is off by 3.8% on average.'

function input(fields: Record<string, string>, language = 'zh-Hans', form: Form = summaryForm): CheckInput {
  const paper = paperSchema.parse({
    id: '2601.00001',
    title: 'Bread Dough under the Microscope',
    authors: [],
    categories: [],
    abstract: ABSTRACT,
  })
  return {
    paper,
    form,
    brief: { paperId: paper.id, version: 1, form: form.name, language, engine: 'llm', fields },
  }
}

function fullText(heading: string, text: string): FullText {
  return {
    paperId: '2601.00001',
    origin: 'arxiv-html',
    sections: [{ number: '4.2', heading, level: 2, kind: 'body', blocks: [{ kind: 'paragraph', text }] }],
    figures: [],
    tables: [],
    references: [],
    warnings: [],
  }
}

describe('evidence', () => {
  it('ties each statement to the sentence that bears it, across languages', () => {
    const fields = { results: '面包师凭触感判断面团；在640个批次上，预测平均偏差3.8%。' }
    expect(findEvidence(input(fields))).toEqual([
      {
        field: 'results',
        place: 0,
        statement: '面包师凭触感判断面团；',
        sentences: [{ text: 'Bakers judge dough by touch.' }],
      },
      {
        field: 'results',
        place: 1,
        statement: '在640个批次上，预测平均偏差3.8%。',
        sentences: [{ text: 'On 640 batches the prediction is off by 3.8% on average.' }],
      },
    ])
  })

  it('counts the statements of each field by itself, and asks none for keywords', () => {
    const fields = {
      keywords: '面团、显微镜',
      gist: '拍摄面团。',
      method: '用廉价显微镜拍摄面团。预测其最终体积。',
    }
    expect(findEvidence(input(fields)).map(({ field, place }) => [field, place])).toEqual([
      ['gist', 0],
      ['method', 0],
      ['method', 1],
    ])
  })

  it('gives several sentences to a statement that joins them, and no more than three', () => {
    const fields = { gist: '每分钟拍摄面团以预测最终体积，在640个批次上平均偏差3.8%。' }
    const [first] = findEvidence(input(fields))
    expect(first?.sentences.length).toBeGreaterThan(1)
    expect(first?.sentences.length).toBeLessThanOrEqual(3)
  })

  it('finds in the full text what the abstract does not say, and names its section', () => {
    const given = input({ results: '斯佩尔特小麦粉使预测误差增加到7.9%。' })
    const sections = fullText('Kinds of Flour', 'Flour from spelt raises the prediction error to 7.9%.')
    expect(findEvidence({ ...given, fullText: sections })[0]?.sentences[0]).toEqual({
      text: 'Flour from spelt raises the prediction error to 7.9%.',
      section: '4.2 Kinds of Flour',
    })
  })

  it('asks none for a word on what the source does not tell', () => {
    const given = input({ results: '摘要未给出不同面粉的具体数值。' })
    expect(findEvidence(given)).toMatchObject([{ sentences: [] }])
    expect(checkEvidence(given)).toEqual([])
  })

  it('warns of a statement that nothing bears', () => {
    const given = input({ results: '历史学者则争论古罗马城邦的起源与兴衰。' })
    expect(checkEvidence(given)).toEqual([
      {
        check: 'evidence',
        severity: 'warning',
        field: 'results',
        message: 'No sentence of the paper bears this statement.',
        quote: '历史学者则争论古罗马城邦的起源与兴衰。',
      },
    ])
  })

  it('is sure where a statement is about a thing that the paper does not speak of', () => {
    const given = input({ results: '卫星观测揭示了火星大气层甲烷含量的季节周期。' })
    expect(checkEvidence(given)).toMatchObject([
      { severity: 'error', message: 'Nothing in the paper speaks of "卫星".' },
    ])
  })

  it('finds such a statement in a translation too', () => {
    const given = input(
      { abstract: '面包师凭触感判断面团。该方法已在两家医院试用。' },
      'zh-Hans',
      translationForm,
    )
    expect(checkEvidence(given)).toMatchObject([{ severity: 'error', field: 'abstract' }])
  })

  it('is not sure of one clause of a translation, which may be a choice of words', () => {
    const given = input(
      { abstract: '我们每分钟在廉价显微镜下拍摄面团，并预测其最终体积，如同医院里一样。' },
      'zh-Hans',
      translationForm,
    )
    expect(checkEvidence(given)).toMatchObject([{ severity: 'warning', field: 'abstract' }])
  })

  it('asks nothing of what the brief says is not told, or advises', () => {
    const given = input({ results: '摘要没有说明能否用于医院。', practice: '可以考虑在医院的厨房里使用。' })
    expect(checkEvidence(given).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('knows a word by its bounds: 作物 is none in 操作物体', () => {
    const given = input({ results: '面包师用手操作物体。' })
    expect(checkEvidence(given).filter(({ message }) => message.includes('作物'))).toEqual([])
  })

  it.each([
    ['a word cut out of a longer one', '数据含8个大类、20个细分子类。', '分子'],
    ['whose an institution is', '数据来自美国面包师协会（ABS）。', '美国'],
  ])('only warns of %s', (_, results, word) => {
    const found = checkEvidence(input({ results })).filter(({ message }) => message.includes(`"${word}"`))
    expect(found.map(({ severity }) => severity)).toEqual(['warning'])
  })

  it('knows a language by its code', () => {
    const given = input({ results: '面包师的法语问卷误差为3.1%。' })
    const paper = { ...given.paper, abstract: `${ABSTRACT} The forms (Rime, fr) err by 3.1%.` }
    expect(checkEvidence({ ...given, paper }).filter(({ message }) => message.includes('法语'))).toEqual([])
    expect(checkEvidence(given).filter(({ message }) => message.includes('法语'))).toHaveLength(1)
  })

  it('is sure of a land that the paper does not speak of', () => {
    expect(checkEvidence(input({ results: '该数据采自美国南部的面团。' }))).toMatchObject([
      { severity: 'error' },
    ])
  })

  it('knows a word by its two halves in the paper', () => {
    const given = input({ results: '面团由一套操作系统处理。' })
    const paper = { ...given.paper, abstract: `${ABSTRACT} A manipulation system turns the dough over.` }
    expect(checkEvidence({ ...given, paper }).filter(({ message }) => message.includes('操作系统'))).toEqual(
      [],
    )
    expect(checkEvidence(given).filter(({ message }) => message.includes('操作系统'))).toHaveLength(1)
  })

  it('looks for no word of a single character', () => {
    for (const { word } of warrantedWords.entries) expect(word.length).toBeGreaterThan(1)
  })

  it('is sure only where the statement names what the paper does not have', () => {
    const given = input({ results: '借助OrbitNet-XL完成卫星遥感云层反演任务。' })
    expect(checkEvidence(given)).toMatchObject([{ severity: 'error' }])
  })

  it('keeps evidence for languages that it does not judge', () => {
    const given = input({ results: 'Bei 640 Ansätzen weicht die Vorhersage um 3,8 % ab.' }, 'de')
    expect(findEvidence(given)[0]?.sentences[0]?.text).toContain('640 batches')
    expect(checkEvidence(input({ results: 'Der Mars hat Monde und Krater ohne Zahl.' }, 'de'))).toEqual([])
  })

  it('has none for a translation', () => {
    expect(
      findEvidence(input({ title: '面团', abstract: '面包师凭触感判断面团。' }, 'zh-Hans', translationForm)),
    ).toEqual([])
  })

  it('takes hostile texts in linear time and without throwing', () => {
    const started = performance.now()
    for (const text of [
      '面团'.repeat(30_000),
      '，并'.repeat(30_000),
      'a'.repeat(90_000),
      '摘要'.repeat(20_000),
      '；'.repeat(20_000),
      '预测；'.repeat(6_000),
      '预测3.8%'.repeat(3_000),
    ])
      expect(findEvidence(input({ results: text })).length).toBeGreaterThanOrEqual(0)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
