/** How quickly `serve` answers: today's page at 50 requests a second for 20 s, searches at 5 a second, and what the page weighs. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { makeBenchFolder } from './bench-folder.ts'
import { measureProgram } from './measure-program.ts'

const PER_SECOND = Number(process.argv[2] ?? 50)
const SECONDS = Number(process.argv[3] ?? 20)
const SEARCHES_PER_SECOND = 5
// As on Linux everywhere.
const TICKS_PER_SECOND = 100
const WORDS = ['agents', 'reinforcement learning', '模型', '"language model"', 'video -image', 'cat:cs.CL']
const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const TASKSET = '/usr/bin/taskset'

const folder = makeBenchFolder('serve')
await measureProgram(['demo', '--quiet'], { cwd: folder })
const args = [
  '--liftoff-only',
  '--max-semi-space-size=4',
  MAIN,
  'serve',
  '--port',
  '0',
  '--json',
  '--no-schedule',
]
// One core for the server alone, where the system lets us say so.
const [command, ...rest] = existsSync(TASKSET)
  ? [TASKSET, '-c', '0', process.execPath, ...args]
  : [process.execPath, ...args]
const server = spawn(command ?? process.execPath, rest, {
  cwd: join(folder, 'demo'),
  env: { PATH: process.env.PATH ?? '', HOME: folder },
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  const line = await new Promise<string>(resolve => createInterface(server.stdout).once('line', resolve))
  const { url } = JSON.parse(line) as { url: string }
  await weigh(url)
  await measure({ name: 'today’s page', perSecond: PER_SECOND, addressOf: () => url })
  await measure({
    name: 'search',
    perSecond: SEARCHES_PER_SECOND,
    // Another address each, so that none is answered from what was kept.
    addressOf: at =>
      `${url}search?${new URLSearchParams({ q: WORDS[at % WORDS.length] ?? '', n: String(at) })}`,
  })
} finally {
  server.kill('SIGINT')
}

interface Load {
  name: string
  perSecond: number
  addressOf: (at: number) => string
}

/** Requests begin when they are due, whether the ones before have been answered or not. */
async function measure({ name, perSecond, addressOf }: Load): Promise<void> {
  const begunMs = performance.now()
  const cpuBefore = readCpuSeconds()
  const requests = Array.from({ length: perSecond * SECONDS }, async (_, at) => {
    const dueMs = begunMs + (at * 1000) / perSecond
    await new Promise(resolve => setTimeout(resolve, Math.max(0, dueMs - performance.now())))
    const startedMs = performance.now()
    const answer = await fetch(addressOf(at))
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
    return performance.now() - startedMs
  })
  const times = (await Promise.all(requests)).toSorted((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1)
  const cpuMs = (1000 * (readCpuSeconds() - cpuBefore)) / times.length
  console.log(
    `${name}, ${perSecond} requests/s for ${SECONDS} s: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms; ${cpuMs.toFixed(1)} ms of a core each`,
  )
}

/** Of the server, user and system (proc(5)): what it needs also where the machine has other work. */
function readCpuSeconds(): number {
  try {
    const stat = readFileSync(`/proc/${server.pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
  } catch {
    return Number.NaN
  }
}

async function weigh(url: string): Promise<void> {
  for (const [name, path] of [
    ['page', ''],
    ['style', 'assets/style.css'],
    ['script', 'assets/paperbrief.js'],
  ]) {
    const bytes = Buffer.from(await (await fetch(`${url}${path}`)).arrayBuffer())
    console.log(
      `${name}: ${(bytes.length / 1000).toFixed(1)} kB, ${(gzipSync(bytes).length / 1000).toFixed(1)} kB gzipped`,
    )
  }
}
