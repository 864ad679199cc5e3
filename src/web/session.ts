/** Sessions without a table: what the cookie says is signed, and a new password ends them all. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export const SESSION_COOKIE = 'paperbrief'
export const SESSION_DAYS = 30

const DAY_MS = 86_400_000

export interface Sessions {
  /** What the cookie holds: when it ends, a number of its own, and the signature over both. */
  issue(nowMs: number): string
  isValid(token: string | undefined, nowMs: number): boolean
}

/** @param secret changes when the password does */
export function openSessions(secret: string): Sessions {
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest()
  return {
    issue(nowMs) {
      const body = `${nowMs + SESSION_DAYS * DAY_MS}.${randomBytes(16).toString('base64url')}`
      return `${body}.${sign(body).toString('base64url')}`
    },
    isValid(token, nowMs) {
      const [endsMs, number, signature] = token?.split('.') ?? []
      if (!endsMs || !number || !signature) return false
      const given = Buffer.from(signature, 'base64url')
      const wanted = sign(`${endsMs}.${number}`)
      return given.length === wanted.length && timingSafeEqual(given, wanted) && Number(endsMs) > nowMs
    },
  }
}
