/** Writes one file where a person asked for it: whole or not at all. */
import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { explainFileFault } from '../publish/publish-error.ts'

/**
 * Unlike `writeFileAtomically` it takes any name, since the person named the file and not a paper.
 * @param path absolute; folders on the way are made
 * @throws PublishError for what the file system refuses
 */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  const draft = join(dirname(path), `.${basename(path).slice(0, 40)}-${randomUUID()}.tmp`)
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(draft, content)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw explainFileFault(error, path)
  }
}
