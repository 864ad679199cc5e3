/** Tests of digests in forms of the user's own. */
import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { digestFromParsed } from '../../../test/digest-from-parsed.ts'
import { makeDigest, wildDigest, wildLine } from '../../../test/wild-digest.ts'
import type { Digest } from '../../paper/edition.ts'
import type { Form } from '../../paper/form.ts'
import { makeFormBook } from '../../paper/form-book.ts'
import { parseDigest } from '../parse-digest.ts'
import { renderDigest } from '../render-digest.ts'

const plain: Form = {
  name: 'note@00000000',
  coverage: 'selection',
  fields: [
    { key: 'claim', kind: 'sentence', labels: { 'zh-Hans': '主张', en: 'Claim' } },
    { key: 'ground', kind: 'text', labels: { 'zh-Hans': '根据', en: 'Ground' } },
    { key: 'terms', kind: 'keywords', labels: { 'zh-Hans': '术语', en: 'Terms' } },
  ],
  task: {},
}
const withLayout = (layout: Form['layout']): Form => ({ ...plain, ...(layout && { layout }) })
const bookOf = (form: Form) => makeFormBook({ custom: new Map([['note', form]]) })

function noteDigest(fields: Record<string, string> = {}, parts: Partial<Digest> = {}): Digest {
  const own = { claim: '潮汐很小。', ground: '拟合。', terms: '潮汐、参数' }
  const entry = { fields: { ...own, ...fields }, brief: { form: plain.name } }
  const digest = makeDigest('form:note', [entry], parts)
  return digest
}

function render(layout: Form['layout'], digest: Digest = noteDigest()): string {
  return renderDigest(digest, { book: bookOf(withLayout(layout)) })
}

describe('a form without a template', () => {
  it('is laid out as a summary is, under its own labels', () => {
    expect(render(undefined)).toBe(
      [
        '# Papers for 2025-07-04',
        '## 0.[A Small Model of Tides](https://arxiv.org/pdf/2507.00001)',
        '**主张**：潮汐很小。',
        '**根据**：拟合。',
        '**术语**：潮汐、参数',
        '共 1 篇论文。 <!-- paperbrief edition=weekly date=2025-07-04 language=zh-Hans layout=form:note engines=llm/tide-1 -->\n',
      ].join('\n\n'),
    )
  })

  it('is written again byte for byte, whatever it holds', () => {
    const book = bookOf(plain)
    fc.assert(
      fc.property(wildDigest('form:note', book), digest => {
        const text = renderDigest(digest, { book })
        const parsed = parseDigest(text, { book })
        if (!parsed) throw new Error('not read')
        expect(parsed.skipped).toEqual([])
        expect(renderDigest(digestFromParsed(parsed, book), { book })).toBe(text)
      }),
      { numRuns: 100 },
    )
  })

  it('is not read where the settings do not have it, and says so', () => {
    expect(parseDigest(render(undefined))).toEqual({
      layout: 'form:note',
      items: [],
      skipped: [
        { line: 1, reason: 'the digest is in the form "note", which the settings do not have (forms)' },
      ],
    })
  })
})

