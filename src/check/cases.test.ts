/** Runs the checks on the golden cases: folders with a paper, a brief and the findings that are expected. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../paper/finding.ts'
import { builtInForms, translationForm } from '../paper/form.ts'
import { paperSchema } from '../paper/paper.ts'
import { checkBrief } from './check.ts'
import type { CheckInput } from './check-input.ts'

const CASES = join(import.meta.dirname, 'cases')

/** First line the title, then a blank line, then the abstract. */
function readPaper(folder: string): CheckInput['paper'] {
  const text = readFileSync(join(CASES, folder, 'paper.txt'), 'utf8').trim()
  const cut = text.indexOf('\n')
  return paperSchema.parse({
    id: '2601.00001',
    title: cut < 0 ? text : text.slice(0, cut).trim(),
    authors: [],
    categories: [],
    abstract: cut < 0 ? '' : text.slice(cut).trim(),
  })
}

/** Optional `form:` and `language:` lines, then a `[[key]]` line before each field. */
function readBrief(folder: string): Pick<CheckInput, 'brief' | 'form'> {
  const [head = '', ...blocks] = readFileSync(join(CASES, folder, 'brief.txt'), 'utf8').split(
    /^(?=\[\[\w+\]\]$)/m,
  )
  const headers = new Map(
    head.split('\n').map(line => [line.split(':')[0]?.trim(), line.split(':')[1]?.trim()]),
  )
  const form = builtInForms[headers.get('form') ?? 'translation'] ?? translationForm
  const fields = blocks.map(block => {
    const cut = block.indexOf('\n')
    return [block.slice(2, cut - 2), block.slice(cut).replace(/^\n|\n+$/g, '')] as const
  })
  const language = headers.get('language') ?? 'zh-Hans'
  const brief = { paperId: '2601.00001', version: 1, form: form.name, language, engine: 'llm' }
  return { form, brief: { ...brief, fields: Object.fromEntries(fields) } }
}

function withoutMessages(findings: readonly Finding[]): Omit<Finding, 'message'>[] {
  return findings.map(({ message: _, ...finding }) => finding)
}

// The cases of `quantities` and `terms` have runners beside those checks.
const folders = readdirSync(CASES)
  .filter(folder => !folder.startsWith('quantities-') && !folder.startsWith('terms-'))
  .sort()

describe('golden cases', () => {
  it.each(folders)('%s', folder => {
    const findings = checkBrief({ paper: readPaper(folder), ...readBrief(folder) })
    const check = folder.split('-')[0] ?? ''
    const expected: unknown = JSON.parse(readFileSync(join(CASES, folder, 'findings.json'), 'utf8'))
    const shown = check === 'clean' ? findings : findings.filter(finding => finding.check === check)
    expect(withoutMessages(shown)).toEqual(expected)
  })

  it('has twenty cases or more for each check, ten of them clean', () => {
    for (const check of [
      'structure',
      'completeness',
      'names',
      'links',
      'markup',
      'language',
      'repetition',
      'injection',
    ]) {
      const own = folders.filter(folder => folder.startsWith(`${check}-`))
      const clean = own.filter(
        folder => readFileSync(join(CASES, folder, 'findings.json'), 'utf8').trim() === '[]',
      )
      expect(own.length).toBeGreaterThanOrEqual(20)
      expect(clean.length).toBeGreaterThanOrEqual(10)
    }
  })
})
