/** Run by the build: an empty, migrated database as an image, so that a new workspace opens at once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'

const target = fileURLToPath(new URL('../database-template.tar.gz', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'paperbrief-template-'))
try {
  const pglite = await PGlite.create({ dataDir: folder })
  const image = await pglite.dumpDataDir('gzip')
  writeFileSync(target, Buffer.from(await image.arrayBuffer()))
  await pglite.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
