import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshFolder, runProgram } from './program.ts'

const papers = [
  {
    id: '2505.00001',
    version: 1,
    title: 'Quiet harbours',
    authors: ['Ada Weaver', 'Bo Li'],
    categories: ['cs.CL'],
    abstract: 'Boats moor here.',
    published: '2025-05-01',
  },
  {
    id: '2505.00002',
    version: 1,
    title: 'On tides',
    authors: ['Cy Sand'],
    categories: ['cs.CV'],
    abstract: 'Tides move boats out of quiet harbours.',
    published: '2025-05-02',
  },
]
const digest = `## On tides
[论潮汐](https://arxiv.org/abs/2505.00002)

潮汐把船只带出安静的港口。
`

describe('search', () => {
  const cwd = freshFolder()
  const search = (...args: string[]) => runProgram(['search', ...args], { cwd })

  beforeAll(async () => {
    writeFileSync(join(cwd, 'papers.jsonl'), papers.map(paper => JSON.stringify(paper)).join('\n'))
    writeFileSync(join(cwd, 'digest.md'), digest)
    const imported = await runProgram(['import', 'papers.jsonl', 'digest.md'], { cwd })
    expect(imported.code).toBe(0)
  })

  it('prints what the contract says, and nothing else, under --json', async () => {
    const outcome = await search('boats', '--json')
    expect(outcome.code).toBe(0)
    const answer = outcome.json() as { results: Record<string, unknown>[]; total: number; ms: number }
    expect(Object.keys(answer)).toEqual(['results', 'total', 'ms'])
    expect(answer.total).toBe(2)
    expect(Object.keys(answer.results[0] ?? {})).toEqual([
      'id',
      'title',
      'titleTranslated',
      'score',
      'highlights',
    ])
  })

  it('finds a brief by Chinese words, and shows both titles', async () => {
    const { code, stdout } = await search('港口')
    expect(code).toBe(0)
    expect(stdout).toContain('On tides\n论潮汐\n2505.00002 · 2025-05-02 · cs.CV · Cy Sand')
    expect(stdout).toContain('1 paper')
  })

  it('takes a minus, filters and options in one line', async () => {
    const { code, json } = await search('harbours', '-tides', 'author:Ada Weaver', '--limit', '5', '--json')
    expect(code).toBe(0)
    expect(json()).toMatchObject({ results: [{ id: '2505.00001' }], total: 1 })
  })

  it('goes straight to the paper whose link it is given', async () => {
    const { stdout } = await search('https://arxiv.org/abs/2505.00001v1')
    expect(stdout).toContain('Boats moor here.')
    expect(stdout).toContain('paperbrief show 2505.00001')
  })

  it('says so where nothing matches, which is no error', async () => {
    const { code, stdout } = await search('marmalade')
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No paper in the library matches.\n' })
  })

  it.each([[[' ']], [['boats', '--limt', '5']], [['boats', '--limit', '0']], [[]]])(
    'refuses %j as a mistake of usage',
    async args => {
      const { code, stderr } = await search(...args)
      expect(code).toBe(2)
      expect(stderr).not.toContain('bug')
    },
  )

  it('warns of a filter that it cannot read', async () => {
    const { code, stderr } = await search('boats', 'date:soon')
    expect(code).toBe(0)
    expect(stderr).toContain('"date:soon" could not be read')
  })
})
