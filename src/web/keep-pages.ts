/** Keeps a page that was just made for a moment, so that many readers at once cost one page. */
import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

// For so long a page is given as it is.
const FRESH_MS = 2000
// For so long it is given once more while it is made anew: whoever comes back later waits for a new one.
const STALE_MS = 30_000
const MAX_KEPT = 100
const MAX_BYTES = 4 * 1024 * 1024

interface KeptPage {
  atMs: number
  body: string
  /** So that nobody works it out again for each reader. */
  tag: string
  isBeingMade: boolean
}

/**
 * For pages that are the same for whoever asks. A page that is being made anew is not asked for twice at a time.
 * @param now milliseconds
 */
export function keepPages(now: () => number): MiddlewareHandler {
  const kept = new Map<string, KeptPage>()
  return async (context, next) => {
    if (context.req.method !== 'GET') return next()
    const key = context.req.url
    const known = kept.get(key)
    const ageMs = known ? now() - known.atMs : Number.POSITIVE_INFINITY
    // The first reader after the moment makes it anew; those who come while it does have the old one.
    if (known && (ageMs < FRESH_MS || (known.isBeingMade && ageMs < STALE_MS)))
      return context.html(known.body, 200, { etag: known.tag })
    if (known) known.isBeingMade = true
    try {
      await next()
    } finally {
      if (known) known.isBeingMade = false
    }
    const { status, headers } = context.res
    if (status !== 200 || !headers.get('content-type')?.startsWith('text/html')) return
    const body = await context.res.clone().text()
    kept.delete(key)
    if (body.length > MAX_BYTES) return
    const tag = `"${createHash('sha256').update(body).digest('base64url')}"`
    context.res.headers.set('etag', tag)
    kept.set(key, { atMs: now(), body, tag, isBeingMade: false })
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_KEPT) break
      kept.delete(oldest)
    }
  }
}
