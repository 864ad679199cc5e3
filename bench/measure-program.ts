/** Runs the real program and tells how long it took and how much memory it had at its peak. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))

export interface Measured {
  seconds: number
  /** High-water mark of resident memory (proc(5)), MB; undefined where the system does not tell. */
  peakMb: number | undefined
  stdout: string
}

export async function measureProgram(
  args: readonly string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string> },
): Promise<Measured> {
  const started = performance.now()
  const child = spawn(process.execPath, ['--liftoff-only', '--max-semi-space-size=4', MAIN, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: cwd, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let stdout = ''
  let peakMb: number | undefined
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  const watch = setInterval(() => {
    try {
      const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
      if (kilobytes) peakMb = Number(kilobytes) / 1000
    } catch {
      // Not Linux, or just ended: the last value stands.
    }
  }, 20)
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`paperbrief ${args.join(' ')} exited with ${code}: ${stdout}`)
  return { seconds: (performance.now() - started) / 1000, peakMb, stdout }
}