describe('a template', () => {
  it('has header, papers and footer, and the last line behind them', () => {
    const text = render({
      header: '# {{edition}} {{date}}',
      paper:
        '## {{n}}. [{{title}}]({{link.abs}})\n\n*{{authors}}*\n\n**{{label.claim}}**{{colon}}{{field.claim}}',
      footer: '{{count}} in {{language}}.',
    })
    expect(text).toBe(
      [
        '# weekly 2025-07-04',
        '## 1. [A Small Model of Tides](https://arxiv.org/abs/2507.00001)',
        '*Ada Lovelace, Emil Núñez*',
        '**主张**：潮汐很小。',
        '1 in zh-Hans.',
        '共 1 篇论文。 <!-- paperbrief edition=weekly date=2025-07-04 language=zh-Hans layout=form:note engines=llm/tide-1 -->\n',
      ].join('\n\n'),
    )
  })

  it('puts rows of a table below its head and one below the other', () => {
    const digest = noteDigest()
    const two = { ...digest, entries: [...digest.entries, ...digest.entries] }
    expect(render({ header: '| a | b |\n|---|---|', paper: '| {{n}} | {{field.claim}} |' }, two)).toContain(
      '| a | b |\n|---|---|\n| 1 | 潮汐很小。 |\n| 2 | 潮汐很小。 |\n\n共 2 篇',
    )
  })

  it('keeps the paragraphs of a text that stands alone', () => {
    const digest = noteDigest({ ground: '一。\n\n# 二。' })
    expect(render({ paper: '# {{title}}\n\n{{field.ground}}' }, digest)).toContain('\n\n一。\n\n\\# 二。\n\n')
    expect(render({ paper: '- {{field.ground}}' }, digest)).toContain('- 一。 # 二。\n')
  })

  it('cannot be read back, and says so', () => {
    const form = withLayout({ paper: '{{field.claim}}' })
    const text = renderDigest(noteDigest(), { book: bookOf(form) })
    expect(parseDigest(text, { book: bookOf(form) })).toMatchObject({
      items: [],
      skipped: [
        { reason: 'the digest is laid out by the template of the form "note", which cannot be read back' },
      ],
    })
  })
})

const show = (markdown: string) =>
  micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }
const readText = (html: string) =>
  html
    .replace(/<a href="[^"]*">([^<]*)<\/a>/g, '$1')
    .replace(/<\/?(?:p|h\d|em|strong|ul|ol|li|blockquote|table|thead|tbody|tr|th|td)(?: [^>]*)?>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot);/g, entity => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, '')

describe('text of papers in a template', () => {
  it.each([
    ['a heading', '## {{title}}'],
    ['a line below another', 'Title:\n{{title}}\nEnd.'],
    ['a line between others of papers', '{{title}}\n{{field.claim}}\n{{field.ground}}'],
    ['one line with others', 'A {{title}} and {{field.claim}}, then {{field.ground}}'],
    ['a list', '- {{title}}\n- {{field.claim}}'],
    ['a quotation', '> {{title}}'],
    ['words behind a label', '**Title**: {{title}}'],
    ['words before a label', '{{title}} **is the title**'],
  ])('shows as it is in %s', (_, paper) => {
    fc.assert(
      fc.property(wildLine, wildLine, wildLine, (title, claim, ground) => {
        fc.pre(title !== '' && claim !== '' && ground !== '')
        const digest = noteDigest({ claim, ground })
        for (const entry of digest.entries) entry.paper.title = title
        const text = render({ paper }, digest)
        const html = show(text.slice(0, text.lastIndexOf('\n\n')))
        const wanted = paper
          .replaceAll(/^- |^> |^## /gm, '')
          .replaceAll('**', '')
          .replaceAll('{{title}}', () => title)
          .replaceAll('{{field.claim}}', () => claim)
          .replaceAll('{{field.ground}}', () => ground)
        expect(readText(html)).toBe(wanted.replace(/\s+/g, ''))
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    '[{{title}}]({{link.abs}})',
    '| [{{title}}]({{link.abs}}) | {{field.claim}} |',
    '*{{title}}* {{field.claim}}',
    '[[{{title}}]]',
    '{{title}}b> {{field.claim}}',
  ])('makes no tag and no foreign link in %s', paper => {
    fc.assert(
      fc.property(wildLine, wildLine, (title, claim) => {
        const digest = noteDigest({ claim })
        for (const entry of digest.entries) entry.paper.title = title || 'x'
        const html = show(render({ header: '| a | b |\n|---|---|', paper }, digest))
        expect(html.replace(/<!-- paperbrief [^\n]*/, '')).not.toMatch(/<(?:script|\/b>|b>|br>[^<]|img|!--)/)
        expect(html).not.toMatch(/href="javascript/)
      }),
      { numRuns: 300 },
    )
  })
})
