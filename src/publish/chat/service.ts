/** What a chat service is to the rest: settings of its own, a way to write a digest, and a reading of its answers. */
import type { z } from 'zod'
import type { Digest } from '../../paper/edition.ts'
import type { MessageContext } from './message.ts'

export interface Post {
  url: URL
  headers?: Record<string, string>
  /** JSON. */
  body: string
}

export interface Draft {
  /** What the part says, without what changes from one sending to the next. */
  content: string
  /** The request; signatures hold the time and are made last. @param now milliseconds since 1970, UTC */
  make(now: number): Post
}

export interface Answer {
  status: number
  header(name: string): string | undefined
  /** The body, cut off where it is far too long; `json` is undefined where it is not JSON. */
  text: string
  json: unknown
}

/** Why a part was not taken. */
export interface Fault {
  message: string
  retryable: boolean
  retryAfterMs?: number | undefined
  hint?: string | undefined
}

export interface Target {
  /** Where it leads, for people, without secrets. */
  to: string
  /** Never to be printed, should an answer repeat them. */
  secrets: readonly string[]
  compose(digest: Digest, context: MessageContext): Draft[]
  /** What the service says besides the status; undefined where it took the part. Asked for 2xx alone. */
  judge?(answer: Answer): Fault | undefined
  /** The same for other statuses; undefined where the status says it all. */
  explain?(answer: Answer): Partial<Fault> | undefined
}

export interface ChatService {
  name: string
  settings: z.ZodType
  /** Between two messages: what the service asks for. */
  paceMs: number
  /** @throws z.ZodError for settings that do not fit */
  open(given: unknown): Target
}

/** Fixes the type of a service's settings, once they have been judged. */
export function declareService<S extends z.ZodType>(service: {
  name: string
  settings: S
  paceMs: number
  open(settings: z.infer<S>): Target
}): ChatService {
  return { ...service, open: given => service.open(service.settings.parse(given)) }
}
