/** Tests of the book: what EPUB 3.3 demands of its parts, whatever the papers say. */
import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { makeDigest, wildDigest } from '../../../test/wild-digest.ts'
import type { Digest } from '../../paper/edition.ts'
import { exportEpub } from './epub.ts'

interface Item {
  id: string
  href: string
  'media-type': string
  properties?: string
}

interface Package {
  version: string
  'unique-identifier': string
  metadata: Record<string, unknown> & { 'dc:identifier': { id: string; '#text': string } }
  manifest: { item: Item[] }
  spine: { itemref: { idref: string }[] }
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  isArray: name => ['item', 'itemref', 'meta', 'li'].includes(name),
})

function open(bytes: Uint8Array): { files: Record<string, string>; opf: Package } {
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]),
  )
  const container = parser.parse(files['META-INF/container.xml'] ?? '').container
  const path: string = container.rootfiles.rootfile['full-path']
  return { files, opf: parser.parse(files[path] ?? '').package }
}

/** What the specification says a book must be, as far as it can be seen from its files; none where it is one. */
function findFaults(bytes: Uint8Array): string[] {
  const faults: string[] = []
  const must = (holds: unknown, what: string) => {
    if (!holds) faults.push(what)
  }
  const head = Buffer.from(bytes.subarray(0, 58))
  // OCF, 4.2.2: the first file, neither compressed nor with an extra field.
  must(head.readUInt16LE(8) === 0 && head.readUInt16LE(28) === 0, 'mimetype is compressed')
  must(head.toString('latin1', 30) === 'mimetypeapplication/epub+zip', 'mimetype is not first')
  const { files, opf } = open(bytes)
  for (const [path, text] of Object.entries(files))
    if (/\.(?:xml|opf|xhtml|svg)$/.test(path)) must(XMLValidator.validate(text) === true, `${path} is no XML`)
  const { metadata, manifest, spine } = opf
  must(opf.version === '3.0', 'version')
  must(metadata['dc:identifier'].id === opf['unique-identifier'], 'unique-identifier')
  must(/^urn:uuid:[0-9a-f-]{36}$/.test(metadata['dc:identifier']['#text']), 'identifier')
  must(metadata['dc:title'] && metadata['dc:language'], 'title and language')
  const modified = (metadata.meta as { property: string; '#text': string }[]).filter(
    ({ property }) => property === 'dcterms:modified',
  )
  must(
    modified.length === 1 && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(modified[0]?.['#text'] ?? ''),
    'modified',
  )
  const { item } = manifest
  must(new Set(item.map(({ id }) => id)).size === item.length, 'ids differ')
  must(new Set(item.map(({ href }) => href)).size === item.length, 'hrefs differ')
  must(item.filter(({ properties }) => properties === 'nav').length === 1, 'one navigation document')
  must(item.filter(({ properties }) => properties === 'cover-image').length === 1, 'one cover')
  const listed = item.map(({ href }) => `EPUB/${href}`)
  const others = ['mimetype', 'META-INF/container.xml', 'EPUB/package.opf']
  must(
    JSON.stringify([...listed, ...others].toSorted()) === JSON.stringify(Object.keys(files).toSorted()),
    'the manifest lists every file, and no other',
  )
  must(
    spine.itemref.every(({ idref }) => item.some(({ id }) => id === idref)),
    'the spine names what is listed',
  )
  for (const { href, properties } of item) {
    const text = files[`EPUB/${href}`] ?? ''
    if (!href.endsWith('.xhtml')) continue
    must(text.includes('<math ') === (properties === 'mathml'), `${href} says whether it has formulas`)
    must(
      /<html [^>]*xmlns="http:\/\/www\.w3\.org\/1999\/xhtml"[^>]* xml:lang="/.test(text),
      `${href} has a language`,
    )
    must(!/<(?:script|iframe|object|embed|form)\b| on\w+="/i.test(text), `${href} runs something`)
    must(
      !/<(?:img|image|link)[^>]+(?:src|href)="(?!cover\.svg"|style\.css")/.test(text),
      `${href} loads something`,
    )
  }
  const nav = files['EPUB/nav.xhtml'] ?? ''
  const links = [...nav.matchAll(/<li><a href="([^"]+)">([^<]+)<\/a><\/li>/g)]
  must(links.length > 0 && links.every(([, href]) => listed.includes(`EPUB/${href}`)), 'contents')
  return faults
}

const digest = makeDigest('bilingual', [
  {
    paper: { title: 'On $\\frac{a}{b}$' },
    fields: {
      title: '论 $\\frac{a}{b}$',
      abstract: '比 $\\frac{a}{b}$ 小，见 https://a.example/x?a=1&b=2 。',
    },
  },
  { paper: { id: '2507.00002' } },
])

describe('exportEpub', () => {
  it('is what the specification asks of a book', () => {
    expect(findFaults(exportEpub(digest))).toEqual([])
    expect(findFaults(exportEpub(makeDigest('summary', [])))).toEqual([])
  })

  it('has a chapter for each paper, in the order of the digest', () => {
    const { files, opf } = open(exportEpub(digest))
    const order = opf.spine.itemref.map(({ idref }) => opf.manifest.item.find(({ id }) => id === idref)?.href)
    expect(order).toEqual(['cover.xhtml', 'nav.xhtml', 'paper-0001.xhtml', 'paper-0002.xhtml'])
    expect(files['EPUB/paper-0002.xhtml']).toContain('<p lang="zh-Hans">我们用 3 个参数为潮汐建模。</p>')
  })

  it('sets formulas as MathML and says so', () => {
    const { files, opf } = open(exportEpub(digest))
    expect(files['EPUB/paper-0001.xhtml']).toContain('<mfrac>')
    expect(
      opf.manifest.item.filter(({ properties }) => properties === 'mathml').map(({ href }) => href),
    ).toEqual(['paper-0001.xhtml'])
  })

  it('gives equal bytes for equal digests', () => {
    expect(Buffer.from(exportEpub(digest)).equals(Buffer.from(exportEpub(structuredClone(digest))))).toBe(
      true,
    )
  })

  it('is a book whatever its papers say', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('summary', 'bilingual').chain(layout => wildDigest(layout as 'summary')),
        wild => {
          expect(findFaults(exportEpub(wild))).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is XML for a strict parser too', async () => {
    const wild = fc.sample(wildDigest('summary'), { numRuns: 20, seed: 3 })
    const merged: Digest = {
      ...digest,
      entries: [...digest.entries, ...wild.flatMap(({ entries }) => entries)],
    }
    const { files } = open(exportEpub(merged))
    const xml = Object.entries(files)
      .filter(([path]) => /\.(?:opf|xhtml|svg)$/.test(path))
      .map(([fileName, contents]) => ({ fileName, contents }))
    const { errors } = await validateXML({
      xml,
      normalization: 'format',
      initialMemoryPages: 512,
      maxMemoryPages: 4096,
    })
    expect(errors).toEqual([])
  })
})
