/** The GitHub workflow, its steps run one after the other as a runner would, against a repository on this disk. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { writeHardCases } from './hard-cases.ts'
import { freshFolder, ROOT, runProgram } from './program.ts'

interface Step {
  name?: string
  id?: string
  if?: string
  uses?: string
  run?: string
  env?: Record<string, string>
}

interface Workflow {
  on: { schedule?: { cron: string }[]; workflow_dispatch: unknown }
  permissions: Record<string, string>
  concurrency: { group: string }
  jobs: Record<
    'digest' | 'deploy',
    { needs?: string; permissions: Record<string, string>; env?: Record<string, string>; steps: Step[] }
  >
}

const hasGit = spawnSync('git', ['--version']).status === 0 && spawnSync('bash', ['--version']).status === 0

// Each step is a process of its own, some start several, and a new library is made.
const SLOW_MS = 240_000

const SETTINGS = `language: zh-Hans
sources:
  - file: { path: papers.jsonl }
engine: { use: extractive }
editions:
  daily: { layout: summary, papers: 3, schedule: "0 8 * * *", timezone: Asia/Shanghai }
  weekly: { layout: bilingual, papers: 2, schedule: "30 6 * * 6", timezone: Asia/Shanghai }
publish: { site: { dir: site } }
`

function git(cwd: string, ...args: string[]): string {
  const env = { ...process.env, HOME: cwd, GIT_CONFIG_NOSYSTEM: '1' }
  return execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd,
    env,
    encoding: 'utf8',
  }).trim()
}

/** A bare repository as GitHub has it, with a workspace in it. */
async function openRepository(settings = SETTINGS): Promise<string> {
  const folder = freshFolder()
  const [remote, work] = [join(folder, 'remote.git'), join(folder, 'work')]
  mkdirSync(work)
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', remote)
  git(work, 'init', '--quiet', '--initial-branch=main')
  writeFileSync(join(work, 'paperbrief.yaml'), settings)
  writeFileSync(join(work, '.gitignore'), '.env\n.paperbrief/\nsite/\ndigests/\n')
  writeHardCases(join(work, 'papers.jsonl'))
  const outcome = await runProgram(['init', '--github', '--package', 'paperbrief.tgz'], { cwd: work })
  expect(outcome.stderr).toBe('')
  git(work, 'add', '--all')
  git(work, 'commit', '--quiet', '-m', 'Workspace')
  git(work, 'push', '--quiet', remote, 'main')
  return remote
}

interface Runner {
  checkout: string
  code: number
  log: string
  summary: string
}

/** What a step's expressions stand for, where the trigger is a schedule and no secret is set. */
function evaluate(text: string, known: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ (.+?) \}\}/g, (_, expression: string) => {
    const fallback = /^vars\.\w+ \|\| '(.*)'$/.exec(expression)?.[1]
    if (fallback !== undefined) return fallback
    if (expression.includes("!= ''")) return 'false'
    return known[expression] ?? ''
  })
}

/** A fresh machine: a new checkout, `npm` and `paperbrief` as stubs that lead to the built program. */
function runWorkflow(remote: string, events: Readonly<Record<string, string>> = {}): Runner {
  const folder = freshFolder()
  const checkout = join(folder, 'checkout')
  git(folder, 'clone', '--quiet', '--depth=1', `file://${remote}`, checkout)
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  const main = join(ROOT, 'dist', 'cli', 'main.js')
  writeFileSync(join(bin, 'npm'), '#!/bin/sh\necho "npm $*"\n')
  writeFileSync(join(bin, 'paperbrief'), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`)
  for (const name of ['npm', 'paperbrief']) chmodSync(join(bin, name), 0o755)
  const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') }
  for (const file of Object.values(files)) writeFileSync(file, '')
  const workflow: Workflow = parse(readFileSync(join(checkout, '.github/workflows/paperbrief.yml'), 'utf8'))
  const known: Record<string, string> = { ...events }
  const runner: Runner = { checkout, code: 0, log: '', summary: '' }
  for (const step of workflow.jobs.digest.steps) {
    const isAlways = step.if?.includes('always()') && known.library === 'success'
    if (step.run === undefined || (runner.code !== 0 && !isAlways)) continue
    const own = Object.entries({ ...workflow.jobs.digest.env, ...step.env })
    const outcome = spawnSync('bash', ['-e', '-c', step.run], {
      cwd: checkout,
      encoding: 'utf8',
      env: {
        ...{
          PATH: `${bin}:${process.env.PATH}`,
          HOME: folder,
          GIT_CONFIG_NOSYSTEM: '1',
          GITHUB_RUN_NUMBER: '7',
        },
        ...files,
        ...Object.fromEntries(own.map(([name, value]) => [name, evaluate(String(value), known)])),
      },
    })
    runner.log += `# ${step.name}\n${outcome.stdout}${outcome.stderr}`
    if (outcome.status !== 0) runner.code ||= outcome.status ?? 1
    if (step.id === 'library' && outcome.status === 0) {
      known.library = 'success'
      known['steps.library.outputs.tip'] =
        /^tip=(.*)$/m.exec(readFileSync(files.GITHUB_OUTPUT, 'utf8'))?.[1] ?? ''
    }
  }
  runner.summary = readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')
  return runner
}

