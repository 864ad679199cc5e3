import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunReport } from '../src/jobs/run.ts'
import { openReceivers, type PostAnswer, type Receivers } from './delivery-receivers.ts'
import { writeHardCases } from './hard-cases.ts'
import { killDeliveries } from './kill-deliveries.ts'
import { freshFolder, runProgram } from './program.ts'

const KILLS = 8

const args = (command: string, ...more: string[]) => [
  ...[command, '--source', 'file:papers.jsonl', '--date', '2025-05-28', '--engine', 'extractive'],
  ...['--layout', 'bilingual', '--lang', 'en', '--json', ...more],
]

// Each test starts the program several times.
describe('the delivery of a digest', { timeout: 180_000 }, () => {
  let receivers: Receivers
  let answers: PostAnswer[]
  let cwd: string
  let settings: (more?: string) => void

  beforeEach(async () => {
    answers = []
    receivers = await openReceivers({ answer: (_, number) => answers[number - 1] ?? {} })
    cwd = freshFolder()
    writeHardCases(join(cwd, 'papers.jsonl'))
    settings = (more = '') =>
      writeFileSync(
        join(cwd, 'paperbrief.yaml'),
        [
          'publish:',
          '  site: { baseURL: "https://papers.example/d" }',
          `  mail: { to: ada@example.org, from: news@example.org, smtp: "${receivers.smtpUrl}" }`,
          '  chat:',
          `    hook: { service: webhook, url: "${receivers.webUrl}/very-secret-hook" }`,
          more,
        ].join('\n'),
      )
    settings()
  })
  afterEach(() => receivers.close())

  const run = async (command: string, ...more: string[]) => {
    const outcome = await runProgram(args(command, ...more), { cwd })
    if (outcome.code !== 0) throw new Error(outcome.stderr)
    return { report: outcome.json() as RunReport, stderr: outcome.stderr, stdout: outcome.stdout }
  }
  const numbers = () => [receivers.mails.length, receivers.posts.length]

  it('is done once, whatever is published again, and again on request', async () => {
    const { report } = await run('run')
    expect(report.deliveries).toMatchObject([
      { channel: 'mail:ada@example.org', state: 'delivered' },
      { channel: 'hook', state: 'delivered' },
    ])
    expect(numbers()).toEqual([1, 1])
    await run('publish')
    expect(numbers()).toEqual([1, 1])
    await run('publish', '--limit', '3')
    expect(numbers()).toEqual([1, 1])
    await run('publish', '--resend')
    expect(numbers()).toEqual([2, 2])
    expect(JSON.parse(receivers.posts[0]?.body ?? '')).toMatchObject({ event: 'digest', date: '2025-05-28' })
  })

  it('is shown by --dry-run without secrets, and nothing is written or sent', async () => {
    await run('run', '--no-deliver')
    const before = readdirSync(cwd, { recursive: true }).filter(
      path => !String(path).startsWith('.paperbrief'),
    ).length
    const { report, stdout, stderr } = await run('publish', '--dry-run', '--limit', '4')
    expect(numbers()).toEqual([0, 0])
    expect(report.preview).toMatchObject({
      files: [{ state: 'changed' }],
      folders: [join(cwd, 'site')],
      deliveries: [
        { channel: 'mail:ada@example.org', state: 'would be sent', parts: 1 },
        { channel: 'hook', state: 'would be sent', parts: 1 },
      ],
    })
    expect(stdout + stderr).not.toContain('very-secret')
    expect(
      readdirSync(cwd, { recursive: true }).filter(path => !String(path).startsWith('.paperbrief')),
    ).toHaveLength(before)
    // What was only looked at is still to be delivered.
    await run('publish')
    expect(numbers()).toEqual([1, 1])
  })

  it('goes on with the next run where a receiver failed, and says what failed', async () => {
    answers = [{ status: 404, body: 'no such hook' }]
    const { report, stderr } = await run('run')
    expect(report.deliveries?.[1]).toMatchObject({
      channel: 'hook',
      state: 'pending',
      error: expect.stringContaining('HTTP 404'),
    })
    expect(stderr).toContain('was not delivered to hook')
    expect(stderr).not.toContain('very-secret')
    const other = await run('publish', '--date', '2025-05-29')
    expect(other.report.deliveries?.map(({ date, state }) => [date, state])).toEqual(
      expect.arrayContaining([['2025-05-28', 'delivered']]),
    )
    expect(receivers.posts.filter(({ body }) => body.includes('2025-05-28'))).toHaveLength(2)
    expect(receivers.mails.filter(({ source }) => source.includes('2025-05-28'))).toHaveLength(1)
  })

  it('leaves out editions that a channel does not want', async () => {
    settings(`    slack: { url: "${receivers.webUrl}/slack", editions: [weekly] }`)
    await run('run')
    expect(receivers.posts.map(({ path }) => path)).toEqual(['/very-secret-hook'])
    await run('run', '--edition', 'weekly')
    expect(receivers.posts.map(({ path }) => path).toSorted()).toEqual([
      '/slack',
      '/very-secret-hook',
      '/very-secret-hook',
    ])
  })

  it('refuses settings that cannot work before anything is done', async () => {
    settings('    slack: { url: "http://hooks.example/very-secret" }')
    const outcome = await runProgram(args('run'), { cwd })
    expect(outcome.code).toBe(2)
    expect(outcome.stderr).toContain('publish.chat.slack.url')
    expect(outcome.stderr).not.toContain('very-secret')
    expect(existsSync(join(cwd, '.paperbrief'))).toBe(false)
  })

  it('puts feeds into the site, the same bytes each time, and into a folder where there is no site', async () => {
    await run('run')
    const folder = join(cwd, 'site', 'feeds')
    expect(readdirSync(folder).toSorted()).toEqual([
      'daily.en.atom',
      'daily.en.json',
      'daily.en.rss',
      'paperbrief.opml',
    ])
    const read = () => readdirSync(folder).map(file => readFileSync(join(folder, file), 'utf8'))
    const first = read()
    await run('publish')
    expect(read()).toEqual(first)
    writeFileSync(join(cwd, 'paperbrief.yaml'), 'publish: { feeds: { dir: feeds, entries: digests } }\n')
    await run('publish')
    const feed = JSON.parse(readFileSync(join(cwd, 'feeds', 'daily.en.json'), 'utf8'))
    expect(feed.items).toHaveLength(1)
  })
})

describe('a delivery that is killed', () => {
  it(`reaches every receiver exactly once over ${KILLS} kills at random points`, async () => {
    const { missing, repeated, expected } = await killDeliveries(KILLS)
    expect(expected).toBe(5 * KILLS)
    expect({ missing, repeated }).toEqual({ missing: [], repeated: [] })
  }, 300_000)
})
