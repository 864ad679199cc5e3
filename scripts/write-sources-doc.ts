/** Writes docs/sources.md from the declarations of the sources: `node scripts/write-sources-doc.ts`. */
import { writeFileSync } from 'node:fs'
import { describeSources } from '../src/collect/describe-sources.ts'
import { sourceDeclarations } from '../src/collect/registry.ts'

writeFileSync(new URL('../docs/sources.md', import.meta.url), describeSources(sourceDeclarations))
