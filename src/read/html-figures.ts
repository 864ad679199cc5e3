/** Reads figures, tables and listings out of LaTeXML's HTML. */
import { cleanLine } from '../paper/clean-text.ts'
import type { Figure, Table } from '../paper/full-text.ts'
import { inlineText } from './html-inline.ts'
import {
  attribute,
  childElements,
  findAll,
  findFirst,
  type HtmlElement,
  hasClass,
  rawText,
} from './html-tree.ts'

const MAX_COLUMNS = 200
const ARXIV_HTML = 'https://arxiv.org/html/'

export interface Caption {
  label?: string
  caption: string
}

/** The caption of a float without those of the floats inside it. */
export function readCaption(float: HtmlElement): Caption | undefined {
  const captions = findAll(float, each => isCaption(each) || each.tagName === 'figure', { outermost: true })
  const own = captions.find(isCaption)
  if (!own) return undefined
  const tag = findFirst(own, each => hasClass(each, 'ltx_tag'))
  const label = tag
    ? inlineText(tag)
        .slice(0, 100)
        .replace(/[\s:.|]+$/, '')
    : ''
  const caption = inlineText(own, each => each === tag)
  return label === '' ? splitLabel(caption) : { label, caption }
}

function isCaption(element: HtmlElement): boolean {
  return element.tagName === 'figcaption' || hasClass(element, 'ltx_caption')
}

const LABEL =
  /^((?:fig(?:ure|\.)|table|algorithm|listing|scheme|box)\s*(?:[A-Z]\.?)?\d{1,3}(?:\.\d{1,2})?[a-z]?)\s*[.:|–—]\s*/i

/** "Figure 3: Latency." taken apart. */
export function splitLabel(caption: string): Caption {
  const match = LABEL.exec(caption)
  return match?.[1] ? { label: match[1], caption: caption.slice(match[0].length) } : { caption }
}

/** `base`: what relative addresses are relative to. */
export function readFigure(float: HtmlElement, base: string): Figure {
  const image = findAll(float, each => each.tagName === 'img' && attribute(each, 'src') !== undefined)
    .map(each => resolveImage(attribute(each, 'src') ?? '', base))
    .find(address => address !== undefined)
  return { ...(readCaption(float) ?? { caption: '' }), ...(image ? { image } : {}) }
}

/** Only arXiv's own https addresses: a page must not make readers fetch from elsewhere. */
function resolveImage(source: string, base: string): string | undefined {
  if (source.length > 1000 || !URL.canParse(source, base)) return undefined
  const url = new URL(source, base)
  const isOurs =
    url.protocol === 'https:' &&
    /(?:^|\.)arxiv\.org$/.test(url.hostname) &&
    url.port === '' &&
    url.username === ''
  return isOurs ? url.href : undefined
}

/** `2410.00260v2/fig.png` is relative to `/html/`; pages made before 2026 are relative to their own folder. */
export function imageBase({
  root,
  id,
  version,
}: {
  root: HtmlElement
  id: string
  version?: number | undefined
}): string {
  const element = findFirst(root, each => each.tagName === 'base')
  const href = element ? attribute(element, 'href') : undefined
  if (href && URL.canParse(href, ARXIV_HTML)) return new URL(href, ARXIV_HTML).href
  const sources = findAll(root, each => each.tagName === 'img').map(each => attribute(each, 'src') ?? '')
  if (sources.some(source => source.startsWith(id))) return ARXIV_HTML
  return `${ARXIV_HTML}${id}${version ? `v${version}` : ''}/`
}

export function isTabular(element: HtmlElement): boolean {
  return (
    hasClass(element, 'ltx_tabular') ||
    (element.tagName === 'table' && !/ltx_eqn|ltx_equation/.test(attribute(element, 'class') ?? ''))
  )
}

/** The cells of one table; tables inside a cell are read as its text. */
export function readRows(tabular: HtmlElement): Pick<Table, 'rows' | 'headerRows'> {
  const rowElements = findAll(tabular, each => each.tagName === 'tr' || hasClass(each, 'ltx_tr'), {
    outermost: true,
  })
  const pending: number[] = []
  const rows: string[][] = []
  let headerRows = 0
  for (const element of rowElements) {
    const cells = childElements(element).filter(
      each => each.tagName === 'td' || each.tagName === 'th' || hasClass(each, 'ltx_td'),
    )
    const row = placeCells(cells, pending)
    if (row.every(cell => cell === '')) continue
    if (headerRows === rows.length && isHeaderRow(element, cells)) headerRows++
    rows.push(row)
  }
  return { rows, headerRows }
}

/** `pending`: by column, how many further rows a cell from above covers. */
function placeCells(cells: readonly HtmlElement[], pending: number[]): string[] {
  const row: string[] = []
  const skipCovered = (): void => {
    while ((pending[row.length] ?? 0) > 0 && row.length < MAX_COLUMNS) {
      pending[row.length] = (pending[row.length] ?? 0) - 1
      row.push('')
    }
  }
  for (const cell of cells) {
    skipCovered()
    const width = readSpan(cell, 'colspan')
    const height = readSpan(cell, 'rowspan')
    for (let part = 0; part < width && row.length < MAX_COLUMNS; part++) {
      if (height > 1) pending[row.length] = height - 1
      row.push(part === 0 ? inlineText(cell) : '')
    }
  }
  skipCovered()
  return row
}

function readSpan(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const span = Number(attribute(cell, name) ?? 1)
  return Number.isInteger(span) && span > 0 ? Math.min(span, MAX_COLUMNS) : 1
}

function isHeaderRow(row: HtmlElement, cells: readonly HtmlElement[]): boolean {
  const parent = row.parentNode
  if (parent && 'tagName' in parent && parent.tagName === 'thead') return true
  return (
    cells.length > 0 &&
    cells.every(
      cell =>
        cell.tagName === 'th' &&
        !/ltx_th_row(?! ltx_th_col)|ltx_border_none/.test(attribute(cell, 'class') ?? ''),
    )
  )
}

/** Lines and indents of a listing or of preformatted text. */
export function readCode(element: HtmlElement): string {
  const lines = findAll(element, each => hasClass(each, 'ltx_listingline'))
  if (lines.length === 0) return cleanCode(rawText(element))
  return cleanCode(lines.map(line => listingLine(line)).join('\n'))
}

function listingLine(line: HtmlElement): string {
  const visible = line.childNodes.filter(
    child => !('tagName' in child && hasClass(child, 'ltx_tag_listingline')),
  )
  return visible
    .map(child =>
      findMath(child)
        ? inlineText(child)
        : 'tagName' in child
          ? rawText(child)
          : 'value' in child
            ? child.value
            : '',
    )
    .join('')
    .replace(/\s*\n\s*/g, ' ')
}

function findMath(node: HtmlElement['childNodes'][number]): boolean {
  return (
    'tagName' in node &&
    (node.tagName === 'math' || findFirst(node, each => each.tagName === 'math') !== undefined)
  )
}

function cleanCode(text: string): string {
  return text
    .split(/\r?\n/)
    .map(
      line =>
        (/^[ \t\u00a0]*/.exec(line)?.[0] ?? '')
          .replace(/\t/g, '    ')
          .slice(0, 80)
          .replace(/\u00a0/g, ' ') + cleanLine(line),
    )
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd()
}
