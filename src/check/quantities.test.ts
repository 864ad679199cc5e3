/** Golden cases and properties of the quantities check. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Brief } from '../paper/brief.ts'
import type { Finding } from '../paper/finding.ts'
import { builtInForms, translationForm } from '../paper/form.ts'
import { type Paper, paperSchema } from '../paper/paper.ts'
import { checkQuantities } from './quantities.ts'

const casesFolder = new URL('./cases/', import.meta.url)
const caseNames = readdirSync(casesFolder).filter(name => name.startsWith('quantities-'))

interface GoldenCase {
  paper: Paper
  brief: Brief
  findings: Omit<Finding, 'message'>[]
}

describe('the golden cases of the quantities check', () => {
  it.each(caseNames)('finds what %s expects, and nothing else', name => {
    const { paper, brief, findings } = readCase(name)
    const form = builtInForms[brief.form] ?? translationForm
    const found = checkQuantities({ paper, brief, form }).map(({ message: _, ...rest }) => rest)
    expect(found).toEqual(findings)
  })
})

describe('a figure in every way of writing it', () => {
  it('is the same in English and in Chinese', () => {
    fc.assert(
      fc.property(figures, fc.nat(), fc.nat(), (value, english, chinese) => {
        const source = pick(writeEnglish(value), english)
        const brief = pick(writeChinese(value), chinese)
        expect(compare(`The corpus holds ${source} images.`, `该语料包含${brief}张图像。`)).toEqual([])
      }),
    )
  })

  it.each([
    ['五百多万', 'The corpus holds over five million images.', '该语料包含五百多万张图像。'],
    ['70 余万', 'The corpus holds over 0.7 million images.', '该语料包含 70 余万张图像。'],
    ['%p for percentage points', 'It gains 7.96%p on the test set.', '它在测试集上提高 7.96 个百分点。'],
    ['a unit with a letter of TeX', 'Scans resolve $5 \\mu m$.', '扫描分辨率达 5 μm。'],
    ['a blank that the author forgot', 'It surpasses the baseline by3.1%.', '它比基线高 3.1%。'],
    [
      'what a modifier counts for itself',
      'We unify more than 10 existing one-step diffusion distillation approaches.',
      '我们统一了10多种一步扩散蒸馏方法。',
    ],
    [
      'a figure that a blank broke in the source',
      'It scores 86. 27% on 15 ,070 gulls.',
      '它在15,070只海鸥上得分86.27%。',
    ],
    ['1/3 for "three times shorter"', 'It takes a 3 times shorter walk.', '所走的路只有1/3。'],
    ['第0层 for "layer-0"', 'The layer-0 tensors can be inverted.', '第0层的张量可以反演。'],
    ['十六进制', 'We write the codes in hexadecimal.', '我们用十六进制写代码。'],
    ['10 折交叉验证', 'We use 10-fold cross-validation.', '我们采用 10 折交叉验证。'],
    ['the three of a list', 'It works on sight, speech, and code.', '它适用于视觉、语音和代码三个领域。'],
    ['a multiple with its mark before it', 'It runs faster by up to x40.', '它的速度最高达 40 倍。'],
    ['an m for millions', 'The corpus holds 2.7m recipes.', '该语料包含 270 万份菜谱。'],
    ['money in millions', 'The grant of $6m was spent.', '600 万美元的资助已用完。'],
    ['a temperature in kelvin', 'It melts at 310 K and 2 bar.', '它在 310 开尔文和 2 巴下熔化。'],
    ['GPU 天 with a blank', 'The search takes 0.1 GPU days.', '搜索只需 0.1 GPU 天。'],
    ['征兆', 'Early signs of storms are rare.', '风暴的早期征兆很少。'],
    ['degrees of freedom in a name', 'The arm goes from 5DOF to 3-DoF.', '机械臂由5自由度降为3个自由度。'],
    ['十年 for "decadal"', 'It allows decadal-scale analysis of gulls.', '它支持对海鸥作十年尺度的分析。'],
    ['个多月', 'Over 3+ months, 300+ gulls came.', '在 3 个多月里，来了 300 多只海鸥。'],
    ['half a percent', 'It labels less than half a percent of the gulls.', '它只标注了不到 0.5% 的海鸥。'],
    [
      'a result behind a full-width colon',
      'It errs less (Tern 3.5: 0.19).',
      '它的误差更小（Tern 3.5：0.19）。',
    ],
    ['the size in a name with two hyphens', 'We tune Tern--8B slowly.', '我们慢慢微调 Tern-8B。'],
    ['万千', 'It maps a world of gulls.', '它绘出海鸥的万千世界。'],
    ['a data set called by a number', 'We test on ROCK and SECOND.', '我们在 ROCK 和 SECOND 上测试。'],
    ['a percent sign of a macro', 'It saves \\num{5.0}\\,\\pct{} of cost.', '它节省 5.0% 的成本。'],
  ])('is read in %s', (_, source, brief) => {
    expect(compare(source, brief).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('is an error where no list of the source has so many items', () => {
    const found = compare('It captures both form and colour, and it is fast.', '它能捕捉三种东西，而且很快。')
    expect(found.map(({ severity }) => severity)).toEqual(['error'])
  })

  it('is found where one digit was changed', () => {
    fc.assert(
      fc.property(figures, fc.nat(), fc.integer({ min: 1, max: 8 }), (value, chinese, shift) => {
        const wrong = changeLeadingDigit(value, shift)
        const found = compare(
          `The corpus holds ${value} images.`,
          `该语料包含${pick(writeChinese(wrong), chinese)}张图像。`,
        )
        expect(found.some(({ severity }) => severity === 'error')).toBe(true)
      }),
    )
  })

  it('is found where its power of ten was changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999 }), value => {
        expect(compare(`It has ${value} billion parameters.`, `它有${value}亿参数。`)).toHaveLength(1)
        expect(compare(`It has ${value} billion parameters.`, `它有${value * 10}亿参数。`)).toEqual([])
      }),
    )
  })
})

describe('any text', () => {
  it('agrees with itself, whatever it holds', () => {
    const words = fc.constantFrom(
      ...'12 3.5 7B 40% -0.5 1,156 5e-4 $10^{-3}$ $3\\times$ GPT-4 Llama 3 of to and , . ( ) from ± one two third half billion times 亿 万 三 百 千 两 倍 个百分点 第 2025 年 3月 [1] 1/3 8:1 R^2 percent points over 约 近 \\% ~ – / Qwen2.5-7B 数十亿 X% 翻倍'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(words, fc.constantFrom('', ' ')), { maxLength: 40 }), pieces => {
        const text = pieces.map(piece => piece.join('')).join('')
        expect(compare(text, text)).toEqual([])
        expect(compare(text, text, 'summary')).toEqual([])
      }),
    )
  })

  it('is read without an error, whatever characters it holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ unit: 'binary', maxLength: 200 }),
        (source, brief) => {
          expect(Array.isArray(compare(source, brief))).toBe(true)
        },
      ),
    )
  })

  it.each([
    '1',
    '1,',
    '5% ',
    '1/',
    '一二',
    '百分之',
    '(',
    '{',
    '\\frac',
    'a1-',
    'one ',
    '1亿',
    '7B ',
    '[1,',
    '10^',
  ])('is read in time where one piece fills a hundred thousand characters: %j', piece => {
    const text = piece.repeat(100_000 / piece.length)
    const start = performance.now()
    compare(text, text.slice(piece.length))
    // Measured at 20 to 200 ms; what grows faster than the text would take minutes.
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

describe('languages whose number words are not read', () => {
  it.each([
    ['de', 'Das Modell hat 8 Milliarden Parameter und erreicht 3,6 % mit 10.497 Bildern.'],
    ['ja', 'モデルは80億パラメータで、10,497枚の画像で3.6%に達する。'],
    ['ko', '모델은 80억 매개변수이며 이미지 10,497장에서 3.6%에 이른다.'],
  ])('are compared by figures in digits, with scales and units: %s', (language, abstract) => {
    const source = 'The model has 8 billion parameters and reaches 3.6% with 10,497 images.'
    expect(compare(source, abstract, 'translation', language)).toEqual([])
    expect(compare(source, abstract.replace('497', '479'), 'translation', language)).toHaveLength(1)
  })

  it.each([
    ['de', 'Das Modell hat 8 Millionen Parameter und erreicht 3,6 % mit 10.497 Bildern.'],
    ['fr', 'Le modèle a 8 millions de paramètres et atteint 3,6 % avec 10 497 images.'],
    ['ja', 'モデルは8億パラメータで、10,497枚の画像で3.6%に達する。'],
  ])('show a wrong power of ten: %s', (language, abstract) => {
    const source = 'The model has 8 billion parameters and reaches 3.6% with 10,497 images.'
    expect(compare(source, abstract, 'translation', language)).toHaveLength(1)
  })

  it('are compared by the order of digits alone where nothing is known of them', () => {
    const source = 'The model has 8 billion parameters and reaches 3.6% with 10,497 images.'
    const abstract = 'Modelis ar 8 miljardiem parametru sasniedz 3,6 % ar 10 497 attēliem.'
    expect(compare(source, abstract, 'translation', 'lv')).toEqual([])
    expect(compare(source, abstract.replace('497', '479'), 'translation', 'lv')).toHaveLength(2)
  })
})

describe('a finding', () => {
  it('names the size in Chinese where a power of ten is wrong', () => {
    const [finding] = compare('It has 80 billion parameters.', '它有80亿参数。')
    expect(finding?.message).toBe('"80亿" is not in the source, which says "80 billion" (800亿).')
  })

  it('quotes some words more where the figure alone stands in the field twice', () => {
    const [finding] = compare('GPT-4 was tested on 7 tasks.', 'GPT-4在4项任务上接受了测试。')
    expect(finding?.quote).toBe('4项')
  })

  it('tells the field of the abstract when a figure is missing there', () => {
    const [finding] = compare('It uses 37% of the data.', '它只用一部分数据。')
    expect(finding).toMatchObject({ field: 'abstract', expected: '37%' })
  })
})

const figures = fc.oneof(
  fc.integer({ min: 11, max: 99_999 }),
  fc.integer({ min: 2, max: 9_999 }).map(value => value * 10_000),
  fc.integer({ min: 2, max: 9_999 }).map(value => value * 100_000_000),
)

function compare(
  abstract: string,
  translated: string,
  form: 'translation' | 'summary' = 'translation',
  language = 'zh-Hans',
): Finding[] {
  const fields: Record<string, string> =
    form === 'summary' ? { results: translated } : { title: '', abstract: translated }
  const brief = makeBrief({ form, language, fields })
  return checkQuantities({
    paper: makePaper('', abstract),
    brief,
    form: builtInForms[form] ?? translationForm,
  })
}

function pick(writings: readonly string[], choice: number): string {
  return writings[choice % writings.length] ?? ''
}

function writeEnglish(value: number): string[] {
  const writings = [`${value}`, value.toLocaleString('en-US')]
  for (const [size, word, letter] of [
    [1e9, 'billion', 'B'],
    [1e6, 'million', 'M'],
    [1e3, 'thousand', 'K'],
  ] as const) {
    if (value >= size && (value / size) * 100 === Math.round((value / size) * 100))
      writings.push(`${value / size} ${word}`, `${value / size}${letter}`)
  }
  return writings
}

function writeChinese(value: number): string[] {
  const writings = [`${value}`, value.toLocaleString('en-US'), spellHan(value)]
  for (const [size, word] of [
    [1e8, '亿'],
    [1e4, '万'],
  ] as const) {
    if (value >= size && (value / size) * 100 === Math.round((value / size) * 100))
      writings.push(`${value / size}${word}`, `${value / size} ${word}`)
  }
  return writings
}

/** 30,500 as 三万零五百. */
function spellHan(value: number): string {
  const spelled = [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const
  let rest = value
  let text = ''
  for (const [size, unit] of spelled) {
    const section = Math.floor(rest / size)
    rest %= size
    if (section === 0) continue
    const gap = text !== '' && section < 1000 ? '零' : ''
    text += gap + spellSection(section, text === '') + unit
  }
  return text
}

function spellSection(section: number, isFirst: boolean): string {
  const digits = Array.from(String(section), Number)
  const units = ['', '十', '百', '千']
  const spelled = digits
    .map((digit, at) =>
      digit === 0 ? '零' : '零一二三四五六七八九'.charAt(digit) + units[digits.length - 1 - at],
    )
    .join('')
  const folded = spelled.replace(/零+/g, '零').replace(/零$/, '')
  return isFirst ? folded.replace(/^一十/, '十') : folded
}

function changeLeadingDigit(value: number, shift: number): number {
  const text = String(value)
  const digit = ((Number(text.charAt(0)) - 1 + shift) % 9) + 1
  return Number(digit + text.slice(1))
}

function readCase(name: string): GoldenCase {
  const folder = new URL(`${name}/`, casesFolder)
  const [title = '', abstract = ''] = readFileSync(new URL('paper.txt', folder), 'utf8').trim().split('\n\n')
  const findings = JSON.parse(
    readFileSync(new URL('findings.json', folder), 'utf8'),
  ) as GoldenCase['findings']
  const paper = makePaper(title, abstract)
  return { paper, brief: readBrief(readFileSync(new URL('brief.txt', folder), 'utf8')), findings }
}

function readBrief(text: string): Brief {
  const [head = '', ...blocks] = text.split(/^\[\[(?=\w+\]\])/m)
  const setting = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(head)?.[1]
  const fields = blocks.map(block => {
    const end = block.indexOf(']]')
    return [block.slice(0, end), block.slice(end + 2).trim()]
  })
  return makeBrief({
    form: setting('form') ?? 'translation',
    language: setting('language') ?? 'zh-Hans',
    fields: Object.fromEntries(fields),
  })
}

function makePaper(title: string, abstract: string): Paper {
  return paperSchema.parse({ id: '2505.17894', title, authors: [], categories: [], abstract })
}

function makeBrief({ form, language, fields }: Pick<Brief, 'form' | 'language' | 'fields'>): Brief {
  return { paperId: '2505.17894', version: 1, form, language, engine: 'imported', fields }
}
