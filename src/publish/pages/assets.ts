/** The files that the pages need beside them, and the mark that changes when the pages themselves do. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface Asset {
  /** Below the site's root. */
  path: string
  type: string
  content: Buffer
}

// The same from src/ and from dist/, so that the build copies nothing.
const ASSETS = fileURLToPath(new URL('../../../src/publish/pages/assets/', import.meta.url))
const TEMPLATES = fileURLToPath(new URL('.', import.meta.url))

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

export function readAssets(): Asset[] {
  return readdirSync(ASSETS).map(name => ({
    path: `assets/${name}`,
    type: TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    content: readFileSync(ASSETS + name),
  }))
}

/** Another one for other templates: pages made with older ones are then made anew. */
export function fingerprintTemplates(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(TEMPLATES).toSorted())
    if (/\.(?:js|tsx?)$/.test(name)) hash.update(name).update(readFileSync(TEMPLATES + name))
  return hash.digest('hex').slice(0, 16)
}
