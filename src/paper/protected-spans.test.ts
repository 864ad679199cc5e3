import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findProtectedSpans } from './protected-spans.ts'

const found = (text: string, allFigures = false) =>
  findProtectedSpans(text, { language: 'zh-Hans', allFigures }).map(({ start, end, restored }) =>
    text.slice(start, end) === restored ? restored : `${text.slice(start, end)} → ${restored}`,
  )

describe('findProtectedSpans', () => {
  const cases: [string, string[]][] = [
    ['We fit $\\frac{a}{b}$ and $x, y$ now.', ['$\\frac{a}{b}$', '$x, y$']],
    ['Code is at https://github.com/a/b_c (v2).', ['https://github.com/a/b_c', 'v2']],
    ['See github.com/x/y, doi 10.1000/182, me@uni.edu.', ['github.com/x/y', '10.1000/182', 'me@uni.edu']],
    ['We train GPT-4o and Qwen2.5-VL-7B-Instruct.', ['GPT-4o', 'Qwen2.5-VL-7B-Instruct']],
    ['An LLM-based, non-IID method for LLMs.', ['LLM', 'IID', 'LLMs']],
    ['GPT-4’s answers beat ImageNet’s.', ['GPT-4', 'ImageNet']],
    ['It improves by 12.5% with 3 seeds.', ['12.5%']],
    ['A model with 8 billion parameters.', ['8 billion → 80亿']],
    ['An 8-billion-parameter model, $2.5 million spent.', ['8-billion → 80亿', '$2.5 million → 250万美元']],
    ['A 12-layer model with 1,000 samples and 4x speed.', ['1,000', '4x']],
    ['The 1st and 2nd stage in 2024.', []],
    ['We set α = 3 and x ∈ ℝⁿ here.', ['α = 3', 'x ∈ ℝⁿ']],
    ['It runs in O(n²) time with p < 0.05.', ['O(n²)', 'p < 0.05']],
    ['We compare with Llama 3.1 and Gemini 2 in Table 3.', ['Llama 3.1', 'Gemini 2']],
    ['Pass@1 on HumanEval+ is good.', ['Pass@1', 'HumanEval+']],
    ['The function get_item is slow.', ['get_item']],
    ['It needs 14.33 mm, 5 ms and 56.2 % of it.', ['14.33 mm', '5 ms', '56.2 %']],
    ['It is 1.6× (2.0×) faster, at O(N^(1/2)).', ['1.6×', '2.0×', 'O(N^(1/2))']],
    ['Plain words only, as they come.', []],
  ]
  for (const [text, expected] of cases)
    it(`protects ${expected.join(', ') || 'nothing'} in "${text}"`, () => {
      expect(found(text)).toEqual(expected)
    })

  it('protects whole numbers only where all figures are asked for', () => {
    expect(found('It has 3 seeds and 12 layers.', true)).toEqual(['3', '12'])
  })

  it('takes the words of a shouted title for words', () => {
    expect(found('LEARNING TO RANK WITH GPT-4')).toEqual(['GPT-4'])
  })

  it('protects words that the paper made its names', () => {
    const text = 'We propose Mamba, and Mamba wins.'
    expect(findProtectedSpans(text, { language: 'de', names: new Set(['Mamba']) })).toHaveLength(2)
  })

  it('gives spans in order, apart and inside the text, whatever the text', () => {
    const piece = fc.constantFrom(
      '$x$',
      '$',
      'GPT-4',
      '5.2%',
      '8 billion',
      'https://a.b/c',
      'α',
      '=',
      ' ',
      'word',
      '(',
      ')',
      ',',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 30 }), pieces => {
        const text = pieces.join(' ')
        let last = 0
        for (const { start, end } of findProtectedSpans(text, { language: 'zh-Hans' })) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('reads a megabyte without a space, and one of dollars, in no time', () => {
    const began = performance.now()
    for (const text of [
      'a'.repeat(1e6),
      '$'.repeat(1e5),
      '1.'.repeat(2e5),
      'A-'.repeat(1e5),
      'a.'.repeat(1e5),
    ])
      findProtectedSpans(text, { language: 'zh-Hans' })
    expect(performance.now() - began).toBeLessThan(2000)
  })
})
