/** Writes plain text as Markdown that renders as the same text, changing as few bytes as that allows. */
import { findBareUrls } from './bare-urls.ts'
import { canClose, canOpen } from './emphasis.ts'

/**
 * Where the text will stand: a paragraph of its own, a heading, the text of a link, behind other words in
 * a paragraph, or a table cell. Each place has marks of its own.
 */
export type MarkdownPlace = 'block' | 'heading' | 'link' | 'inline' | 'cell'

type TokenKind = 'text' | 'run' | 'url' | 'break'

interface Token {
  kind: TokenKind
  text: string
  linksItself?: boolean
}

interface Writer {
  text: string
  place: MarkdownPlace
  /** What stands behind the token being written, already as Markdown. */
  after: string
  /** The marks of which a run that can close emphasis has been left as it is, further on. */
  closers: Set<string>
  /** Places of `<` that open an e-mail link. */
  mailLinks: Set<number>
}

const PUNCTUATION = /^[!-/:-@[-`{-~]/
const ENTITY = /^&(?:[A-Za-z][A-Za-z0-9]{0,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});/
const MAIL_LINK = /<[^\s<>@]+@[^\s<>@]+>/g
// The colon of a scheme and the dot of `www.`: GFM would link whatever follows, also where that is no address.
const SPECIAL = /[\\`<&[\]|]|(?<=(?<![A-Za-z])(?:https?|ftp)):(?=\/\/\S)|(?<=(?<![A-Za-z0-9])www)\./gi
// An address without scheme cannot be put in `<…>`: it stays a link only where nothing around it disturbs it.
const QUIET_HOST =
  /\.(?:[A-Za-z0-9\-./?#=%+]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])){1,200}[?!.,:;'")]{0,9}(?=\s|$)/y

/**
 * One line as `cleanLine` leaves it; in a cell also paragraphs as `cleanParagraphs` leaves them.
 * Renders as literal text in CommonMark and GFM; `unescapeMarkdown` gives the text back exactly.
 */
export function escapeMarkdown(text: string, place: MarkdownPlace): string {
  const tokens = readTokens(text, place)
  const mailLinks = new Set([...text.matchAll(MAIL_LINK)].map(match => match.index))
  const writer: Writer = { text, place, after: '', closers: new Set(), mailLinks }
  const chunks: string[] = []
  // Backwards, because what a mark can open depends on what closes it later.
  let at = text.length
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]
    if (!token) continue
    at -= token.text.length
    const chunk = writeToken(writer, { token, at, before: lastCharOf(tokens[index - 1]) })
    chunks.push(chunk)
    writer.after = (chunk + writer.after).slice(0, 2)
  }
  return protectEdges(chunks.reverse().join(''), place)
}

/** Paragraphs separated by a blank line, each a Markdown paragraph of its own. */
export function escapeParagraphs(text: string): string {
  return text
    .split('\n\n')
    .map(paragraph => escapeMarkdown(paragraph, 'block'))
    .join('\n\n')
}

/** Undoes `escapeMarkdown`. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])|<((?:https?|ftp):\/\/[^\s<>]+)>/gi, '$1$2')
}

/** Undoes `escapeMarkdown` for a table cell, where `<br>` stands for a blank line. */
export function unescapeCell(markdown: string): string {
  return markdown.replace(
    /\\([!-/:-@[-`{-~])|<((?:https?|ftp):\/\/[^\s<>]+)>|(<br ?\/?>)/gi,
    (_, mark: string | undefined, url: string | undefined) => mark ?? url ?? '\n\n',
  )
}

function readTokens(text: string, place: MarkdownPlace): Token[] {
  const tokens: Token[] = []
  let last = 0
  // A link holds no other link: renderers leave addresses alone there, and so do we.
  for (const { start, url, linksItself } of place === 'link' ? [] : findBareUrls(text)) {
    tokens.push(...readRuns(text.slice(last, start), place))
    tokens.push({ kind: 'url', text: url, linksItself })
    last = start + url.length
  }
  return [...tokens, ...readRuns(text.slice(last), place)]
}

function readRuns(text: string, place: MarkdownPlace): Token[] {
  const marks = place === 'cell' ? /(\*+|_+|~+|\n\n)/ : /(\*+|_+|~+)/
  return text
    .split(marks)
    .map((piece, index): Token => ({ kind: index % 2 === 0 ? 'text' : kindOfMark(piece), text: piece }))
    .filter(token => token.text !== '')
}

function kindOfMark(piece: string): TokenKind {
  return piece === '\n\n' ? 'break' : 'run'
}

/** What the next token stands behind, once written: an address next to a mark is always in `<…>`. */
function lastCharOf(token: Token | undefined): string {
  if (!token) return ''
  return token.kind === 'url' || token.kind === 'break'
    ? '>'
    : (Array.from(token.text.slice(-2)).at(-1) ?? '')
}

function writeToken(
  writer: Writer,
  { token, at, before }: { token: Token; at: number; before: string },
): string {
  switch (token.kind) {
    case 'break':
      return '<br>'
    case 'run':
      return writeRun(writer, { run: token.text, before, after: firstChar(writer.after) })
    case 'url':
      return writeUrl(writer, token, before)
    default:
      return writeText(writer, token.text, at)
  }
}

function firstChar(text: string): string {
  return Array.from(text)[0] ?? ''
}

function writeRun(
  writer: Writer,
  { run, before, after }: { run: string; before: string; after: string },
): string {
  const mark = run[0] ?? ''
  const marks = { mark, before, after }
  if (canOpen(marks) && writer.closers.has(mark)) return run.replaceAll(mark, `\\${mark}`)
  if (canClose(marks)) writer.closers.add(mark)
  return run
}

/** Bare where every renderer then shows and links it right, otherwise in `<…>`, where no mark counts. */
function writeUrl(writer: Writer, token: Token, before: string): string {
  const closers = new Set(writer.closers)
  const pieces = token.text.split(/(_+|~+)/)
  let changed = !token.linksItself
  let after = firstChar(writer.after)
  let at = token.text.length
  for (let index = pieces.length - 1; index >= 0 && !changed; index--) {
    const piece = pieces[index] ?? ''
    at -= piece.length
    if (index % 2 === 1) {
      changed = writeRun(writer, { run: piece, before: token.text[at - 1] ?? before, after }) !== piece
    }
    after = piece[0] ?? after
  }
  if (!changed) return token.text
  writer.closers = closers
  return `<${token.text}>`
}

function writeText(writer: Writer, text: string, start: number): string {
  return text.replace(SPECIAL, (char, at: number) => {
    const rest = text.slice(at, at + 40)
    const next = rest.length > 1 ? rest.slice(1) : writer.after
    return needsBackslash(writer, { char, rest, next, at: start + at }) ? `\\${char}` : char
  })
}

interface SpecialChar {
  char: string
  /** The character and what follows, as far as an entity reaches. */
  rest: string
  next: string
  at: number
}

function needsBackslash({ text, place, mailLinks }: Writer, { char, rest, next, at }: SpecialChar): boolean {
  switch (char) {
    case '\\':
      // At the end of a text nobody knows what follows.
      return next === '' || PUNCTUATION.test(next)
    case '<':
      return /^[A-Za-z/!?]/.test(next) || mailLinks.has(at)
    case '&':
      return ENTITY.test(rest)
    case '[':
      return place === 'link'
    case ']':
      // Without a `]` before `(`, `[` or `:` there is neither a link nor a definition of one.
      return place === 'link' || /^[([:]/.test(next)
    case '|':
      return place === 'cell'
    case ':':
      return place !== 'link'
    case '.':
      QUIET_HOST.lastIndex = at
      return place !== 'link' && !QUIET_HOST.test(text)
    default:
      return true
  }
}

function protectEdges(markdown: string, place: MarkdownPlace): string {
  if (place === 'heading') return markdown.replace(/(^| )(#+)$/, '$1\\$2')
  if (place !== 'block') return markdown
  return markdown
    .replace(/^(?=#{1,6}(?: |$)|>|[-+*](?: |$)|~~~|([-_*])(?: *\1){2,} *$)/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?: |$))/, '$1\\')
}
