/** Parses outside HTML or XHTML into a tree of bounded depth and size, and walks it. */
import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  Parser,
  Token,
  TokenizerMode,
} from 'parse5'
import { ReadError } from './read-error.ts'

export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode

// Twenty times the largest recorded page, which has 1.2 million characters.
const MAX_CHARACTERS = 24_000_000
const MAX_ELEMENTS = 1_000_000
// Recursive walks and the parser's own searches through open elements stay cheap below this.
const MAX_DEPTH = 400

/**
 * The document as a browser would build it; scripts are inert text and never run.
 * @throws ReadError `read-too-large` for too many characters or elements, `read-nonsense` for too deep nesting
 */
export function parseHtml(html: string): HtmlElement {
  if (html.length > MAX_CHARACTERS) {
    throw new ReadError(`The HTML has ${html.length} characters.`, {
      code: 'read-too-large',
      hint: 'The PDF may be smaller.',
    })
  }
  const start = html.slice(0, 1000)
  const isXhtml = /^\s*<\?xml|<!DOCTYPE html PUBLIC "-\/\/W3C\/\/DTD XHTML|<html[^>]{0,200}xmlns=/i.test(
    start,
  )
  const document = (isXhtml ? XhtmlParser : Parser).parse(html, { treeAdapter: limitTree() })
  const root = document.childNodes.find(isElement)
  if (!root) throw new ReadError('The HTML is empty.', { code: 'read-nonsense' })
  return root
}

function limitTree(): typeof defaultTreeAdapter {
  let elements = 0
  let depth = 0
  const count = (): void => {
    elements++
    if (elements > MAX_ELEMENTS)
      throw new ReadError('The HTML has too many elements.', { code: 'read-too-large' })
  }
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attributes) {
      count()
      return defaultTreeAdapter.createElement(tagName, namespace, attributes)
    },
    createCommentNode(data) {
      count()
      return defaultTreeAdapter.createCommentNode(data)
    },
    onItemPush() {
      depth++
      if (depth > MAX_DEPTH)
        throw new ReadError('The HTML is nested too deeply for a paper.', { code: 'read-nonsense' })
    },
    onItemPop() {
      depth--
    },
  }
}

/** In XHTML `<a id="x"/>` is complete; HTML's rules would leave it open around all that follows. */
class XhtmlParser extends Parser<DefaultTreeAdapterMap> {
  override onStartTag(token: Token.TagToken): void {
    super.onStartTag(token)
    if (!token.selfClosing || token.ackSelfClosing) return
    this.tokenizer.state = TokenizerMode.DATA
    this.onEndTag({ ...token, type: Token.TokenType.END_TAG, selfClosing: false, attrs: [] })
  }
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find(each => each.name === name)?.value
}

export function classesOf(element: HtmlElement): string[] {
  return (attribute(element, 'class') ?? '').split(/\s+/)
}

export function hasClass(element: HtmlElement, name: string): boolean {
  return classesOf(element).includes(name)
}

export function childElements(element: HtmlElement): HtmlElement[] {
  return element.childNodes.filter(isElement)
}

/** All elements under `root` that pass, in document order; what lies inside a match is searched too unless `outermost`. */
export function findAll(
  root: HtmlElement,
  test: (element: HtmlElement) => boolean,
  { outermost = false } = {},
): HtmlElement[] {
  const found: HtmlElement[] = []
  const visit = (element: HtmlElement): void => {
    for (const child of childElements(element)) {
      const matches = test(child)
      if (matches) found.push(child)
      if (!matches || !outermost) visit(child)
    }
  }
  visit(root)
  return found
}

/** The first element under `root` that passes, in document order. */
export function findFirst(
  root: HtmlElement,
  test: (element: HtmlElement) => boolean,
): HtmlElement | undefined {
  for (const child of childElements(root)) {
    const found = test(child) ? child : findFirst(child, test)
    if (found) return found
  }
  return undefined
}

/** All characters in it, as they stand. */
export function rawText(element: HtmlElement): string {
  let text = ''
  const visit = (node: HtmlNode): void => {
    if (node.nodeName === '#text' && 'value' in node) text += node.value
    else if (isElement(node)) node.childNodes.forEach(visit)
  }
  visit(element)
  return text
}
