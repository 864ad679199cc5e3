import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshFolder, runProgram } from './program.ts'

describe('paperbrief glossary', () => {
  it('adds a rule, lists it before the bundled one, exports it and takes it back', async () => {
    const cwd = freshFolder()
    const added = await runProgram(
      ['glossary', 'add', 'world model', '天下', '--avoid', '全局模型', '--json'],
      { cwd },
    )
    expect(added.json()).toEqual({ language: 'zh-Hans', added: 1, replaced: 0 })
    const listed = await runProgram(['glossary', 'list', 'world model', '--json'], { cwd })
    expect(listed.json()).toMatchObject({ terms: [{ target: '天下', scope: 'library' }] })
    const exported = await runProgram(['glossary', 'export', '--own'], { cwd })
    expect(exported.stdout).toContain('world model,天下,')
    writeFileSync(join(cwd, 'again.csv'), exported.stdout)
    const again = await runProgram(['glossary', 'import', 'again.csv', '--edition', 'weekly', '--json'], {
      cwd,
    })
    expect(again.json()).toMatchObject({ edition: 'weekly', added: 1 })
    expect((await runProgram(['glossary', 'remove', 'world model'], { cwd })).code).toBe(0)
    expect((await runProgram(['glossary', 'remove', 'world model'], { cwd })).code).toBe(2)
  })

  it('makes no workspace to list what is bundled', async () => {
    const cwd = freshFolder()
    const { terms, total } = (
      await runProgram(['glossary', 'list', '强化学习', '--json'], { cwd })
    ).json() as {
      terms: unknown[]
      total: number
    }
    expect(terms.length).toBeGreaterThan(3)
    expect(total).toBeGreaterThanOrEqual(400)
    expect((await runProgram(['glossary', 'suggest', '--json'], { cwd })).json()).toMatchObject({ terms: [] })
  })

  it('names the faults of a file by line, and takes nothing of it', async () => {
    const cwd = freshFolder()
    writeFileSync(join(cwd, 'bad.csv'), 'agent,智能体\nbackbone,\nagent,代理\n')
    const checked = await runProgram(['glossary', 'check', 'bad.csv', '--json'], { cwd })
    expect(checked.code).toBe(3)
    expect(checked.json()).toMatchObject({ faults: [{ line: 2 }, { line: 3 }] })
    const imported = await runProgram(['glossary', 'import', 'bad.csv'], { cwd })
    expect(imported.code).toBe(2)
    expect(imported.stderr).toContain('bad.csv, line 2')
  })
})
