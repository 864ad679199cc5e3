/** Tests of digests in every language: what they say, and that each is read back. */
import { describe, expect, it } from 'vitest'
import { digestFromParsed } from '../../../test/digest-from-parsed.ts'
import { makeDigest } from '../../../test/wild-digest.ts'
import { layoutSchema } from '../../paper/edition.ts'
import { makeFormBook } from '../../paper/form-book.ts'
import { builtInLabels, completeLabels } from '../../paper/labels.ts'
import { parseDigest } from '../parse-digest.ts'
import { renderDigest } from '../render-digest.ts'
import { renderIndex } from './index-page.ts'

const portuguese = completeLabels({
  language: 'pt',
  fields: {
    keywords: 'Palavras-chave',
    gist: 'Em uma frase',
    question: 'Pergunta de pesquisa',
    method: 'Como',
    results: 'Achados',
    practice: 'Para a prática',
  },
  marks: { colon: ' : ' },
  table: { title: 'Título', author: 'Quem', pdf: 'PDF', abstract: 'Resumo' },
  papers: { one: '{count} artigo', other: '{count} artigos' },
})
const book = makeFormBook({ labels: [portuguese] })
const languages = [...builtInLabels.map(({ language }) => language), 'pt']
const cases = languages.flatMap(language => layoutSchema.options.map(layout => [layout, language] as const))

/** As somebody else would have written it: without the comment that says what it is. */
function withoutComment(text: string): string {
  return text.replace(/[^\n]*<!-- paperbrief[^\n]*\n$/, '')
}

describe('a digest', () => {
  it.each(cases)('in the %s layout is read back byte for byte in %s', (layout, language) => {
    const digest = makeDigest(layout, [{ brief: { language } }], { language })
    const text = renderDigest(digest, { book })
    const parsed = parseDigest(text, { book })
    expect(parsed?.items[0]).toMatchObject({ findings: [], fields: digest.entries[0]?.brief.fields })
    expect(parsed && renderDigest(digestFromParsed(parsed), { book })).toBe(text)
  })

  it.each(languages)('of others is read by its labels in %s', language => {
    const digest = makeDigest('summary', [{ brief: { language } }], { language })
    const [item] = parseDigest(withoutComment(renderDigest(digest, { book })), { book })?.items ?? []
    const keys = ['keywords', 'gist', 'question', 'method', 'results', 'practice']
    expect(Object.keys(item?.fields ?? {})).toEqual(keys)
    expect(item?.findings).toEqual([])
  })

  it('writes the marks of its language', () => {
    const written = (language: string) =>
      renderDigest(makeDigest('summary', [{ brief: { language } }], { language }), { book })
    expect(written('zh-Hant')).toContain('**核心關鍵詞**：')
    expect(written('ja')).toContain('論文1本。 <!--')
    expect(written('fr')).toContain('**Méthode**\u00a0: ')
    expect(written('pt')).toContain('**Achados** : ')
  })

  it('heads its columns in its language, in any order', () => {
    const text = renderDigest(makeDigest('table', [{}], { language: 'pt' }), { book })
    expect(text).toContain('| Título | Quem | PDF | Resumo |')
    const swapped = withoutComment(text)
      .replace('| Título | Quem |', '| Quem | Título |')
      .replace('| 潮汐的小模型 | Ada Lovelace |', '| Ada Lovelace | 潮汐的小模型 |')
    expect(parseDigest(swapped, { book })?.items[0]).toMatchObject({
      firstAuthor: 'Ada Lovelace',
      fields: { title: '潮汐的小模型' },
    })
  })

  it('joins the keywords of an English brief as a Chinese digest does, and gives them back', () => {
    const digest = makeDigest('summary', [
      { brief: { language: 'en' }, fields: { keywords: 'tides, models' } },
    ])
    const text = renderDigest(digest)
    expect(text).toContain('**核心关键词**：tides、models')
    expect(parseDigest(text)?.items[0]?.fields.keywords).toBe('tides, models')
  })
})

describe('the page of all digests', () => {
  it.each([
    ['de', '# Alle Ausgaben\n\n## daily\n\n### 07/2025\n\n- [2025-07-04](a.md) · 1 Artikel\n'],
    ['ko', '# 전체 다이제스트\n\n## daily\n\n### 2025년 7월\n\n- [2025-07-04](a.md) · 논문 1편\n'],
  ])('speaks %s', (language, page) => {
    const row = { edition: 'daily', date: '2025-07-04', language, layout: 'summary' as const, papers: 1 }
    expect(renderIndex([{ ...row, path: 'a.md' }], { language })).toBe(page)
  })
})
