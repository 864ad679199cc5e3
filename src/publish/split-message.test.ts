import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wildText } from '../../test/wild-digest.ts'
import { type Block, type MessageFormat, splitMessage } from './split-message.ts'

const plain: MessageFormat = {
  write: line =>
    line.map(({ text, url }) => (url ? `<${url}|${text}>` : text.replaceAll('&', '&amp;'))).join(''),
  lineBreak: '\n',
  blockBreak: '\n\n',
  measure: written => Buffer.byteLength(written),
  limit: 40,
}

const block = (...lines: string[]): Block => lines.map(text => [{ text }])

describe('splitMessage', () => {
  it('keeps the lines of a block together where they fit into one message', () => {
    expect(
      splitMessage([block('one', 'two'), block('three'), block('a'.repeat(20), 'b'.repeat(15))], plain),
    ).toEqual(['one\ntwo\n\nthree', `${'a'.repeat(20)}\n${'b'.repeat(15)}`])
  })

  it('splits a block that is too long between its lines, and a line at a sentence or word', () => {
    expect(
      splitMessage([block('A heading', 'The first sentence. The second sentence is longer.')], plain),
    ).toEqual(['A heading\nThe first sentence.', 'The second sentence is longer.'])
  })

  it('gives every message no more than the limit, and loses nothing but blanks', () => {
    const line = fc.array(
      fc.record({
        text: wildText.map(text => text.toWellFormed()),
        url: fc.option(fc.constant('https://x.y/'), { nil: undefined }),
      }),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(line, { maxLength: 4 }), { maxLength: 5 }),
        fc.integer({ min: 40, max: 200 }),
        (given, limit) => {
          const blocks = given.map(lines =>
            lines.map(spans => spans.map(({ text, url }) => ({ text, ...(url && { url }) }))),
          )
          // Without links' marks and escapes, so that what went in can be compared with what came out.
          const format = {
            ...plain,
            limit,
            write: (spans: Block[number]) => spans.map(({ text }) => text).join(''),
          }
          const bodies = splitMessage(blocks, format)
          for (const body of bodies) expect(Buffer.byteLength(body)).toBeLessThanOrEqual(limit)
          const letters = (text: string) => text.replace(/\s/g, '')
          expect(letters(bodies.join(''))).toBe(
            letters(
              blocks
                .flat(2)
                .map(({ text }) => text)
                .join(''),
            ),
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  it('never cuts an escape or a link apart', () => {
    const [first = '', ...rest] = splitMessage(
      [[[{ text: '&'.repeat(40) }]], [[{ text: 'x'.repeat(90), url: 'https://x.y/' }]]],
      plain,
    )
    expect(first).toBe('&amp;'.repeat(8))
    for (const body of rest) expect(body).toMatch(/^(?:(?:&amp;)+|<https:\/\/x\.y\/\|x+>)$/)
  })

  it('gives up a link that is longer than a message, and keeps its words', () => {
    expect(splitMessage([[[{ text: 'words', url: `https://${'x'.repeat(100)}/` }]]], plain)).toEqual([
      'words',
    ])
  })

  it('takes a word of a megabyte in its stride', () => {
    const started = performance.now()
    const bodies = splitMessage([block('x'.repeat(1_000_000))], { ...plain, limit: 4000 })
    expect(bodies).toHaveLength(250)
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
