/** Tests of the labels and wordings of each language. */
import { describe, expect, it } from 'vitest'
import { summaryForm } from './form.ts'
import {
  builtInLabels,
  completeLabels,
  countPapers,
  fillWording,
  findLabels,
  hasLabels,
  labelFileSchema,
  labelsSchema,
} from './labels.ts'

const FIELDS = {
  keywords: 'Palavras-chave',
  gist: 'Em uma frase',
  question: 'Pergunta',
  method: 'Método',
  results: 'Resultados',
  practice: 'Para a prática',
}

describe('the built-in labels', () => {
  it('are there in eight languages', () => {
    expect(builtInLabels.map(({ language }) => language)).toEqual([
      ...['zh-Hans', 'zh-Hant', 'ja', 'ko', 'en', 'de', 'fr', 'es'],
    ])
  })

  it.each(builtInLabels.map(labels => [labels.language, labels] as const))(
    'are whole and plain in %s',
    (_, labels) => {
      expect(labelsSchema.parse(labels)).toEqual(labels)
      expect(new Set(Object.values(labels.fields)).size).toBe(6)
    },
  )

  it('are in Chinese and English what others count on', () => {
    const written = (tag: string) => summaryForm.fields.map(({ labels }) => labels[tag])
    expect(written('zh-Hans')).toEqual([
      ...['核心关键词', '一句话核心摘要', '主要研究问题', '关键方法', '主要成果', '对从业者的启示'],
    ])
    expect(written('en')).toEqual([
      ...['Keywords', 'In one sentence', 'Research question', 'Method', 'Results', 'For practitioners'],
    ])
    expect(Object.values(findLabels('zh-Hans').table)).toEqual(['标题', '作者', 'PDF链接', '摘要'])
  })
})

describe('findLabels', () => {
  it('takes the nearest language, a file before the built-in ones, else English', () => {
    const file = completeLabels({ language: 'pt', fields: FIELDS })
    expect(findLabels('zh-TW').language).toBe('zh-Hant')
    expect(findLabels('pt-BR', [file]).fields.method).toBe('Método')
    expect(findLabels('pt').language).toBe('en')
    expect([hasLabels('pt'), hasLabels('pt', [file]), hasLabels('de-AT')]).toEqual([false, true, true])
    const own = completeLabels({ language: 'de', fields: { ...FIELDS, method: 'Vorgehen' } })
    expect(findLabels('de', [own]).fields.method).toBe('Vorgehen')
  })

  it('says in English what a file leaves out', () => {
    const file = completeLabels({ language: 'pt', fields: FIELDS, marks: { colon: ' : ' } })
    expect(file.marks).toEqual({ ...findLabels('en').marks, colon: ' : ' })
    expect(file.closing).toEqual(findLabels('en').closing)
  })
})

describe('a label file', () => {
  it.each([
    ['a label with a colon', { fields: { ...FIELDS, method: 'Método:' } }, 'fields.method'],
    ['a label with Markdown', { fields: { ...FIELDS, gist: '**Frase**' } }, 'fields.gist'],
    ['a label that is missing', { fields: { ...FIELDS, gist: undefined } }, 'fields.gist'],
    ['a tag that is none', { language: 'portuguese!' }, 'language'],
    ['a colon that is none', { marks: { colon: ' – ' } }, 'marks.colon'],
    ['a mark that stands for nothing', { papers: { other: '{n} artigos' } }, 'papers.other'],
    ['a wording of two lines', { index: { empty: 'a\nb' } }, 'index.empty'],
  ])('may not have %s', (_, part, path) => {
    const result = labelFileSchema.safeParse({ language: 'pt', fields: FIELDS, ...part })
    expect(result.error?.issues.map(issue => issue.path.join('.'))).toEqual([path])
  })
})

describe('wordings', () => {
  it('are filled once', () => {
    expect(fillWording('{a} {b} {c}', { a: '{b}', b: 2 })).toBe('{b} 2 {c}')
  })

  it('count by the plural rules of the language', () => {
    expect([0, 1, 2].map(count => countPapers(findLabels('fr'), count))).toEqual([
      '0 article',
      '1 article',
      '2 articles',
    ])
    expect(countPapers(findLabels('ja'), 1)).toBe('論文1本')
  })
})
