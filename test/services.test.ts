import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CostReport } from '../src/jobs/cost.ts'
import type { RunReport } from '../src/jobs/run.ts'
import { HARD_PAPERS, writeHardCases } from './hard-cases.ts'
import { type LoopbackLlm, startLoopbackLlm } from './loopback-llm.ts'
import { freshFolder, runProgram } from './program.ts'

const KEY = 'sk-first-0123456789'
const args = ['run', '--source', 'file:papers.jsonl', '--date', '2025-05-28', '--json']

/** Two services: the first by the environment, the second as a fallback. */
function workspace(second: LoopbackLlm): string {
  const cwd = freshFolder()
  writeHardCases(join(cwd, 'papers.jsonl'))
  const yaml = [
    'engine:',
    '  use: llm',
    '  model: small',
    '  largerModel: large',
    '  prices: { small: { in: 1, out: 2, cached: 0.5 }, large: { in: 10, out: 20 } }',
    '  budget: { perRun: 5 }',
    '  fallbacks:',
    `    - { name: second, baseUrl: "${second.baseUrl}", keyEnv: SECOND_KEY, model: third }`,
    '',
  ]
  writeFileSync(join(cwd, 'paperbrief.yaml'), yaml.join('\n'))
  return cwd
}

/** But for the paper whose hidden order the loopback model obeys: it is found out whoever writes. */
function expectAllWritten({ papers, fallbacks }: RunReport): void {
  expect(papers).toBe(HARD_PAPERS)
  expect(fallbacks.filter(({ id }) => id !== '2505.00010')).toEqual([])
}

describe('several services', () => {
  let second: LoopbackLlm
  beforeAll(async () => {
    second = await startLoopbackLlm({ apiKey: 'sk-second-0123456789' })
  })
  afterAll(() => second.close())

  const envFor = (first: LoopbackLlm, key = KEY) => ({
    OPENAI_BASE_URL: first.baseUrl,
    OPENAI_API_KEY: key,
    SECOND_KEY: 'sk-second-0123456789',
  })

  it('go on with the next one when the first dies, and tell what each has cost', async () => {
    const first = await startLoopbackLlm({ diesAfterCalls: 5 })
    try {
      const cwd = workspace(second)
      const outcome = await runProgram(args, { cwd, env: envFor(first) })
      const report = outcome.json() as RunReport
      expect(outcome.code).toBe(0)
      expectAllWritten(report)
      // The price of the second one is not known.
      expect(report.cost.amount).toBeNull()
      const cost = await runProgram(['cost', '--by', 'model', '--json'], { cwd, env: envFor(first) })
      const { groups, total, savings } = cost.json() as CostReport
      expect(groups.map(({ key }) => key)).toEqual(expect.arrayContaining(['small', 'third at second']))
      expect(total.amount).toBeGreaterThan(0)
      expect(total.unpriced).toBe(groups.find(({ key }) => key === 'third at second')?.unpriced)
      expect(total.failed).toBeGreaterThan(0)
      expect(savings).toMatchObject([{ smaller: 'small', larger: 'large' }])
      const shown = await runProgram(['cost'], { cwd, env: envFor(first) })
      expect(shown.stdout).toMatch(/of unknown price/)
      expect(shown.stdout).toMatch(/an estimate/)
    } finally {
      await first.close()
    }
  })

  it('pass over one that refuses its key, and say so', async () => {
    const first = await startLoopbackLlm({ apiKey: KEY })
    try {
      const cwd = workspace(second)
      const outcome = await runProgram(args, { cwd, env: envFor(first, 'sk-wrong-0123456789') })
      expect(outcome.code).toBe(0)
      const report = outcome.json() as RunReport
      expectAllWritten(report)
      expect(outcome.stderr).toContain('Check OPENAI_API_KEY. The next service takes over.')
      expect(outcome.stderr + readFileSync(report.outputs[0] ?? '', 'utf8')).not.toContain('sk-wrong')
    } finally {
      await first.close()
    }
  })

  it('end the run where the last one refuses its key too', async () => {
    const first = await startLoopbackLlm({ apiKey: KEY })
    try {
      const env = { ...envFor(first, 'sk-wrong-0123456789'), SECOND_KEY: 'sk-wrong-too-0123456789' }
      const outcome = await runProgram(args, { cwd: workspace(second), env })
      expect(outcome.code).toBe(2)
      expect(outcome.stderr).toContain('Check SECOND_KEY.')
    } finally {
      await first.close()
    }
  })
})
