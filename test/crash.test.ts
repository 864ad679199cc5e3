import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunReport } from '../src/jobs/run.ts'
import { openLibrary } from '../src/library/library.ts'
import { presentPaper } from '../src/write/prompts.ts'
import { readableSource } from '../src/write/write.ts'
import { HARD_PAPERS, hardCases, writeHardCases } from './hard-cases.ts'
import { type LoopbackLlm, startLoopbackLlm } from './loopback-llm.ts'
import { collectOutcome, freshFolder, runProgram, startProgram } from './program.ts'

const KILLS = 10
const args = [
  'run',
  '--source',
  'file:papers.jsonl',
  '--date',
  '2025-05-28',
  '--layout',
  'bilingual',
  '--json',
]

describe('a run that is killed', () => {
  let llm: LoopbackLlm
  let env: Record<string, string>

  beforeAll(async () => {
    llm = await startLoopbackLlm({ latencyMs: 150, seed: 1 })
    env = { OPENAI_BASE_URL: llm.baseUrl, OPENAI_API_KEY: 'any', PAPERBRIEF_MODEL: 'loopback' }
  })
  afterAll(() => llm.close())

  const workspace = () => {
    const cwd = freshFolder()
    writeHardCases(join(cwd, 'papers.jsonl'))
    // One call at a time, so that a kill falls between two briefs more often than before or after all of them.
    writeFileSync(join(cwd, 'paperbrief.yaml'), 'engine: { concurrency: 1 }\n')
    return cwd
  }
  const digestOf = (report: RunReport) => readFileSync(report.outputs[0] ?? '', 'utf8')

  it(`publishes the same digest after ${KILLS} kills at random points, and pays for no saved brief twice`, async () => {
    const undisturbed = (await runProgram(args, { cwd: workspace(), env })).json() as RunReport
    const cwd = workspace()
    const slow = { ...env, PAPERBRIEF_MODEL: 'loopback-slow' }
    const saved = new Set<string>()
    let paidTwice = 0
    const savedAfterKill: number[] = []
    for (let kill = 0; kill < KILLS; kill++) {
      const before = llm.stats().callsByPaper
      const child = startProgram(args, { cwd, env: slow })
      const ended = collectOutcome(child)
      // Half of the kills fall anywhere, the others while papers are being written.
      const calls = llm.stats().calls
      if (kill % 2 === 1) await wait(700 + Math.random() * 1_300)
      else while (child.exitCode === null && llm.stats().calls < calls + 3) await wait(10)
      await wait(Math.random() * 100)
      child.kill('SIGKILL')
      await ended
      const after = llm.stats().callsByPaper
      paidTwice += [...saved].filter(tag => (after[tag] ?? 0) > (before[tag] ?? 0)).length
      for (const tag of await savedTags(cwd)) saved.add(tag)
      savedAfterKill.push(saved.size)
    }
    const before = llm.stats().callsByPaper
    const finished = await runProgram(args, { cwd, env: slow })
    const after = llm.stats().callsByPaper
    paidTwice += [...saved].filter(tag => (after[tag] ?? 0) > (before[tag] ?? 0)).length
    expect(finished.code).toBe(0)
    // At least one kill left the work half done; else the comparison above would show nothing.
    expect(savedAfterKill.some(count => count > 0 && count < HARD_PAPERS)).toBe(true)
    expect(paidTwice).toBe(0)
    const report = finished.json() as RunReport
    expect(report.papers).toBe(HARD_PAPERS)
    expect(withoutModel(digestOf(report))).toBe(withoutModel(digestOf(undisturbed)))
  }, 180_000)

  it('keeps what is finished on Ctrl-C, exits with 130 and goes on from there', async () => {
    const cwd = workspace()
    const child = startProgram(args, { cwd, env })
    const ended = collectOutcome(child)
    await wait(1_200)
    child.kill('SIGINT')
    const outcome = await ended
    expect([0, 130]).toContain(outcome.code)
    const again = await runProgram(args, { cwd, env })
    expect(again.json()).toMatchObject({ papers: HARD_PAPERS })
  })

  /** The fence tags of the papers whose brief was saved; opening the workspace takes over the dead program's lock. */
  async function savedTags(cwd: string): Promise<string[]> {
    const library = await openLibrary({ folder: join(cwd, '.paperbrief'), command: 'test' })
    try {
      const ids = [...new Set(hardCases.map(paper => paper.id))]
      const briefs = await library.briefs.ofPapers(ids, 'translation')
      const papers = await library.papers.find(
        ids.filter(id => briefs.get(id)?.some(brief => brief.outcome === 'pass')),
      )
      return papers.map(
        paper => /^<paper-([0-9a-f]{8})>/.exec(presentPaper(readableSource(paper)))?.[1] ?? '',
      )
    } finally {
      await library.close()
    }
  }

  const withoutModel = (digest: string) => digest.replaceAll('loopback-slow', 'loopback')
})
