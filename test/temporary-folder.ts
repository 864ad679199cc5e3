/** What a run of the tests puts into the temporary folder goes when the run ends: libraries are 40 MB each. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let folder: string | undefined

export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'paperbrief-tests-'))
  // The workers, and the programs that they start, inherit it.
  process.env.TMPDIR = folder
}

export function teardown(): void {
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
