/** Run by the build: an empty database, so that a new workspace starts from a copy of it and opens at once. */
import { chmodSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'

const target = fileURLToPath(new URL('../database-template', import.meta.url))
rmSync(target, { recursive: true, force: true })
const pglite = await PGlite.create({ dataDir: target })
await pglite.close()
// The papers of a workspace are nobody else's business, and a package must be removable by its owner.
for (const entry of readdirSync(target, { recursive: true, withFileTypes: true })) {
  chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600)
}
