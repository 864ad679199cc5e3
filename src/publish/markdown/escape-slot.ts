/** Writes text into a slot of a template so that it shows as it is, whatever Markdown stands around it. */
import { findBareUrls } from './bare-urls.ts'
import { escapeMarkdown, escapeParagraphs, type MarkdownPlace } from './escape.ts'
import type { SlotPlace } from './template-place.ts'

/** `text` as `cleanLine` leaves it, or as `cleanParagraphs` does where the slot is a paragraph or a cell. */
export function escapeSlot(text: string, { place, isParagraph, isStrict, isEnd }: SlotPlace): string {
  if (isParagraph) return protectStart(escapeParagraphs(text))
  // At its end nobody knows what follows: a `<` could begin a tag there, a `&` an entity.
  const isOpen = !isEnd && /[<&!]$/.test(text)
  const escaped = isStrict || isOpen ? escapeStrictly(text, place) : escapeMarkdown(text, place)
  const started = place === 'block' ? protectStart(escaped) : escaped
  return isOpen ? protectEnd(started) : started
}

/** Every mark that could pair with one of the template's, or of another slot, stands behind a backslash. */
function escapeStrictly(text: string, place: MarkdownPlace): string {
  if (place === 'link') return escapeMarks(escapeMarkdown(text, place))
  const pieces: string[] = []
  let last = 0
  for (const { start, url } of findBareUrls(text)) {
    pieces.push(escapeMarks(escapeMarkdown(text.slice(last, start), place)), `<${url}>`)
    last = start + url.length
  }
  return [...pieces, escapeMarks(escapeMarkdown(text.slice(last), place))].join('')
}

/** An underscore between letters or digits is no mark. */
const MARKS = /\\[\s\S]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|[*~[\]|]/gu

function escapeMarks(markdown: string): string {
  return markdown.replace(MARKS, mark => (mark.length > 1 ? mark : `\\${mark}`))
}

/** What begins a list, a quotation, a heading or a table, or underlines the line above as one. */
function protectStart(markdown: string): string {
  return markdown.replace(/^(?=[#>+\-=:|~*_])/, '\\').replace(/^(\d{1,9})(?=[.)])/, '$1\\')
}

function protectEnd(markdown: string): string {
  return markdown.replace(/(?<!\\)((?:\\\\)*)([<&!])$/, '$1\\$2')
}
