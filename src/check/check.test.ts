import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../paper/finding.ts'
import { type Form, summaryForm, translationForm } from '../paper/form.ts'
import type { FullText } from '../paper/full-text.ts'
import { latexToText } from '../paper/latex.ts'
import { type Paper, paperSchema } from '../paper/paper.ts'
import { checkBrief, judge } from './check.ts'
import type { CheckInput } from './check-input.ts'

function makePaper(title: string, abstract: string): Paper {
  return paperSchema.parse({ id: '2601.00001', title, authors: [], categories: [], abstract })
}

interface BriefText {
  paper: Paper
  form: Form
  language: string
  fields: Record<string, string>
}

function makeInput({ paper, form, language, fields }: BriefText): CheckInput {
  return {
    paper,
    form,
    brief: { paperId: paper.id, version: 1, form: form.name, language, engine: 'llm', fields },
  }
}

const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        ...'a 的 。 . （ ) [ $ \\ * ` # < & “ https:// GPT-4o 3% X% [[end]] \n {x} 模型 LLM'.split(' '),
      ),
    )
    .map(pieces => pieces.join('')),
)

const fullText: FullText = {
  paperId: '2601.00001',
  origin: 'arxiv-html',
  sections: [
    {
      number: '4.2',
      heading: 'Results',
      level: 2,
      kind: 'body',
      blocks: [{ kind: 'paragraph', text: 'On RainSet the code saves 41.7% of the bytes.' }],
    },
  ],
  figures: [],
  tables: [],
  references: [],
  warnings: [],
}

/** A summary of a paper whose abstract gives no figures, with one statement of results. */
function summariseResults(results: string): CheckInput {
  return makeInput({
    paper: makePaper('Packing rain', 'We present a code for rain gauges.'),
    form: summaryForm,
    language: 'zh-Hans',
    fields: {
      keywords: '压缩、雨量、编码',
      gist: '本文提出一种雨量计编码。',
      question: '雨量计的读数太多。',
      method: '提出一种编码。',
      results,
      practice: '摘要未给出建议。',
    },
  })
}

describe('checkBrief of a summary from the full text', () => {
  const figuresIn = (input: CheckInput) => checkBrief(input).filter(({ check }) => check === 'quantities')

  it('finds figures and names of its sections in the paper', () => {
    expect(checkBrief({ ...summariseResults('在 RainSet 上节省 41.7% 的字节。'), fullText })).toEqual([])
  })

  it('finds them nowhere where there is only the abstract', () => {
    expect(figuresIn(summariseResults('节省 41.7% 的字节。'))).toHaveLength(1)
  })

  it('names the section that has another figure', () => {
    const [finding] = figuresIn({ ...summariseResults('在 RainSet 上节省 47.1% 的字节。'), fullText })
    expect(finding).toMatchObject({ severity: 'error', quote: '47.1%', section: '4.2 Results' })
  })
})

describe('checkBrief', () => {
  it('never throws, whatever the texts hold', () => {
    fc.assert(
      fc.property(
        wild,
        wild,
        wild,
        fc.constantFrom('zh-Hans', 'zh-Hant', 'ja', 'de', 'en', ''),
        (title, abstract, text, language) => {
          const paper = makePaper(title, abstract)
          checkBrief(
            makeInput({ paper, form: translationForm, language, fields: { title: text, abstract: text } }),
          )
          checkBrief(
            makeInput({
              paper,
              form: summaryForm,
              language,
              fields: { keywords: text, gist: text, results: abstract },
            }),
          )
        },
      ),
      { numRuns: 400 },
    )
  })

  it('finds no error in a verbatim copy, whatever it holds', () => {
    const shown = ['completeness', 'names', 'links', 'markup', 'language', 'repetition', 'injection']
    fc.assert(
      fc.property(wild, wild, (title, abstract) => {
        const paper = makePaper(title, abstract)
        const fields = { title: latexToText(title), abstract: latexToText(abstract) }
        const errors = checkBrief(makeInput({ paper, form: translationForm, language: 'en', fields })).filter(
          ({ check, severity }) => severity === 'error' && shown.includes(check),
        )
        expect(errors).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it.each(['a', '的', '（', '。', '$', 'A1-', 'a. ', '“', '模型，', '\\textbf{', 'http://a.b/c '])(
    'takes seconds at most for a megabyte of %j',
    unit => {
      const big = unit.repeat(Math.floor(1_000_000 / unit.length))
      const paper = makePaper('A title', big)
      const started = performance.now()
      checkBrief(
        makeInput({
          paper,
          form: translationForm,
          language: 'zh-Hans',
          fields: { title: '标题', abstract: `${big}x` },
        }),
      )
      expect(performance.now() - started).toBeLessThan(30_000)
    },
  )

  it('reports in the order of the checks', () => {
    const paper = makePaper(
      'A Map of Moss',
      'We map moss with the MossNet model. Code: https://github.com/moss/net',
    )
    const fields = {
      title: '苔藓地图',
      abstract: '我们用**MossNat**模型绘制苔藓綠色的地图。代码：https://github.com/moss/nat',
      extra: 'x',
    }
    const checks = checkBrief(makeInput({ paper, form: translationForm, language: 'zh-Hans', fields })).map(
      ({ check }) => check,
    )
    expect([...new Set(checks)].filter(check => check !== 'quantities')).toEqual([
      'structure',
      'names',
      'links',
      'markup',
      'language',
    ])
  })

  it('leaves the brief and the paper as they are', () => {
    const input = makeInput({
      paper: makePaper('T', 'A b c.'),
      form: translationForm,
      language: 'zh-Hans',
      fields: { title: '题', abstract: '甲。' },
    })
    const before = structuredClone(input)
    checkBrief(input)
    expect(input).toEqual(before)
  })

  it('looks again at a brief that has changed', () => {
    const input = makeInput({
      paper: makePaper('Moss', 'Moss is green.'),
      form: translationForm,
      language: 'zh-Hans',
      fields: { title: '苔藓', abstract: '苔藓是绿色的。' },
    })
    expect(checkBrief(input)).toEqual([])
    input.brief.fields.abstract = '苔藓是**绿色**的。'
    expect(checkBrief(input).map(({ check }) => check)).toEqual(['markup'])
  })
})

describe('judge', () => {
  const error: Finding = { check: 'links', severity: 'error', message: 'A link is missing.' }
  const warning: Finding = { ...error, severity: 'warning' }

  it('passes a brief that has warnings only', () => {
    expect(judge({ findings: [warning], attempt: 3, maxRevisions: 0 }).outcome).toBe('pass')
  })

  it('asks for a revision while attempts are left, then falls back', () => {
    const outcomes = [1, 2, 3].map(attempt => judge({ findings: [error], attempt, maxRevisions: 2 }).outcome)
    expect(outcomes).toEqual(['revise', 'revise', 'fall-back'])
  })
})
