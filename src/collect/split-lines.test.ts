/** Tests of splitLines. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FileLine, splitLines } from './split-lines.ts'

async function split(chunks: readonly string[], maxLineBytes = 1000): Promise<FileLine[]> {
  const lines: FileLine[] = []
  async function* source() {
    for (const chunk of chunks) yield Buffer.from(chunk)
  }
  for await (const line of splitLines(source(), { maxLineBytes })) lines.push(line)
  return lines
}

describe('splitLines', () => {
  it('gives back the text, wherever the pieces were cut', async () => {
    const piece = fc.string({ unit: fc.constantFrom('a', '\n', 'é', ' '), maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(fc.array(piece), async chunks => {
        const lines = await split(chunks)
        const text = lines.map(({ bytes, ended }) => `${bytes}${ended ? '\n' : ''}`).join('')
        expect(text).toBe(chunks.join(''))
        expect(lines.map(line => line.number)).toEqual(lines.map((_, index) => index + 1))
      }),
    )
  })

  it('drops a line that is too long, over however many pieces, and keeps the next', async () => {
    const lines = await split(['ab\ncd', 'ef', 'gh\nij', '\n', 'klmno'], 4)
    expect(lines.map(({ bytes }) => bytes?.toString())).toEqual(['ab', undefined, 'ij', undefined])
  })

  it('marks a last line that does not end', async () => {
    expect((await split(['a\nb'])).map(line => line.ended)).toEqual([true, false])
  })
})
