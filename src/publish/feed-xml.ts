/** Writes XML: every text and attribute escaped, nothing in it that XML 1.0 cannot hold. */

export type XmlNode = string

type Attributes = Readonly<Record<string, string | undefined>>

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Kept as they are, they would come back from an attribute as blanks.
  '\n': '&#10;',
  '\t': '&#9;',
}
// All that is not Char (XML 1.0, 2.2).
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** @param content text, which is escaped, or elements, which are not; absent: an empty element */
export function element(
  name: string,
  attributes: Attributes,
  content?: string | readonly XmlNode[],
): XmlNode {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${escapeXml(value ?? '').replace(/["\n\t]/g, char => ENTITIES[char] ?? char)}"`,
    )
    .join('')
  if (content === undefined) return `<${name}${written}/>\n`
  const inner = typeof content === 'string' ? escapeXml(content) : `\n${content.join('')}`
  return `<${name}${written}>${inner}</${name}>\n`
}

export function xmlDocument(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`
}

function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>]/g, char => ENTITIES[char] ?? char)
}
