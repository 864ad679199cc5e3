/** What each text command of LaTeX leaves behind when a line of plain text is made of it. */
import { joinLink } from './join-link.ts'
import { mathToText } from './latex-math.ts'
import {
  accents,
  functionNames,
  letterSymbols,
  operatorSymbols,
  spellSuperscript,
  textLetters,
} from './latex-symbols.ts'

/** What a command may ask of the text around it. */
export interface CommandReader {
  text: string
  /** Where the range being read ends. */
  end: number
  /** Index of the brace that closes the one at `index`; undefined where there is none. */
  closeOf(index: number): number | undefined
  /** The range as text. */
  convert(from: number, to: number): string
  /** The last character written so far. */
  lastChar(): string
}

export interface CommandText {
  text: string
  /** Where reading goes on. */
  next: number
  /** The command leaves nothing, and the space before it goes too. */
  drop?: boolean
}

interface Command {
  reader: CommandReader
  name: string
  at: number
  /** Index behind the name. */
  next: number
}

const CITATION =
  /^(?:(?:no)?cite(?:[pt]|al[pt]|author|year|alp|alt|text|yearpar)?|citep|(?:auto|eq|page|[cC])?ref|label|thanks|vspace|hspace|footnotemark|phantom|includegraphics|input|bibliography|index|pagestyle|thispagestyle|setlength|xspace|faGithub|faIcon|faGlobe)$/
const IGNORED = new Set(
  `bf it em sc sf tt rm sl small large Large LARGE huge Huge tiny footnotesize scriptsize normalsize bfseries itshape
  mdseries rmfamily sffamily ttfamily upshape normalfont scshape noindent indent centering par newline linebreak
  smallskip medskip bigskip protect maketitle xspace unskip ignorespaces relax hfill nolinebreak nobreak
  displaystyle hskip bibliographystyle newpage clearpage`.split(/\s+/),
)
/** How many arguments, and which of them is the text. */
const CHOSEN_ARGUMENT: ReadonlyMap<string, readonly [count: number, chosen: number]> = new Map([
  ['textcolor', [2, 1]],
  ['hyperlink', [2, 1]],
  ['hypertarget', [2, 1]],
  ['hyperref', [1, 0]],
  ['colorbox', [2, 1]],
  ['fcolorbox', [3, 2]],
  ['foreignlanguage', [2, 1]],
  ['parbox', [2, 1]],
  ['scalebox', [2, 1]],
  ['raisebox', [2, 1]],
  ['resizebox', [3, 2]],
  ['replaced', [2, 0]],
  ['added', [1, 0]],
  ['deleted', [1, -1]],
  ['color', [1, -1]],
  ['fontsize', [2, -1]],
  ['begin', [1, -1]],
  ['end', [1, -1]],
  ['textsuperscript', [1, 0]],
])
const WORDS: ReadonlyMap<string, string> = new Map([
  ['item', '• '],
  ['textbackslash', '＼'],
  ['textasciitilde', '~'],
  ['and', ','],
  // Of siunitx, and what authors call it.
  ['percent', '%'],
  ['pct', '%'],
])
// The macros of the conference styles, which add the last dot where the author has not.
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  'eg e.g.|Eg E.g.|ie i.e.|Ie I.e.|etc etc.|etal et al.|wrt w.r.t.|vs vs.|cf cf.|aka a.k.a.'
    .split('|')
    .map(entry => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]),
)
const STRUCTURES = new Set(
  `frac tfrac dfrac sqrt mathbb mathcal mathrm mathbf mathsf mathfrak mathscr mathit mathtt boldsymbol bm hat tilde bar
  widehat widetilde overline vec dot operatorname pmod sim binom`.split(/\s+/),
)

/** What the command at `at` (a backslash) becomes. */
export function readTextCommand(reader: CommandReader, at: number): CommandText {
  const letters = /[a-zA-Z]+/y
  letters.lastIndex = at + 1
  const name = letters.exec(reader.text)?.[0] ?? reader.text[at + 1] ?? ''
  const command: Command = { reader, name, at, next: Math.min(at + 1 + name.length, reader.end) }
  if (name === '' || command.next > reader.end) return { text: '', next: at + 1 }
  return /^[a-zA-Z]/.test(name) ? readNamed(command) : readSign(command)
}

