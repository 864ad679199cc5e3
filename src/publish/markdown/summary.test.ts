/** Tests of the summary layout. */
import { describe, expect, it } from 'vitest'
import { makeDigest } from '../../../test/wild-digest.ts'
import { summaryForm } from '../../paper/form.ts'
import { parseSummary, renderSummary } from './summary.ts'

describe('renderSummary', () => {
  it('writes all six sections under exact labels', () => {
    expect(renderSummary(makeDigest('summary'))).toBe(
      [
        '# Papers for 2025-07-04',
        '## 0.[A Small Model of Tides](https://arxiv.org/pdf/2507.00001)',
        '**核心关键词**：潮汐、小模型、参数',
        '**一句话核心摘要**：本文用三个参数描述潮汐。',
        '**主要研究问题**：潮汐能否用很少的参数描述？',
        '**关键方法**：拟合一个含 3 个参数的模型。',
        '**主要成果**：误差 p < 0.05，snake_case 与 C++ 保持原样。',
        '**对从业者的启示**：小模型有时就够用。',
        '共 1 篇论文。 <!-- paperbrief edition=weekly date=2025-07-04 language=zh-Hans layout=summary engines=llm/tide-1 -->\n',
      ].join('\n\n'),
    )
  })

  it('labels in the language of the digest, and in English where it has no labels', () => {
    const english = renderSummary(makeDigest('summary', [{}], { language: 'en' }))
    expect(english).toContain('\n\n**Keywords**: 潮汐')
    expect(english).toContain('\n\n**For practitioners**: ')
    expect(renderSummary(makeDigest('summary', [{}], { language: 'pt' }))).toContain('**In one sentence**: ')
  })

  it('takes the labels of a language from the form it is given', () => {
    const form = {
      ...summaryForm,
      fields: summaryForm.fields.map(field => ({
        ...field,
        labels: { ...field.labels, pt: `${field.key} (pt)` },
      })),
    }
    const digest = makeDigest('summary', [{ brief: { language: 'pt' } }], { language: 'pt' })
    const text = renderSummary(digest, { form })
    expect(text).toContain('**gist (pt)**: 本文')
    expect(parseSummary(text, { form }).items[0]).toMatchObject({
      fields: digest.entries[0]?.brief.fields,
      findings: [],
    })
  })

  it('numbers from 0 and keeps every section in one paragraph', () => {
    const text = renderSummary(
      makeDigest('summary', [{}, { paper: { id: '0704.0001' }, fields: { method: 'a\n\n## b' } }]),
    )
    expect(text).toContain('## 1.[A Small Model of Tides](https://arxiv.org/pdf/0704.0001)')
    expect(text).toContain('**关键方法**：a ## b\n')
  })
})

function parseItem(...body: string[]) {
  const { items, skipped } = parseSummary(
    ['# Papers for 2025-07-04', '## 0.[T](https://arxiv.org/pdf/2507.00001)', ...body].join('\n'),
  )
  const item = items[0]
  if (!item) throw new Error('no item')
  return { ...item, skipped }
}

const six = ['词、语', '一句。', '问？', '法。', '果。', '用。']
const names = ['核心关键词', '一句话核心摘要', '主要研究问题', '关键方法', '主要成果', '对从业者的启示']
const keys = ['keywords', 'gist', 'question', 'method', 'results', 'practice']
const fields = Object.fromEntries(keys.map((key, index) => [key, six[index]]))

