/** Walks LaTeXML's HTML (Appendix B of its manual: class `ltx_X` for element `X`) and gathers its parts in order. */
import type { Section, SectionKind } from '../paper/full-text.ts'
import { isReferencesHeading, judgeSectionKind, splitHeading, trimHeading } from './headings.ts'
import { isTabular, readCaption, readCode, readFigure, readRows } from './html-figures.ts'
import { formulaTex, inlineText, isSilent, tidyLine } from './html-inline.ts'
import { readBibliography } from './html-references.ts'
import {
  childElements,
  classesOf,
  findAll,
  findFirst,
  type HtmlElement,
  type HtmlNode,
  hasClass,
  isElement,
} from './html-tree.ts'
import { addBlock, addFigure, addSection, addTable, type TextBuilder } from './text-builder.ts'

const SECTION_LEVELS: Record<string, Section['level']> = {
  ltx_part: 1,
  ltx_chapter: 1,
  ltx_section: 1,
  ltx_appendix: 1,
  ltx_acknowledgements: 1,
  ltx_subsection: 2,
  ltx_subsubsection: 3,
  ltx_paragraph: 4,
  ltx_subparagraph: 4,
}
// The front matter, which is read apart, and what only helps to find one's way.
const APART = new Set([
  'ltx_title',
  'ltx_authors',
  'ltx_creator',
  'ltx_dates',
  'ltx_date',
  'ltx_keywords',
  'ltx_classification',
  'ltx_TOC',
  'ltx_index',
  'ltx_glossary',
  'ltx_note',
  'ltx_page_navbar',
  'ltx_ERROR',
])
const LISTS = new Set(['ltx_itemize', 'ltx_enumerate', 'ltx_description', 'ltx_inline-enumerate'])
const CODE = new Set(['ltx_verbatim', 'ltx_listing', 'ltx_lstlisting'])

export interface Walk {
  builder: TextBuilder
  /** What relative addresses of images are relative to. */
  imageBase: string
  /** Words that open the next paragraph: "Lemma 1." */
  lead: string
}

export function walkChildren(parent: HtmlElement, walk: Walk): void {
  let loose: HtmlNode[] = []
  const flush = (): void => {
    if (loose.length > 0) addParagraph(walk, tidyLine(loose.map(node => spacedText(node)).join('')))
    loose = []
  }
  for (const child of parent.childNodes) {
    if (!isElement(child)) loose.push(child)
    else if (isSilent(child)) continue
    else if (isInline(child)) loose.push(child)
    else {
      flush()
      walkElement(child, walk)
    }
  }
  flush()
}

/** `inlineText` trims; the blank between two neighbours must survive. */
function spacedText(node: HtmlNode): string {
  if (!isElement(node)) return 'value' in node ? node.value : ''
  return inlineText(node)
}

const INLINE_TAGS = new Set([
  'span',
  'a',
  'em',
  'strong',
  'b',
  'i',
  'sup',
  'sub',
  'cite',
  'math',
  'code',
  'br',
  'img',
  'font',
  'u',
  'small',
  'tt',
  'q',
  'abbr',
  'mark',
  's',
  'del',
  'ins',
])

export function isInline(element: HtmlElement): boolean {
  if (!INLINE_TAGS.has(element.tagName)) return false
  if (element.tagName === 'math') return true
  return !classesOf(element).some(
    name =>
      name === 'ltx_p' ||
      name === 'ltx_note' ||
      name in SECTION_LEVELS ||
      LISTS.has(name) ||
      CODE.has(name) ||
      /^ltx_(?:tabular|figure|table|float|equation|equationgroup|inline-block|inline-logical-block|picture|theorem|proof|para)$/.test(
        name,
      ),
  )
}

export function walkElement(element: HtmlElement, walk: Walk): void {
  const classes = classesOf(element)
  const level = sectionLevel(classes)
  if (level) walkSection({ element, level, walk })
  else if (classes.includes('ltx_title_theorem') || classes.includes('ltx_title_proof'))
    walk.lead = inlineText(element)
  else if (classes.includes('ltx_abstract')) readAbstract(element, walk.builder)
  else if (classes.some(name => APART.has(name))) return
  else if (classes.includes('ltx_bibliography')) readBibliography(element, walk.builder)
  else walkBlock(element, walk)
}

function sectionLevel(classes: readonly string[]): Section['level'] | undefined {
  return classes.map(name => SECTION_LEVELS[name]).find(level => level !== undefined)
}

function walkBlock(element: HtmlElement, walk: Walk): void {
  const classes = classesOf(element)
  const { builder } = walk
  if (
    classes.includes('ltx_equation') ||
    classes.includes('ltx_equationgroup') ||
    classes.includes('ltx_eqn_table')
  )
    addFormulas(element, builder)
  else if (element.tagName === 'figure' || /\bltx_(?:figure|table|float)\b/.test(classes.join(' ')))
    walkFloat(element, walk)
  else if (isCode(element)) addBlock(builder, { kind: 'code', text: readCode(element) })
  else if (/^[uod]l$/.test(element.tagName) || classes.some(name => LISTS.has(name))) addList(element, walk)
  else if (isTabular(element)) addLooseTable(element, walk)
  else if (element.tagName === 'p' || classes.includes('ltx_p')) addParagraph(walk, inlineText(element))
  else walkChildren(element, walk)
}

