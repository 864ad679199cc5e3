/** Reads through LaTeX: the text as a reader sees it, and where each of its characters stood. */
import { findFormulas } from '../../paper/formulas.ts'

export interface FlatText {
  text: string
  /** For each index of `text` and its end, the index in the original; absent where the two are the same. */
  places?: number[]
}

/** A money sign that survived: `$` itself has been dropped as a formula's mark. */
const moneySign = '＄'

const symbols = new Map<string, string>()
const signs = `× times texttimes · cdot * ast ± pm mp textpm ~ sim texttildelow textasciitilde ≈ approx simeq ≤ le leq leqslant
  ≥ ge geq geqslant < lt ll > gt gg → to rightarrow longrightarrow % percent pct ${moneySign} textdollar … ldots dots cdots ∞ infty
  μ mu ° circ deg degree textdegree – textendash : colon | mid ∈ in / div slash`
let sign = ''
for (const word of signs.split(/\s+/)) {
  if (/[a-z]/.test(word)) symbols.set(word, sign)
  else sign = word
}
// Commands that leave a space.
const blanks = new Set(['uparrow', 'downarrow', 'quad', 'qquad'])
// Commands that only change the look of what follows.
const silent = new Set(
  'text textbf textit texttt textsc textrm textsf emph mathrm mathbf mathit mathcal mathbb mathsf mathtt boldsymbol bm rm bf it em tt sc left right big Big bigl bigr operatorname mbox hbox ensuremath underline xspace displaystyle num SI qty unit'.split(
    ' ',
  ),
)
const fractions = new Set(['frac', 'dfrac', 'tfrac', 'nicefrac', 'sfrac'])

// Full-width forms that take part in figures; the full-width comma stays, because it separates clauses.
const wideForms: Record<string, string> = {
  '％': '%',
  '．': '.',
  '＋': '+',
  '－': '-',
  '／': '/',
  '～': '~',
  '＝': '=',
  '＾': '^',
}
const needsFlattening = /[\\${}~０-９Ａ-Ｚａ-ｚ％．＋－／～＝＾ᵗˢʳⁿ]|--/

/** Linear in the length of the text. */
export function flattenMarkup(text: string): FlatText {
  return needsFlattening.test(text) ? new Flattener(text).run() : { text }
}

class Flattener {
  private readonly source: string
  private readonly mathMarks = new Set<number>()
  private out = ''
  private readonly places: number[] = []
  /** What closing each open brace has to write. */
  private readonly closers: string[] = []
  /** Arguments of a fraction still to come. */
  private fractionArguments = 0
  private at = 0

  constructor(source: string) {
    this.source = source
    for (const { start, end } of findFormulas(source)) {
      for (const mark of [start, start + 1, end - 2, end - 1])
        if (source[mark] === '$') this.mathMarks.add(mark)
    }
  }

  run(): FlatText {
    while (this.at < this.source.length) this.step(this.source[this.at] ?? '')
    this.places.push(this.source.length)
    return { text: this.out, places: this.places }
  }

  private write(text: string, from: number): void {
    this.out += text
    for (let index = 0; index < text.length; index++) this.places.push(from)
  }

  private step(char: string): void {
    const from = this.at++
    if (char === '\\') this.readCommand(from)
    else if (char === '$') this.write(this.mathMarks.has(from) ? '' : moneySign, from)
    else if (char === '{') this.openGroup(from)
    else if (char === '}') this.write(this.closers.pop() ?? '', from)
    else if (char === '~') this.write(this.readTilde(from), from)
    else if (char === '-' && this.source[this.at] === '-') this.readDashes(from)
    else if (raisedOrdinals.has(this.source.slice(from, from + 2))) this.writeOrdinal(from)
    else this.write(readWideForm(char), from)
  }

  /** `4ᵗʰ`, as `4\textsuperscript{th}` reads in plain text. */
  private writeOrdinal(from: number): void {
    this.write(raisedOrdinals.get(this.source.slice(from, from + 2)) ?? '', from)
    this.at = from + 2
  }

  /** `\unicode{x0025}` is a percent sign. */
  private writeCharacter(from: number): void {
    const [argument = '', code = ''] =
      /^\{x([\da-f]{2,5})\}/i.exec(this.source.slice(this.at, this.at + 8)) ?? []
    if (code === '') return
    this.at += argument.length
    this.write(readWideForm(String.fromCodePoint(Number.parseInt(code, 16))), from)
  }

  private openGroup(from: number): void {
    if (this.source.startsWith('{,}', from)) {
      this.write(',', from)
      this.at = from + 3
      return
    }
    const first = this.fractionArguments === 2
    if (this.fractionArguments > 0) this.fractionArguments--
    this.closers.push(first ? '/' : '')
  }

  private readCommand(from: number): void {
    let end = this.at
    while (isAsciiLetter(this.source.charCodeAt(end)) && end - this.at < 30) end++
    const name = this.source.slice(this.at, end)
    if (name === '') {
      this.readEscape(from)
      return
    }
    this.at = end
    const symbol = symbols.get(name)
    if (symbol !== undefined) this.write(symbol, from)
    else if (name === 'textsuperscript')
      this.write(/^\{[-\d]/.test(this.source.slice(end, end + 2)) ? '^' : '', from)
    else if (blanks.has(name) || (name === 'Delta' && /^\$?\s?[+-]?\d/.test(this.source.slice(end, end + 4))))
      this.write(' ', from)
    else if (name === 'unicode') this.writeCharacter(from)
    else if (fractions.has(name)) this.fractionArguments = 2
    else if (!silent.has(name)) this.write(name, from)
    // The space that ends a command's name is no space of the text.
    if (this.source[this.at] === ' ' && !silent.has(name)) this.at++
  }

  private readEscape(from: number): void {
    const char = this.source[this.at++] ?? ''
    if (char === '$') this.write(moneySign, from)
    else if (',;:! '.includes(char)) this.write('\u2009', from)
    else if (char === '\\') this.write(' ', from)
    else if (!'()[]'.includes(char)) this.write(char, from)
  }

  /** LaTeX's unbreakable space, unless it is the sign for "about" or a range. */
  private readTilde(from: number): string {
    const before = this.source[from - 1] ?? ' '
    const after = this.source[from + 1] ?? ' '
    const binds =
      (/[A-Za-z.,)]/.test(before) && /[A-Za-z0-9\\($]/.test(after)) ||
      (/\d/.test(before) && /[A-Za-z\\]/.test(after))
    return binds ? ' ' : '~'
  }

  private readDashes(from: number): void {
    while (this.source[this.at] === '-') this.at++
    this.write('–', from)
  }
}

const raisedOrdinals = new Map([
  ['ᵗʰ', 'th'],
  ['ˢᵗ', 'st'],
  ['ⁿᵈ', 'nd'],
  ['ʳᵈ', 'rd'],
])

function readWideForm(char: string): string {
  const code = char.charCodeAt(0)
  if (code < 0xff00 || code > 0xff5e) return char
  const isLetterOrDigit =
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a)
  return isLetterOrDigit ? String.fromCharCode(code - 0xfee0) : (wideForms[char] ?? char)
}

function isAsciiLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}
