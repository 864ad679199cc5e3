/** Says where a redirect may lead: on inside the same service, never to another one. */
import { CollectError } from './source.ts'

// Two hosts of one operator; an answer from elsewhere (a captive portal, a hijacked name) is not the source's.
const SERVICES = ['arxiv.org', 'huggingface.co']

export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

/** The URL to ask next; throws CollectError `source-redirected` where the way leads out of the service. */
export function followRedirect(from: URL, location: string | null): URL {
  const to = location !== null && URL.canParse(location, from.href) ? new URL(location, from) : undefined
  if (to && isSameService(from, to)) return to
  throw new CollectError(`${from.host} redirects to ${to ? to.host || to.protocol : 'nowhere'}`, {
    code: 'source-redirected',
    hint: 'Open the address in a browser: a network that wants a login answers like this. If the service has moved, set its new `baseUrl`.',
  })
}

function isSameService(from: URL, to: URL): boolean {
  if (to.username !== '' || to.password !== '') return false
  const upgrade = from.protocol === 'http:' && to.protocol === 'https:'
  if (!upgrade && from.protocol !== to.protocol) return false
  if (from.hostname === to.hostname) return upgrade || from.port === to.port
  return SERVICES.some(domain => isWithin(from.hostname, domain) && isWithin(to.hostname, domain))
}

function isWithin(hostname: string, domain: string): boolean {
  return hostname === domain || hostname.endsWith(`.${domain}`)
}
