import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { jsonFeedSchema } from '../../test/schemas/json-feed.ts'
import { makeDigest, wildText } from '../../test/wild-digest.ts'
import { renderFeed } from './feed.ts'
import { renderFeedList } from './feed-list.ts'
import type { FeedDigest, FeedSource } from './feed-model.ts'

const HOSTILE =
  '<script>alert(1)</script> ]]> [x](javascript:alert(1)) \u202eevil\u0000\ufffe\ud800 &amp; "q" \'s\''

async function faults(schema: string, xml: string): Promise<string[]> {
  const rng = readFileSync(new URL(`../../test/schemas/${schema}`, import.meta.url), 'utf8')
  const result = await validateXML({
    xml: [{ fileName: 'feed.xml', contents: xml }],
    schema: [rng],
    extension: 'relaxng',
    initialMemoryPages: 512,
    maxMemoryPages: 4096,
  })
  return result.valid ? [] : result.errors.map(({ message }) => message)
}

const hostile = {
  paper: {
    id: 'doi:10.1/<x>',
    title: HOSTILE,
    authors: [HOSTILE, '', 'Ada Lovelace'],
    categories: [HOSTILE, ''],
    links: [
      { kind: 'code' as const, url: 'javascript:alert(1)' },
      { kind: 'project' as const, url: 'https://a.example/"><script>' },
    ],
    withdrawn: true,
  },
  fields: { title: HOSTILE, abstract: `${HOSTILE}\n\n${'長'.repeat(50)}${'x'.repeat(1_000_000)}` },
  fallbackReason: HOSTILE,
}

const digests: FeedDigest[] = [
  makeDigest('bilingual', [
    {},
    { paper: { id: '2507.00002', title: 'On $\\frac{a}{b}$ and $x^2$' } },
    hostile,
  ]),
  makeDigest('bilingual', [{}, { paper: { id: '2506.00009', title: 'An Older One' } }], {
    date: '2025-06-27',
  }),
]

const source: FeedSource = {
  edition: 'weekly',
  language: 'zh-Hans',
  digests,
  name: 'Tides & <Co>',
  baseUrl: 'https://papers.example/d/',
}

const variants: [string, FeedSource][] = [
  ['papers on a site', source],
  ['papers without a site', { ...source, baseUrl: undefined }],
  ['digests on a site', { ...source, entries: 'digests' }],
  ['digests without a site', { ...source, entries: 'digests', baseUrl: undefined }],
  ['nothing', { ...source, digests: [] }],
]

