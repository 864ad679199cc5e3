/** Escaped text, shown by a real Markdown parser, is the text again and nothing but the text. */
import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { wildText } from '../../../test/wild-digest.ts'
import { cleanLine, cleanParagraphs } from '../../paper/clean-text.ts'
import { escapeMarkdown, escapeParagraphs } from './escape.ts'

const dialects: [string, (markdown: string) => string][] = [
  ['CommonMark', markdown => micromark(markdown, { allowDangerousHtml: true })],
  [
    'GitHub',
    markdown =>
      micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }),
  ],
]

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** What a reader sees; links made of a bare address count as their text. */
function readText(html: string): string {
  return html
    .replace(/<a href="[^"]*">([^<]*)<\/a>/g, '$1')
    .replace(/<\/?(?:p|h2)>/g, '')
    .replace(/&(?:amp|lt|gt|quot);/g, entity => ENTITIES[entity] ?? entity)
    .trim()
}

for (const [dialect, render] of dialects) {
  describe(`text shown by ${dialect}`, () => {
    it('is the paragraphs that were escaped', () => {
      fc.assert(
        fc.property(wildText.map(cleanParagraphs), text => {
          const shown = readText(render(escapeParagraphs(text)))
          expect(shown.replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '))
        }),
        { numRuns: 500 },
      )
    })

    it('is the heading that was escaped', () => {
      fc.assert(
        fc.property(wildText.map(cleanLine), text => {
          fc.pre(text !== '')
          expect(readText(render(`## ${escapeMarkdown(text, 'heading')}`))).toBe(text)
        }),
        { numRuns: 500 },
      )
    })
  })
}
