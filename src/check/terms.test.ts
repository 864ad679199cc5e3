import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInForms, translationForm } from '../paper/form.ts'
import { type Glossary, glossaryFor } from '../paper/glossary.ts'
import { parseGlossaryCsv } from '../paper/glossary-csv.ts'
import { makeTerm, type Term, type TermScope } from '../paper/glossary-term.ts'
import { paperSchema } from '../paper/paper.ts'
import { checkTerms } from './terms.ts'
import { checkDigestTerms } from './terms-digest.ts'

const CASES = join(import.meta.dirname, 'cases')
const BUNDLED = join(import.meta.dirname, '../../glossaries/zh-Hans.csv')

function readTerms(file: string, scope: TermScope): Term[] {
  return parseGlossaryCsv(readFileSync(file, 'utf8')).rows.map(({ term }) => makeTerm(term, { scope }))
}

const bundled = readTerms(BUNDLED, 'bundled')
const glossary = glossaryFor({ language: 'zh-Hans', layers: [{ terms: bundled }] })

/** The bundled terms, and those of a `glossary.csv` in the folder of the case as a user's file. */
function glossaryOf(folder: string): Glossary {
  const file = join(CASES, folder, 'glossary.csv')
  if (!existsSync(file)) return glossary
  return glossaryFor({
    language: 'zh-Hans',
    layers: [{ terms: bundled }, { terms: readTerms(file, 'file') }],
  })
}

function paperOf(title: string, abstract: string) {
  return paperSchema.parse({ id: '2601.00001', title, authors: [], categories: [], abstract })
}

function briefOf(fields: Record<string, string>, { form = 'translation', language = 'zh-Hans' } = {}) {
  return { paperId: '2601.00001', version: 1, form, language, engine: 'llm', fields }
}

function readCase(folder: string) {
  const text = readFileSync(join(CASES, folder, 'paper.txt'), 'utf8').trim()
  const [title = '', ...rest] = text.split('\n')
  const [head = '', ...blocks] = readFileSync(join(CASES, folder, 'brief.txt'), 'utf8').split(
    /^(?=\[\[\w+\]\]$)/m,
  )
  const name = /^form: (\w+)$/m.exec(head)?.[1] ?? 'translation'
  const form = builtInForms[name] ?? translationForm
  const fields = blocks.map(block => {
    const cut = block.indexOf('\n')
    return [block.slice(2, cut - 2), block.slice(cut).trim()] as const
  })
  return {
    paper: paperOf(title, rest.join('\n').trim()),
    form,
    brief: briefOf(Object.fromEntries(fields), { form: form.name }),
  }
}

const folders = readdirSync(CASES)
  .filter(folder => folder.startsWith('terms-'))
  .sort()

function severitiesOf(abstract: string, text: string): string[] {
  const paper = paperOf('A study', abstract)
  const brief = briefOf({ title: '一项研究', abstract: text })
  return checkTerms({ paper, form: translationForm, brief, glossary }).map(({ severity }) => severity)
}

