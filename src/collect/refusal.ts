/** Turns a "no" of a source into an error that says what it said. */
import { cleanLine } from '../paper/clean-text.ts'
import { CollectError } from './source.ts'

/** `status` where the answer had one, `said` the source's own words. */
export function refusal(source: string, { status, said }: { status?: number; said: string }): CollectError {
  const words = cleanLine(said.slice(0, 2000)).slice(0, 200)
  const how = status === undefined ? '' : ` (HTTP ${status})`
  return new CollectError(`${source} refused the request${how}${words ? `: ${words}` : ''}`, {
    code: 'source-refused',
    hint:
      status === 401 || status === 403
        ? 'Set `contact` to a mail address or URL, so that the service can tell us from a robot; then try again later.'
        : 'Check the settings of this source: its categories and `baseUrl`.',
  })
}
