import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshFolder, type Outcome, ROOT, runProgram } from './program.ts'

interface DemoReport {
  imported: { papers: number; briefs: number; known: number }
  digests: {
    edition: string
    date: string
    papers: number
    written: number
    reused: number
    fellBack: number
    outputs: string[]
  }[]
}

const listFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.md'))
    .toSorted()

describe('demo', () => {
  const cwd = freshFolder()
  const digests = join(cwd, 'demo', 'digests')
  let first: Outcome
  let report: DemoReport

  beforeAll(async () => {
    first = await runProgram(['demo', '--json'], { cwd })
    report = first.json() as DemoReport
  })

  it('makes three digests and an index, and nothing else', () => {
    expect(first.code).toBe(0)
    expect(listFiles(digests)).toEqual([
      'arxiv/2025/12/2025-12-01.md',
      'daily/2025/09/2025-09-30.md',
      'index.md',
      'weekly/2025/07/2025-07-04.md',
    ])
  })

  it('reuses the bundled briefs that pass their check and writes at least three papers now', () => {
    const written = report.digests.reduce((sum, digest) => sum + digest.written, 0)
    const reused = report.digests.reduce((sum, digest) => sum + digest.reused, 0)
    expect(report.imported.papers).toBeGreaterThanOrEqual(30)
    expect(written).toBeGreaterThanOrEqual(3)
    expect(reused).toBe(report.imported.papers - written)
  })

  it('publishes each bundled brief whole', () => {
    const bundled =
      readFileSync(join(ROOT, 'samples/briefs/daily-summary.md'), 'utf8').match(/^\*\*.*$/gm) ?? []
    const published = readFileSync(join(digests, 'daily/2025/09/2025-09-30.md'), 'utf8')
    expect(bundled.filter(line => !published.includes(line))).toEqual([])
  })

  it('publishes every bundled paper', () => {
    expect(report.digests.map(digest => digest.papers)).toEqual([8, 16, 10])
    expect(readFileSync(join(digests, 'weekly/2025/07/2025-07-04.md'), 'utf8').match(/^## /gm)).toHaveLength(
      8,
    )
  })

  it('writes nothing again the second time, and the same files', async () => {
    const before = listFiles(digests).map(path => readFileSync(join(digests, path), 'utf8'))
    const second = (await runProgram(['demo', '--json'], { cwd })).json() as DemoReport
    expect(second.digests.map(digest => digest.written)).toEqual([0, 0, 0])
    expect(listFiles(digests).map(path => readFileSync(join(digests, path), 'utf8'))).toEqual(before)
  })

  it('names the setting that turns on a language model', async () => {
    const { stdout } = await runProgram(['demo'], { cwd })
    expect(stdout).toContain('OPENAI_API_KEY')
  })

  it('writes every brief itself with --fresh', async () => {
    const fresh = (
      await runProgram(['demo', '--fresh', '--json', '--out', 'fresh'], { cwd })
    ).json() as DemoReport
    expect(fresh.imported.briefs).toBe(0)
    expect(fresh.digests.map(digest => digest.reused)).toEqual([0, 0, 0])
  })

  it('leaves a folder alone that no demo made', async () => {
    const elsewhere = freshFolder()
    mkdirSync(join(elsewhere, 'demo', 'digests'), { recursive: true })
    writeFileSync(join(elsewhere, 'demo', 'digests', 'mine.md'), 'mine')
    const outcome = await runProgram(['demo'], { cwd: elsewhere })
    expect(outcome.code).toBe(2)
    expect(existsSync(join(elsewhere, 'demo', 'digests', 'mine.md'))).toBe(true)
  })
})
