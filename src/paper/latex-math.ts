/** Turns the inside of a simple formula into Unicode, and leaves alone what Unicode cannot say. */
import {
  append,
  appendFunction,
  appendSpace,
  type FormulaLine,
  NotPlain,
  refuse,
  startLine,
} from './formula-line.ts'
import { joinLink } from './join-link.ts'
import {
  formulaAccents,
  functionNames,
  type LetterStyle,
  letterStyles,
  letterSymbols,
  operatorSymbols,
  plainStyles,
  spellSubscript,
  spellSuperscript,
  styleLetter,
  textLetters,
  textStyles,
} from './latex-symbols.ts'

interface Reader {
  tex: string
  at: number
  depth: number
}

// Deeper nesting than any formula of an abstract; hostile input must not exhaust the stack.
const MAX_DEPTH = 12
const MAX_LENGTH = 400

/** `10^{-3}` → `10⁻³`; undefined where something would be lost (`\begin`, unknown macros, tall fractions). */
export function mathToText(tex: string): string | undefined {
  if (tex.length > MAX_LENGTH) return undefined
  try {
    const text = readFormula({ tex, at: 0, depth: 0 }, false)
    return text.trim() === '' ? undefined : text.trim()
  } catch (error) {
    if (error instanceof NotPlain) return undefined
    throw error
  }
}

/** Reads up to the end or an unmatched `}`. */
function readFormula(reader: Reader, asText: boolean): string {
  if (reader.depth > MAX_DEPTH) throw new NotPlain()
  const line = startLine()
  while (reader.at < reader.tex.length) {
    const char = reader.tex[reader.at] ?? ''
    if (char === '}') {
      if (reader.depth === 0) throw new NotPlain()
      return line.text
    }
    readPiece(reader, line, asText)
  }
  if (reader.depth > 0) throw new NotPlain()
  return line.text
}

function readPiece(reader: Reader, line: FormulaLine, asText: boolean): void {
  const char = reader.tex[reader.at] ?? ''
  if (char === '\\') readCommand(reader, line, asText)
  else if (char === '{') appendGroup(reader, line, asText)
  else {
    reader.at++
    if (char === '&') throw new NotPlain()
    if (char === '$') readNested(reader, line, asText)
    else if (char === '~' || /\s/.test(char)) appendSpace(line)
    else if (!asText && (char === '^' || char === '_')) readScript(reader, line, char)
    else append(line, char)
  }
}

/** `\textbf{H$^3$DP}`: a formula in the text of a formula. */
function readNested(reader: Reader, line: FormulaLine, asText: boolean): void {
  const close = reader.tex.indexOf('$', reader.at)
  if (!asText || close < 0) throw new NotPlain()
  const text = mathToText(reader.tex.slice(reader.at, close))
  if (text === undefined) throw new NotPlain()
  reader.at = close + 1
  append(line, text)
}

function readGroup(reader: Reader, asText: boolean): string {
  reader.at++
  reader.depth++
  const text = readFormula(reader, asText)
  reader.depth--
  reader.at++
  return text
}

function appendGroup(reader: Reader, line: FormulaLine, asText: boolean): void {
  const text = readGroup(reader, asText)
  if (text === '~') appendTilde(reader, line)
  else append(line, text)
}

/** The next group, command or character; what `^`, `_` and `\hat` apply to. */
function readArgument(reader: Reader, asText: boolean): string {
  skipSpaces(reader)
  const char = reader.tex[reader.at]
  if (char === undefined || char === '}') throw new NotPlain()
  if (char === '{') return readGroup(reader, asText)
  const line = startLine()
  readPiece(reader, line, asText)
  return line.text
}

function skipSpaces(reader: Reader): void {
  while (/\s/.test(reader.tex[reader.at] ?? '')) reader.at++
}

const ORDINALS = new Set(['th', 'st', 'nd', 'rd'])

