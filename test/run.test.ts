import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunReport } from '../src/jobs/run.ts'
import { databases } from './databases.ts'
import { HARD_PAPERS, hardCases, writeHardCases } from './hard-cases.ts'
import { type LoopbackLlm, startLoopbackLlm } from './loopback-llm.ts'
import { freshFolder, runProgram } from './program.ts'
import { openReplayServer, type ReplayServer } from './replay-server.ts'

const DATE = '2025-05-28'

function workspace(yaml?: string): string {
  const cwd = freshFolder()
  writeHardCases(join(cwd, 'papers.jsonl'))
  if (yaml) writeFileSync(join(cwd, 'paperbrief.yaml'), yaml)
  return cwd
}

const fromFile = ['run', '--source', 'file:papers.jsonl', '--date', DATE, '--json']
const idsIn = (text: string) =>
  [...text.matchAll(/arxiv\.org\/(?:abs|pdf)\/(\d{4}\.\d{5})/g)].map(match => match[1])
const digestOf = (report: RunReport) => readFileSync(report.outputs[0] ?? '', 'utf8')

describe('run with the extractive engine', () => {
  for (const layout of ['bilingual', 'summary', 'table']) {
    it(`publishes every hard case once in the ${layout} layout`, async () => {
      const outcome = await runProgram([...fromFile, '--engine', 'extractive', '--layout', layout], {
        cwd: workspace(),
      })
      const report = outcome.json() as RunReport
      expect(outcome.code).toBe(0)
      expect(report).toMatchObject({
        edition: 'daily',
        date: DATE,
        papers: HARD_PAPERS,
        written: HARD_PAPERS,
        fellBack: 0,
      })
      expect(idsIn(digestOf(report)).toSorted()).toEqual(
        [...new Set(hardCases.map(paper => paper.id))].toSorted(),
      )
    })
  }

  it('shows the newer of two versions', async () => {
    const report = (
      await runProgram([...fromFile, '--engine', 'extractive', '--layout', 'table'], { cwd: workspace() })
    ).json() as RunReport
    expect(digestOf(report)).toContain('(https://arxiv.org/pdf/2505.00008v2)')
    expect(digestOf(report)).not.toContain('41.0%')
  })

  for (const { name, locate } of databases) {
    it(`reuses every brief in a second run, kept by ${name}`, async () => {
      const { databaseUrl } = await locate()
      const env: Record<string, string> = databaseUrl ? { DATABASE_URL: databaseUrl } : {}
      const cwd = workspace()
      const report = (
        await runProgram([...fromFile, '--engine', 'extractive'], { cwd, env })
      ).json() as RunReport
      expect(report).toMatchObject({ papers: HARD_PAPERS, written: HARD_PAPERS })
      const again = await runProgram([...fromFile, '--engine', 'extractive'], { cwd, env })
      expect(again.json()).toMatchObject({ written: 0, reused: HARD_PAPERS })
    })
  }

  it('leaks no LaTeX command', async () => {
    const report = (
      await runProgram([...fromFile, '--engine', 'extractive', '--layout', 'bilingual'], { cwd: workspace() })
    ).json() as RunReport
    expect(digestOf(report).replace(/\$[^$]*\$/g, '')).not.toMatch(/\\[a-zA-Z]{2,}/)
  })

  it('goes the same way in its three parts, and says what waits for the next', async () => {
    const cwd = workspace()
    const part = (name: string) =>
      runProgram([name, '--date', DATE, '--engine', 'extractive', '--json'], { cwd })
    await runProgram(['import', 'papers.jsonl', '--date', DATE], { cwd })
    const early = await part('publish')
    // One of them is withdrawn: a file that is named is taken whole, a digest of what was listed leaves it out.
    const listed = HARD_PAPERS - 1
    expect(early.stderr).toContain(`${listed} of ${listed} papers have no brief yet`)
    expect((await part('write')).json()).toMatchObject({ written: listed, outputs: [] })
    expect((await part('publish')).json()).toMatchObject({ papers: listed, reused: listed })
  })

  it('says nothing on stderr with --quiet where all is well', async () => {
    const outcome = await runProgram([...fromFile, '--engine', 'extractive', '--quiet'], { cwd: workspace() })
    expect(outcome.stderr).toBe('')
  })
})

