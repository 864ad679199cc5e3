/** Serves a folder of files under a sub-path, as a host of static pages does. */
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { openReplayServer } from '../replay-server.ts'

export interface SiteServer {
  /** Ends in a slash. */
  url: string
  close(): Promise<void>
}

// Not the root: a link that begins with a slash leads out of it.
const SUB_PATH = '/somewhere/below/'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

export async function openSiteServer(folder: string): Promise<SiteServer> {
  const server = await openReplayServer(({ path }) => {
    const file = decodeURIComponent(path)
    const body = file.startsWith(SUB_PATH)
      ? readIfThere(join(folder, file.slice(SUB_PATH.length)))
      : undefined
    const headers = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }
    return body ? { body, headers } : { status: 404, body: 'There is no such file.' }
  })
  return { url: server.url + SUB_PATH, close: server.close }
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path.endsWith('/') ? join(path, 'index.html') : path)
  } catch {
    return undefined
  }
}
