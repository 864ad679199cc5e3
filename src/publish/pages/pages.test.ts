import fc from 'fast-check'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { wildText } from '../../../test/wild-digest.ts'
import { paperSchema } from '../../paper/paper.ts'
import { createPages } from './pages.tsx'
import type { DigestRef, DigestView, PageSource, PaperView, Site } from './view.ts'

const site: Site = {
  name: 'Paperbrief',
  language: 'zh-Hans',
  mode: 'files',
  editions: ['daily'],
  version: '1',
}
const digest: DigestRef = {
  edition: 'daily',
  date: '2025-05-28',
  language: 'zh-Hans',
  layout: 'bilingual',
  papers: 1,
}

interface Words {
  title: string
  abstract: string
  author: string
  url: string
  reason: string
}

const plain: Words = {
  title: 'Tides and $x^2$',
  abstract: 'We fit tides. It works, see https://tides.example/code.',
  author: 'A. Keller',
  url: 'https://tides.example',
  reason: 'no engine',
}

function sourceOf(words: Words): PageSource {
  const paper = paperSchema.parse({
    id: '2505.00001',
    title: words.title,
    authors: [words.author],
    categories: ['cs.CL', words.author],
    abstract: words.abstract,
    links: [{ kind: 'code', url: words.url }],
  })
  const brief = {
    paperId: paper.id,
    version: 1,
    form: 'translation',
    language: 'zh-Hans',
    engine: words.author,
    fields: { title: words.title, abstract: words.abstract },
  }
  const summary = {
    ...brief,
    form: 'summary',
    fields: { keywords: words.title, gist: words.abstract },
    basisReason: words.reason,
  }
  const findings = [
    {
      check: 'names',
      severity: 'warning' as const,
      message: words.reason,
      quote: words.title,
      expected: words.url,
    },
  ]
  const view: DigestView = {
    digest,
    sameDay: [],
    entries: [{ paper, brief, findings, fallbackReason: words.reason }],
  }
  const page: PaperView = {
    paper,
    versions: [{ version: 1, withdrawn: false, submitted: words.reason }],
    deleted: false,
    listings: [{ paperId: paper.id, source: words.author, date: '2025-05-28', kind: 'new' }],
    digests: [digest],
    briefs: [
      { brief, findings, evidence: [], pairs: [{ source: words.abstract, target: words.abstract }] },
      {
        brief: summary,
        findings,
        pairs: [],
        evidence: [
          {
            field: 'gist',
            place: 0,
            statement: words.abstract,
            sentences: [{ text: words.title, section: words.reason }],
          },
        ],
      },
    ],
    related: [{ id: words.title || 'x', title: words.title }],
    figures: [{ caption: words.abstract, image: words.url, label: words.title }],
    bibtex: words.abstract,
  }
  const topic = { slug: 'x', name: words.title, papers: 3, weeks: [1, 2] }
  return {
    newestDigest: async () => digest,
    digests: async () => [digest],
    digest: async () => view,
    paper: async id => (id === paper.id ? page : undefined),
    topics: async () => [topic],
    topic: async () => ({ topic, papers: [{ id: paper.id, title: words.title }] }),
  }
}

const paths = [
  '/',
  '/archive',
  '/topics',
  '/topics/x',
  '/about',
  '/search',
  '/papers/2505.00001',
  '/digests/daily/2025-05-28.zh-Hans.bilingual',
]

async function pageOf(path: string, words: Words = plain): Promise<string> {
  const answer = await createPages({ site, source: sourceOf(words) }).request(path)
  expect(answer.status).toBe(200)
  return answer.text()
}

type Element = DefaultTreeAdapterMap['element']

function elementsOf(html: string): Element[] {
  const found: Element[] = []
  const visit = (node: DefaultTreeAdapterMap['node']) => {
    if ('tagName' in node) found.push(node)
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(html))
  return found
}

