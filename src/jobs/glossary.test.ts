import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileGlossary } from '../paper/glossary.ts'
import { makeTerm, type Term, termSchema } from '../paper/glossary-term.ts'
import { readSettings } from '../settings.ts'
import { compareRenderings } from './compare-renderings.ts'
import { loadGlossary } from './glossary.ts'
import { GlossaryError } from './glossary-error.ts'
import { formatGlossaryYaml, parseGlossaryYaml } from './glossary-file.ts'
import { suggestTerms } from './suggest-terms.ts'

function workspace(files: Record<string, string>) {
  const home = mkdtempSync(join(tmpdir(), 'glossary-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text)
  return readSettings({ home, env: {} })
}

type Texts = Parameters<typeof suggestTerms>[0]['library']['terms']

/** The part of a library that glossaries ask for. */
function libraryOf({
  texts = [],
  briefs = [],
  terms = [],
}: {
  texts?: string[]
  briefs?: { abstract: string; text: string }[]
  terms?: Term[]
}): { terms: Texts } {
  return {
    terms: {
      list: async () => terms,
      add: async () => ({ added: 0, replaced: 0 }),
      remove: async () => false,
      recentTexts: async () => texts.map((abstract, at) => ({ id: String(at), title: '', abstract })),
      recentBriefs: async () =>
        briefs.map(({ abstract, text }, at) => ({
          briefId: at,
          paperId: String(at),
          title: '',
          abstract,
          form: 'translation',
          fields: { abstract: text },
        })),
    },
  }
}

const term = (source: string, target: string, accept: string[] = []) =>
  makeTerm(termSchema.parse({ source, target, accept }), { scope: 'bundled' })

describe('loadGlossary', () => {
  it('puts the edition’s file before the library, this before the file of all, this before what is bundled', async () => {
    const settings = workspace({
      'paperbrief.yaml':
        'glossary: [all.csv]\neditions:\n  daily: { layout: summary, glossary: [own.yaml] }\n  weekly: { layout: summary }\n',
      'all.csv': 'agent,代理\nbackbone,脊梁\npaper mill,造纸厂\n',
      'own.yaml': 'agent: 特工\n',
    })
    const library = libraryOf({
      terms: [makeTerm(termSchema.parse({ source: 'backbone', target: '主干' }), { scope: 'library' })],
    })
    const daily = await loadGlossary({ settings, library, language: 'zh-Hans', edition: 'daily' })
    const weekly = await loadGlossary({ settings, library, language: 'zh-Hans', edition: 'weekly' })
    const targets = (['agent', 'backbone', 'paper mill', 'world model'] as const).map(source =>
      [daily, weekly].map(glossary => glossary.ruleFor(source)?.target),
    )
    expect(targets).toEqual([
      ['特工', '代理'],
      ['主干', '主干'],
      ['造纸厂', '造纸厂'],
      ['世界模型', '世界模型'],
    ])
  })

  it('has no bundled terms for a language without a file', async () => {
    expect((await loadGlossary({ settings: workspace({}), language: 'ja' })).terms).toEqual([])
  })

  it('names file, line and mend of a fault', async () => {
    const settings = workspace({ 'paperbrief.yaml': 'glossary: [all.csv]\n', 'all.csv': 'agent,代理\nx,\n' })
    const loading = loadGlossary({ settings, language: 'zh-Hans' })
    await expect(loading).rejects.toThrow(GlossaryError)
    await expect(loading).rejects.toMatchObject({
      message: 'all.csv, line 2: the term has no target.',
      hint: expect.stringContaining('keep'),
    })
  })

  it('names a file that is not there', async () => {
    const settings = workspace({ 'paperbrief.yaml': 'glossary: [none.csv]\n' })
    await expect(loadGlossary({ settings, language: 'zh-Hans' })).rejects.toMatchObject({
      code: 'glossary-file-missing',
    })
  })
})

describe('parseGlossaryYaml', () => {
  it('reads lines of term and rendering, entries under a term, and lists', () => {
    const pairs = parseGlossaryYaml('agent: 智能体\ntoken: { keep: true, avoid: [令牌] }\n')
    const list = parseGlossaryYaml('terms:\n  - source: agent\n    target: 智能体\n')
    expect(pairs.rows.map(({ term: { source, target }, line }) => [line, source, target])).toEqual([
      [1, 'agent', '智能体'],
      [2, 'token', 'token'],
    ])
    expect(list.rows).toMatchObject([{ line: 2, term: { source: 'agent' } }])
  })

  it.each([
    ['agent: [\n', 'Flow'],
    ['- source: agent\n  target: 智能体\n  colour: red\n', '"colour" is unknown'],
    ['- 智能体\n', 'wrong'],
    ['', 'no terms'],
  ])('tells what is wrong with %j', (text, message) => {
    const [fault] = parseGlossaryYaml(text).faults
    expect(fault?.message).toContain(message)
    expect(fault?.line).toBeGreaterThan(0)
  })

  it('does not follow aliases', () => {
    const bomb = `a: &a 智能体\nb: &b [${'*a,'.repeat(9)}*a]\nc: [${'*b,'.repeat(9)}*b]\n`
    expect(parseGlossaryYaml(bomb).rows).toHaveLength(1)
  })

  it('reads back what it writes', () => {
    const terms = [
      term('agent', '智能体', ['主体']),
      makeTerm(termSchema.parse({ source: 'token', keep: true }), { scope: 'file' }),
    ]
    const again = parseGlossaryYaml(formatGlossaryYaml(terms)).rows.map(row => row.term)
    expect(again).toMatchObject([
      { source: 'agent', target: '智能体', accept: ['主体'] },
      { source: 'token', keep: true },
    ])
  })
})

describe('suggestTerms', () => {
  const glossary = compileGlossary('zh-Hans', [term('large language model', '大语言模型')])
  const suggest = (texts: string[], briefs: { abstract: string; text: string }[] = []) =>
    suggestTerms({ library: libraryOf({ texts, briefs }), glossary, minPapers: 2, limit: 10 })

  it('finds what recurs without a rule, with its short form and what briefs call it', async () => {
    const texts = [
      'We study tidal gate planning (TGP) with large language models.',
      'Tidal gate planning is hard for large language models.',
    ]
    const found = await suggest(texts, [
      { abstract: texts[0] ?? '', text: '潮闸规划（tidal gate planning, TGP）' },
    ])
    expect(found).toEqual([
      {
        source: 'tidal gate planning',
        abbreviation: 'TGP',
        papers: 2,
        renderings: [{ text: '潮闸规划', count: 1 }],
      },
    ])
  })

  it('passes over plain words and parts of longer terms', async () => {
    expect(
      await suggest([
        'a novel method performs well on glass fibre sorting',
        'our novel method shows glass fibre sorting',
      ]),
    ).toMatchObject([{ source: 'glass fibre sorting' }])
  })
})

describe('compareRenderings', () => {
  it('names terms that some briefs render otherwise', async () => {
    const glossary = compileGlossary('zh-Hans', [
      term('large language model', '大语言模型', ['大型语言模型']),
    ])
    const abstract = 'Large language models write.'
    const briefs = ['大语言模型会写。', '大型语言模型会写。', '大语言模型写。'].map(text => ({
      abstract,
      text,
    }))
    expect(await compareRenderings(libraryOf({ briefs }), glossary)).toEqual([
      {
        source: 'large language model',
        target: '大语言模型',
        renderings: [
          { text: '大语言模型', briefs: 2, wanted: true },
          { text: '大型语言模型', briefs: 1, wanted: false },
        ],
      },
    ])
  })
})
