import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openModelMirror } from './model-mirror.ts'
import { freshFolder, runProgram } from './program.ts'
import { writeModelFiles } from './tiny-model.ts'

let mirror: Awaited<ReturnType<typeof openModelMirror>>
beforeAll(async () => {
  mirror = await openModelMirror()
})
afterAll(() => mirror.close())

function workspace(): string {
  const cwd = freshFolder()
  writeFileSync(join(cwd, 'paperbrief.yaml'), `models: { mirror: "${mirror.url}" }\n`)
  return cwd
}

describe('paperbrief models', () => {
  it('lists, pulls and verifies the model for the language of the settings', async () => {
    const cwd = workspace()
    const before = await runProgram(['models', 'list'], { cwd })
    expect(before).toMatchObject({ code: 0, stdout: expect.stringMatching(/en-zh +available/) })
    const pulled = await runProgram(['models', 'pull', '--json'], { cwd })
    expect(pulled.code, pulled.stderr).toBe(0)
    expect(pulled.json()).toMatchObject({ models: [{ pair: 'en-zh', fetched: true }] })
    expect(pulled.stderr).toContain('fetching model.enzh.intgemm.alphas.bin')
    const verified = await runProgram(['models', 'verify', '--json'], { cwd })
    expect(verified.json()).toMatchObject({ files: Array(4).fill({ state: 'ok' }) })
    expect((await runProgram(['models', 'list'], { cwd })).stdout).toMatch(/en-zh +installed/)
  })

  it('exits with 3 where a file is not what it was', async () => {
    const cwd = workspace()
    await runProgram(['models', 'pull', 'zh-Hans'], { cwd })
    writeFileSync(join(cwd, '.paperbrief/models/en-zh/trgvocab.enzh.spm'), 'damaged')
    const { code, stdout } = await runProgram(['models', 'verify'], { cwd })
    expect(code).toBe(3)
    expect(stdout).toMatch(/CHANGED .*trgvocab/)
  })

  it('takes files from a folder', async () => {
    const cwd = freshFolder()
    mkdirSync(join(cwd, 'downloads'))
    writeModelFiles(join(cwd, 'downloads'), 'ende')
    const { code, stdout, stderr } = await runProgram(['models', 'pull', '--from', 'downloads'], { cwd })
    expect(code, stderr).toBe(0)
    expect(stdout).toMatch(/^en-de: ready/)
  })

  it('says what to do where the mirror has no registry and no files', async () => {
    const cwd = freshFolder()
    const { code, stderr } = await runProgram(
      ['models', 'pull', 'zh-Hans', '--mirror', `${mirror.url}/nothing`],
      { cwd },
    )
    expect(code).toBe(2)
    expect(stderr).toContain('only what is bundled is known')
    expect(stderr).toContain('Check models.mirror')
  })

  it('refuses a mirror that is no address', async () => {
    const { code, stderr } = await runProgram(['models', 'pull', '--mirror', 'nowhere'], {
      cwd: freshFolder(),
    })
    expect(code).toBe(2)
    expect(stderr).toContain('--mirror is not an address')
  })

  it('refuses an unknown subcommand with the usage code', async () => {
    expect((await runProgram(['models', 'push'], { cwd: freshFolder() })).code).toBe(2)
  })
})
