import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunReport } from '../src/jobs/run.ts'
import { HARD_PAPERS, writeHardCases } from './hard-cases.ts'
import { type LoopbackLlm, startLoopbackLlm } from './loopback-llm.ts'
import { freshFolder, runProgram } from './program.ts'

const NOTE = `name: note
audience: students
fields:
  - key: terms
    kind: keywords
    labels: { zh-Hans: 术语, ja: 用語, en: Terms }
    instruction: the terms of the paper
    limits: { items: [2, 5] }
  - key: claim
    kind: sentence
    labels: { zh-Hans: 主张, ja: 主張, en: Claim }
    instruction: what the paper claims
    from: [gist]
  - key: ground
    kind: text
    labels: { zh-Hans: 根据, ja: 根拠, en: Ground }
    instruction: what supports it
    limits: { maxSentences: 3 }
    from: [results, method]
`
const SETTINGS = 'forms: [forms/note.yaml]\neditions:\n  notes: { form: note, papers: all }\n'
const FROM_FILE = ['run', '--source', 'file:papers.jsonl', '--date', '2025-05-28', '--json']

let llm: LoopbackLlm
beforeAll(async () => {
  llm = await startLoopbackLlm({ seed: 1 })
})
afterAll(() => llm.close())
const env = () => ({ OPENAI_BASE_URL: llm.baseUrl, OPENAI_API_KEY: 'k', PAPERBRIEF_MODEL: 'loopback' })

function workspace({ note = NOTE, settings = SETTINGS } = {}): string {
  const cwd = freshFolder()
  writeHardCases(join(cwd, 'papers.jsonl'))
  mkdirSync(join(cwd, 'forms'))
  writeFileSync(join(cwd, 'forms/note.yaml'), note)
  writeFileSync(join(cwd, 'paperbrief.yaml'), settings)
  return cwd
}

async function run(cwd: string, ...more: string[]) {
  const outcome = await runProgram([...FROM_FILE, ...more], { cwd, env: env() })
  const report = outcome.json() as RunReport
  return { report, text: readFileSync(report.outputs[0] ?? '', 'utf8') }
}

/** Of the hard cases, those in which nothing is wrong with the abstract itself. */
const fewFallBack = (report: RunReport) => expect(report.fellBack).toBeLessThanOrEqual(2)

describe('a form of the user’s own', () => {
  it('is written by a model, checked, published and read back', async () => {
    const cwd = workspace()
    const { report, text } = await run(cwd)
    expect(report).toMatchObject({ edition: 'notes', papers: HARD_PAPERS, written: HARD_PAPERS })
    fewFallBack(report)
    expect(text.match(/\*\*主张\*\*：/g)).toHaveLength(HARD_PAPERS)
    const elsewhere = workspace()
    const imported = await runProgram(['import', report.outputs[0] ?? '', '--json'], { cwd: elsewhere })
    expect(imported.json()).toMatchObject({ briefs: HARD_PAPERS, skipped: [] })
    const exported = await runProgram(['export', '--edition', 'notes'], { cwd: elsewhere })
    expect(exported.stdout).toBe(text)
    const checked = await runProgram(
      ['check', report.outputs[0] ?? '', '--against', 'papers.jsonl', '--json'],
      {
        cwd,
      },
    )
    expect(checked.json()).toMatchObject({ counts: { items: HARD_PAPERS, unmatched: 0 } })
  })

  it('is written anew where what it asks for has changed, and only shown anew where its layout has', async () => {
    const cwd = workspace()
    await run(cwd, '--engine', 'extractive')
    const layout = `layout: |\n  ## [{{title}}]({{link.abs}})\n\n  > {{field.claim}}\n`
    writeFileSync(join(cwd, 'forms/note.yaml'), NOTE + layout)
    const shown = await run(cwd, '--engine', 'extractive')
    expect(shown.report).toMatchObject({ written: 0, reused: HARD_PAPERS })
    expect(shown.text).toMatch(/^## \[[^\n]+\]\(https:\/\/arxiv\.org\/abs\/[^\n]+\)\n\n> /)
    writeFileSync(join(cwd, 'forms/note.yaml'), NOTE.replace('students', 'everybody'))
    expect((await run(cwd, '--engine', 'extractive')).report.written).toBe(HARD_PAPERS)
  })

  it('is filled from the paper’s own sentences where there is no model', async () => {
    const { report, text } = await run(workspace(), '--engine', 'extractive')
    expect(report).toMatchObject({ written: HARD_PAPERS, fellBack: 0 })
    expect(text.match(/\*\*根据\*\*：/g)).toHaveLength(HARD_PAPERS)
  })

  it('is refused with file and line before anything is fetched', async () => {
    const cwd = workspace({ note: NOTE.replace('kind: text', 'kind: prose') })
    const outcome = await runProgram(FROM_FILE, { cwd, env: env() })
    expect(outcome.code).toBe(2)
    expect(outcome.stderr).toContain('forms/note.yaml, line 15: "fields.2.kind" is wrong')
  })
})

describe('a digest in another language', () => {
  it.each([
    ['ja', '**キーワード**：', /論文\d+本/],
    ['de', '**Schlagwörter**: ', /\d+ Artikel/],
  ])('has the labels and the last line of %s', async (language, label, count) => {
    const { report, text } = await run(workspace(), '--layout', 'summary', '--lang', language)
    fewFallBack(report)
    expect(text.split(label)).toHaveLength(HARD_PAPERS + 1)
    expect(text.split('\n').at(-2)).toMatch(count)
  })

  it('takes the labels of a form in it', async () => {
    expect((await run(workspace(), '--lang', 'ja')).text).toContain('**主張**：')
  })

  it('is in Traditional characters where a model answered in Simplified ones', async () => {
    const { report, text } = await run(workspace(), '--layout', 'summary', '--lang', 'zh-Hant')
    fewFallBack(report)
    expect(text).toContain('**核心關鍵詞**：')
    expect(text).not.toMatch(/[这个为们应]/)
  })

  it('has English labels where there are none, and says so once', async () => {
    const cwd = workspace()
    const outcome = await runProgram(
      [...FROM_FILE, '--lang', 'it', '--layout', 'summary', '--engine', 'extractive'],
      {
        cwd,
      },
    )
    expect(outcome.stderr.match(/there are no labels for the language "it"/g)).toHaveLength(1)
    expect(readFileSync((outcome.json() as RunReport).outputs[0] ?? '', 'utf8')).toContain('**Keywords**: ')
  })
})
