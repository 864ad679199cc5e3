/** Tests of the extractive engine. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanParagraphs } from '../paper/clean-text.ts'
import { latexToText } from '../paper/latex.ts'
import { createExtractive } from './extractive.ts'

const { extract } = createExtractive()
const SAMPLES = join(import.meta.dirname, '../../../shared/samples/arxiv-days')

const TITLE = 'FooNet: Sparse Graph Routing for Long Documents'
const SENTENCES = [
  ['background', 'Long documents have become common in many search services.'],
  ['problem', 'However, existing readers fail on texts of more than a thousand pages.'],
  ['method', 'We propose FooNet, a sparse graph routing network that reads long documents by jumping.'],
  ['method', 'Specifically, FooNet first builds a graph of sections, e.g. Fig. 1 of each.'],
  ['results', 'Experiments on four data sets show that FooNet outperforms dense readers by 4.2%.'],
  ['contribution', 'These findings suggest that sparse graph routing is worth a second look.'],
  ['resources', 'Our code is available at https://example.org/foonet.'],
] as const
const PAPER = { title: TITLE, abstract: SENTENCES.map(([, text]) => text).join(' ') }

describe('the roles of sentences', () => {
  it('finds each by its cue words and its place', () => {
    expect(extract(PAPER).sentences).toEqual(SENTENCES.map(([role, text]) => ({ text, role })))
  })

  it('follows the labels of a structured abstract and leaves lone labels out', () => {
    const abstract =
      'Background. Reading is slow. Methods: Readers were timed. Results: It took a day. Conclusions: It is slow.'
    const roles = extract({ title: 'Reading', abstract }).sentences.map(({ role }) => role)
    expect(roles).toEqual(['background', 'method', 'results', 'contribution'])
  })

  it('does not take what others achieved for results', () => {
    const abstract =
      'Networks have achieved large improvements in accuracy on many benchmarks. We propose another. It works.'
    expect(extract({ title: 'Another', abstract }).sentences[0]?.role).toBe('background')
  })

  it('takes what is said of the thing that the paper makes for its own part', () => {
    const abstract =
      'Tides are hard to read. TideNet is a generative reader of tides. TideNet reaches 91% on two coasts. It is small.'
    const roles = extract({ title: 'TideNet: Reading Tides', abstract }).sentences.map(({ role }) => role)
    expect(roles.slice(1, 3)).toEqual(['method', 'results'])
  })

  it('keeps the points of a list in the role of the first', () => {
    const abstract =
      'Reading is slow. We propose three steps: (1) We cut texts into pages. (2) A score of accuracy orders them. (3) A faster reader reads on. Experiments show that it works.'
    const roles = extract({ title: 'Reading', abstract }).sentences.map(({ role }) => role)
    expect(roles.slice(1, 4)).toEqual(['method', 'method', 'method'])
  })

  it('knows Chinese cue words', () => {
    const abstract =
      '近年来，长文档广泛出现。然而，现有方法难以处理。本文提出稀疏路由网络。实验结果表明，准确率提升了4.2%。'
    const roles = extract({ title: '稀疏路由网络', abstract }).sentences.map(({ role }) => role)
    expect(roles).toEqual(['background', 'problem', 'method', 'results'])
  })
})

describe('the gist', () => {
  it('is the sentence that says what the paper proposes', () => {
    expect(extract(PAPER).gist).toBe(SENTENCES[2][1])
  })

  it.each([
    ['the only sentence', { title: 'T', abstract: 'One sentence.' }, 'One sentence.'],
    ['the title where there is no abstract', { title: 'A title', abstract: '' }, 'A title'],
    ['what text there is', { title: '', abstract: '—' }, '—'],
    ['nothing where there is nothing', { title: '', abstract: ' ' }, ''],
  ])('is %s', (_, text, gist) => {
    expect(extract(text).gist).toBe(gist)
  })
})

describe('the gist of several announcements', () => {
  it('is the one that names what the title names', () => {
    const abstract =
      'Maps are many. To read them, we present MapNet, a small reader of maps. To train it, we design an efficient pipeline of map data that decomposes complex maps into parts.'
    expect(extract({ title: 'MapNet: Complex Map Data in a Small Reader', abstract }).gist).toContain(
      'MapNet',
    )
  })
})

describe('the key phrases', () => {
  it('names first, verbatim, three to six, without overlap', () => {
    const { keyphrases } = extract(PAPER)
    expect(keyphrases[0]).toBe('FooNet')
    expect(keyphrases).toContain('sparse graph routing')
    expect(keyphrases.length).toBeGreaterThanOrEqual(3)
    expect(keyphrases.length).toBeLessThanOrEqual(6)
    for (const phrase of keyphrases) expect(`${PAPER.title} ${PAPER.abstract}`).toContain(phrase)
  })

  it('holds no verb at its head or end', () => {
    const abstract =
      'Videos dominate digital life. Large-scale pre-training comes first. Models lose color consistency and undergo mode collapse.'
    for (const phrase of extract({ title: 'Color in Videos', abstract }).keyphrases)
      expect(phrase).not.toMatch(/dominate|comes|lose|undergo/)
  })

  it('holds no formula, link or bare number', () => {
    const abstract =
      'We bound $x^{q}_{ab}$ norms by 45.3% at https://example.org/norm-bounds for convex programs in 2024 and 10x cheaper programs.'
    for (const phrase of extract({ title: 'Norm bounds', abstract }).keyphrases)
      expect(phrase).not.toMatch(/\$|http|example|45|2024|10x/)
  })

  it('finds some in Chinese', () => {
    const { keyphrases } = extract({
      title: '面向长文档的稀疏路由网络',
      abstract: '本文提出稀疏路由网络，并在长文档上验证。',
    })
    expect(keyphrases.length).toBeGreaterThan(0)
  })
})

describe('any input', () => {
  const wild = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.lorem({ mode: 'sentences', maxCount: 50 }),
    fc
      .array(
        fc.constantFrom(
          '$x$',
          '\\textbf{Foo}',
          '。',
          '- item\n',
          'We propose FooNet. ',
          '近年来',
          'Results: ',
          '<b>',
        ),
        { maxLength: 40 },
      )
      .map(parts => parts.join('')),
  )

  it('gives verbatim sentences, and a gist where there is any text', () => {
    fc.assert(
      fc.property(wild, wild, (title, abstract) => {
        const { sentences, gist } = extract({ title, abstract })
        const source = cleanParagraphs(latexToText(abstract)).replace(/\s+/g, ' ')
        for (const { text } of sentences) expect(source).toContain(text)
        if (/\p{L}/u.test(latexToText(title) + source)) expect(gist).not.toBe('')
      }),
    )
  })

  it('says the same twice', () => {
    fc.assert(
      fc.property(wild, abstract => {
        expect(extract({ title: 'T', abstract })).toEqual(extract({ title: 'T', abstract }))
      }),
    )
  })

  it.each(['we ', 'a-', 'We propose Foo. ', '$', 'https://', 'FooNet ', '(', 'ab'])(
    'takes linear time on a megabyte of %j',
    unit => {
      const startedAt = performance.now()
      extract({ title: unit.repeat(500_000), abstract: unit.repeat(500_000) })
      expect(performance.now() - startedAt).toBeLessThan(2_000)
    },
  )
})

describe.skipIf(!existsSync(SAMPLES))('real abstracts (needs ../shared)', () => {
  it('each has a gist and three key phrases or more, nearly always a method', () => {
    const papers = readdirSync(SAMPLES).flatMap(file =>
      readFileSync(join(SAMPLES, file), 'utf8')
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line) as { title: string; summary: string }),
    )
    const extracts = papers.map(({ title, summary }) => extract({ title, abstract: summary }))
    expect(extracts.filter(({ gist, keyphrases }) => gist === '' || keyphrases.length < 3)).toEqual([])
    const methodless = extracts.filter(({ sentences }) => !sentences.some(({ role }) => role === 'method'))
    expect(methodless.length).toBeLessThan(papers.length * 0.04)
  })

  it('takes no key phrase from two sentences that run together, nor a compound that is cut off', () => {
    const { keyphrases } = createExtractive().extract({
      title: 'Vision Transformer-in Adapters',
      abstract:
        'We use it for downstream tasks.To do so, a Vision Transformer-in loop is trained on flood maps.',
    })
    expect(keyphrases.filter(phrase => /\.To|-in$/.test(phrase))).toEqual([])
  })
})