describe('terms', () => {
  it.each(folders)('%s', folder => {
    const expected: unknown = JSON.parse(readFileSync(join(CASES, folder, 'findings.json'), 'utf8'))
    const findings = checkTerms({ ...readCase(folder), glossary: glossaryOf(folder) })
    expect(findings.map(({ message: _, ...finding }) => finding)).toEqual(expected)
  })

  it('has twenty cases or more, ten clean ones among them', () => {
    const clean = folders.filter(folder => folder.startsWith('terms-clean-'))
    expect(folders.length).toBeGreaterThanOrEqual(20)
    expect(clean.length).toBeGreaterThanOrEqual(10)
  })

  it('says nothing without a glossary, or with one of another language', () => {
    const input = readCase('terms-unwanted-throughout')
    expect(checkTerms(input)).toEqual([])
    expect(checkTerms({ ...input, glossary: { ...glossary, language: 'ja' } })).toEqual([])
  })

  it('takes an inflected form of an alphabetic language for the rendering', () => {
    const term = makeTerm(
      {
        source: 'neural network',
        target: 'neuronales Netz',
        keep: false,
        accept: [],
        avoid: [],
        forms: [],
        except: [],
      },
      { scope: 'file' },
    )
    const german = glossaryFor({ language: 'de', layers: [{ terms: [term] }] })
    const paper = paperOf('On Neural Networks', 'A neural network learns.')
    const form = translationForm
    const kept = briefOf(
      { title: 'Über neuronale Netze', abstract: 'Ein neuronales Netz lernt.' },
      { language: 'de' },
    )
    const lost = briefOf({ title: 'Über Netze', abstract: 'Ein Geflecht lernt.' }, { language: 'de' })
    expect(checkTerms({ paper, form, brief: kept, glossary: german })).toEqual([])
    expect(checkTerms({ paper, form, brief: lost, glossary: german })).toMatchObject([{ severity: 'error' }])
  })

  it.each([
    ['a head that several words share', 'We mix textual and visual reasoning.', '我们混合图文推理。'],
    [
      'a term that shares its head',
      'Scene understanding and relations of gulls.',
      '对场景和海鸥关系的理解。',
    ],
    ['a term turned into verb and object', 'Representation learning of gulls.', '学习海鸥的表征。'],
    ['a term with one word left in English', 'We build multi-agent systems.', '我们构建多 agent 系统。'],
    [
      'two forms of a term by two renderings',
      'We study generative modeling. A generative model draws.',
      '我们研究生成建模。生成模型会画画。',
    ],
    [
      'a term whose words stand apart',
      'Large language models write. Large Bantu language models write too.',
      '大语言模型会写作。大型语言模型（班图语）也会写作。',
    ],
    [
      'a word of the term in a name',
      'Autonomous driving is slow. The teams of Race Autonomous Europe raced.',
      '自动驾驶很慢。欧洲无人驾驶大赛的车队比了赛。',
    ],
    [
      'two other words that meet',
      'The mixture of experts is slow. We count expert combinations.',
      '混合专家很慢。我们统计专家组合的数目。',
    ],
    ['a term said once, and put in other words', 'We mix visual reasoning.', '我们混合图文思考。'],
    [
      'two renderings of a term said once',
      'Generative models draw and paint.',
      '生成模型会画，生成建模会涂。',
    ],
    [
      'the words of a term that stand far apart',
      'Image editing needs images.',
      '编辑图像时，图像分离为与编辑相关的区域。',
    ],
    [
      'the ordinary sense of a word',
      'The level of attention that is given to gulls rose.',
      '海鸥受到的关注增加了。',
    ],
    ['two words that meet', 'Agents use unique tools.', '智能体使用独特工具。'],
    ['a word across two', 'Cross-lingual gulls fly across linguistic borders.', '跨语言的海鸥跨越语言边界。'],
    ['another sense of a word', 'We map the alignments of parties.', '我们绘制政党结盟图。'],
    [
      'the sense of a field',
      'On a blockchain, a token is a vote. Each token counts.',
      '在区块链上，一枚代币就是一票。每枚代币都算数。',
    ],
  ])('is not sure of %s', (_, abstract, text) => {
    expect(severitiesOf(abstract, text)).not.toContain('error')
  })

  it.each([
    [
      'a term that recurs and is nowhere',
      'We mix visual reasoning. Visual reasoning helps.',
      '我们混合图文思考。图文思考有用。',
    ],
    [
      'two renderings of one form',
      'Generative models draw. Generative models paint.',
      '生成模型会画。生成建模会涂。',
    ],
    ['an unwanted rendering', 'The mixture of experts is slow.', '专家组合很慢。'],
    ['the sense of another field', 'The model reads a token.', '模型读取一枚代币。'],
    [
      'an ordinary sense of a word said twice',
      'Alignment helps. We measure alignment.',
      '结盟有用。我们衡量结盟。',
    ],
  ])('is sure of %s', (_, abstract, text) => {
    expect(severitiesOf(abstract, text)).toEqual(['error'])
  })

  it('finds something or nothing in wild text, and never throws', () => {
    const word = fc.constantFrom(
      'agent',
      'token（',
      '智能体',
      '代理（agent）',
      '（',
      'LLM',
      '。',
      '强化学',
      '𠮷',
      '\u0000',
      '$',
      'İ',
    )
    const text = fc.array(word, { maxLength: 60 }).map(words => words.join(' '))
    fc.assert(
      fc.property(text, text, (source, written) => {
        const input = {
          paper: paperOf(source, source),
          form: translationForm,
          brief: briefOf({ title: written, abstract: written }),
          glossary,
        }
        for (const { check } of checkTerms(input)) expect(check).toBe('terms')
      }),
      { numRuns: 60 },
    )
  })
})

describe('terms of a digest', () => {
  const item = (
    title: string,
    fields: Record<string, string>,
    abstract = 'A large language model writes.',
  ) => ({
    paper: paperOf(title, abstract),
    form: translationForm,
    brief: briefOf(fields),
  })

  it('names the item that renders a term otherwise than the glossary and the others', () => {
    const items = [
      item('One', { title: '一', abstract: '大语言模型会写作。' }),
      item('Two', { title: '二', abstract: '大型语言模型会写作。' }),
    ]
    const [first, second] = checkDigestTerms(items, glossary)
    expect(first).toEqual([])
    expect(second).toMatchObject([{ check: 'terms', severity: 'warning', quote: '大型语言模型' }])
  })

  it('finds two declared renderings of one English term', () => {
    const items = [
      item('One', { title: '一', abstract: '我们研究苔藓阅读（moss reading, MR）。' }),
      item('Two', { title: '二', abstract: '我们研究青苔解析法（moss reading, MR）。' }),
      item('Three', { title: '三', abstract: '本文也做苔藓阅读（moss reading, MR）。' }),
    ]
    expect(checkDigestTerms(items, glossary).map(findings => findings.length)).toEqual([0, 1, 0])
  })

  it('lets any word stand before a name in brackets', () => {
    const items = [
      item('One', { title: '一', abstract: '数据集（ImageNet）很大。' }),
      item('Two', { title: '二', abstract: '基准（ImageNet）很大。' }),
    ]
    expect(checkDigestTerms(items, glossary)).toEqual([[], []])
  })
})
