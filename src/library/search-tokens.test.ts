import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { findExtras, splitName, tokenize } from './search-tokens.ts'
import { loadSegmenter, needsSegmenter, type Segmenter } from './segment.ts'

const words = (text: string, segmenter?: Segmenter) => tokenize(text, segmenter).map(({ word }) => word)
const extras = (text: string) => findExtras(text, tokenize(text)).map(({ word }) => word)

describe('tokenize', () => {
  it.each([
    ['Attention is ALL you need', ['attention', 'is', 'all', 'you', 'need']],
    ['vision/language (and C++, C#)', ['vision', 'language', 'and', 'c++', 'c#']],
    ['Llama-3.1-8B beats 95.3%.', ['llama', '3.1', '8b', 'beats', '95.3']],
    ['Zoë Müller’s ＧＰＴ', ['zoe', 'muller', 's', 'gpt']],
    ['$\\alpha$-divergence', ['alpha', 'divergence']],
    ['', []],
  ])('reads %j', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('cuts a word that is no word', () => {
    expect(words('x'.repeat(1_000_000))[0]?.length).toBe(60)
  })

  it('reads a text with one accent as the same text without', () => {
    const text = 'On C++, Qwen2.5 and pre-training: 3.1 is not 3. 1'
    expect(words(`${text} é`).slice(0, -1)).toEqual(words(text))
  })
})

describe('findExtras', () => {
  it('joins what hyphens join', () => {
    expect(extras('pre-training a state-of-the-art model')).toEqual(['pretraining', 'stateoftheart'])
  })

  it('takes a name from its number', () => {
    expect(extras('Qwen2.5 and GPT4')).toEqual(['qwen', '2.5', 'gpt', '4'])
    expect(splitName('4o')).toBeUndefined()
  })

  it('joins no chain of twenty', () => {
    expect(extras(Array(20).fill('a').join('-'))).toEqual([])
  })
})

describe('unspaced text', () => {
  let segmenter: Segmenter
  beforeAll(async () => {
    segmenter = await loadSegmenter()
  })

  it('needs a segmenter, and other text does not', () => {
    expect(['Attention, é, Привет', '注意力', 'アテンション'].map(needsSegmenter)).toEqual([
      false,
      true,
      true,
    ])
  })

  it('is cut into words, at places that count its characters', () => {
    expect(tokenize('用GPT-4o训练扩散模型', segmenter)).toMatchObject([
      { word: '用', place: 1, start: 0 },
      { word: 'gpt', place: 2 },
      { word: '4o', place: 3 },
      { word: '训练', place: 4, start: 7, end: 9 },
      { word: '扩散', place: 6 },
      { word: '模型', place: 8 },
    ])
  })

  it('is the same in Traditional characters', () => {
    expect(words('強化學習訓練語言模型', segmenter)).toEqual(words('强化学习训练语言模型', segmenter))
  })

  it('is cut in Japanese and Thai too', () => {
    expect(words('モデルを学習する', segmenter).length).toBeGreaterThan(2)
    expect(words('การเรียนรู้ของเครื่อง', segmenter).length).toBeGreaterThan(1)
  })

  it('gives tokens in order, inside the text, whatever the text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('扩散', 'モデル', 'Qwen2.5-VL', 'é', '😀', 'ก', '\ud800'),
    )
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const text = pieces.join('')
        let end = 0
        let place = 0
        for (const token of tokenize(text, segmenter)) {
          if (
            token.start < end ||
            token.end <= token.start ||
            token.end > text.length ||
            token.place <= place
          )
            throw new Error(JSON.stringify(token))
          end = token.end
          place = token.place
        }
      }),
    )
  })
})
