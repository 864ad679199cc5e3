/** Addresses that hold a secret: only sent over TLS, and never shown whole. */
import { z } from 'zod'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname)
}

export const secureUrlSchema = z
  .string()
  .max(2000)
  .refine(isSecure, 'is not an address that begins with https:// (http:// is for this machine only)')
  .transform(text => new URL(text))

function isSecure(text: string): boolean {
  const url = URL.parse(text)
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
}

/** The host alone: path and query are the secret. */
export function nameHost({ host }: URL): string {
  return host
}

/** The parts of an address that let others post to it. */
export function secretsOf(url: URL): string[] {
  return [
    url.href,
    url.pathname + url.search,
    ...url.pathname.split('/'),
    ...url.searchParams.values(),
    url.password,
  ].filter(part => part.length >= 8)
}
