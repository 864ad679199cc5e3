import { describe, expect, it } from 'vitest'
import { type Form, summaryForm, translationForm } from '../paper/form.ts'
import type { FullText } from '../paper/full-text.ts'
import { paperSchema } from '../paper/paper.ts'
import type { CheckInput } from './check-input.ts'
import { checkDirection } from './direction.ts'

interface Pair {
  abstract: string
  text: string
  language?: string
  form?: Form
}

function input({ abstract, text, language = 'zh-Hans', form = translationForm }: Pair): CheckInput {
  const paper = paperSchema.parse({ id: '2601.00001', title: 'Tern', authors: [], categories: [], abstract })
  const fields: Record<string, string> =
    form === translationForm ? { title: 'Tern', abstract: text } : { gist: text }
  const brief = { paperId: paper.id, version: 1, form: form.name, language, engine: 'llm', fields }
  return { paper, form, brief }
}

const check = (pair: Pair) => checkDirection(input(pair))
const REST = 'The encoder has 24 layers. We publish the data set and the code.'
const REST_ZH = '编码器有24层。我们公开数据集和代码。'

describe('the direction of a statement', () => {
  it('names the clause that is turned and the sentence of the source', () => {
    const abstract = `Training improves accuracy on all nine benchmarks. ${REST}`
    expect(check({ abstract, text: `训练降低了全部九个基准上的准确率。${REST_ZH}` })).toEqual([
      {
        check: 'direction',
        severity: 'error',
        field: 'abstract',
        message: 'What rises in the source falls in the brief, or the other way round.',
        quote: '训练降低了全部九个基准上的准确率',
        expected: 'Training improves accuracy on all nine benchmarks.',
      },
    ])
  })

  it('reports a clause once, however many of its words are turned', () => {
    const abstract = `The method needs no labels and outperforms supervised training. ${REST}`
    const text = `该方法需要标签，并且不如监督训练。${REST_ZH}`
    const quotes = check({ abstract, text }).map(({ quote }) => quote)
    expect(new Set(quotes).size).toBe(quotes.length)
    expect(quotes).toContain('该方法需要标签')
  })

  it('lets a faithful translation of the same sentences pass', () => {
    const abstract = `The method needs no labels and outperforms supervised training. ${REST}`
    expect(check({ abstract, text: `该方法无需标签，并且优于监督训练。${REST_ZH}` })).toEqual([])
  })

  it('parts clauses at half-width marks too', () => {
    const abstract = `The model learns from images, and the boats move from harbour to sea. ${REST}`
    const text = `模型从图像中学习,船只从港口驶向大海。${REST_ZH}`
    expect(check({ abstract, text })).toEqual([])
  })

  it('compares a summary with the full text too, and names the section', () => {
    const fullText: FullText = {
      paperId: '2601.00001',
      origin: 'arxiv-html',
      sections: [
        {
          number: '5',
          heading: 'Ablations',
          level: 1,
          kind: 'body',
          blocks: [
            {
              kind: 'paragraph',
              text: 'Removing the memory module reduces success on long tasks by 21.5%, and the planner needs retraining.',
            },
          ],
        },
      ],
      figures: [],
      tables: [],
      references: [],
      warnings: [],
    }
    const text = '去掉记忆模块使长任务的成功率提高21.5%，规划器需要重新训练。'
    const given = input({ abstract: REST, text, form: summaryForm })
    expect(checkDirection({ ...given, fullText })).toMatchObject([
      { check: 'direction', field: 'gist', section: '5 Ablations' },
    ])
    expect(checkDirection(given)).toEqual([])
  })

  it('says nothing of what has no counterpart in the source', () => {
    expect(check({ abstract: REST, text: '该方法无法在雨天工作，耗电量也不低。' })).toEqual([])
  })

  it('says nothing of a sentence that stands in the source word for word', () => {
    const abstract = `It does not need labels. ${REST}`
    expect(check({ abstract, text: abstract, language: 'en' })).toEqual([])
  })

  it.each(['ja', 'ko', 'de', 'fr', 'es'])('does not judge %s, for which it has no words', language => {
    expect(check({ abstract: REST, text: 'x no nicht pas 不 ない 24.', language })).toEqual([])
  })

  it('takes hostile texts in linear time and without throwing', () => {
    const started = performance.now()
    for (const text of [
      '不'.repeat(50_000),
      '不能，'.repeat(20_000),
      '(no not '.repeat(10_000),
      '至少'.repeat(30_000),
      '9'.repeat(50_000),
      '提升准确率'.repeat(4_000),
      `${'的'.repeat(19_000)}准确率提高`,
      '不能提升准确率；'.repeat(2_000),
      '不可以提升准确率，'.repeat(2_000),
      '从编码到数据，并未忽视'.repeat(1_500),
      '更低上界'.repeat(4_000),
    ])
      for (const language of ['zh-Hans', 'en'])
        expect(
          check({
            abstract: `${REST} It improves accuracy and does not fail. `.repeat(20) + text,
            text,
            language,
          }).length,
        ).toBeGreaterThanOrEqual(0)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('a denial that its own sentence contradicts', () => {
  const abstract = `Developers need data to train a model. The method improves accuracy on image benchmarks. ${REST}`
  const inSummary = (text: string) => check({ abstract, text, form: summaryForm }).filter(isError)
  const isError = ({ severity }: { severity: string }) => severity === 'error'

  it.each([
    '不需要注意的是，该方法只在图像基准上测过准确率。',
    '该方法需要任何数据即可训练模型。',
    '该方法无效地提高图像基准上的准确率。',
    '训练模型不需要数据，也需要图像基准。',
    '不需要数据训练模型的开发者可以试用该方法。',
    '数据对训练模型的开发者确实没有用。',
    '领航员不可以考虑这种做法。',
    '该方法在有任何数据的图像基准上提高准确率。',
    '该方法适合不需要数据训练模型的开发者。',
    '这些数据并足以训练模型。',
    '现有方法面临一个挑战：能够提高准确率。',
    '该方法在图像基准的准确率上大幅不优于数据。',
    '训练模型的数据不足，因此不需要更可靠的数据。',
    '不需要图像数据来训练模型的人员，可以试用该方法。',
    '开发者提出无法训练模型的方法。',
    '该方法降低了训练模型的成本，使其无法用于图像基准。',
    '该方法提高图像基准上的准确率，从而无法训练模型。',
    '摘要未给出数据的规模，因此能够据此判断准确率。',
    '训练模型时应仅凭图像基准判断准确率。',
    '该方法泛化到见过的图像。',
    '这些数据要么成本高昂，要么可靠。',
    '用户不可以从图像中读取准确率。',
    '现有方法通常不依赖大量图像数据。',
    '该方法经常不需要图像数据。',
    '图像数据是否仍无效，尚无定论。',
    '训练模型的准确率未达到91.5%。',
    '该方法的准确率始终不优于图像模型。',
    '训练前的输出不需要核验。',
    '该方法满足了训练模型的不需要。',
    '准确率高确实意味着图像可靠。',
    '开发者应指望数据改善准确率。',
    '训练模型不宜只看准确率，也足以判断图像。',
  ])('is an error: %s', text => {
    expect(inSummary(text)).toHaveLength(1)
  })

  it.each([
    '需要注意的是，该方法只在图像基准上测过准确率。',
    '训练模型只需要数据即可。',
    '该方法既能提高图像基准上的准确率，也不会增加数据。',
    '需要数据训练模型的开发者可以试用该方法。',
    '摘要未给出数据的规模，因此无法据此判断准确率。',
    '训练模型时不应仅凭图像基准判断准确率。',
    '现有方法通常依赖大量图像数据。',
    '该方法不仅不需要图像数据，准确率也更高。',
    '准确率高并不意味着图像可靠。',
    '开发者不应指望数据改善准确率。',
  ])('is none: %s', text => {
    expect(inSummary(text)).toEqual([])
  })

  it('is allowed where the source says it', () => {
    const said = `Developers indeed need data to train a model. ${REST}`
    expect(check({ abstract: said, text: '开发者确实需要数据来训练模型。', form: summaryForm })).toEqual([])
  })
})

describe('what a summary says can be done', () => {
  const abstract = `Tide charts are old. Existing charts cannot capture the full complexity of harbour waves. ${REST}`
  const severitiesOf = (text: string) =>
    check({ abstract, text, form: summaryForm }).map(({ severity }) => severity)

  it('is an error where the source says that it cannot, even of the work of others', () => {
    expect(severitiesOf('潮汐海图已旧，但现有海图能够刻画港口波浪的完整复杂性。')).toEqual(['error'])
  })

  it.each([
    '潮汐海图已旧，但现有海图无法刻画港口波浪的完整复杂性。',
    '如果能够刻画港口波浪的完整复杂性，潮汐海图便可更新。',
    '怎样使海图能够刻画港口波浪的完整复杂性？',
  ])('is none: %s', text => {
    expect(severitiesOf(text)).toEqual([])
  })
})

describe('a suspicion', () => {
  it('is a warning where a word alone stands as its opposite', () => {
    const abstract = `We prove a lower bound on the error of any chart of the harbour. ${REST}`
    const text = `我们证明了任何港口海图误差的一个上界。${REST_ZH}`
    expect(check({ abstract, text }).map(({ severity }) => severity)).toEqual(['warning'])
  })

  it('is a warning where one way of looking alone raises it', () => {
    const abstract = `Adapting to another harbour needs retraining or redesigning the model for the new target. ${REST}`
    const text = '该方法适应另一港口，而不必为新目标重新训练或重新设计模型。'
    expect(check({ abstract, text, form: summaryForm }).map(({ severity }) => severity)).toEqual(['warning'])
  })
})
