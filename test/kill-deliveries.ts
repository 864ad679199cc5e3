/** Publishes digests with a program that is killed at random points, and counts what reached their receivers. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openReceivers, type Receivers } from './delivery-receivers.ts'
import { writeHardCases } from './hard-cases.ts'
import { collectOutcome, freshFolder, runProgram, startProgram } from './program.ts'

export interface KillReport {
  kills: number
  /** Of the kills, how many left a digest on its way: some receivers had it, others not. */
  midway: number
  /** Deliveries there should be, and those that did not arrive exactly once. */
  expected: number
  missing: string[]
  repeated: string[]
}

const CHANNELS = ['feishu', 'slack', 'hook'] as const
const READERS = ['ada@example.org', 'emil@example.org']

/** @param onKill told after each digest, for a display */
export async function killDeliveries(
  kills: number,
  onKill: (report: KillReport) => void = () => {},
): Promise<KillReport> {
  const receivers = await openReceivers({ latencyMs: 8 })
  const cwd = freshFolder()
  writeHardCases(join(cwd, 'papers.jsonl'))
  writeFileSync(join(cwd, 'paperbrief.yaml'), writeSettings(receivers))
  const report: KillReport = { kills: 0, midway: 0, expected: 0, missing: [], repeated: [] }
  try {
    // Every brief is written beforehand: what is killed below is the publishing.
    const prepared = await runProgram(['run', '--no-deliver', ...publishing(0)], { cwd })
    if (prepared.code !== 0) throw new Error(prepared.stderr)
    let usualMs = 1500
    for (let kill = 1; kill <= kills; kill++) {
      const args = ['publish', ...publishing(kill)]
      const before = receivers.mails.length + receivers.posts.length
      const child = startProgram(args, { cwd })
      const ended = collectOutcome(child)
      const isSending = () => receivers.mails.length + receivers.posts.length > before
      // Half of the kills fall anywhere, the others while messages are going out.
      if (kill % 2 === 1) await wait(Math.random() * usualMs)
      else while (child.exitCode === null && !isSending()) await wait(1)
      if (kill % 2 === 0) await wait(Math.random() * 40)
      child.kill('SIGKILL')
      await ended
      report.kills++
      const reached = count(receivers, kill).filter(({ number }) => number > 0).length
      if (reached > 0 && reached < CHANNELS.length + READERS.length) report.midway++
      const restarted = performance.now()
      const finished = await runProgram(args, { cwd })
      if (finished.code !== 0) throw new Error(finished.stderr)
      usualMs = performance.now() - restarted
      judge(receivers, kill, report)
      onKill(report)
    }
    return report
  } finally {
    await receivers.close()
  }
}

function writeSettings({ smtpUrl, webUrl }: Receivers): string {
  return [
    'publish:',
    `  mail: { to: [${READERS.join(', ')}], from: news@example.org, smtp: "${smtpUrl}" }`,
    '  chat:',
    `    feishu: { url: "${webUrl}/feishu" }`,
    `    slack: { url: "${webUrl}/slack" }`,
    `    hook: { service: webhook, url: "${webUrl}/hook" }`,
    '',
  ].join('\n')
}

function dateOf(kill: number): string {
  return new Date(Date.UTC(2025, 4, 1 + kill)).toISOString().slice(0, 10)
}

function publishing(kill: number): string[] {
  return [
    ...['--source', 'file:papers.jsonl', '--date', dateOf(kill)],
    ...['--engine', 'extractive', '--layout', 'bilingual', '--lang', 'en', '--quiet', '--json'],
  ]
}

/** How often each receiver has the digest. */
function count({ mails, posts }: Receivers, kill: number): { receiver: string; number: number }[] {
  const date = dateOf(kill)
  return [
    ...READERS.map(reader => ({
      receiver: reader,
      number: mails.filter(({ to, source }) => to.includes(reader) && source.includes(`daily ${date}`))
        .length,
    })),
    ...CHANNELS.map(channel => ({
      receiver: channel,
      number: posts.filter(({ path, body }) => path === `/${channel}` && body.includes(date)).length,
    })),
  ]
}

function judge(receivers: Receivers, kill: number, report: KillReport): void {
  for (const { receiver, number } of count(receivers, kill)) {
    report.expected++
    if (number === 0) report.missing.push(`${dateOf(kill)} ${receiver}`)
    if (number > 1) report.repeated.push(`${dateOf(kill)} ${receiver} (${number} times)`)
  }
}
