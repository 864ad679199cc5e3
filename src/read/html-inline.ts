/** The line of text that inline HTML becomes: formulas once, footnotes in brackets, widgets gone. */
import { cleanLine } from '../paper/clean-text.ts'
import {
  attribute,
  classesOf,
  findFirst,
  type HtmlElement,
  type HtmlNode,
  hasClass,
  isElement,
  rawText,
} from './html-tree.ts'

const SILENT_TAGS = new Set([
  'script',
  'style',
  'svg',
  'nav',
  'button',
  'dialog',
  'form',
  'noscript',
  'template',
  'object',
  'iframe',
  'head',
  'input',
  'textarea',
  'select',
  'video',
  'audio',
])
const SILENT_CLASSES = new Set([
  'ltx_ERROR',
  'ltx_rule',
  'ltx_pagination',
  'ltx_note_mark',
  'ltx_note_type',
  'ltx_tag_note',
  'ltx_rdf',
  'ltx_TOC',
  'sr-only',
  'ltx_missing_image',
  'ltx_page_footer',
  'ltx_page_header',
  'ltx_indexphrase',
  'infobox',
  'sr-only-button',
])
// `footnotemark` has no text of its own; `thanks` and its like belong to the authors.
const SILENT_NOTES = new Set([
  'ltx_role_footnotemark',
  'ltx_role_thanks',
  'ltx_note_frontmatter',
  'ltx_role_institutetext',
])

/** Whether an element shows nothing that belongs to the paper's text. */
export function isSilent(element: HtmlElement): boolean {
  if (SILENT_TAGS.has(element.tagName)) return true
  if (element.attrs.some(({ name }) => name === 'hidden')) return true
  return classesOf(element).some(name => SILENT_CLASSES.has(name))
}

/** One line; `skip` leaves out elements that the caller shows elsewhere. Linear in what the node holds. */
export function inlineText(node: HtmlNode, skip: (element: HtmlElement) => boolean = () => false): string {
  const parts: string[] = []
  const visit = (each: HtmlNode): void => {
    if (each.nodeName === '#text' && 'value' in each) parts.push(each.value)
    else if (isElement(each) && !isSilent(each) && !skip(each)) visitElement(each)
  }
  const visitElement = (element: HtmlElement): void => {
    const own = elementText(element)
    if (own !== undefined) {
      parts.push(own)
      return
    }
    const isApart = BLOCK_TAGS.has(element.tagName) || hasClass(element, 'ltx_bibblock')
    if (isApart) parts.push(' ')
    else if (element.tagName === 'sup' && isPower(element, parts.at(-1) ?? '')) parts.push('^')
    element.childNodes.forEach(visit)
    if (isApart) parts.push(' ')
  }
  visit(node)
  return tidyLine(parts.join(''))
}

/** 10<sup>5</sup> must not become 105. */
function isPower({ childNodes: [first] }: HtmlElement, before: string): boolean {
  return (
    /\d/.test(before.at(-1) ?? '') &&
    first !== undefined &&
    'value' in first &&
    /^[\s−–-]*\d+\s*$/.test(first.value.slice(0, 20))
  )
}

/** The text of an element that is more than its children; undefined for all others. */
function elementText(element: HtmlElement): string | undefined {
  if (element.tagName === 'math') return formulaText(element)
  if (element.tagName === 'br') return ' '
  if (element.tagName === 'img') return ''
  if (hasClass(element, 'ltx_note')) return noteText(element)
  return undefined
}

const BLOCK_TAGS = new Set(['p', 'div', 'li', 'td', 'th', 'tr', 'table', 'section', 'dt', 'dd', 'figure'])

function noteText(note: HtmlElement): string {
  if (classesOf(note).some(name => SILENT_NOTES.has(name))) return ''
  const content = findFirst(note, each => hasClass(each, 'ltx_note_content'))
  if (!content) return ''
  const text = tidyLine(content.childNodes.map(child => inlineText(child)).join(' '))
  return text === '' ? '' : ` [footnote: ${text}] `
}

/** `$TeX$`; the visible characters where the page gives no TeX. */
function formulaText(math: HtmlElement): string {
  const tex = formulaTex(math)
  return tex === '' ? tidyLine(rawText(math)) : `$${tex}$`
}

/** The TeX of a formula on one line, without `\displaystyle` and line-end comments; empty where unknown. */
export function formulaTex(math: HtmlElement): string {
  const annotation = findFirst(math, each => attribute(each, 'encoding') === 'application/x-tex')
  const tex = attribute(math, 'alttext') ?? (annotation ? rawText(annotation) : '')
  return cleanLine(tex.replace(/(^|[^\\])%[ \t]*\n/g, '$1')).replace(/^\\displaystyle\s*/, '')
}

export function tidyLine(text: string): string {
  return cleanLine(text)
    .replace(/ ([,.;:!?)\]])(?=[\s\]),.;]|$)/g, '$1')
    .replace(/\( /g, '(')
}
