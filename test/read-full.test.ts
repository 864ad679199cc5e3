import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunReport } from '../src/jobs/run.ts'
import { type LoggedRequest, type LoopbackLlm, startLoopbackLlm } from './loopback-llm.ts'
import { freshFolder, ROOT, runProgram } from './program.ts'
import { openReplayServer, type ReplayServer } from './replay-server.ts'

const DATE = '2025-05-28'
const html = readFileSync(join(ROOT, 'src/read/cases/tide-compression/paper.html'), 'utf8')
const papers = [
  { id: '2505.00001', title: 'Packing Tides into Few Bytes' },
  { id: '2505.00002', title: 'A Paper Without Any Text' },
].map(({ id, title }) =>
  JSON.stringify({
    id,
    version: 1,
    title,
    authors: ['A. B.'],
    categories: ['cs.CL'],
    abstract: 'We present a code for the readings of tide gauges. It keeps batteries alive for longer.',
  }),
)

describe('an edition that reads the full text', () => {
  let arxiv: ReplayServer
  let llm: LoopbackLlm
  const asked: LoggedRequest[] = []
  const cwd = freshFolder()
  const run = (...args: string[]) =>
    runProgram(['run', '--source', 'file:papers.jsonl', '--date', DATE, '--json', ...args], {
      cwd,
      env: { OPENAI_BASE_URL: llm.baseUrl, OPENAI_API_KEY: 'k', PAPERBRIEF_MODEL: 'loopback' },
    })

  beforeAll(async () => {
    arxiv = await openReplayServer(({ path }) =>
      path === '/html/2505.00001v1' ? { body: html } : { status: 404, body: 'Not found' },
    )
    llm = await startLoopbackLlm({ seed: 1, requestLog: entry => asked.push(entry) })
    writeFileSync(join(cwd, 'papers.jsonl'), `${papers.join('\n')}\n`)
    writeFileSync(
      join(cwd, 'paperbrief.yaml'),
      `read: { baseUrl: "${arxiv.url}", tokensPerPaper: 2000 }\neditions: { daily: { layout: summary, read: full } }\n`,
    )
  })
  afterAll(async () => {
    await llm.close()
    await arxiv.close()
  })

  it('writes from the sections, and says of which paper only the abstract could be had', async () => {
    const outcome = await run()
    const report = outcome.json() as RunReport
    expect(report).toMatchObject({ papers: 2, written: 2, fellBack: 0 })
    const prompt = asked.find(({ prompt }) => prompt.user.includes('Packing Tides'))?.prompt.user ?? ''
    expect(prompt).toContain('[[section]] 1 ')
    expect(prompt.length).toBeLessThan(2000 * 4)
    const digest = readFileSync(report.outputs[0] ?? '', 'utf8')
    // A figure of the section on results, which the abstract does not have.
    expect(digest).toContain('99.9%')
    expect(digest).toMatch(/2505\.00002 仅据摘要写成，未能读到全文（.*neither HTML nor a PDF/)
  })

  it('finds the digest faultless against the workspace, where the full text is', async () => {
    const report = (await run()).json() as RunReport
    const check = await runProgram(['check', report.outputs[0] ?? '', '--json'], { cwd })
    expect(check.json()).toMatchObject({ counts: { errors: 0, unmatched: 0 } })
  })

  it('neither reads nor writes a paper twice', async () => {
    const [calls, reads] = [llm.stats().calls, arxiv.requests.filter(({ path }) => path.includes('00001'))]
    const report = (await run()).json() as RunReport
    expect(report).toMatchObject({ written: 0, reused: 2 })
    expect(llm.stats().calls).toBe(calls)
    expect(arxiv.requests.filter(({ path }) => path.includes('00001'))).toEqual(reads)
  })

  it('is refused for a layout that shows the abstract', async () => {
    const other = freshFolder()
    writeFileSync(join(other, 'paperbrief.yaml'), 'editions: { daily: { layout: table, read: full } }\n')
    const outcome = await runProgram(['doctor'], { cwd: other })
    expect(outcome.code).toBe(2)
    expect(outcome.stderr).toContain('line 1')
    expect(outcome.stderr).toContain('layout summary only')
  })
})
