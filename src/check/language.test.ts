import { describe, expect, it } from 'vitest'
import type { Brief } from '../paper/brief.ts'
import { summaryForm, translationForm } from '../paper/form.ts'
import { type Paper, paperSchema } from '../paper/paper.ts'
import { checkLanguage } from './language.ts'

const paperOf = (title: string, abstract = 'Clerks read letters.'): Paper =>
  paperSchema.parse({
    id: '2601.00001',
    title,
    authors: [],
    categories: [],
    abstract,
  })

const briefOf = (fields: Record<string, string>): Brief => ({
  paperId: '2601.00001',
  version: 1,
  form: 'translation',
  language: 'zh-Hans',
  engine: 'llm',
  fields,
})

function check(title: string, written: string, abstract?: string): string[] {
  const brief = briefOf({ title: written, abstract: '邮局职员读信。' })
  return checkLanguage({ paper: paperOf(title, abstract), brief, form: translationForm }).map(
    ({ message }) => message,
  )
}

describe('checkLanguage', () => {
  it('does not count names of the source and words of the trade as foreign text', () => {
    const title = 'PostRoom Bench: A Wide Benchmark for Slow Letter Agents'
    expect(check(title, 'PostRoom Bench：面向 Slow Letter Agent 的 benchmark')).toEqual([])
  })

  it('finds a title that was left in English but for a word or two', () => {
    const title = 'A wide benchmark for slow letters in towns'
    const written = 'A wide benchmark for 慢速信件 in towns and other small places'
    expect(check(title, written)).toEqual(['The field is not written in zh-Hans.'])
    expect(check('Slow Letters in Small Old Towns', 'Slow Letters in Small Old Towns')).not.toEqual([])
  })

  it('lets a title stay that is a name', () => {
    expect(check('Postal Ferns', 'Postal Ferns', 'We train Postal Ferns.')).toEqual([])
    expect(check('Postal Ferns Sorted', 'Postal Ferns Sorted', 'We train ferns.')).not.toEqual([])
  })

  it('is not sure of a name in full that its short form follows', () => {
    const gistOf = (gist: string) =>
      checkLanguage({
        paper: paperOf('Letters'),
        brief: { ...briefOf({ gist }), form: 'summary' },
        form: summaryForm,
      }).map(({ severity }) => severity)
    const words = 'normalised slow letter sorting by hand in small towns'
    const rest = '训练，并在所有城镇的邮局里检验了它的效果，结果良好，速度也快'
    expect(gistOf(`我们用 ${words}（SLS）${rest}。`)).toEqual(['warning'])
    expect(gistOf(`我们用 ${words} ${rest}。`)).toEqual(['error'])
  })

  it('lets the character of a brand stand', () => {
    const gist = '昇腾芯片上的分拣模型与昇腾平台'
    const brief = { ...briefOf({ gist }), form: 'summary' }
    const found = checkLanguage({ paper: paperOf('Letters'), brief, form: summaryForm })
    expect(found.map(({ severity }) => severity)).toEqual(['warning'])
  })

  it('is not sure of keywords of which one is translated', () => {
    const severitiesOf = (keywords: string) =>
      checkLanguage({
        paper: paperOf('Letters'),
        brief: { ...briefOf({ keywords }), form: 'summary' },
        form: summaryForm,
      }).map(({ severity }) => severity)
    expect(severitiesOf('slow letter sorting、分拣、hand stamp factor、small town clerk')).toEqual([
      'warning',
    ])
    expect(severitiesOf('slow letter sorting、hand stamp factor、small town clerk')).toEqual(['error'])
    expect(severitiesOf('slow letter sorting with SLS、Stamp Factor、Town Clerk')).toEqual(['warning'])
  })
})