describe('run with a language model', () => {
  let good: LoopbackLlm
  const env = (llm: LoopbackLlm, key = 'right') => ({
    OPENAI_BASE_URL: llm.baseUrl,
    OPENAI_API_KEY: key,
    PAPERBRIEF_MODEL: 'loopback',
  })

  beforeAll(async () => {
    good = await startLoopbackLlm({ latencyMs: 5, seed: 1, apiKey: 'right' })
  })
  afterAll(() => good.close())

  for (const layout of ['bilingual', 'summary', 'table']) {
    it(`publishes what a good model writes in the ${layout} layout, each paper passing its checks`, async () => {
      const cwd = workspace()
      const report = (
        await runProgram([...fromFile, '--layout', layout], { cwd, env: env(good) })
      ).json() as RunReport
      expect(report).toMatchObject({ papers: HARD_PAPERS, written: HARD_PAPERS })
      // The loopback model carries the word that a hidden order asks for into its summary, and is found out.
      expect(report.fallbacks.filter(({ id }) => id !== '2505.00010')).toEqual([])
      expect(report.tokens.in).toBeGreaterThan(0)
    })
  }

  it('refuses to go on with a key that the service refuses, and keeps the papers', async () => {
    const cwd = workspace()
    const outcome = await runProgram([...fromFile], { cwd, env: env(good, 'wrong-key') })
    expect(outcome.code).toBe(2)
    expect(outcome.stderr).toContain('OPENAI_API_KEY')
    expect(outcome.stdout + outcome.stderr).not.toContain('wrong-key')
    expect((await runProgram(['show', '2505.00001', '--json'], { cwd })).code).toBe(0)
  })

  it('publishes every paper, none faulty and none as a placeholder, when the model fails in every known way', async () => {
    const bad = await startLoopbackLlm({
      latencyMs: 5,
      faultRate: 0.5,
      seed: 3,
      faults: [
        'server-error',
        'drop-before',
        'drop-mid-body',
        'html-page',
        'empty',
        'truncated',
        'refused',
        'english',
        'changed-number',
        'lost-link',
        'leaked-latex',
        'missing-end',
        'json',
      ],
    })
    try {
      const cwd = workspace('engine: { use: auto, timeoutSeconds: 2 }\n')
      const report = (
        await runProgram([...fromFile, '--layout', 'bilingual'], { cwd, env: env(bad) })
      ).json() as RunReport
      expect(report.papers).toBe(HARD_PAPERS)
      expect(report.fallbacks.every(({ reason }) => reason.length > 0)).toBe(true)
      const text = digestOf(report)
      expect(new Set(idsIn(text)).size).toBe(HARD_PAPERS)
      expect(text).not.toMatch(/summary generation failed|as an ai|I'm sorry/i)
      const checked = await runProgram(['check', report.outputs[0] ?? '', '--json'], { cwd })
      expect((checked.json() as { counts: { errors: number } }).counts.errors).toBe(0)
    } finally {
      await bad.close()
    }
  })

  it('makes no further call once the budget is spent, and publishes all the same', async () => {
    const cwd = workspace(
      'engine: { use: llm, concurrency: 1, budget: { perRun: 0.03 }, prices: { in: 1, out: 10 } }\n',
    )
    const before = good.stats().calls
    const report = (await runProgram([...fromFile], { cwd, env: env(good) })).json() as RunReport
    expect(report.papers).toBe(HARD_PAPERS)
    expect(report.cost.amount).toBeLessThanOrEqual(0.03)
    expect(report.fellBack).toBeGreaterThan(0)
    expect(good.stats().calls - before).toBeLessThan(HARD_PAPERS)
  })

  it('exits with 3 under --strict where a paper fell back', async () => {
    const down = await startLoopbackLlm({ faultRate: 1, faults: ['refused'], seed: 1 })
    try {
      const outcome = await runProgram([...fromFile, '--limit', '2', '--strict'], {
        cwd: workspace(),
        env: env(down),
      })
      expect(outcome.code).toBe(3)
      expect(outcome.json()).toMatchObject({ papers: 2, fellBack: 2 })
    } finally {
      await down.close()
    }
  })
})

describe('run from a service', () => {
  const yaml = (server: ReplayServer) => `sources:\n  - huggingface: { baseUrl: "${server.url}" }\n`
  const entry = (id: string, upvotes: number) => ({
    paper: {
      id,
      title: `Paper ${id}`,
      summary: 'We propose a method. It works on 3 tasks.',
      upvotes,
      authors: [{ name: 'A. B.' }],
      publishedAt: '2025-05-26T00:00:00.000Z',
      submittedOnDailyAt: '2025-05-28T00:00:00.000Z',
    },
    publishedAt: '2025-05-26T00:00:00.000Z',
    title: `Paper ${id}`,
  })

  async function serve(answer: unknown, status = 200): Promise<ReplayServer> {
    return openReplayServer(request => ({
      status,
      headers: { 'content-type': 'application/json' },
      body: request.query.get('date') === DATE ? JSON.stringify(answer) : '[]',
    }))
  }

  it('publishes the papers of the day, the most voted first', async () => {
    const server = await serve([entry('2505.10001', 3), entry('2505.10002', 30)])
    try {
      const outcome = await runProgram(['run', '--date', DATE, '--engine', 'extractive', '--json'], {
        cwd: workspace(yaml(server)),
      })
      expect(idsIn(digestOf(outcome.json() as RunReport))).toEqual(['2505.10002', '2505.10001'])
    } finally {
      await server.close()
    }
  })

  it('tells a quiet day from a broken source', async () => {
    const quiet = await serve([])
    try {
      const outcome = await runProgram(['run', '--date', DATE, '--engine', 'extractive'], {
        cwd: workspace(yaml(quiet)),
      })
      expect(outcome.code).toBe(0)
      expect(outcome.stdout).toContain('No new papers')
    } finally {
      await quiet.close()
    }
    const broken = await serve({ error: 'no' }, 403)
    try {
      const outcome = await runProgram(['run', '--date', DATE, '--engine', 'extractive', '--json'], {
        cwd: workspace(yaml(broken)),
      })
      expect(outcome.code).toBe(4)
      expect(outcome.json()).toMatchObject({ error: { message: expect.stringContaining('huggingface') } })
    } finally {
      await broken.close()
    }
  })

  it('lists a paper of an earlier digest only once', async () => {
    const server = await serve([entry('2505.10001', 3)])
    try {
      const cwd = workspace(yaml(server))
      await runProgram(['run', '--date', DATE, '--engine', 'extractive'], { cwd })
      const next = await runProgram(['run', '--date', '2025-05-29', '--engine', 'extractive', '--json'], {
        cwd,
      })
      expect(next.json()).toMatchObject({ papers: 0, outputs: [] })
    } finally {
      await server.close()
    }
  })

  it('falls back a second time as it did the first', async () => {
    const llm = await startLoopbackLlm({ seed: 1, faultRate: 1, faults: ['invented-number'] })
    try {
      const cwd = workspace()
      const env = { OPENAI_BASE_URL: llm.baseUrl, OPENAI_API_KEY: 'k', PAPERBRIEF_MODEL: 'loopback' }
      const once = () => runProgram(fromFile, { cwd, env })
      expect((await once()).json()).toMatchObject({ papers: HARD_PAPERS, fellBack: HARD_PAPERS })
      expect((await once()).json()).toMatchObject({ papers: HARD_PAPERS, fellBack: HARD_PAPERS })
    } finally {
      await llm.close()
    }
  })
})
