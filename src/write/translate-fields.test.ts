import { describe, expect, it } from 'vitest'
import type { TranslationEngine } from '../engines/engine.ts'
import { summaryForm, translationForm } from '../paper/form.ts'
import { compileGlossary, findTerms } from '../paper/glossary.ts'
import { makeTerm, termSchema } from '../paper/glossary-term.ts'
import type { Paper } from '../paper/paper.ts'
import { NOT_STATED, NOT_STATED_BY_KIND } from './extract-fields.ts'
import { translateFields } from './translate-fields.ts'

const paper: Paper = {
  id: '2505.00001',
  title: 'Tides: \\textbf{Fast} Fits of Harbours',
  authors: [],
  categories: [],
  abstract:
    'Harbours need forecasts, and existing models are slow. We propose TideNet, which fits tides with $\\underset{x}{\\arg}$ terms.\n\nExperiments show that it cuts the error by 12.5%. We release it at https://example.org/tide.',
  abstractOrigin: 'source',
  links: [],
  withdrawn: false,
}

/** Says 译 and the number of letters for each run of words; what is protected stays. */
function fakeEngine(
  translate = (text: string) =>
    text.replace(
      /[A-Za-z][a-z]+(?: [a-z]{1,})*/g,
      run => `译文${'字'.repeat(Math.min(run.split(' ').length, 9))}`,
    ),
) {
  const asked: string[] = []
  const engine: TranslationEngine = {
    kind: 'translator',
    name: 'bergamot',
    model: 'fake',
    async translate({ texts }) {
      asked.push(...texts)
      return texts.map(translate)
    },
    async close() {},
  }
  return { engine, asked }
}

const request = { paper, language: 'zh-Hans' }

describe('translateFields for a translation', () => {
  it('keeps the paragraphs, and in them formulas, names, figures and links', async () => {
    const { fields, notes } = await translateFields({
      ...request,
      form: translationForm,
      engine: fakeEngine().engine,
    })
    expect(Object.keys(fields)).toEqual(['title', 'abstract'])
    expect(fields.title).toMatch(/^Tides：译文/)
    const [first = '', second = ''] = fields.abstract?.split('\n\n') ?? []
    expect(first).toContain('TideNet')
    expect(first).toContain('$\\underset{x}{\\arg}$')
    expect(second).toContain('12.5%')
    expect(second).toMatch(/https:\/\/example\.org\/tide。$/)
    expect(fields.abstract).not.toMatch(/。 |textbf/)
    expect(notes).toEqual([])
  })

  it('leaves a sentence that cannot be translated as it is, and says so', async () => {
    const { engine } = fakeEngine(text => (text.includes('Harbours') ? '' : '译文。'))
    const { fields, notes } = await translateFields({
      ...request,
      paper: { ...paper, title: 'A title', abstract: 'Harbours need forecasts. We go on. So do we.' },
      form: translationForm,
      engine,
    })
    expect(fields.abstract).toBe('Harbours need forecasts. 译文。译文。')
    expect(notes).toHaveLength(1)
    expect(notes[0]).toContain('1 of 4 sentences')
  })

  it('explains a term with a short form at its first use in the abstract, and only there', async () => {
    const term = { source: 'tidal neural network', target: '潮汐神经网络', abbreviation: 'TNN' }
    const glossary = compileGlossary('zh-Hans', [makeTerm(termSchema.parse(term), { scope: 'file' })])
    const { engine } = fakeEngine(text =>
      text.replace(/tidal neural networks?/gi, '潮汐神经网络').replace(/[A-Za-z ]{4,}/g, '词'),
    )
    const { fields } = await translateFields({
      ...request,
      paper: {
        ...paper,
        title: 'Tidal neural networks',
        abstract: 'We train tidal neural networks (TNNs) here. One tidal neural network is small.',
      },
      form: translationForm,
      engine,
      findTerms: text => findTerms(text, glossary),
    })
    expect(fields.title).toBe('潮汐神经网络')
    expect(fields.abstract).toBe('词潮汐神经网络（tidal neural network, TNNs）词。词潮汐神经网络词。')
  })

  it('says in Chinese that there is no abstract, without asking the engine for it', async () => {
    const { engine, asked } = fakeEngine()
    const { fields } = await translateFields({
      ...request,
      paper: { ...paper, abstract: '' },
      form: translationForm,
      engine,
    })
    expect(fields.abstract).toBe('来源没有给出摘要。')
    expect(asked.join()).not.toContain('abstract')
  })

  it('cuts a very long sentence where a clause ends', async () => {
    const clause = 'we measure the height of every tide in every harbour of the northern coast of the country'
    const { engine, asked } = fakeEngine()
    await translateFields({
      ...request,
      paper: { ...paper, abstract: `${Array.from({ length: 9 }, () => clause).join(', ')}.` },
      form: translationForm,
      engine,
    })
    expect(Math.max(...asked.map(text => text.length))).toBeLessThan(430)
  })

  it('joins sentences by blanks in languages that have them', async () => {
    const { engine } = fakeEngine(() => 'Ein Satz.')
    const { fields } = await translateFields({
      ...request,
      language: 'de',
      paper: { ...paper, abstract: 'We go. They stay.' },
      form: translationForm,
      engine,
    })
    expect(fields.abstract).toBe('Ein Satz. Ein Satz.')
  })
})

describe('translateFields for a summary', () => {
  it('translates the sentences that the extractive engine takes, once each, and joins keywords by 、', async () => {
    const { engine, asked } = fakeEngine()
    const { fields } = await translateFields({ ...request, form: summaryForm, engine })
    expect(Object.keys(fields)).toEqual(['keywords', 'gist', 'question', 'method', 'results', 'practice'])
    expect(fields.keywords).toContain('TideNet')
    expect(fields.keywords).not.toContain(', ')
    expect(fields.method).toContain('TideNet')
    expect(fields.results).toContain('12.5%')
    expect(new Set(asked).size).toBe(asked.length)
  })

  it('says nothing twice where the gist is all that there is of the method', async () => {
    const { fields } = await translateFields({
      ...request,
      paper: { ...paper, abstract: 'We propose TideNet, a fast fit of tides.' },
      form: summaryForm,
      engine: fakeEngine().engine,
    })
    expect(fields.method).toContain('TideNet')
    expect(fields.gist).toMatch(/^Tides：.*。$/)
  })

  it('has a Chinese phrase for everything that an abstract may not say', async () => {
    const phrases = [...Object.values(NOT_STATED), ...Object.values(NOT_STATED_BY_KIND)]
    for (const language of ['zh-Hans', 'zh-Hant'])
      for (const phrase of phrases) {
        const { engine, asked } = fakeEngine()
        const { fields } = await translateFields({
          paper: { ...paper, title: phrase, abstract: '' },
          form: translationForm,
          language,
          engine,
        })
        expect(fields.title).toMatch(/^\p{Script=Han}/u)
        expect(asked).toEqual([])
      }
  })
})
