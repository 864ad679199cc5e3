/** Text from outside as the plainest HTML, for programs that know no MathML: formulas as code, addresses as links. */
import { findFormulas } from '../paper/formulas.ts'

const ADDRESS = /https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w\-./~%?=&#+:@!$*,;]*[\w\-/~%=&#+@$*])?/g
// Every address has its own tag; more of them than this are no text.
const MAX_LINKS = 50

/** One line, cleaned. */
export function SimpleText({ text }: { text: string }) {
  const parts = []
  let last = 0
  for (const { start, end, tex } of findFormulas(text)) {
    parts.push(...linkAddresses(text.slice(last, start)), <code>{tex.trim()}</code>)
    last = end
  }
  parts.push(...linkAddresses(text.slice(last)))
  return <>{parts}</>
}

function linkAddresses(text: string) {
  const parts: unknown[] = []
  let last = 0
  for (const { index, 0: url } of [...text.matchAll(ADDRESS)].slice(0, MAX_LINKS)) {
    parts.push(text.slice(last, index), URL.canParse(url) ? <a href={url}>{url}</a> : url)
    last = index + url.length
  }
  parts.push(text.slice(last))
  return parts.filter(part => part !== '')
}
