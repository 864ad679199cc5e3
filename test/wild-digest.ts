/** Digests for tests: small ones of our own words, and wild ones made of everything that breaks Markdown. */
import fc from 'fast-check'
import { cleanLine, cleanParagraphs } from '../src/paper/clean-text.ts'
import type { Digest, DigestEntry, Layout } from '../src/paper/edition.ts'
import { type FormBook, findForm } from '../src/paper/form-book.ts'
import type { Paper } from '../src/paper/paper.ts'

export function makePaper(paper: Partial<Paper> = {}): Paper {
  return {
    id: '2507.00001',
    title: 'A Small Model of Tides',
    authors: ['Ada Lovelace', 'Emil Núñez'],
    categories: ['cs.CL', 'cs.AI'],
    abstract: 'We model tides with 3 parameters.',
    abstractOrigin: 'source',
    published: '2025-07-01',
    links: [],
    withdrawn: false,
    ...paper,
  }
}

export interface EntryParts {
  paper?: Partial<Paper>
  fields?: Record<string, string>
  brief?: Partial<DigestEntry['brief']>
  fallbackReason?: string
}

const summaryFields = {
  keywords: '潮汐、小模型、参数',
  gist: '本文用三个参数描述潮汐。',
  question: '潮汐能否用很少的参数描述？',
  method: '拟合一个含 3 个参数的模型。',
  results: '误差 p < 0.05，snake_case 与 C++ 保持原样。',
  practice: '小模型有时就够用。',
}

export function makeEntry(
  layout: Layout,
  { paper, fields, brief, fallbackReason }: EntryParts = {},
): DigestEntry {
  const whole = makePaper(paper)
  const own =
    layout === 'summary' ? summaryFields : { title: '潮汐的小模型', abstract: '我们用 3 个参数为潮汐建模。' }
  return {
    paper: whole,
    brief: {
      paperId: whole.id,
      version: 1,
      form: findForm(layout)?.name ?? layout,
      language: 'zh-Hans',
      engine: 'llm',
      model: 'tide-1',
      fields: { ...own, ...fields },
      ...brief,
    },
    ...(fallbackReason !== undefined && { fallbackReason }),
  }
}

export function makeDigest(
  layout: Layout,
  entries: EntryParts[] = [{}],
  parts: Partial<Digest> = {},
): Digest {
  return {
    edition: 'weekly',
    date: '2025-07-04',
    language: 'zh-Hans',
    layout,
    entries: entries.map(entry => makeEntry(layout, entry)),
    ...parts,
  }
}

const BITS = [
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    '~',
    '~~',
    '~~~',
    '`',
    '```',
    '<',
    '>',
    '<script>',
    '</b>',
    '<!-- x -->',
    '<br>',
  ],
  ...[
    '[',
    ']',
    '](',
    '](javascript:alert(1))',
    '[x]: http://a.b',
    '![',
    '!',
    '|',
    '\\',
    '\\\\',
    '\\{',
    '#',
    '## ',
  ],
  ...['- ', '+ ', '* ', '1. ', '12) ', '> ', '---', '===', '&amp;', '&#60;', '&', 'http://', 'https://x.y/z'],
  ...[
    'https://x.y/_a_b',
    'https://h.io/~me/a',
    'https://x.y/(a)',
    'www.a_b.c',
    'a@b.c',
    '<a@b.c>',
    '<1@b.c>',
  ],
  ...[
    '。',
    '，',
    '）',
    '（',
    '(',
    ')',
    '.',
    ',',
    ';',
    ':',
    '：',
    '、',
    '"',
    ' ',
    '  ',
    'a',
    'b',
    '中',
    '文',
    '1',
  ],
  ...[
    '$x_i$',
    '$\\alpha$',
    'é',
    '😀',
    '€',
    '{',
    '}',
    '%',
    '=',
    '\n\n',
    '\n',
    'C++',
    '[0, 1]',
    '**主要成果**：',
  ],
  ...[
    '-->',
    '--',
    '<!-- paperbrief edition=evil -->',
    '| --- |',
    '\u0338',
    'e\u200b\u0301',
    '\u202e',
    'summary:',
  ],
]

/** Text as it comes from outside, before any cleaning. */
export const wildText: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...BITS) },
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      {
        maxLength: 14,
      },
    )
    .map(bits => bits.join('')),
  fc.string({ unit: 'grapheme' }),
)

export const wildLine = wildText.map(text => cleanLine(cleanLine(text)))
export const wildParagraphs = wildText.map(text => cleanParagraphs(cleanParagraphs(text)))

const wildId = fc.oneof(
  fc.constantFrom('2507.00001', '0704.0001', 'math/0611800', 'hep-th/9901001', 'doi:10.1000/18_2(a)', 'x:1'),
  wildLine.filter(id => id !== '').map(id => `other:${id}`),
)

/** A digest of the layout with up to five entries, each with every field. */
export function wildDigest(layout: Layout, book?: FormBook): fc.Arbitrary<Digest> {
  const form = findForm(layout, book)
  const keys = form?.fields.map(field => field.key) ?? []
  const paper = fc.record({
    id: wildId,
    title: wildLine,
    authors: fc.array(wildLine, { maxLength: 3 }),
    abstractOrigin: fc.constantFrom('source' as const, 'retold' as const),
    withdrawn: fc.boolean(),
  })
  const brief = fc.record({
    version: fc.integer({ min: 1, max: 20 }),
    language: fc.constantFrom('zh-Hans', 'en'),
    engine: fc.constantFrom('llm', 'bergamot', 'extractive'),
    model: fc.option(wildLine, { nil: undefined }),
    basis: fc.constantFrom('abstract' as const, 'full-text' as const),
    basisReason: fc.option(wildLine, { nil: undefined }),
  })
  const fields = fc.record(Object.fromEntries(keys.map(key => [key, wildParagraphs])))
  const entry = fc.record({ paper, brief, fields, reason: fc.option(wildLine, { nil: undefined }) })
  return fc
    .record({
      edition: wildLine,
      language: fc.constantFrom('zh-Hans', 'zh-Hant', 'ja', 'ko', 'en', 'de', 'fr', 'es', 'pt', 'zh-TW'),
      entries: fc.array(entry, { maxLength: 5 }),
    })
    .map(({ edition, language, entries }) => ({
      ...makeDigest(layout, [], { edition, language }),
      entries: entries.map(({ reason, paper, brief, fields }) => {
        const { model, basisReason, ...rest } = brief
        const parts = {
          paper,
          fields,
          brief: {
            ...rest,
            ...(form && { form: form.name }),
            paperId: paper.id,
            ...(basisReason !== undefined && { basisReason }),
          },
          ...(reason !== undefined && { fallbackReason: reason }),
        }
        const made = makeEntry(layout, parts)
        return model === undefined ? made : { ...made, brief: { ...made.brief, model } }
      }),
    }))
}
