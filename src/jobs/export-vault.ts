/** Puts a digest into an Obsidian vault, leaving alone what is its owner's. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest } from '../paper/edition.ts'
import type { FormBook } from '../paper/form-book.ts'
import { exportObsidian, PAPERS_FOLDER, readNoteId, writeNote } from '../publish/exports/obsidian.ts'
import { writeOutput } from './write-output.ts'

export interface VaultReport {
  /** Absolute paths of the notes that were written or are as they should be. */
  files: string[]
  /** Absolute paths of files that stand in the way and are not ours to write. */
  kept: string[]
}

/** @param folder absolute; the vault, or a folder in it */
export async function exportVault(
  digest: Digest,
  { folder, book }: { folder: string; book?: FormBook | undefined },
): Promise<VaultReport> {
  const known = await findNotes(join(folder, PAPERS_FOLDER))
  const report: VaultReport = { files: [], kept: [] }
  for (const note of exportObsidian(digest, { book, known })) {
    const path = join(folder, ...note.path.split('/'))
    const old = await readFile(path, 'utf8').catch(() => undefined)
    const text = writeNote(note, old)
    if (text === undefined) {
      report.kept.push(path)
      continue
    }
    if (text !== old) await writeOutput(path, text)
    report.files.push(path)
  }
  return report
}

/** Names of the notes by the papers they are about, so that a renamed note is found again. */
async function findNotes(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder).catch(() => [])
  const known = new Map<string, string>()
  for (const name of names.toSorted()) {
    if (!name.endsWith('.md')) continue
    const id = readNoteId(await readFile(join(folder, name), 'utf8').catch(() => ''))
    if (id !== undefined && !known.has(id)) known.set(id, name.slice(0, -'.md'.length))
  }
  return known
}