function readScript(reader: Reader, line: FormulaLine, mark: '^' | '_'): void {
  const script = readArgument(reader, false).trim()
  if (script === '') return
  if (line.nameOpen) throw new NotPlain()
  const small = mark === '^' ? spellSuperscript(script) : spellSubscript(script)
  const isWord = /^\p{L}{3,}$/u.test(script)
  const bareWord = line.text.trimEnd()
  if (
    small !== undefined &&
    (!isWord || ORDINALS.has(script) || bareWord === '') &&
    [...script].length <= 8
  ) {
    line.text = bareWord + small
    return
  }
  line.text = bareWord + mark + spellOut(script)
  line.wordOpen = false
  line.nameOpen = !line.text.endsWith(')')
}

/** What follows `^` or `_` where Unicode has no small form: a word, or anything short in brackets. */
function spellOut(script: string): string {
  if (/^(?:[A-Za-z\u0370-\u03ff]+\d*|\d+|[^\s\w{}$\\~]|\([^()]{1,14}\))$/u.test(script)) return script
  if (!/^[\p{L}\p{N}√+\-−/.,:()[\]≤≥∘=| ]{1,16}$/u.test(script)) throw new NotPlain()
  return `(${script})`
}

function readName(reader: Reader): string {
  const letters = /[a-zA-Z]+\*?|[\s\S]/y
  letters.lastIndex = reader.at + 1
  const name = letters.exec(reader.tex)?.[0]
  if (name === undefined) throw new NotPlain()
  reader.at += 1 + name.length
  return name.length > 1 && name.endsWith('*') && !name.startsWith('operatorname')
    ? unreadStar(reader, name)
    : name
}

function unreadStar(reader: Reader, name: string): string {
  reader.at--
  return name.slice(0, -1)
}

const SPACES = new Set([',', ';', ':', '>', ' ', 'quad', 'qquad', 'enspace', 'space', 'thinspace', 'hfill'])
const IGNORED = new Set(
  `! left right big Big bigl bigr Bigl Bigr bigg Bigg biggl biggr Biggl Biggr displaystyle textstyle limits
  nolimits boldmath small tiny rm bf it sf tt cal em mathstrut`.split(/\s+/),
)
const ESCAPED = new Set(['%', '#', '&', '_', '{', '}', '$'])

function readCommand(reader: Reader, line: FormulaLine, asText: boolean): void {
  const name = readName(reader)
  const symbol = letterSymbols.get(name) ?? textLetters.get(name)
  const operator = operatorSymbols.get(name)
  if (SPACES.has(name)) appendSpace(line)
  else if (ESCAPED.has(name)) append(line, name)
  else if (IGNORED.has(name)) readIgnored(reader, name)
  else if (functionNames.has(name)) appendFunction(line, name)
  else if (operator !== undefined) appendOperator(reader, line, operator)
  else if (symbol !== undefined) appendLetter(reader, line, symbol)
  else if (name === 'sim' || name === 'thicksim') appendTilde(reader, line)
  else if (plainStyles.has(name)) append(line, readArgument(reader, asText))
  else if (textStyles.has(name)) appendText(line, readArgument(reader, true), name)
  else if (/^[dt]?frac$/.test(name)) appendFraction(reader, line)
  else if (name === 'bmod') appendFunction(line, 'mod')
  else append(line, readStructure(reader, name))
}

function readIgnored(reader: Reader, name: string): void {
  if (/^[a-zA-Z]/.test(name)) skipSpaces(reader)
  // `\left.` is an invisible bracket: the formula is too tall for a line of text.
  if ((name === 'left' || name === 'right') && reader.tex[reader.at] === '.') throw new NotPlain()
}

function appendText(line: FormulaLine, text: string, name: string): void {
  if (name.startsWith('operatorname')) appendFunction(line, text)
  else append(line, text)
}

