/** Parses XML from outside: well-formed or refused, no document type, no entities but characters, all values text. */
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { errorMessage } from '../paper/error.ts'
import { isJsonRecord, type JsonRecord } from './json-record.ts'
import { looksLikeHtml } from './looks-like-html.ts'
import { CollectError } from './source.ts'

/** An element by fast-xml-parser: children by name, text under `#text`, attributes with `@`. */
export type XmlElement = JsonRecord

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  alwaysCreateTextNode: true,
  // Numeric character references are only read with this on.
  htmlEntities: true,
})

/** The root element and its name; throws CollectError `source-nonsense`, retryable. */
export function parseXml(text: string): { name: string; root: XmlElement } {
  if (looksLikeHtml(text)) throw nonsense('an HTML page where XML was expected')
  // No source of ours sends one, and it is where entities are declared that multiply themselves.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw nonsense('a document type declaration, which is refused')
  if (!text.includes('<')) throw nonsense(`no XML: "${text.slice(0, 80).trim()}"`)
  const valid = XMLValidator.validate(text)
  if (valid !== true) throw nonsense(`damaged XML (line ${valid.err.line}: ${valid.err.msg})`)
  const [first, ...others] = Object.entries(parse(text)).filter(([name]) => name !== '#text')
  if (!first || others.length > 0 || !isJsonRecord(first[1])) throw nonsense('XML without a single root')
  return { name: first[0], root: first[1] }
}

function parse(text: string): object {
  try {
    const document: unknown = parser.parse(text)
    return isJsonRecord(document) ? document : {}
  } catch (cause) {
    // Too deep, or names that would reach into JavaScript's own objects.
    throw nonsense(`XML that is refused (${errorMessage(cause).slice(0, 120)})`, cause)
  }
}

function nonsense(what: string, cause?: unknown): CollectError {
  return new CollectError(`received ${what}`, {
    code: 'source-nonsense',
    hint: 'A source that is out of order, or a network that wants a login, answers like this: open the address in a browser.',
    retryable: true,
    cause,
  })
}