/** What could run, or load something from elsewhere. */
function dangersIn(html: string): string[] {
  return elementsOf(html).flatMap(({ tagName, attrs }) => [
    ...(['iframe', 'object', 'embed', 'base', 'style', 'img', 'video'].includes(tagName) ? [tagName] : []),
    ...attrs
      .filter(
        ({ name, value }) =>
          name.startsWith('on') ||
          name === 'style' ||
          (['href', 'src', 'action', 'xlink:href'].includes(name) &&
            /^\s*(?:javascript|data|vbscript):/i.test(value)),
      )
      .map(({ name }) => `${tagName} ${name}`),
    ...(tagName === 'script' &&
    !attrs.some(({ name, value }) => name === 'src' && value.endsWith('assets/paperbrief.js'))
      ? ['script']
      : []),
  ])
}

describe('the pages', () => {
  it('set formulas as MathML, with what was typed beside', async () => {
    const html = await pageOf('/papers/2505.00001')
    expect(html).toContain('<msup><mi>x</mi><mn>2</mn></msup>')
  })

  it('link the addresses in a text', async () => {
    expect(await pageOf('/')).toContain('<a href="https://tides.example/code"')
  })

  it('link a digest’s feed where there is one', async () => {
    const feeds = ['feeds/daily.zh-Hans.atom', 'feeds/daily.zh-Hans.rss']
    const ask = async (given: Site, path: string) =>
      (await createPages({ site: given, source: sourceOf(plain) }).request(path)).text()
    expect(await ask({ ...site, feeds }, '/')).toContain('href="./feeds/daily.zh-Hans.atom"')
    expect(await ask({ ...site, feeds }, '/about')).toContain('href="./feeds/daily.zh-Hans.atom"')
    expect(await ask({ ...site, feeds: ['feeds/weekly.zh-Hans.atom'] }, '/')).not.toContain('feeds/')
    expect(await ask(site, '/')).not.toContain('feeds/')
  })

  it('answer 404 for what is not there', async () => {
    const pages = createPages({ site, source: sourceOf(plain) })
    for (const path of ['/papers/2505.99999', '/papers/a%20b', '/digests/daily/never', '/x/y/z'])
      expect((await pages.request(path)).status).toBe(404)
  })

  it.each(paths)('have one first heading, and a language for every foreign text: %s', async path => {
    const elements = elementsOf(await pageOf(path))
    expect(elements.filter(({ tagName }) => tagName === 'h1')).toHaveLength(1)
    expect(elements.find(({ tagName }) => tagName === 'html')?.attrs).toContainEqual({
      name: 'lang',
      value: 'zh-Hans',
    })
  })

  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '[x](javascript:alert(1))',
    '$\\href{javascript:alert(1)}{x}$ and $\\htmlData{a=b}{y}$',
    '</textarea></pre></title><svg onload=alert(1)>',
    'https://a.example/"onmouseover="alert(1)',
    '\u202egnp.exe',
    '&#106;avascript:alert(1)',
  ]

  it.each(hostile)('run nothing of %s', async text => {
    const words = { title: text, abstract: text, author: text, url: text, reason: text }
    for (const path of paths) expect(dangersIn(await pageOf(path, words))).toEqual([])
  })

  it('run nothing, whatever the texts are', async () => {
    const word = fc.oneof(wildText, fc.constantFrom(...hostile))
    const words = fc.record({ title: word, abstract: word, author: word, url: word, reason: word })
    await fc.assert(
      fc.asyncProperty(words, fc.constantFrom(...paths), async (given, path) => {
        expect(dangersIn(await pageOf(path, given))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('take no direction from a text that turns it', async () => {
    for (const path of ['/', '/papers/2505.00001'])
      expect(await pageOf(path, { ...plain, title: 'abc\u202edef' })).not.toContain('\u202e')
  })

  it('make a page of a word of a megabyte', async () => {
    const html = await pageOf('/papers/2505.00001', { ...plain, title: 'x'.repeat(1_000_000) })
    expect(html.length).toBeLessThan(20_000_000)
  })
})
