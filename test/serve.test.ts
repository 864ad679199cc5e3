import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { writeHardCases } from './hard-cases.ts'
import { startLoopbackLlm } from './loopback-llm.ts'
import { collectOutcome, freshFolder, type Outcome, ROOT, runProgram, startProgram } from './program.ts'

interface Served {
  url: string
  pid: number
  /** Ctrl-C, then how it ended. */
  stop(): Promise<Outcome>
}

const running: Served[] = []

async function serve(cwd: string, args: string[] = [], env: Record<string, string> = {}): Promise<Served> {
  const child = startProgram(['serve', '--port', '0', '--json', ...args], { cwd, env })
  const ended = collectOutcome(child)
  const { stdout } = child
  if (!stdout) throw new Error('no stdout')
  const line = await Promise.race([
    new Promise<string>(resolve => createInterface(stdout).once('line', resolve)),
    ended.then(({ stderr }) => Promise.reject(new Error(stderr))),
  ])
  const served = {
    url: (JSON.parse(line) as { url: string }).url,
    pid: child.pid ?? 0,
    stop() {
      child.kill('SIGINT')
      return ended
    },
  }
  running.push(served)
  return served
}

const sameOrigin = { 'sec-fetch-site': 'same-origin' }
const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { ...sameOrigin, ...headers },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })

describe('serve', () => {
  let cwd: string

  beforeAll(async () => {
    const folder = freshFolder()
    await runProgram(['demo', '--quiet'], { cwd: folder })
    cwd = join(folder, 'demo')
  })
  afterEach(async () => {
    for (const served of running.splice(0)) await served.stop()
  })

  it('shows the workspace on this machine alone, and ends on Ctrl-C with the library whole', async () => {
    const served = await serve(cwd)
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect(await (await fetch(served.url)).text()).toContain('data-paper=')
    const events = await fetch(`${served.url}runs/events`)
    expect(events.status).toBe(200)
    const { code, stderr } = await served.stop()
    expect(code).toBe(0)
    expect(stderr).not.toContain('error')
    await events.body?.cancel().catch(() => {})
    expect(existsSync(join(cwd, '.paperbrief', 'lock'))).toBe(false)
    expect((await runProgram(['show', '2509.22622'], { cwd })).code).toBe(0)
  })

  it.each([['0.0.0.0'], ['192.0.2.1'], ['example.org'], ['::']])(
    'refuses to listen on %s without a password',
    async host => {
      const outcome = await runProgram(['serve', '--host', host, '--json'], { cwd })
      expect(outcome.code).toBe(2)
      expect(outcome.json()).toMatchObject({ error: { code: 'serve-no-password' } })
    },
  )

  it('refuses to be offered by a proxy without a password', async () => {
    const outcome = await runProgram(['serve', '--name', 'digest.example.org', '--json'], { cwd })
    expect(outcome.json()).toMatchObject({ error: { code: 'serve-no-password' } })
  })

  it('asks for the password on every network, and knows it again', async () => {
    const env = { PAPERBRIEF_PASSWORD: 'correct horse' }
    const served = await serve(cwd, ['--host', '0.0.0.0'], env)
    const url = served.url.replace('0.0.0.0', '127.0.0.1')
    expect((await fetch(url)).status).toBe(401)
    const answer = await post(`${url}login`, { password: 'correct horse' })
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect((await fetch(url, { headers: { cookie } })).status).toBe(200)
    expect((await served.stop()).stderr).toContain('nothing is encrypted')
  })

  it('says so where the port is taken, and takes nothing else', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const outcome = await runProgram(['serve', '--port', String(port), '--json'], { cwd })
    other.close()
    expect(outcome.code).toBe(2)
    expect(outcome.json()).toMatchObject({ error: { code: 'serve-port' } })
    expect(outcome.stderr).toContain('--port')
  })

  it('leaves the workspace to the process that has it', async () => {
    const served = await serve(cwd)
    const outcome = await runProgram(['serve', '--port', '0', '--json'], { cwd })
    expect(outcome.code).toBe(5)
    expect(outcome.stderr).toContain(String(served.pid))
  })

  it('makes a digest where a person asks for it, by the settings as they are then', async () => {
    const llm = await startLoopbackLlm({ latencyMs: 5, seed: 1 })
    const home = freshFolder()
    writeHardCases(join(home, 'papers.jsonl'))
    const yaml = (edition: string) =>
      `sources: [{ file: { path: papers.jsonl } }]\neditions: { ${edition}: { layout: bilingual, papers: 3 } }\n`
    writeFileSync(join(home, 'paperbrief.yaml'), yaml('first'))
    try {
      const env = { OPENAI_BASE_URL: llm.baseUrl, OPENAI_API_KEY: 'any', PAPERBRIEF_MODEL: 'loopback' }
      const { url } = await serve(home, [], env)
      const page = await (await fetch(`${url}settings`)).text()
      const version = /name="version" value="(\w+)"/.exec(page)?.[1] ?? ''
      expect((await post(`${url}settings`, { text: yaml('second'), version })).status).toBe(303)
      const started = await post(`${url}runs/start`, { edition: 'second' })
      expect(started.headers.get('location')).toBe('../runs')
      let runs = ''
      for (let tries = 0; tries < 200 && !/second \S+ 已完成/.test(runs); tries++) {
        await new Promise(resolve => setTimeout(resolve, 100))
        runs = await (await fetch(`${url}runs`)).text()
      }
      const path = /[^>]*\.md(?=<)/.exec(runs)?.[0] ?? ''
      expect(readFileSync(path, 'utf8').match(/^## /gm)).toHaveLength(3)
      expect(await (await fetch(url)).text()).toContain('second')
    } finally {
      await llm.close()
    }
  })

  it('keeps a new password as a hash, for its owner alone, and no password that is none', () => {
    const home = freshFolder()
    const file = join(home, '.paperbrief', 'password')
    const setPassword = (input: string) =>
      spawnSync(
        process.execPath,
        [join(ROOT, 'dist/cli/main.js'), 'serve', '--set-password', '--home', home],
        { input },
      )
    for (const input of ['', 'short\n']) expect(setPassword(input).status).toBe(2)
    expect(existsSync(file)).toBe(false)
    expect(setPassword('correct horse\n').status).toBe(0)
    expect(readFileSync(file, 'utf8')).toMatch(/^scrypt\$/)
    expect(readFileSync(file, 'utf8')).not.toContain('correct')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
})

describe('worker', () => {
  it('says that the embedded database is for one process', async () => {
    const outcome = await runProgram(['worker', '--json'], { cwd: freshFolder() })
    expect(outcome.code).toBe(2)
    expect(outcome.json()).toMatchObject({ error: { code: 'worker-embedded' } })
  })
})
