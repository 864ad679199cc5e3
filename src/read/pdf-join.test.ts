import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gatherVocabulary, joinLines, resolveMarks } from './pdf-join.ts'
import { SUPER_CLOSE, SUPER_OPEN } from './pdf-segments.ts'

const join = (lines: string[], elsewhere: string[] = []): string =>
  joinLines(lines, gatherVocabulary([...lines, ...elsewhere]))
const raise = (mark: string): string => `${SUPER_OPEN}${mark}${SUPER_CLOSE}`

describe('joining lines', () => {
  it.each([
    [['a hidden obser-', 'vation helps'], [], 'a hidden observation helps'],
    [['the state-of-the-', 'art result'], [], 'the state-of-the-art result'],
    [['a self-', 'supervised loss'], ['supervised'], 'a self-supervised loss'],
    [['by fine-', 'tuning it'], ['fine-tuning'], 'by fine-tuning it'],
    [['with GPT-', '4 and'], [], 'with GPT-4 and'],
    [['the Wait-', 'Net model'], ['WaitNet'], 'the WaitNet model'],
    [['from 1998–', '2004'], [], 'from 1998–2004'],
    [['one', 'two'], [], 'one two'],
    [['a dash -', 'like this'], [], 'a dash - like this'],
  ])('joins %j to "%s"', (lines, elsewhere, expected) => {
    expect(join(lines, elsewhere)).toBe(expected)
  })

  it('loses no letter', () => {
    const letters = (text: string): string => text.replace(/[\s-]/g, '')
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z][a-z -]{0,30}$/), { maxLength: 30 }), lines => {
        expect(letters(join(lines))).toBe(letters(lines.join('')))
      }),
    )
  })
})

describe('raised marks', () => {
  const note = (mark: string): string | undefined => (mark === '1' ? 'Or a moon.' : undefined)

  it.each([
    [`a lamp.${raise('1')} It`, 'a lamp. [footnote: Or a moon.] It'],
    [`Rana Oslo${raise('2')}, and`, 'Rana Oslo, and'],
    [`about 10${raise('5')} moths`, 'about 10^5 moths'],
    [`so x${raise('2')} grows`, 'so x^2 grows'],
    [`the 3${raise('rd')} night`, 'the 3rd night'],
    [`broken ${SUPER_OPEN} mark`, 'broken mark'],
  ])('writes %j as "%s"', (text, expected) => {
    expect(resolveMarks(text, note)).toBe(expected)
  })
})
