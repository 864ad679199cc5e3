/** Reads HTML that authors wrote themselves: headings, paragraphs, lists, tables and figures as plain HTML has them. */
import { cleanLine } from '../paper/clean-text.ts'
import type { Section } from '../paper/full-text.ts'
import { isReferencesHeading, judgeSectionKind, splitHeading } from './headings.ts'
import { inlineText, isSilent } from './html-inline.ts'
import { readBibliography } from './html-references.ts'
import { findFirst, type HtmlElement, type HtmlNode, isElement } from './html-tree.ts'
import { isInline, type Walk, walkElement } from './latexml-body.ts'
import { addBlock, addSection } from './text-builder.ts'

const CONTAINERS = new Set(['div', 'main', 'article', 'section', 'center', 'body', 'header'])
const CHROME = new Set(['footer', 'aside', 'hr', 'link', 'meta'])

interface Place {
  walk: Walk
  title: HtmlElement | undefined
  /** Where the words go that follow. */
  part: 'body' | 'abstract' | 'references'
}

/** The first `h1` is the title; `h2` to `h6` (or further `h1`) open sections. */
export function readNativeHtml(body: HtmlElement, walk: Walk): void {
  const title = findFirst(body, each => each.tagName === 'h1')
  walk.builder.title = title ? inlineText(title) : ''
  visitChildren(body, { walk, title, part: 'body' })
}

/** Text without a paragraph around it, which browsers show as one, is one here. */
function visitChildren(parent: HtmlElement, place: Place): void {
  let loose: string[] = []
  const flush = (): void => {
    addText(cleanLine(loose.join('')), place)
    loose = []
  }
  for (const child of parent.childNodes) {
    if (!isElement(child) || isInline(child)) {
      if (!isElement(child) || child.tagName !== 'br') loose.push(looseText(child))
      else flush()
    } else if (!isSilent(child) && child !== place.title && !CHROME.has(child.tagName)) {
      flush()
      visitElement(child, place)
    }
  }
  flush()
}

// `LIST:arXiv:2401.00907` stands for another paper's entry until arXiv's server puts it there.
function looseText(node: HtmlNode): string {
  if (isElement(node)) return isSilent(node) ? '' : inlineText(node)
  return 'value' in node ? node.value.replace(/\bLIST:arXiv:\S{1,40}/g, ' ') : ''
}

function visitElement(element: HtmlElement, place: Place): void {
  if (/^h[1-6]$/.test(element.tagName)) openSection(element, place)
  else if (CONTAINERS.has(element.tagName)) visitChildren(element, place)
  else if (element.tagName === 'p' || element.tagName === 'blockquote') addText(inlineText(element), place)
  else if (place.part === 'references') readBibliography(element, place.walk.builder)
  else walkElement(element, place.walk)
}

function addText(text: string, { walk, part }: Place): void {
  if (text === '') return
  if (part === 'abstract') walk.builder.abstract.push(text)
  else if (part === 'references') walk.builder.references.push({ text })
  else addBlock(walk.builder, { kind: 'paragraph', text })
}

function openSection(heading: HtmlElement, place: Place): void {
  const parts = splitHeading(inlineText(heading))
  const { builder } = place.walk
  place.part = 'body'
  if (/^abstract$/i.test(parts.heading)) place.part = 'abstract'
  else if (isReferencesHeading(parts.heading)) place.part = 'references'
  else if (parts.heading !== '') {
    if (/^appendi/i.test(parts.heading)) builder.inAppendix = true
    const kind = judgeSectionKind(parts.heading, builder.inAppendix)
    addSection(builder, { ...parts, level: levelOf(heading), kind })
  }
}

function levelOf(heading: HtmlElement): Section['level'] {
  const rank = Number(heading.tagName[1])
  if (rank <= 2) return 1
  return rank === 3 ? 2 : rank === 4 ? 3 : 4
}
