/** Tests that nothing is invented where no model writes. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createExtractive } from '../engines/extractive.ts'
import { cleanLine } from '../paper/clean-text.ts'
import { summaryForm, translationForm } from '../paper/form.ts'
import { latexToText } from '../paper/latex.ts'
import { splitSentences } from '../paper/sentences.ts'
import { extractFields, NOT_STATED } from './extract-fields.ts'

const engine = createExtractive()
const paperOf = (title: string, abstract: string) => ({
  id: '2505.00001',
  title,
  authors: [],
  categories: [],
  abstract,
  abstractOrigin: 'source' as const,
  links: [],
  withdrawn: false,
})

const sentence = fc.oneof(
  fc.lorem({ mode: 'sentences', maxCount: 2 }),
  fc.constantFrom(
    'We propose \\textbf{FooNet}, which is fast.',
    'However, $x_i < 3$ is hard.',
    'Results: it gains 4.2\\% on 3 sets.',
    'Code: https://example.org/foo.',
    '本文提出稀疏路由网络。',
    '- first point\n- second point',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const abstracts = fc.array(sentence, { maxLength: 12 }).map(sentences => sentences.join(' '))

describe('extractFields', () => {
  it('says in a summary no sentence that the paper does not say, letter for letter', () => {
    const fixed = new Set(Object.values(NOT_STATED))
    fc.assert(
      fc.property(sentence, abstracts, (title, abstract) => {
        const fields = extractFields({ paper: paperOf(title, abstract), form: summaryForm, engine })
        const source = [title, abstract].map(text => cleanLine(latexToText(text))).join('\n')
        for (const [key, text] of Object.entries(fields)) {
          expect(text).not.toBe('')
          if (fixed.has(text)) continue
          const parts = key === 'keywords' ? text.split(', ') : splitSentences(text, 'en')
          for (const part of parts) expect(source).toContain(cleanLine(part))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives the text itself in place of a translation', () => {
    fc.assert(
      fc.property(sentence, abstracts, (title, abstract) => {
        const fields = extractFields({ paper: paperOf(title, abstract), form: translationForm, engine })
        expect(fields).toEqual({
          title: latexToText(title) || NOT_STATED.title,
          abstract: latexToText(abstract) || NOT_STATED.abstract,
        })
      }),
    )
  })
})
