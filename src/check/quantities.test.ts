/** Golden cases and properties of the quantities check. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Brief } from '../paper/brief.ts'
import type { Finding } from '../paper/finding.ts'
import { builtInForms, translationForm } from '../paper/form.ts'
import { type Paper, paperSchema } from '../paper/paper.ts'
import { checkQuantities } from './quantities.ts'

const casesFolder = new URL('./cases/', import.meta.url)
const caseNames = readdirSync(casesFolder).filter(name => name.startsWith('quantities-'))

interface GoldenCase {
  paper: Paper
  brief: Brief
  findings: Omit<Finding, 'message'>[]
}

describe('the golden cases of the quantities check', () => {
  it.each(caseNames)('finds what %s expects, and nothing else', name => {
    const { paper, brief, findings } = readCase(name)
    const form = builtInForms[brief.form] ?? translationForm
    const found = checkQuantities({ paper, brief, form }).map(({ message: _, ...rest }) => rest)
    expect(found).toEqual(findings)
  })
})

function readCase(name: string): GoldenCase {
  const folder = new URL(`${name}/`, casesFolder)
  const [title = '', abstract = ''] = readFileSync(new URL('paper.txt', folder), 'utf8').trim().split('\n\n')
  const findings = JSON.parse(
    readFileSync(new URL('findings.json', folder), 'utf8'),
  ) as GoldenCase['findings']
  const paper = makePaper(title, abstract)
  return { paper, brief: readBrief(readFileSync(new URL('brief.txt', folder), 'utf8')), findings }
}

function readBrief(text: string): Brief {
  const [head = '', ...blocks] = text.split(/^\[\[(?=\w+\]\])/m)
  const setting = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(head)?.[1]
  const fields = blocks.map(block => {
    const end = block.indexOf(']]')
    return [block.slice(0, end), block.slice(end + 2).trim()]
  })
  return makeBrief({
    form: setting('form') ?? 'translation',
    language: setting('language') ?? 'zh-Hans',
    fields: Object.fromEntries(fields),
  })
}

function makePaper(title: string, abstract: string): Paper {
  return paperSchema.parse({ id: '2505.17894', title, authors: [], categories: [], abstract })
}

function makeBrief({ form, language, fields }: Pick<Brief, 'form' | 'language' | 'fields'>): Brief {
  return { paperId: '2505.17894', version: 1, form, language, engine: 'imported', fields }
}
