/** The package document of a book: what it is, what it holds, in which order it is read. */
import { createHash } from 'node:crypto'
import type { Digest } from '../../../paper/edition.ts'
import { element, type XmlNode, xmlDocument } from '../../feed-xml.ts'
import { nameDigest } from '../../present-entry.ts'
import { COVER_PICTURE, type Page, STYLE_SHEET } from './pages.tsx'

const IDENTIFIER = 'book-id'
const PREFIX = 'schema: http://schema.org/'

/** EPUB 3.3, 5: https://www.w3.org/TR/epub-33/#sec-package-doc */
export function writePackage(digest: Digest, pages: readonly Page[]): string {
  return xmlDocument(
    element(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': IDENTIFIER,
        'xml:lang': digest.language,
        prefix: PREFIX,
      },
      [
        element('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, writeMetadata(digest, pages)),
        element('manifest', {}, writeManifest(pages)),
        element(
          'spine',
          {},
          pages.map((_, index) => element('itemref', { idref: idOf(index) })),
        ),
      ],
    ),
  )
}

/** The same file for every book: where the package document lies. */
export function writeContainer(path: string): string {
  const namespace = 'urn:oasis:names:tc:opendocument:xmlns:container'
  const rootfile = element('rootfile', { 'full-path': path, 'media-type': 'application/oebps-package+xml' })
  return xmlDocument(
    element('container', { version: '1.0', xmlns: namespace }, [element('rootfiles', {}, [rootfile])]),
  )
}

function writeMetadata(digest: Digest, pages: readonly Page[]): XmlNode[] {
  const hasFormulas = pages.some(({ properties }) => properties === 'mathml')
  const features = ['tableOfContents', 'structuralNavigation', ...(hasFormulas ? ['MathML'] : [])]
  const meta = (property: string, value: string) => element('meta', { property }, value)
  return [
    element('dc:identifier', { id: IDENTIFIER }, `urn:uuid:${makeUuid(digest)}`),
    element('dc:title', {}, nameDigest(digest)),
    element('dc:language', {}, digest.language),
    element('dc:publisher', {}, 'Paperbrief'),
    element('dc:date', {}, digest.date),
    // Of the digest, not of the export: equal digests give equal bytes.
    meta('dcterms:modified', `${digest.date}T00:00:00Z`),
    meta('schema:accessMode', 'textual'),
    meta('schema:accessModeSufficient', 'textual'),
    ...features.map(feature => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', 'none'),
  ]
}

function writeManifest(pages: readonly Page[]): XmlNode[] {
  return [
    element('item', { id: 'style', href: STYLE_SHEET, 'media-type': 'text/css' }),
    element('item', {
      id: 'cover-picture',
      href: COVER_PICTURE,
      'media-type': 'image/svg+xml',
      properties: 'cover-image',
    }),
    ...pages.map(({ file, properties }, index) =>
      element('item', {
        id: idOf(index),
        href: file,
        'media-type': 'application/xhtml+xml',
        properties,
      }),
    ),
  ]
}

function idOf(index: number): string {
  return `page-${index}`
}

/** The same for the same digest, so that a reader's shelf holds it once; a UUID of version 8 (RFC 9562). */
function makeUuid({ edition, date, language, layout }: Digest): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([edition, date, language, layout]))
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
