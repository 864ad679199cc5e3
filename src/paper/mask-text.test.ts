import { describe, expect, it } from 'vitest'
import { MASK_STYLES, maskText, unmaskText } from './mask-text.ts'

const spans = [
  { start: 7, end: 12, restored: 'GPT-4' },
  { start: 17, end: 21, restored: '5.2%' },
]
const text = 'We use GPT-4 for 5.2% of it.'
const masked = maskText(text, spans, 0)

function unmask(translation: string): string | undefined {
  if (!masked) throw new Error('the text can be masked')
  return unmaskText(translation, masked)
}

describe('maskText', () => {
  it('puts a mark for each span, of another kind in each style', () => {
    const texts = Array.from({ length: MASK_STYLES }, (_, style) => maskText(text, spans, style)?.text)
    expect(texts).toEqual([
      'We use X1 for X2 of it.',
      'We use [71] for [72] of it.',
      'We use N1 for N2 of it.',
    ])
  })

  it('takes a letter that the text does not have before a digit', () => {
    expect(maskText('With x2 and GPT-4', [{ start: 12, end: 17, restored: 'GPT-4' }], 0)?.text).toBe(
      'With x2 and Z1',
    )
  })

  it('gives up where every mark of the style stands in the text', () => {
    expect(maskText('See [3] and GPT-4', [{ start: 12, end: 17, restored: 'GPT-4' }], 1)).toBeUndefined()
  })

  it('gives up where there would be little but marks', () => {
    const many = Array.from({ length: 61 }, (_, at) => ({ start: 2 * at, end: 2 * at + 1, restored: 'a' }))
    expect(maskText('a '.repeat(61), many, 0)).toBeUndefined()
  })
})

describe('unmaskText', () => {
  it('puts the words back, in whatever order the marks come', () => {
    expect(unmask('其中 X2 用 X1。')).toBe('其中 5.2% 用 GPT-4。')
  })

  it('reads marks in small letters, full-width, with a blank or a hyphen', () => {
    expect(unmask('x1 和 Ｘ２')).toBe('GPT-4 和 5.2%')
    expect(unmask('X 1 和 X-2')).toBe('GPT-4 和 5.2%')
  })

  for (const [what, translation] of [
    ['lost', '用 X1。'],
    ['doubled', '用 X1、X1 和 X2。'],
    ['invented', '用 X1、X2 和 X3。'],
    ['part of a word', '用 X1a 和 X2。'],
    ['of another number', '用 X11 和 X2。'],
  ] as const)
    it(`gives nothing where a mark is ${what}`, () => {
      expect(unmask(translation)).toBeUndefined()
    })

  it('lets a tidying hand move marks, and puts the words where they then are', () => {
    if (!masked) throw new Error('the text can be masked')
    expect(unmaskText('X1 X2', masked, held => `（${held.trim()}）`)).toBe('（GPT-4 5.2%）')
  })
})
