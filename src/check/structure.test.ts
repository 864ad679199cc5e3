/** Tests of the limits that a form of the user's own sets. */
import { describe, expect, it } from 'vitest'
import type { FieldLimits, Form, FormField } from '../paper/form.ts'
import { checkStructure } from './structure.ts'

const paper = {
  id: '2505.00001',
  title: 'Tides',
  authors: [],
  categories: [],
  abstract: 'We fit tides.',
  abstractOrigin: 'source' as const,
  links: [],
  withdrawn: false,
}

function check(text: string, limits: FieldLimits, kind: FormField['kind'] = 'text') {
  const form: Form = { name: 'note', coverage: 'selection', fields: [{ key: 'a', kind, labels: {}, limits }] }
  const brief = {
    paperId: paper.id,
    version: 1,
    form: 'note',
    language: 'zh-Hans',
    engine: 'llm',
    fields: { a: text },
  }
  return checkStructure({ paper, brief, form }).map(({ severity, message }) => `${severity}: ${message}`)
}

describe('the limits of a field', () => {
  it('count characters as a reader does', () => {
    expect(check('潮汐𠮷好', { maxChars: 4 })).toEqual([])
    expect(check('潮汐很小。', { maxChars: 4 })).toEqual([
      'error: The field has 5 characters; the limit (maxChars) is 4.',
    ])
  })

  it('only warn of too little, since nothing may be invented to fill a field', () => {
    expect(check('未说明。', { minChars: 10 })).toEqual([
      'warning: The field has 4 characters; the limit (minChars) is 10.',
    ])
  })

  it('count sentences', () => {
    expect(check('一句。两句。', { maxSentences: 2 })).toEqual([])
    expect(check('一句。两句。三句。', { maxSentences: 2 })).toEqual([
      'error: The field has 3 sentences; the limit (maxSentences) is 2.',
    ])
  })

  it('count keywords, in place of three to six', () => {
    expect(check('潮汐、参数', { items: [2, 8] }, 'keywords')).toEqual([])
    expect(check('潮汐', { items: [2, 8] }, 'keywords')).toEqual([
      'error: There must be 2 to 8 keywords, and there are 1.',
    ])
  })
})