function readSign(command: Command): CommandText {
  const { name, next } = command
  const accent = accents.get(name)
  if (accent)
    return (
      readAccent(command, accent) ?? {
        text: name === '~' || name === '^' ? name : '',
        next: skipEmptyGroup(command),
      }
    )
  if (/[%&_#${}]/.test(name)) return { text: name, next: skipEmptyGroup(command) }
  if (', ;:>\\'.includes(name) || /\s/.test(name))
    return { text: /\s/.test(command.reader.lastChar()) ? '' : ' ', next }
  if ('-/@!'.includes(name)) return { text: '', next }
  if (name === '|') return { text: '‖', next }
  return { text: name, next }
}

function skipEmptyGroup({ reader, next }: Command): number {
  return reader.text[next] === '{' && reader.text[next + 1] === '}' ? next + 2 : next
}

/** `\'e`, `\'{e}`, `\v{z}`, `\'{\i}`; undefined where no letter follows. */
function readAccent({ reader, name, next }: Command, accent: string): CommandText | undefined {
  const close = reader.closeOf(next)
  const inside = close === undefined ? '' : reader.text.slice(next + 1, close).trim()
  if (close !== undefined && /^(?:\\?\p{L}|\\[ij])$/u.test(inside))
    return { text: compose(inside.replace('\\', ''), accent), next: close + 1 }
  // The mangling of old arXiv feeds: `\beta` arrives as `\b{eta}`.
  const symbol = close === undefined ? undefined : letterSymbols.get(name + inside)
  if (symbol !== undefined && close !== undefined) return { text: symbol, next: close + 1 }
  const isLetterName = /[a-zA-Z]/.test(name)
  const bare = (isLetterName ? /^\s+(\p{L})(?!\p{L})/u : /^\s?(?:\\([ij])(?![a-zA-Z])|(\p{L}))/u).exec(
    reader.text.slice(next, next + 4),
  )
  const letter = bare?.[1] ?? bare?.[2]
  if (!bare || letter === undefined || isLetterName || /^\s/.test(bare[0])) return undefined
  return { text: compose(letter, accent), next: next + bare[0].length }
}

function compose(letter: string, accent: string): string {
  return (letter + accent).normalize('NFC')
}

function readNamed(command: Command): CommandText {
  const { reader, name, next } = command
  const accent = name.length === 1 ? accents.get(name) : undefined
  const accented = accent ? readAccent(command, accent) : undefined
  if (accented) return accented
  if (name === 'href') return readLink(command)
  if (name === 'url' || name === 'path' || name === 'nolinkurl') return readAddress(command)
  if (name === 'footnote') return readFootnote(command)
  if (CITATION.test(name)) return { text: '', next: skipArguments(command), drop: true }
  if (IGNORED.has(name) && reader.closeOf(next) === undefined)
    return { text: '', next: skipSpaces(reader, skipEmptyGroup(command)) }
  const abbreviation = ABBREVIATIONS.get(name)
  if (abbreviation)
    return {
      text: reader.text[next] === '.' ? abbreviation.slice(0, -1) : abbreviation,
      next: skipEmptyGroup(command),
    }
  if (name === 'verb') return readVerbatim(command)
  if (name === 'char' || name === 'ding') return readCharacter(command)
  return readSymbol(command) ?? readArguments(command)
}

function skipSpaces(reader: CommandReader, from: number): number {
  let at = from
  while (at < reader.end && /[ \t\n]/.test(reader.text[at] ?? '')) at++
  return at
}

/** Behind `[…]` and `{…}` arguments. */
function skipArguments({ reader, next }: Command): number {
  let at = skipOption(reader, reader.text[next] === '*' ? next + 1 : next)
  for (let close = reader.closeOf(at); close !== undefined && close < reader.end; close = reader.closeOf(at))
    at = close + 1
  return at
}

function skipOption(reader: CommandReader, from: number): number {
  const option = /\[[^\][{}]{0,80}\]/y
  option.lastIndex = from
  return option.exec(reader.text) ? option.lastIndex : from
}

function readSymbol(command: Command): CommandText | undefined {
  const { reader, name, at } = command
  if (STRUCTURES.has(name)) {
    const next = skipArguments(command)
    const tex = reader.text.slice(at, next)
    return { text: mathToText(tex) ?? (name === 'sim' ? '~' : `$${tex}$`), next }
  }
  const word =
    WORDS.get(name) ?? textLetters.get(name) ?? letterSymbols.get(name) ?? operatorSymbols.get(name)
  if (word === undefined && !functionNames.has(name)) return undefined
  const after = skipEmptyGroup(command)
  const endsName = textLetters.has(name) || letterSymbols.has(name)
  // The space that only ends the name is not the author's; before a sign or a bracket it is.
  const next =
    endsName &&
    after === command.next &&
    /^ \p{L}/u.test(reader.text.slice(after, after + 2)) &&
    textLetters.has(name)
      ? after + 1
      : after
  return { text: word ?? name, next: name === 'item' ? skipSpaces(reader, skipOption(reader, next)) : next }
}

/** Unknown macros: their argument where they have one, their bare name where not. */
function readArguments(command: Command): CommandText {
  const { reader, name, next } = command
  const [count, chosen] = CHOSEN_ARGUMENT.get(name) ?? [Number.POSITIVE_INFINITY, -2]
  let at = CHOSEN_ARGUMENT.has(name) || /^cite/.test(name) ? skipOption(reader, next) : next
  const texts: string[] = []
  for (
    let close = reader.closeOf(at);
    close !== undefined && close < reader.end && texts.length < Math.min(count, 3);
    close = reader.closeOf(at)
  ) {
    texts.push(reader.convert(at + 1, close))
    at = close + 1
  }
  if (texts.length === 0 && name === 'n') return { text: '\\n', next }
  if (chosen === -1) return { text: '', next: at }
  // A number and its unit, of siunitx.
  if (name === 'SI' || name === 'qty')
    return { text: texts.join(texts[1]?.startsWith('%') ? '' : ' '), next: at }
  if (name === 'textsuperscript')
    return { text: spellSuperscript(texts[0] ?? '') ?? texts[0] ?? '', next: at }
  const text = chosen === -2 ? texts.at(-1) : texts[chosen]
  return {
    text: text || (CHOSEN_ARGUMENT.has(name) || IGNORED.has(name) || KNOWN_STYLE.test(name) ? '' : name),
    next: at,
  }
}

const KNOWN_STYLE = /^(?:text[a-z]+|emph|underline|uline|mbox|hbox|centerline|enquote)$/

function readLink(command: Command): CommandText {
  const { reader, next } = command
  const close = reader.closeOf(next)
  if (close === undefined) return { text: '', next }
  const url = cleanUrl(reader.text.slice(next + 1, close))
  const second = skipSpaces(reader, close + 1)
  const end = reader.closeOf(second)
  if (end === undefined || end >= reader.end) return { text: url, next: close + 1 }
  const label = reader.convert(second + 1, end).trim()
  return { text: joinLink(url, label), next: end + 1 }
}

function readAddress({ reader, next }: Command): CommandText {
  const close = reader.closeOf(next)
  return close === undefined || close >= reader.end
    ? { text: '', next }
    : { text: cleanUrl(reader.text.slice(next + 1, close)), next: close + 1 }
}

function cleanUrl(raw: string): string {
  return raw
    .trim()
    .replace(/\\([_%#&~-])(?:\{\})?/g, '$1')
    .replace(/\\textasciitilde(?:\{\})?|\{\\textasciitilde\}/g, '~')
    .replace(/[{}\s\\]/g, '')
}

/** A note is part of what the author says (often the link to the code), so it is kept, in brackets. */
function readFootnote(command: Command): CommandText {
  const { reader, next } = command
  const start = skipOption(reader, next)
  const close = reader.closeOf(start)
  if (close === undefined || close >= reader.end) return { text: '', next: start }
  const note = reader.convert(start + 1, close).trim()
  return note === ''
    ? { text: '', next: close + 1 }
    : { text: `${/\s/.test(reader.lastChar()) ? '' : ' '}(${note})`, next: close + 1 }
}

function readVerbatim({ reader, next }: Command): CommandText {
  const mark = reader.text[next] ?? ''
  const close = reader.text.slice(next + 1, next + 200).indexOf(mark)
  if (mark === '' || close < 0 || next + 1 + close >= reader.end) return { text: '', next }
  return { text: reader.text.slice(next + 1, next + 1 + close), next: next + 2 + close }
}

/** `\char"0986` by its code; `\ding{182}` by its place in the Zapf Dingbats font. */
function readCharacter({ reader, name, next }: Command): CommandText {
  const code = /^"([0-9A-F]{2,5})|^(\d{2,5})|^\{(\d{2,3})\}/.exec(reader.text.slice(next, next + 8))
  if (!code) return { text: '', next }
  const number = code[1] ? Number.parseInt(code[1], 16) : Number(code[2] ?? code[3])
  const point = name === 'ding' ? dingbat(number) : number
  const isSafe = point !== undefined && point > 0x9f && point < 0x10000 && (point < 0xd800 || point > 0xdfff)
  return { text: isSafe ? String.fromCodePoint(point) : '', next: next + code[0].length }
}

function dingbat(number: number): number | undefined {
  if (number >= 172 && number <= 181) return 0x2460 + number - 172
  if (number >= 182 && number <= 211) return 0x2776 + number - 182
  return number >= 33 && number <= 126 ? 0x2701 + number - 33 : undefined
}
