/** What went wrong with a connection, from the error that the HTTP client throws. */
import { errorMessage } from '../paper/error.ts'

const DEEPEST = 5
const NEVER_SENT =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT|SSL/

/** The code of the innermost cause (`ECONNRESET`), else its message. */
export function connectionMessage(error: unknown): string {
  let inner = error
  for (let depth = 0; depth < DEEPEST && inner instanceof Error && inner.cause !== undefined; depth++)
    inner = inner.cause
  const code =
    inner instanceof Error && 'code' in inner && typeof inner.code === 'string' ? inner.code : undefined
  return code ?? errorMessage(inner).slice(0, 200)
}

/** Whether such a request cannot have reached the provider, so that nobody bills it. */
export function isNeverSent(message: string): boolean {
  return NEVER_SENT.test(message)
}
