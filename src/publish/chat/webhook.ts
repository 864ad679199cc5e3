/** A webhook of one's own: the digest as JSON, signed, with a key by which a receiver tells a repetition. */
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Digest } from '../../paper/edition.ts'
import { routes } from '../pages/routes.ts'
import { type PresentedEntry, pageUrl, presentEntry } from '../present-entry.ts'
import type { MessageContext } from './message.ts'
import { nameHost, secretsOf, secureUrlSchema } from './secure-url.ts'
import { declareService } from './service.ts'

const headerSchema = z.record(
  z.string().regex(/^[A-Za-z0-9-]{1,100}$/, 'is not the name of a header'),
  z.string().regex(/^[\x20-\x7e]{0,2000}$/, 'is not the value of a header'),
)

export const webhook = declareService({
  name: 'webhook',
  paceMs: 0,
  settings: z.strictObject({
    url: secureUrlSchema,
    /** Signs each body. */
    secret: z.string().min(1).optional(),
    headers: headerSchema.default({}),
    /** Larger digests come in several requests. */
    maxBytes: z.number().int().min(50_000).max(50_000_000).default(250_000),
  }),
  open: ({ url, secret, headers, maxBytes }) => ({
    to: `webhook (${nameHost(url)})`,
    secrets: [
      ...secretsOf(url),
      ...(secret ? [secret] : []),
      ...Object.values(headers).filter(({ length }) => length >= 8),
    ],
    compose: (digest, context) =>
      writeBodies(digest, context, maxBytes).map(body => ({
        content: body,
        make: () => ({
          url,
          headers: { ...headers, ...(secret && { 'x-paperbrief-signature': sign(secret, body) }) },
          body,
        }),
      })),
  }),
})

/** `sha256=` and the HMAC of the body in hexadecimal, as GitHub signs its webhooks. */
function sign(secret: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}

function writeBodies(digest: Digest, { sender, book }: MessageContext, maxBytes: number): string[] {
  const { edition, date, language, layout, entries } = digest
  const { name, baseUrl } = sender
  const groups: PresentedEntry[][] = [[]]
  let bytes = 0
  for (const entry of entries) {
    const paper = presentEntry(entry, digest, { book, baseUrl })
    // Besides its papers a body has less than a thousand bytes.
    const size = Buffer.byteLength(JSON.stringify(paper)) + 1
    if (bytes + size > maxBytes - 1000 && bytes > 0) {
      groups.push([])
      bytes = 0
    }
    groups.at(-1)?.push(paper)
    bytes += size
  }
  return groups.map((papers, index) =>
    JSON.stringify({
      event: 'digest',
      sender: name,
      ...{ edition, date, language, layout },
      ...(baseUrl && { url: pageUrl(routes.digest(digest), { baseUrl }) }),
      count: entries.length,
      part: index + 1,
      parts: groups.length,
      papers,
    }),
  )
}