/** `\alpha x` is αx, but `\alpha = x` keeps the space that the author wrote around the sign. */
function appendLetter(reader: Reader, line: FormulaLine, letter: string): void {
  append(line, letter)
  const spaces = /^\s+(?=[\p{L}\p{N}\\({[]|$)/u.exec(reader.tex.slice(reader.at, reader.at + 8))
  if (spaces && reader.tex[reader.at + spaces[0].length] !== '\\') reader.at += spaces[0].length
}

function appendOperator(reader: Reader, line: FormulaLine, operator: string): void {
  const spaced = line.text.endsWith(' ')
  append(line, operator)
  skipSpaces(reader)
  if (spaced) line.text += ' '
}

/** `~` stands apart from letters, so that it is not read as LaTeX's tie: `x ~ y`, but `3~5` and `~30`. */
function appendTilde(reader: Reader, line: FormulaLine): void {
  skipSpaces(reader)
  const before = line.text.trimEnd()
  const next = reader.tex[reader.at] ?? ''
  if (before === '') line.text = '~'
  else if (/\d$/.test(before) && !line.text.endsWith(' ') && /^\d?$/.test(next)) line.text = `${before}~`
  else line.text = next === '' ? `${before} ~` : `${before} ~ `
  line.wordOpen = false
  line.nameOpen = false
}

function readStructure(reader: Reader, name: string): string {
  const style = letterStyles.get(name)
  if (style) return styleLetters(readArgument(reader, true), style, reader)
  const accent = formulaAccents.get(name)
  if (accent) return accentLetter(readArgument(reader, false), accent)
  if (name === '|') return '‖'
  if (name === 'sqrt') return readRoot(reader)
  if (name === 'pmod') return ` (mod ${readArgument(reader, false)})`
  if (name === 'href') return readLink(reader)
  if (name === 'unicode') return readCodePoint(reader)
  if (name === 'not') return `${readArgument(reader, false)}\u0338`.normalize('NFC')
  if (name === 'textsuperscript') return spellSuperscript(readArgument(reader, true)) ?? refuse()
  if (name !== 'textcolor') throw new NotPlain()
  readArgument(reader, true)
  return readArgument(reader, true)
}

/** `\mathcal{O}(n)` is read as the O of complexity, which everybody writes with a plain letter. */
function styleLetters(text: string, style: LetterStyle, reader: Reader): string {
  if (
    style === 'cal' &&
    text === 'O' &&
    /^\s*(?:\(|\\left\s*\(|\\big)/i.test(reader.tex.slice(reader.at, reader.at + 12))
  )
    return text
  return [...text].map(char => styleLetter(char, style) ?? refuse()).join('')
}

function accentLetter(text: string, accent: string): string {
  if ([...text].length !== 1 || !/^\p{L}/u.test(text)) throw new NotPlain()
  return (text.replace('ı', 'i') + accent).normalize('NFC')
}

/** Only what reads the same on one line: `1/2`, `(n+1)/2`; never with a neighbour that could join it. */
function appendFraction(reader: Reader, line: FormulaLine): void {
  const numerator = bracket(readArgument(reader, false))
  const denominator = bracket(readArgument(reader, false))
  if (
    /[\p{L}\p{N})\]]\s*$/u.test(line.text) ||
    /^\s*[\p{L}\p{N}\\^({]/u.test(reader.tex.slice(reader.at, reader.at + 6))
  )
    throw new NotPlain()
  append(line, `${numerator}/${denominator}`)
}

function bracket(text: string): string {
  const bare = text.trim()
  if (bare === '') throw new NotPlain()
  return /^(?:[\p{L}\p{N}.]+|√\p{L})$/u.test(bare) ? bare : `(${bare})`
}

function readRoot(reader: Reader): string {
  if (reader.tex[reader.at] === '[') throw new NotPlain()
  const text = readArgument(reader, false).trim()
  if (text === '') throw new NotPlain()
  const touches = /^[\p{L}\p{N}]/u.test(reader.tex.slice(reader.at, reader.at + 2))
  return (/^\d+$/.test(text) || [...text].length === 1) && !touches ? `√${text}` : `√(${text})`
}

/** `\unicode{x2013}`, as MathJax writes characters that it has no command for. */
function readCodePoint(reader: Reader): string {
  const digits = /^x([0-9a-f]{2,6})$/i.exec(readArgument(reader, true).trim())?.[1]
  const code = digits === undefined ? Number.NaN : Number.parseInt(digits, 16)
  const isSafe =
    code > 0x9f ? code < 0x110000 && (code < 0xd800 || code > 0xdfff) : code > 0x20 && code < 0x5b
  if (!isSafe || code === 0x24) throw new NotPlain()
  return String.fromCodePoint(code)
}

function readLink(reader: Reader): string {
  const url = readArgument(reader, true).trim()
  return joinLink(url, readArgument(reader, true).trim())
}
