/** Writes text from outside as Obsidian's Markdown: nothing in it links, embeds, tags, hides or becomes markup. */
import { findFormulas } from '../../../paper/formulas.ts'
import { findBareUrls } from '../../markdown/bare-urls.ts'

// Where a mark between letters is none (`snake_case`), it stays readable.
const MARKS =
  /[\\`*[\]$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[A-Za-z/!?])|&(?=#?\w{1,32};)|~(?=~)|(?<=~)~/gu
// Comments, highlights, tags, footnotes and the names of blocks are Obsidian's own.
const OWN_MARKS = /%(?=%)|=(?==)|#(?=[^\s#]|$)|\^(?=[\p{L}\p{N}-]+\s*$)/gu
const BLOCK_START = /^(?:([>#]|[-+](?=\s|$|-))|(\d{1,9})([.)])(?=\s|$))/u

/** One line as `cleanLine` leaves it; formulas stay formulas, addresses become links. */
export function escapeObsidian(line: string): string {
  let written = ''
  let last = 0
  for (const { start, end, tex } of findFormulas(line)) {
    // Inside the marks of a formula only TeX counts, but the marks must touch what they enclose.
    written += `${escapeProse(line.slice(last, start))}$${tex.trim()}$`
    last = end
  }
  return protectStart(written + escapeProse(line.slice(last)))
}

function escapeProse(text: string): string {
  let written = ''
  let last = 0
  for (const { start, url } of findBareUrls(text)) {
    written += `${escapeMarks(text.slice(last, start))}<${url}>`
    last = start + url.length
  }
  return written + escapeMarks(text.slice(last))
}

function escapeMarks(text: string): string {
  return text.replace(MARKS, '\\$&').replace(OWN_MARKS, '\\$&')
}

/** A paragraph that begins like a list, a heading or a quotation stays a paragraph. */
function protectStart(line: string): string {
  return line.replace(BLOCK_START, (_, mark: string | undefined, digits: string, dot: string) =>
    mark === undefined ? `${digits}\\${dot}` : `\\${mark}`,
  )
}
