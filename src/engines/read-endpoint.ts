/** The key and the address of a provider, as they can be sent. */
import { EngineError } from './engine-error.ts'

/** Undefined for a server that needs none. Throws `engine-key-refused` for one that no header can hold. */
export function readKey(apiKey: string | undefined): string | undefined {
  const key = apiKey?.trim()
  if (!key) return undefined
  // The runtime's own complaint about such a header would quote the key.
  if (!/^[!-~]+$/.test(key))
    throw new EngineError('The API key holds characters that no key has.', { code: 'engine-key-refused' })
  return key
}

/** Without the path of the call. Throws `engine-request-refused` for what is no web address, or holds a password. */
export function readBaseUrl(baseUrl: string): string {
  const url = URL.parse(baseUrl.trim())
  if (url && /^https?:$/.test(url.protocol) && url.username + url.password === '')
    return url.href.replace(/\/+$/, '').replace(/\/chat\/completions$/, '')
  const hint = 'OPENAI_BASE_URL must look like https://api.example.com/v1.'
  throw new EngineError('The base URL of the engine is no web address.', {
    code: 'engine-request-refused',
    hint,
  })
}
