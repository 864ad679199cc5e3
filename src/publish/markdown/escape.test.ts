/** Tests of the escaping of plain text in Markdown. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wildLine, wildParagraphs } from '../../../test/wild-digest.ts'
import {
  escapeMarkdown,
  escapeParagraphs,
  type MarkdownPlace,
  unescapeCell,
  unescapeMarkdown,
} from './escape.ts'

const places: MarkdownPlace[] = ['block', 'heading', 'link', 'inline']

describe('escapeMarkdown', () => {
  it.each([
    'Code is at https://github.com/a/b_c and https://x.edu/~ada/.',
    'with p < 0.05, a <= b, and snake_case names in C++ and C#',
    'a 1.5-fold gain - not 2.5 - for $x_i$, $\\alpha$ and $x_{i}^{2}$',
    '本文提出“潮汐”模型（Tides, TD），在 3 个基准上提升 1.5%。',
    'the [MASK] token, the range [0, 1], R&D, A* search and D* Lite',
    '~5% and ~6%, 3 * 4 = 12, f(x)*g',
    'www.example.org and ada@example.org',
    '2025 saw #1 results + 3 others',
  ])('leaves ordinary text as it is: %s', text => {
    expect(escapeMarkdown(text, 'block')).toBe(text)
  })

  it.each([
    ['*a* and **b**', '\\*a* and \\*\\*b**'],
    ['_a_ b', '\\_a_ b'],
    ['~~gone~~', '\\~\\~gone~~'],
    ['`code`', '\\`code\\`'],
    ['<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
    ['<!-- x -->', '\\<!-- x -->'],
    ['[a](javascript:x)', '[a\\](javascript:x)'],
    ['![a](b)', '![a\\](b)'],
    ['[a]: b', '[a\\]: b'],
    ['AT&amp;T &#60; R&D', 'AT\\&amp;T \\&#60; R&D'],
    ['\\{x\\} \\alpha \\', '\\\\{x\\\\} \\alpha \\\\'],
    ['<ada@example.org>', '\\<ada@example.org>'],
  ])('escapes what a renderer would take for markup: %s', (text, markdown) => {
    expect(escapeMarkdown(text, 'inline')).toBe(markdown)
  })

  it.each([
    ['# no heading', '\\# no heading'],
    ['> no quote', '\\> no quote'],
    ['- no list', '\\- no list'],
    ['* no list', '\\* no list'],
    ['12. no list', '12\\. no list'],
    ['1) no list', '1\\) no list'],
    ['---', '\\---'],
    ['~~~ no fence', '\\~~~ no fence'],
    ['#1 of all', '#1 of all'],
    ['1.5 times', '1.5 times'],
  ])('escapes what would start a block: %s', (text, markdown) => {
    expect(escapeMarkdown(text, 'block')).toBe(markdown)
    expect(escapeMarkdown(text, 'inline')).toBe(text)
  })

  it('keeps marks at the end of a heading', () => {
    expect(escapeMarkdown('Learning C #', 'heading')).toBe('Learning C \\#')
    expect(escapeMarkdown('Learning C#', 'heading')).toBe('Learning C#')
  })

  it('escapes every bracket in the text of a link, and links nothing in it', () => {
    expect(escapeMarkdown('[a] https://x.y/z。', 'link')).toBe('\\[a\\] https://x.y/z。')
  })

  it('escapes what would split or end a table cell, and folds paragraphs', () => {
    expect(escapeMarkdown('a|b\\\n\nc<br>', 'cell')).toBe('a\\|b\\\\<br>c\\<br>')
  })

  it('closes an address off from the text that follows without a space', () => {
    expect(escapeMarkdown('代码见https://x.y/z。', 'block')).toBe('代码见<https://x.y/z>。')
    expect(escapeMarkdown('(https://x.y/a(b)), https://x.y/z.', 'block')).toBe(
      '(https://x.y/a(b)), https://x.y/z.',
    )
  })

  it('lets no address be made of what is none', () => {
    expect(escapeMarkdown('http://中 www.x。', 'block')).toBe('http\\://中 www\\.x。')
  })

  it('gives every text back', () => {
    fc.assert(
      fc.property(wildLine, wildParagraphs, fc.constantFrom(...places), (line, paragraphs, place) => {
        expect(unescapeMarkdown(escapeMarkdown(line, place))).toBe(line)
        expect(unescapeMarkdown(escapeParagraphs(paragraphs))).toBe(paragraphs)
        expect(unescapeCell(escapeMarkdown(paragraphs, 'cell'))).toBe(paragraphs)
      }),
      { numRuns: 500 },
    )
  })

  it('leaves no tag, link, code or cell border in any text', () => {
    fc.assert(
      fc.property(wildLine, line => {
        const visible = escapeMarkdown(line, 'cell')
          .replace(/\\[!-/:-@[-`{-~]/g, '·')
          .replace(/<(?:https?|ftp):\/\/[^\s<>]+>/gi, '·')
        expect(visible).not.toMatch(/<[A-Za-z/!?]|\]\(|\]\[|\]:|`|\||\\$/)
      }),
      { numRuns: 500 },
    )
  })

  it.each(['*', '_ ', '~', '`', '<', '<a@', '[', '](', '\\', '&', 'www.', 'http://', 'https://a&amp;', '- '])(
    'takes no longer than linear time for many %s',
    bit => {
      const text = bit.repeat(100_000 / bit.length)
      const start = performance.now()
      expect(unescapeMarkdown(escapeMarkdown(text, 'block'))).toBe(text)
      expect(performance.now() - start).toBeLessThan(2000)
    },
  )
})
