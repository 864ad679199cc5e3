/** A folder for one run of a benchmark: libraries of hundreds of megabytes go when it ends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function makeBenchFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `paperbrief-bench-${name}-`))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}
