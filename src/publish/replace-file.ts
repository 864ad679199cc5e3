/** Puts a file in place of another, whole or not at all. */
import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where it fails, the old file is left as it was. A link is replaced and never followed. */
export async function replaceFile(
  target: string,
  content: Buffer | string,
  { mode }: { mode?: number } = {},
): Promise<void> {
  // In the same folder: only there is a rename one step that readers cannot see half of.
  const draft = join(dirname(target), `.paperbrief-${randomUUID()}.tmp`)
  try {
    const file = await open(draft, 'wx', mode)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(target))
}

/** Makes the new name last through a power cut, on the systems that can. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // Windows and some network file systems cannot sync a folder; the file itself is safe.
  }
}