describe('parseSummary', () => {
  it('finds nothing to say of a digest in the layout that others wrote', () => {
    const item = parseItem(...names.flatMap((name, index) => [`**${name}**：${six[index]}`, '']))
    expect(item).toMatchObject({ id: '2507.00001', title: 'T', fields, findings: [], skipped: [] })
  })

  it.each([
    ['on one line, two spaces apart', names.map((name, index) => `**${name}**： ${six[index]}`).join('  ')],
    ['without bold', names.map((name, index) => `${name}：${six[index]}`).join('  ')],
    ['without colons', names.map((name, index) => `**${name}** ${six[index]}`).join('  ')],
    ['with colons inside', names.map((name, index) => `**${name}：** ${six[index]}`).join('  ')],
    ['with half-width colons', names.map((name, index) => `**${name}**: ${six[index]}`).join('  ')],
    ['as a list', names.map((name, index) => `- **${name}**: ${six[index]}`).join('\n')],
    ['as headings', names.map((name, index) => `### ${name}\n\n${six[index]}`).join('\n\n')],
    [
      'behind single spaces',
      names
        .map((name, index) => `${name}：${six[index]}`)
        .join(' ')
        .replace('词、语 ', '词、语  '),
    ],
  ])('reads sections %s', (_, body) => {
    expect(parseItem(body)).toMatchObject({ fields, skipped: [] })
  })

  it('reports a label in another spelling with the spelling of the layout', () => {
    const item = parseItem(
      ...names.map((name, index) => `**${index === 3 ? 'Key Methodology' : name}**：${six[index]}`),
    )
    expect(item.fields).toEqual(fields)
    expect(item.findings).toEqual([
      {
        check: 'structure',
        severity: 'warning',
        field: 'method',
        message: 'The label is written "**Key Methodology**："; the layout has "**关键方法**：".',
        quote: '**Key Methodology**：',
        expected: '**关键方法**：',
      },
    ])
  })

  it('keeps a keyword whose English term in brackets is long', () => {
    const keywords =
      '图像描述、可验证奖励强化学习（reinforcement learning with verifiable rewards, RLVR）、客观奖励'
    const item = parseSummary(
      `# Papers for 2025-09-30\n\n## 0.[Tides](https://arxiv.org/pdf/2509.00001)\n\n**核心关键词**：${keywords}\n\n**一句话核心摘要**：一句。\n`,
    ).items[0]
    expect(item?.fields.keywords).toBe(keywords)
  })

  it('takes the bold off keywords and joins them as the layout does', () => {
    const item = parseItem('**核心关键词**： **甲 (A, a)**，**乙**, 丙；丁')
    expect(item.fields.keywords).toBe('甲 (A, a)、乙、丙、丁')
  })

  it('takes sections without labels in order where their number is right, and says so', () => {
    const item = parseItem(`summary:**词，语** ${six.slice(1).join(' ')}`)
    expect(item.fields).toEqual(fields)
    expect(item.findings.map(({ severity, field }) => [severity, field])).toEqual([
      ['warning', undefined],
      ...keys.map(key => ['error', key]),
    ])
  })

  it('tells sections without labels apart by their first words where some are missing', () => {
    const item = parseItem('**词**，**语** 一句。 本文旨在问。 实验果。 对于从业者，用。')
    expect(item.fields).toEqual({
      keywords: '词、语',
      gist: '一句。',
      question: '本文旨在问。',
      results: '实验果。',
      practice: '对于从业者，用。',
    })
    expect(item.findings.at(-1)).toMatchObject({
      severity: 'error',
      field: 'method',
      expected: '**关键方法**：',
    })
  })

  it('takes text without any parts as the gist and reports the other sections as missing', () => {
    const item = parseItem('**词，语** 本文很短')
    expect(item.fields).toEqual({ keywords: '词、语', gist: '本文很短' })
    expect(item.findings.filter(finding => finding.message.endsWith('is missing.'))).toHaveLength(4)
  })

  it('parts a keyword list from the text that runs on behind it', () => {
    const item = parseItem(
      '**核心关键词**: 潮汐, 小模型 (SM), 参数 潮模是首个用三个参数描述潮汐的模型，很小。',
    )
    expect(item.fields).toEqual({
      keywords: '潮汐、小模型 (SM)、参数',
      gist: '潮模是首个用三个参数描述潮汐的模型，很小。',
    })
  })

  it('reports empty, doubled and swapped sections', () => {
    const item = parseItem('**主要成果**：果。', '**关键方法**：', '**主要成果**：又果。')
    expect(item.fields).toEqual({ method: '', results: '果。\n\n又果。' })
    const messages = item.findings.map(({ field, message }) => `${field}: ${message}`)
    expect(messages).toContain('results: The section stands twice.')
    expect(messages).toContain('method: The section is empty.')
    expect(messages).toContain('undefined: The sections stand in another order than the layout has.')
  })

  it('skips a section that the layout does not have, with its line', () => {
    const item = parseItem('**关键方法**：法。', '', '**局限性**：许多。')
    expect(item.fields).toEqual({ method: '法。' })
    expect(item.skipped).toEqual([
      { line: 5, reason: 'a section that the layout does not have: **局限性**：' },
    ])
  })

  it('takes bold words in running text for no labels', () => {
    const method = '分两步：1) **方法**很简单。2) **方法论**：再做。'
    expect(parseItem(`**关键方法**：${method}`).fields.method).toBe(
      '分两步：1) 方法很简单。2) 方法论：再做。',
    )
  })

  it('keeps a digest of ours readable after a label was changed by hand', () => {
    const text = renderSummary(makeDigest('summary')).replace('**关键方法**', '**方法**')
    const [item] = parseSummary(text).items
    expect(item?.fields.method).toBe('拟合一个含 3 个参数的模型。')
    expect(item?.findings).toMatchObject([{ field: 'method', severity: 'warning', quote: '**方法**：' }])
  })
})
