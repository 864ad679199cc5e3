/** A chat of the settings as a channel. */
import { createHash } from 'node:crypto'
import type { Digest } from '../../paper/edition.ts'
import type { FormBook } from '../../paper/form-book.ts'
import type { Channel, Part, Sender } from '../channel.ts'
import type { Extent } from './message.ts'
import { postMessage } from './post.ts'
import type { ChatService } from './service.ts'

export interface ChatRequest {
  name: string
  service: ChatService
  /** What stands in the settings, without what is common to all services. */
  given: unknown
  editions?: readonly string[] | undefined
  show: Extent
  sender: Sender
  book?: FormBook | undefined
  /** `paperbrief/1.0`. */
  userAgent: string
}

/** @throws z.ZodError for settings that do not fit the service */
export function openChat({
  name,
  service,
  given,
  editions,
  show,
  sender,
  book,
  userAgent,
}: ChatRequest): Channel {
  const target = service.open(given)
  return {
    name,
    to: target.to,
    editions,
    queue: name,
    paceMs: service.paceMs,
    close: async () => {},
    async compose(digest) {
      return target.compose(digest, { sender, book, show }).map((draft, index): Part => {
        const key = keyOf(digest, [name, index, draft.content])
        return {
          key,
          bytes: Buffer.byteLength(draft.content),
          async send(means) {
            const post = draft.make(means.now())
            const headers = { ...post.headers, 'idempotency-key': key }
            await postMessage({ post: { ...post, headers }, target, means, userAgent })
          },
        }
      })
    },
  }
}

/** @param parts besides the digest's own name, what tells this part from others */
export function keyOf({ edition, date, language, layout }: Digest, parts: readonly unknown[]): string {
  const text = JSON.stringify([edition, date, language, layout, ...parts])
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
