/** Makes a page of HTML well-formed XML: what EPUB asks of every page in a book. */

// All that is not Char (XML 1.0, 2.2).
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const LINK = /<a href="([^"]*)"[^>]*>/g

/**
 * @param markup as `hono/jsx` writes it: every tag closed, every attribute in quotes, entities of XML only
 * @returns a document; links that are no addresses are links no more, since a book with one is refused by shops
 */
export function toXhtml(markup: string): string {
  const safe = markup
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(LINK, (link, href: string) => (isAddress(href.replaceAll('&amp;', '&')) ? link : '<a>'))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${safe}\n`
}

// What a browser mends silently (RFC 3986, 2), a checker of books does not.
const PLAIN_ADDRESS = /^https?:\/\/(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9a-f]{2})+$/i

function isAddress(href: string): boolean {
  return /^https?:/i.test(href)
    ? PLAIN_ADDRESS.test(href) && URL.canParse(href)
    : /^[\w.-]+(?:#[\w-]+)?$/.test(href)
}