describe.skipIf(!hasGit)(
  'the GitHub workflow (where git and bash are installed)',
  { timeout: SLOW_MS },
  () => {
    let remote = ''
    let first: Runner
    beforeAll(async () => {
      remote = await openRepository()
      first = runWorkflow(remote, { 'github.event.schedule': '0 0 * * *' })
    }, SLOW_MS)

    it('says each schedule in UTC and asks for no more rights than a job needs', () => {
      const workflow: Workflow = parse(
        readFileSync(join(first.checkout, '.github/workflows/paperbrief.yml'), 'utf8'),
      )
      expect(workflow.on.schedule).toEqual([{ cron: '0 0 * * *' }, { cron: '30 22 * * 5' }])
      expect(workflow.permissions).toEqual({})
      expect(workflow.jobs.digest.permissions).toEqual({ contents: 'write' })
      expect(workflow.jobs.deploy).toMatchObject({
        needs: 'digest',
        permissions: { pages: 'write', 'id-token': 'write' },
      })
      expect(workflow.concurrency.group).toBe('paperbrief')
    })

    it('shows keys to no step that installs something', () => {
      const workflow: Workflow = parse(
        readFileSync(join(first.checkout, '.github/workflows/paperbrief.yml'), 'utf8'),
      )
      const { env, steps } = workflow.jobs.digest
      const holders = steps.filter(step =>
        JSON.stringify(step.env ?? {}).includes('secrets.DEEPSEEK_API_KEY'),
      )
      expect(JSON.stringify(env)).not.toContain('secrets.')
      expect(holders.map(({ name }) => name)).toEqual(['Make the digests'])
    })

    it('makes the edition whose schedule it is, the site, and a summary', () => {
      expect(first.log).toContain('npm install --global')
      expect(first.code, first.log).toBe(0)
      expect(first.summary).toMatch(/^## daily\n\n {4}/)
      expect(first.summary).toContain('3 papers')
      expect(existsSync(join(first.checkout, 'site', 'index.html'))).toBe(true)
    })

    it('keeps library and digests as one commit without a past', () => {
      const files = git(remote, 'ls-tree', '-r', '--name-only', 'paperbrief-data').split('\n')
      expect(git(remote, 'rev-list', '--count', 'paperbrief-data')).toBe('1')
      expect(files).toContain('library.tar.gz.aa')
      expect(files.filter(file => /^digests\/daily\/.*\.md$/.test(file))).toHaveLength(1)
      expect(git(first.checkout, 'status', '--porcelain')).toBe('')
    })

    it('goes on with the library of the run before', () => {
      const second = runWorkflow(remote, { 'inputs.edition': 'weekly' })
      expect(second.code, second.log).toBe(0)
      expect(second.log).not.toContain('begins a new library')
      expect(second.summary).toContain('## weekly')
      // The papers of the first run are known, and its digest is on the site again.
      expect(second.summary).toMatch(/file: 0 new, \d+ known/)
      expect(readFileSync(join(second.checkout, 'site', 'archive.html'), 'utf8')).toContain('daily')
      expect(git(remote, 'rev-list', '--count', 'paperbrief-data')).toBe('1')
    })

    it('keeps what was done and makes no site where a run fails', async () => {
      const broken = await openRepository(SETTINGS.replace('papers.jsonl', 'missing.jsonl'))
      const failed = runWorkflow(broken)
      expect(failed.code).not.toBe(0)
      expect(failed.log).toContain('# Keep the library')
      expect(failed.log).not.toContain('# Look for the site')
      expect(git(broken, 'rev-list', '--count', 'paperbrief-data')).toBe('1')
    })

    it('begins no new library where the old one cannot be read', () => {
      const before = git(remote, 'rev-parse', 'paperbrief-data')
      const blob = execFileSync('git', ['hash-object', '-w', '--stdin'], {
        cwd: remote,
        input: 'half',
      }).toString()
      const tree = execFileSync('git', ['mktree'], {
        cwd: remote,
        input: `100644 blob ${blob.trim()}\tlibrary.tar.gz.aa\n`,
      }).toString()
      git(
        remote,
        'update-ref',
        'refs/heads/paperbrief-data',
        git(remote, 'commit-tree', tree.trim(), '-m', 'half'),
      )
      const damaged = git(remote, 'rev-parse', 'paperbrief-data')
      const failed = runWorkflow(remote)
      expect(failed.code).not.toBe(0)
      expect(failed.log).not.toContain('# Keep the library')
      expect(git(remote, 'rev-parse', 'paperbrief-data')).toBe(damaged)
      git(remote, 'update-ref', 'refs/heads/paperbrief-data', before)
    })
  },
)

describe('init --github', () => {
  it('writes settings with a site, and a workflow, where there are none', async () => {
    const cwd = freshFolder()
    const { code } = await runProgram(['init', '--yes', '--github'], { cwd })
    expect(code).toBe(0)
    expect(readFileSync(join(cwd, 'paperbrief.yaml'), 'utf8')).toContain('site: { dir: site }')
    expect(existsSync(join(cwd, '.github/workflows/paperbrief.yml'))).toBe(true)
  })

  it('leaves a workflow alone that is there, and the settings always', async () => {
    const cwd = freshFolder()
    writeFileSync(join(cwd, 'paperbrief.yaml'), SETTINGS)
    const file = join(cwd, '.github/workflows/paperbrief.yml')
    await runProgram(['init', '--github'], { cwd })
    writeFileSync(file, 'mine')
    expect((await runProgram(['init', '--github'], { cwd })).code).toBe(2)
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect((await runProgram(['init', '--github', '--force'], { cwd })).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('Paperbrief')
    expect(readFileSync(join(cwd, 'paperbrief.yaml'), 'utf8')).toBe(SETTINGS)
  })

  it('refuses settings without a site, and writes nothing', async () => {
    const cwd = freshFolder()
    writeFileSync(join(cwd, 'paperbrief.yaml'), 'language: en\n')
    const outcome = await runProgram(['init', '--github'], { cwd })
    expect(outcome.code).toBe(2)
    expect(outcome.stderr).toContain('site: { dir: site }')
    expect(existsSync(join(cwd, '.github'))).toBe(false)
  })
})
