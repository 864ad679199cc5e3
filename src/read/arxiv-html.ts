/** Reads a paper's full text from the HTML that arXiv serves: made by LaTeXML, or by the authors themselves. */
import { parseArxivId } from '../paper/arxiv-id.ts'
import { blockText, type FullText } from '../paper/full-text.ts'
import { imageBase } from './html-figures.ts'
import { inlineText } from './html-inline.ts'
import { attribute, findAll, findFirst, type HtmlElement, hasClass, parseHtml, rawText } from './html-tree.ts'
import { type Walk, walkChildren } from './latexml-body.ts'
import { readNativeHtml } from './native-html.ts'
import { ReadError } from './read-error.ts'
import { finishText, startText } from './text-builder.ts'

export interface HtmlInput {
  html: string
  /** arXiv id without version. */
  id: string
  version?: number | undefined
}

// Below this many words a page says less than any abstract does.
const MIN_WORDS = 20
const SHORT_WORDS = 300
// The sentence of arXiv's converter when it gave up half-way.
const FATAL = /Conversion to HTML had a Fatal error/
const SPACE = 32
const NO_HTML = /\b(?:No HTML for|HTML is not available for the source|No document for)\b/

/**
 * Title, abstract, sections, figures, tables and references in reading order. Formulas are `$TeX$`.
 * @throws ReadError `read-not-available`, `read-conversion-failed`, `read-wrong-paper`, `read-nonsense`, `read-too-large`
 */
export function readArxivHtml({ html, id, version }: HtmlInput): FullText {
  const root = parseHtml(html)
  const mark = readWatermark(root)
  if (mark && mark.id !== id)
    throw new ReadError(`The page holds ${mark.id} instead of ${id}.`, { code: 'read-wrong-paper' })
  const known = version ?? mark?.version
  const walk: Walk = { builder: startText(), imageBase: imageBase({ root, id, version: known }), lead: '' }
  const article = findFirst(root, each => hasClass(each, 'ltx_document'))
  if (article) readLatexml(article, walk)
  else readNativeHtml(findFirst(root, each => each.tagName === 'body') ?? root, walk)
  const text = finishText(walk.builder, { paperId: id, version: known, origin: 'arxiv-html' })
  judgeText({ text, root, isLatexml: article !== undefined })
  return text
}

function readWatermark(root: HtmlElement): ReturnType<typeof parseArxivId> {
  const element = findFirst(root, each => attribute(each, 'id') === 'watermark-tr')
  const word = element ? inlineText(element).split(' ')[0] : undefined
  return word ? parseArxivId(word) : undefined
}

function readLatexml(article: HtmlElement, walk: Walk): void {
  const title = findFirst(article, each => hasClass(each, 'ltx_title_document'))
  walk.builder.title = title ? inlineText(title, each => hasClass(each, 'ltx_note')) : ''
  walkChildren(article, walk)
}

/** Refuses what is no paper, and notes what the reader should know about the others. */
function judgeText({
  text,
  root,
  isLatexml,
}: {
  text: FullText
  root: HtmlElement
  isLatexml: boolean
}): void {
  const pageTitle = findFirst(root, each => each.tagName === 'title')
  const untitled =
    !text.title && pageTitle !== undefined && /^\s*untitled document\s*$/i.test(rawText(pageTitle))
  const errors = findAll(root, each => hasClass(each, 'ltx_ERROR')).length
  const words = countWords(text)
  const failed = (untitled && !text.abstract) || (errors > 0 && !text.abstract && words < SHORT_WORDS)
  if (failed || (words < SHORT_WORDS && FATAL.test(rawText(root)))) {
    throw new ReadError('The conversion of this paper to HTML failed.', {
      code: 'read-conversion-failed',
      hint: 'Its PDF can be read instead.',
    })
  }
  if (words < MIN_WORDS) throwTooShort(root, words)
  if (!text.abstract && isLatexml) text.warnings.push('The text has no abstract.')
  if (words < SHORT_WORDS) text.warnings.push(`The text has only ${words} words.`)
  if (errors > 0)
    text.warnings.push(
      `${errors} ${errors === 1 ? 'command' : 'commands'} could not be converted; words may be missing.`,
    )
  if (FATAL.test(rawText(root)))
    text.warnings.push('The conversion broke off; the end of the paper may be missing.')
  if (!isLatexml)
    text.warnings.push('The authors made this HTML themselves; parts may be in the wrong place.')
}

function throwTooShort(root: HtmlElement, words: number): never {
  if (NO_HTML.test(rawText(root).slice(0, 20_000)))
    throw new ReadError('arXiv has no HTML of this paper.', { code: 'read-not-available' })
  throw new ReadError(`The page has only ${words} words of text.`, {
    code: 'read-nonsense',
    hint: 'It may be an error page.',
  })
}

export function countWords(text: FullText): number {
  const parts = [text.abstract ?? '', ...text.sections.flatMap(section => section.blocks.map(blockText))]
  return parts.reduce((sum, part) => sum + countIn(part), 0)
}

/** Without a list of them: a hostile page has millions. */
function countIn(text: string): number {
  let count = 0
  for (let at = 0, inWord = false; at < text.length; at++) {
    const isSpace = text.charCodeAt(at) <= SPACE
    if (!isSpace && !inWord) count++
    inWord = !isSpace
  }
  return count
}
