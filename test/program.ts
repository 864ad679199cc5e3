/** Runs the real program as a child process, in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
  /** stdout as JSON; throws where it is not exactly one document. */
  json(): unknown
}

export interface ProgramOptions {
  cwd: string
  env?: Record<string, string>
}

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'paperbrief-'))
}

/** Nothing of the developer's own environment (keys, settings) reaches the program. */
export function startProgram(args: readonly string[], { cwd, env = {} }: ProgramOptions): ChildProcess {
  const base = { PATH: process.env.PATH ?? '', HOME: cwd, TMPDIR: tmpdir() }
  return spawn(process.execPath, ['--liftoff-only', '--max-semi-space-size=4', MAIN, ...args], {
    cwd,
    env: { ...base, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export async function collectOutcome(child: ChildProcess): Promise<Outcome> {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  return { code, stdout, stderr, json: () => JSON.parse(stdout) }
}

export function runProgram(args: readonly string[], options: ProgramOptions): Promise<Outcome> {
  return collectOutcome(startProgram(args, options))
}