/** What a reader's program would find in the HTML of an entry. */
function inspectHtml(html: string): { tags: Set<string>; attributes: Set<string>; links: string[] } {
  const found = { tags: new Set<string>(), attributes: new Set<string>(), links: [] as string[] }
  const visit = (node: DefaultTreeAdapterMap['node']) => {
    if ('tagName' in node) {
      found.tags.add(node.tagName)
      for (const { name, value } of node.attrs) {
        found.attributes.add(name)
        if (name === 'href') found.links.push(value)
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parseFragment(html))
  return found
}

const contents = (json: string): string[] =>
  jsonFeedSchema.parse(JSON.parse(json)).items.map(item => item.content_html ?? '')

describe('feeds', () => {
  it.each(variants)('validate as Atom, RSS 2.0 and JSON Feed 1.1: %s', async (_, given) => {
    expect(await faults('atom.rng', renderFeed({ ...given, kind: 'atom' }))).toEqual([])
    expect(await faults('rss-2.0.rng', renderFeed({ ...given, kind: 'rss' }))).toEqual([])
    expect(() => jsonFeedSchema.parse(JSON.parse(renderFeed({ ...given, kind: 'json' })))).not.toThrow()
  })

  it('are refused by the same schemas where something is wrong', async () => {
    const atom = renderFeed({ ...source, kind: 'atom' })
    expect(await faults('atom.rng', atom.replace(/<updated>[^<]*<\/updated>/, ''))).not.toEqual([])
    expect(await faults('atom.rng', atom.replaceAll('T00:00:00Z', ''))).not.toEqual([])
    const rss = renderFeed({ ...source, kind: 'rss' })
    expect(await faults('rss-2.0.rng', rss.replace(/<link>[^<]*<\/link>/, ''))).not.toEqual([])
    expect(await faults('rss-2.0.rng', rss.replace(/ GMT/g, ''))).not.toEqual([])
  })

  it('hold nothing that runs, whatever titles and briefs say', () => {
    fc.assert(
      fc.property(wildText, wildText, (title, abstract) => {
        const given = [
          makeDigest('bilingual', [
            {
              paper: { title, authors: [abstract], categories: [title] },
              fields: { title: abstract, abstract: title },
            },
          ]),
        ]
        for (const html of contents(renderFeed({ ...source, digests: given, kind: 'json' }))) {
          const { tags, attributes, links } = inspectHtml(html)
          expect([...tags].filter(tag => !['p', 'a', 'code', 'em', 'strong', 'h2'].includes(tag))).toEqual([])
          expect([...attributes].filter(name => !['href', 'lang'].includes(name))).toEqual([])
          expect(links.filter(link => !/^https?:\/\//.test(link))).toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })

  it('are well-formed XML that gives the same text back', () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      processEntities: { enabled: true, maxTotalExpansions: 1e6, maxExpandedLength: 1e7 },
      trimValues: false,
      parseTagValue: false,
    })
    fc.assert(
      fc.property(wildText, title => {
        const given = [makeDigest('bilingual', [{ fields: { title } }])]
        const atom = parser.parse(renderFeed({ ...source, digests: given, kind: 'atom' }))
        const json = JSON.parse(renderFeed({ ...source, digests: given, kind: 'json' }))
        expect(String(atom.feed.entry.title['#text'] ?? atom.feed.entry.title)).toBe(
          json.items[0].title.replace(/[\ufffe\uffff]/g, ''),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('give the same bytes again, and keep ids when texts and addresses change', () => {
    const json = (given: FeedSource) => JSON.parse(renderFeed({ ...given, kind: 'json' }))
    expect(renderFeed({ ...source, kind: 'atom' })).toBe(
      renderFeed({ ...source, digests: digests.toReversed(), kind: 'atom' }),
    )
    const moved = json({
      ...source,
      baseUrl: 'https://elsewhere.example/',
      digests: [makeDigest('bilingual', [{ paper: { version: 2, title: 'New' }, fields: { title: '新' } }])],
    })
    expect(moved.items[0].id).toBe(json(source).items[0].id)
    expect(moved.items[0].id).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })

  it('say when a brief was written anew', () => {
    const [first] = digests
    const entries = first?.entries.map(entry => ({ ...entry, writtenAt: '2025-07-09T10:00:00.000Z' })) ?? []
    const feed = JSON.parse(
      renderFeed({ ...source, digests: [{ ...makeDigest('bilingual'), entries }], kind: 'json' }),
    )
    expect(feed.items[0]).toMatchObject({
      date_published: '2025-07-04T00:00:00Z',
      date_modified: '2025-07-09T10:00:00.000Z',
    })
  })

  it('hold a paper once, as the newest digest has it', () => {
    const feed = JSON.parse(renderFeed({ ...source, kind: 'json' }))
    expect(feed.items.map((item: { url: string }) => item.url)).toEqual([
      'https://papers.example/d/papers/2507.00001.html',
      'https://papers.example/d/papers/2507.00002.html',
      'https://papers.example/d/papers/doi_3a_10.1_2f__3c_x_3e_.html',
      'https://papers.example/d/papers/2506.00009.html',
    ])
  })

  it('go back as many digests as wanted, and stay of a size that can be fetched', () => {
    const many = Array.from({ length: 40 }, (_, day) =>
      makeDigest(
        'bilingual',
        Array.from({ length: 30 }, (_, at) => ({
          paper: { id: `25${String(day + 10)}.${String(at).padStart(5, '0')}` },
          fields: { abstract: '長い。'.repeat(700) },
        })),
        { date: new Date(Date.UTC(2025, 0, day + 1)).toISOString().slice(0, 10) },
      ),
    )
    expect(JSON.parse(renderFeed({ ...source, digests: many, keep: 2, kind: 'json' })).items).toHaveLength(60)
    expect(renderFeed({ ...source, digests: many, kind: 'rss' }).length).toBeLessThan(1_600_000)
  })

  it('show formulas that Unicode cannot say as code', () => {
    const [content = ''] = contents(
      renderFeed({
        ...source,
        digests: [
          makeDigest('bilingual', [
            { fields: { abstract: '设 $x^2$ 与 $\\sum_{i=1}^{n} \\frac{a_i}{b_i}$。' } },
          ]),
        ],
        kind: 'json',
      }),
    )
    expect(content).toContain('设 x² 与 <code>\\sum_{i=1}^{n} \\frac{a_i}{b_i}</code>。')
  })
})

describe('the list of feeds', () => {
  it('validates as OPML 2.0', async () => {
    const list = renderFeedList(
      [
        { edition: 'daily', language: 'en' },
        { edition: '<&">', language: 'zh-Hans' },
      ],
      {
        name: HOSTILE,
        baseUrl: 'https://papers.example/d/',
      },
    )
    expect(await faults('opml-2.0.rng', list)).toEqual([])
    expect(list).toContain('xmlUrl="https://papers.example/d/feeds/daily.en.atom"')
  })
})