function walkSection({
  element,
  level,
  walk,
}: {
  element: HtmlElement
  level: Section['level']
  walk: Walk
}): void {
  const { builder } = walk
  const title = childElements(element).find(each => hasClass(each, 'ltx_title'))
  const tag = title ? findFirst(title, each => hasClass(each, 'ltx_tag')) : undefined
  const heading = title ? trimHeading(inlineText(title, each => each === tag)) : ''
  const parts = tag ? { number: cleanNumber(inlineText(tag)), heading } : splitHeading(heading)
  // The acknowledgement commands of older classes print no heading.
  if (parts.heading === '' && hasClass(element, 'ltx_acknowledgements')) parts.heading = 'Acknowledgements'
  if (isReferencesHeading(parts.heading)) {
    readBibliography(element, builder)
    return
  }
  if (hasClass(element, 'ltx_appendix')) builder.inAppendix = true
  if (parts.heading !== '' || parts.number)
    addSection(builder, {
      ...parts,
      level,
      kind: kindOf(element, { heading: parts.heading, inAppendix: builder.inAppendix }),
    })
  walkChildren(element, walk)
}

function kindOf(
  element: HtmlElement,
  { heading, inAppendix }: { heading: string; inAppendix: boolean },
): SectionKind {
  return hasClass(element, 'ltx_acknowledgements')
    ? 'acknowledgements'
    : judgeSectionKind(heading, inAppendix)
}

/** `Appendix A`, `§3.2`, `IV.` as `A`, `3.2`, `IV`. */
function cleanNumber(tag: string): string | undefined {
  const number = tag
    .slice(0, 100)
    .replace(/^(?:appendix|chapter|section|part|§)\s*/i, '')
    .replace(/[\s.:)]+$/, '')
  return number === '' || number.length > 20 ? undefined : number
}

function readAbstract(element: HtmlElement, builder: TextBuilder): void {
  const parts = findAll(
    element,
    each => each.tagName === 'p' || hasClass(each, 'ltx_p') || each.tagName === 'li',
    { outermost: true },
  )
  const texts =
    parts.length > 0
      ? parts.map(part => inlineText(part))
      : [inlineText(element, each => hasClass(each, 'ltx_title'))]
  builder.abstract.push(...texts.filter(text => text !== ''))
}

function addParagraph(walk: Walk, text: string): void {
  if (text === '') return
  addBlock(walk.builder, { kind: 'paragraph', text: walk.lead === '' ? text : `${walk.lead} ${text}` })
  walk.lead = ''
}

/** One formula for each row that has some; a row's cells are parts of one formula. */
function addFormulas(element: HtmlElement, builder: TextBuilder): void {
  const rows = findAll(element, each => each.tagName === 'tr', { outermost: true })
  for (const row of rows.length > 0 ? rows : [element]) {
    const maths = findAll(row, each => each.tagName === 'math', { outermost: true })
    const tex = maths
      .map(formulaTex)
      .filter(each => each !== '')
      .join(' ')
    const tag = findFirst(
      row,
      each => hasClass(each, 'ltx_tag_equation') || hasClass(each, 'ltx_tag_equationgroup'),
    )
    const number = tag ? inlineText(tag).replace(/^\(|\)$/g, '') : ''
    if (tex !== '')
      addBlock(builder, number === '' ? { kind: 'formula', tex } : { kind: 'formula', tex, number })
  }
}

function isCode(element: HtmlElement): boolean {
  return element.tagName === 'pre' || classesOf(element).some(name => CODE.has(name))
}

function addList(element: HtmlElement, { builder }: Walk): void {
  const items = childElements(element)
    .filter(each => !isSilent(each))
    .map(item =>
      inlineText(
        item,
        each => hasClass(each, 'ltx_tag_item') && /^[\s\p{P}\p{S}\d]*$/u.test(inlineText(each)),
      ),
    )
    .filter(item => item !== '')
  if (items.length > 0) addBlock(builder, { kind: 'list', items })
}

/** A table in running text: one without several rows and columns is only there for its layout. */
function addLooseTable(element: HtmlElement, walk: Walk): void {
  const table = readRows(element)
  const isReal = table.rows.length > 1 && table.rows.some(row => row.length > 1)
  if (isReal) addTable(walk.builder, { caption: '', ...table })
  else for (const cell of table.rows.flat()) addParagraph(walk, cell)
}

/** A float without a caption of its own is a frame around others. */
function walkFloat(element: HtmlElement, walk: Walk): void {
  const caption = readCaption(element)
  if (!caption) walkFrame(element, walk)
  else if (hasClass(element, 'ltx_table') || /^table\b/i.test(caption.label ?? '')) {
    const parts = findAll(element, isTabular, { outermost: true }).map(readRows)
    const rows = parts.flatMap(part => part.rows)
    addTable(walk.builder, { ...caption, rows, headerRows: parts[0]?.headerRows ?? 0 })
  } else {
    addFigure(walk.builder, readFigure(element, walk.imageBase))
    const code = findFirst(element, isCode)
    if (code) addBlock(walk.builder, { kind: 'code', text: readCode(code) })
  }
}

function walkFrame(element: HtmlElement, walk: Walk): void {
  const isFigure = hasClass(element, 'ltx_figure') || findFirst(element, each => each.tagName === 'img')
  const isPlain =
    isFigure && !findFirst(element, each => each.tagName === 'figure' || isTabular(each) || isCode(each))
  // Figures of old papers hold their caption as a paragraph, and no image.
  if (isPlain)
    addFigure(walk.builder, { ...readFigure(element, walk.imageBase), caption: inlineText(element) })
  else walkChildren(element, walk)
}
