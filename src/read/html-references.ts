/** Reads the list of references out of HTML. */
import { inlineText, isSilent } from './html-inline.ts'
import { attribute, findAll, findFirst, type HtmlElement, hasClass } from './html-tree.ts'
import { makeReference } from './reference-links.ts'
import type { TextBuilder } from './text-builder.ts'

/** Items by their LaTeXML class, or any list items where that class is missing. */
export function readBibliography(element: HtmlElement, builder: TextBuilder): void {
  const marked = findAll(element, each => hasClass(each, 'ltx_bibitem'), { outermost: true })
  const items =
    marked.length > 0 ? marked : findAll(element, each => each.tagName === 'li', { outermost: true })
  for (const item of items) addReference(item, builder)
}

function addReference(item: HtmlElement, builder: TextBuilder): void {
  const isTag = (element: HtmlElement): boolean =>
    hasClass(element, 'ltx_tag') || hasClass(element, 'ltx_bib_cited')
  const tag = findFirst(item, each => hasClass(each, 'ltx_tag'))
  // "Cited by: §1": made by the converter, not by the authors.
  const text = inlineText(
    item,
    each => isTag(each) || (hasClass(each, 'ltx_bibblock') && /^Cited by:/.test(inlineText(each))),
  )
  if (text === '') return
  const label = tag ? inlineText(tag) : ''
  const links = findAll(item, each => each.tagName === 'a' && !isSilent(each)).flatMap(
    each => attribute(each, 'href') ?? [],
  )
  builder.references.push(makeReference({ ...(label ? { label } : {}), text, links }))
}
