/** Tests of forms of the user's own. */
import { describe, expect, it } from 'vitest'
import { createExtractive } from '../engines/extractive.ts'
import { customFormSchema, makeCustomForm } from './custom-form.ts'
import { NOT_STATED_BY_KIND } from './extract-fields.ts'
import { instructions } from './prompts.ts'
import { writeBrief } from './write.ts'

const FIELD = { key: 'claim', kind: 'sentence', labels: { en: 'Claim' }, instruction: 'what it claims' }
const FILE = { name: 'note', fields: [FIELD] }
const read = (file: object) => makeCustomForm(customFormSchema.parse({ ...FILE, ...file }))
const paths = (file: object) =>
  customFormSchema.safeParse({ ...FILE, ...file }).error?.issues.map(issue => issue.path.join('.'))

describe('the file of a form', () => {
  it.each([
    ['a name with capitals', { name: 'Note' }, 'name'],
    ['a built-in name', { name: 'summary' }, 'name'],
    ['no field', { fields: [] }, 'fields'],
    ['a key that ends an answer', { fields: [{ ...FIELD, key: 'end' }] }, 'fields.0.key'],
    ['a key with digits', { fields: [{ ...FIELD, key: 'claim2' }] }, 'fields.0.key'],
    ['a field twice', { fields: [FIELD, FIELD] }, 'fields.1.key'],
    ['a field without labels', { fields: [{ ...FIELD, labels: {} }] }, 'fields.0'],
    ['a label with Markdown', { fields: [{ ...FIELD, labels: { en: '**Claim**' } }] }, 'fields.0.labels.en'],
    ['a field without instruction', { fields: [{ ...FIELD, instruction: ' ' }] }, 'fields.0.instruction'],
    [
      'limits that contradict',
      { fields: [{ ...FIELD, limits: { minChars: 9, maxChars: 8 } }] },
      'fields.0.limits.minChars',
    ],
    [
      'keywords counted elsewhere',
      { fields: [{ ...FIELD, limits: { items: [1, 2] } }] },
      'fields.0.limits.items',
    ],
    ['a role that is none', { fields: [{ ...FIELD, from: ['praise'] }] }, 'fields.0.from.0'],
  ])('may not have %s', (_, file, path) => {
    expect(paths(file)).toEqual([path])
  })

  it('needs no labels where it has a layout of its own', () => {
    expect(paths({ fields: [{ ...FIELD, labels: {} }], layout: '{{field.claim}}' })).toBeUndefined()
  })
})

describe('the name that briefs are kept under', () => {
  it('changes with what is asked for, and not with how it is shown', () => {
    const { name } = read({})
    expect(name).toMatch(/^note@[0-9a-f]{8}$/)
    expect(read({ layout: '{{field.claim}}' }).name).toBe(name)
    expect(read({ fields: [{ ...FIELD, labels: { en: 'Thesis' } }] }).name).toBe(name)
    expect(read({ instructions: 'Be brief.' }).name).not.toBe(name)
    expect(read({ fields: [{ ...FIELD, limits: { maxChars: 80 } }] }).name).not.toBe(name)
    expect(read({ fields: [{ ...FIELD, from: ['results'] }] }).name).not.toBe(name)
  })
})

describe('what a model is told', () => {
  const form = read({
    audience: 'students',
    instructions: 'Write plainly.',
    fields: [
      { ...FIELD, limits: { maxChars: 200 } },
      { key: 'why', kind: 'text', labels: { en: 'Why' }, instruction: 'why', limits: { maxSentences: 3 } },
      {
        key: 'terms',
        kind: 'keywords',
        labels: { en: 'T' },
        instruction: 'terms',
        limits: { items: [2, 2] },
      },
    ],
  })

  it('asks for each field with its limits, in the language', () => {
    const text = instructions(form, 'ja')
    expect(text).toMatch(
      /^You write about a research paper in Japanese for students\.\nWrite plainly\.\n\nRules/,
    )
    expect(text).toContain('[[claim]]\nwhat it claims (exactly one sentence; at most 200 characters)\n')
    expect(text).toContain('[[why]]\nwhy (at most 3 sentences)\n')
    expect(text).toContain('[[terms]]\nterms (exactly 2 key terms, separated by 、)\n[[end]]')
  })

  it('is the same for every paper', () => {
    expect(instructions(form, 'de')).toBe(instructions(form, 'de'))
  })
})

describe('a form without a model', () => {
  const abstract =
    'Tides are hard to predict. We propose TideNet, a small network. It cuts the error by 12% on three coasts. It also runs on a phone in 3 ms.'
  const paper = {
    id: '2505.00001',
    title: 'TideNet',
    authors: [],
    categories: [],
    abstract,
    abstractOrigin: 'source' as const,
    links: [],
    withdrawn: false,
  }
  const write = async (fields: object[], given = paper) =>
    (
      await writeBrief({
        paper: given,
        form: read({ fields }),
        language: 'zh-Hans',
        engine: createExtractive(),
      })
    ).fields

  it('takes the sentences that the field names, whole, within its limits', async () => {
    const why = { ...FIELD, key: 'why', kind: 'text' }
    const fields = await write([
      { ...why, from: ['results'] },
      { ...why, key: 'short', from: ['abstract'], limits: { maxSentences: 2 } },
      { ...why, key: 'tight', from: ['abstract'], limits: { maxChars: 40 } },
      { ...FIELD, key: 'name', kind: 'line' },
    ])
    expect(fields.why).toContain('It cuts the error by 12% on three coasts.')
    expect(fields.short).toBe('Tides are hard to predict. We propose TideNet, a small network.')
    expect(fields.tight).toBe('Tides are hard to predict.')
    expect(fields.name).toBe('TideNet')
  })

  it('says that the paper does not say it where no sentence fits', async () => {
    const fields = await write([
      { ...FIELD, limits: { maxChars: 5 } },
      { ...FIELD, key: 'code', kind: 'text', from: ['resources'] },
    ])
    expect(fields).toEqual({ claim: NOT_STATED_BY_KIND.sentence, code: NOT_STATED_BY_KIND.text })
  })
})
