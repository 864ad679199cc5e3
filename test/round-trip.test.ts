import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RunReport } from '../src/jobs/run.ts'
import { HARD_PAPERS, writeHardCases } from './hard-cases.ts'
import { freshFolder, runProgram } from './program.ts'

async function publish(layout: string): Promise<string> {
  const cwd = freshFolder()
  writeHardCases(join(cwd, 'papers.jsonl'))
  const outcome = await runProgram(
    [
      'run',
      '--source',
      'file:papers.jsonl',
      '--date',
      '2025-05-28',
      '--engine',
      'extractive',
      '--layout',
      layout,
      '--json',
    ],
    { cwd },
  )
  return (outcome.json() as RunReport).outputs[0] ?? ''
}

describe('import and export', () => {
  for (const layout of ['bilingual', 'summary', 'table']) {
    it(`give the same bytes of a digest of ours in the ${layout} layout`, async () => {
      const path = await publish(layout)
      const cwd = freshFolder()
      const imported = await runProgram(['import', path, '--json'], { cwd })
      expect(imported.json()).toMatchObject({ papers: HARD_PAPERS, briefs: HARD_PAPERS, skipped: [] })
      const exported = await runProgram(['export', '--edition', 'daily', '--date', '2025-05-28'], { cwd })
      expect(exported.stdout).toBe(readFileSync(path, 'utf8'))
    })
  }

  it('add nothing the second time', async () => {
    const cwd = freshFolder()
    writeHardCases(join(cwd, 'papers.jsonl'))
    await runProgram(['import', 'papers.jsonl'], { cwd })
    expect((await runProgram(['import', 'papers.jsonl', '--json'], { cwd })).json()).toMatchObject({
      papers: 0,
      listings: 0,
      known: HARD_PAPERS,
    })
  })

  for (const format of ['jsonl', 'bibtex', 'ris', 'csl']) {
    it(`give every paper as ${format}`, async () => {
      const path = await publish('table')
      const cwd = freshFolder()
      await runProgram(['import', path], { cwd })
      const { code, stdout } = await runProgram(['export', '--edition', 'daily', '--format', format], { cwd })
      expect(code).toBe(0)
      expect(new Set(stdout.match(/2505\.000\d\d/g)).size).toBe(HARD_PAPERS)
    })
  }
})
