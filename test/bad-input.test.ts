import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { RunReport } from '../src/jobs/run.ts'
import { HARD_PAPERS, writeHardCases } from './hard-cases.ts'
import { startLoopbackLlm } from './loopback-llm.ts'
import { collectOutcome, freshFolder, type Outcome, runProgram, startProgram } from './program.ts'

const good =
  '{"id":"2505.00001","title":"A paper","authors":["A. B."],"categories":["cs.CL"],"summary":"We do a thing. It works."}'

async function runFile(content: string | Uint8Array, name = 'papers.jsonl'): Promise<Outcome> {
  const cwd = freshFolder()
  writeFileSync(join(cwd, name), content)
  return runProgram(['run', '--source', `file:${name}`, '--engine', 'extractive', '--json'], { cwd })
}

/** A clear refusal: the code, one error on stderr, the same as JSON on stdout, no stack trace. */
function expectRefusal(outcome: Outcome, code: number, words: RegExp): void {
  expect(outcome.stderr).toMatch(words)
  expect(outcome.stderr).not.toMatch(/^\s+at /m)
  expect(outcome.code).toBe(code)
}

describe('a file that cannot be read', () => {
  it('is named when it is not there', async () => {
    expectRefusal(
      await runProgram(['run', '--source', 'file:none.jsonl', '--engine', 'extractive'], {
        cwd: freshFolder(),
      }),
      2,
      /none\.jsonl/,
    )
  })

  it('is refused when it is HTML', async () => {
    expectRefusal(
      await runFile('<!DOCTYPE html><html><body>Rate limited</body></html>', 'feed.xml'),
      4,
      /web page/,
    )
  })

  it('is refused when it is an XML bomb', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><feed xmlns="http://www.w3.org/2005/Atom"><title>&b;</title></feed>'
    expectRefusal(await runFile(bomb, 'feed.xml'), 4, /document type declaration/)
  })

  it('loses only the line that is broken off', async () => {
    const outcome = await runFile(`${good}\n{"id":"2505.00002","title":"Half a pap`)
    expect(outcome.json()).toMatchObject({ papers: 1 })
    expect(outcome.stderr).toMatch(/line 2/)
  })

  it('loses only the line that is not UTF-8', async () => {
    const outcome = await runFile(
      Buffer.concat([
        Buffer.from(`${good}\n{"id":"2505.00002","title":"`),
        Buffer.from([0xff, 0xfe, 0xc3]),
        Buffer.from('"}\n'),
      ]),
    )
    expect(outcome.json()).toMatchObject({ papers: 1 })
    expect(outcome.stderr).toMatch(/line 2/)
  })

  it('loses only the line of 50 MB', async () => {
    const outcome = await runFile(`{"id":"2505.00002","title":"${'x'.repeat(50 * 1024 * 1024)}"}\n${good}\n`)
    expect(outcome.json()).toMatchObject({ papers: 1 })
    expect(outcome.stderr).toMatch(/line 1/)
  })
})

describe('usage that cannot be meant', () => {
  const cases: [string, string[], RegExp][] = [
    ['a future date', ['run', '--date', '2999-01-01'], /future/],
    ['a date that is none', ['run', '--date', '2025-02-30'], /YYYY-MM-DD/],
    ['an unknown edition', ['run', '--edition', 'monthly'], /daily, weekly, arxiv/],
    ['an unknown command', ['runn'], /run/],
    ['an unknown option', ['run', '--engin', 'llm'], /--engine/],
    ['an unknown layout', ['run', '--layout', 'poster'], /bilingual, summary, table/],
    ['an engine without its key', ['run', '--engine', 'llm'], /OPENAI_API_KEY/],
    ['a source that is no file', ['run', '--source', 'papers.jsonl'], /file:/],
    ['a digest to check that is none', ['check', 'none.md'], /none\.md/],
    ['a paper that nobody knows', ['show', '2505.99999'], /import/],
    ['a digest that was never published', ['export', '--edition', 'weekly'], /paperbrief run/],
  ]
  for (const [name, args, words] of cases) {
    it(`is refused with code 2: ${name}`, async () => {
      expectRefusal(await runProgram(args, { cwd: freshFolder() }), 2, words)
    })
  }
})

describe('settings that cannot be used', () => {
  const cases: [string, string, RegExp][] = [
    ['an unknown key', 'langauge: en\n', /line 1.*langauge[\s\S]*"language"/],
    [
      'an unknown category',
      'sources:\n  - arxiv: { categories: ["Computer Science"] }\n',
      /line 2.*category/,
    ],
    ['an unknown source', 'sources:\n  - arxive: {}\n', /line 2.*"arxive"[\s\S]*arxiv-oai/],
    [
      'an unknown setting of a source',
      'sources:\n  - huggingface: { perid: day }\n',
      /line 2.*perid[\s\S]*"period"/,
    ],
    ['broken YAML', 'sources: [\n', /line/],
  ]
  for (const [name, yaml, words] of cases) {
    it(`are refused with code 2: ${name}`, async () => {
      const cwd = freshFolder()
      writeFileSync(join(cwd, 'paperbrief.yaml'), yaml)
      expectRefusal(await runProgram(['run', '--engine', 'extractive'], { cwd }), 2, words)
    })
  }
})

describe('a place that cannot be written', () => {
  it('is named when the output folder is a file', async () => {
    const cwd = freshFolder()
    writeHardCases(join(cwd, 'papers.jsonl'))
    writeFileSync(join(cwd, 'digests'), 'not a folder')
    expectRefusal(
      await runProgram(['run', '--source', 'file:papers.jsonl', '--engine', 'extractive'], { cwd }),
      2,
      /digests/,
    )
  })

  it.skipIf(process.getuid?.() === 0)(
    'is named when the workspace is read-only (not as root, who may write anywhere)',
    async () => {
      const cwd = freshFolder()
      mkdirSync(join(cwd, '.paperbrief'))
      chmodSync(join(cwd, '.paperbrief'), 0o500)
      expectRefusal(await runProgram(['show', '2505.00001'], { cwd }), 2, /writable|EACCES/)
    },
  )
})

describe('a second process on the workspace', () => {
  it('is refused with code 5 and told who is there, and the first one goes on', async () => {
    const llm = await startLoopbackLlm({ latencyMs: 700, seed: 1 })
    try {
      const cwd = freshFolder()
      writeHardCases(join(cwd, 'papers.jsonl'))
      const env = { OPENAI_BASE_URL: llm.baseUrl, OPENAI_API_KEY: 'any' }
      const first = startProgram(['run', '--source', 'file:papers.jsonl', '--json'], { cwd, env })
      const ended = collectOutcome(first)
      while (llm.stats().calls === 0) await wait(20)
      expectRefusal(
        await runProgram(['show', '2505.00001'], { cwd }),
        5,
        new RegExp(`process ${first.pid} .*paperbrief run`),
      )
      const report = (await ended).json() as RunReport
      expect(report.papers).toBe(HARD_PAPERS)
    } finally {
      await llm.close()
    }
  })
})
