/** Check: no LaTeX, Markdown, HTML or other marks of a format have leaked into the plain text of a field. */
import { findAll } from '../paper/find-all.ts'
import type { Finding } from '../paper/finding.ts'
import { findFormulas, maskMath } from '../paper/formulas.ts'
import { latexToText } from '../paper/latex.ts'
import type { CheckInput } from './check-input.ts'
import { excerpt } from './excerpt.ts'
import { type BriefField, readFields } from './read-fields.ts'
import { readSource } from './read-source.ts'

interface Leak {
  pattern: RegExp
  message: string
  /** Links are part of it. */
  hasLink?: boolean
  severity?: Finding['severity']
}

const LEAKS: readonly Leak[] = [
  { pattern: /\ufffd/gu, message: 'A replacement character stands where a letter was lost.' },
  {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is this line's purpose
    pattern: /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu,
    message: 'The text holds a control or hidden character.',
  },
  { pattern: /\[\[[/\w\p{L} -]{1,40}\]\]/gu, message: 'A block tag has leaked into the text.' },
  {
    pattern: /\\[a-zA-Z]{2,}(?:\{[^{}]{0,80}\})*|\\[a-zA-Z]\{[^{}]{0,40}\}/gu,
    message: 'A LaTeX command stands outside a formula.',
  },
  { pattern: /\\[()[\]]/gu, message: 'A LaTeX formula mark stands in the text.' },
  { pattern: /\\[%&_#$*{}~^<>"'`|!.+-]|\\$/gu, message: 'A backslash escapes a character that needs none.' },
  {
    pattern: /\\n(?![a-zA-Z])|\\u[0-9a-f]{4}/giu,
    message: 'An escape sequence stands where a character should be.',
  },
  { pattern: /```|~~~/gu, message: 'A Markdown code fence has leaked into the text.' },
  {
    pattern: /(?<![*\w])\*\*(?=\S)[^*\n]{1,200}\*\*(?!\*)|(?<![\w_])__(?=[^\s_])[^_\n]{1,200}__(?!\w)/gu,
    message: 'Markdown emphasis has leaked into the text.',
  },
  {
    pattern:
      /(?<![*\w\\])\*(?=[\p{L}\p{N}“"(（])[^*\n]{1,120}(?<=[\p{L}\p{N}”")）.。%])\*(?![*\p{Script=Latin}\p{N}])/gu,
    message: 'Markdown emphasis has leaked into the text.',
  },
  { pattern: /\*\*/gu, message: 'A Markdown emphasis mark has leaked into the text.' },
  { pattern: /^ {0,3}#{1,6}\s+\S[^\n]{0,60}/gmu, message: 'A Markdown heading has leaked into the text.' },
  {
    pattern: /^\s{0,3}(?:[-*+]|\d{1,2}[.)])\s+\S[^\n]{0,60}\n\s{0,3}(?:[-*+]|\d{1,2}[.)])\s+\S/gmu,
    message: 'A Markdown list has leaked into the text.',
    severity: 'warning',
  },
  {
    pattern: /!?\[[^\]\n[]{1,120}\]\((?:https?:|www\.|#|\/)[^)\s]{1,300}\)/gu,
    message: 'A Markdown link has leaked into the text.',
    hasLink: true,
  },
  { pattern: /(?<!`)`[^`\n]{1,80}`(?!`)/gu, message: 'Markdown code marks have leaked into the text.' },
  {
    pattern:
      /<\/?(?:a|abbr|b|blockquote|br|center|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|ol|p|pre|s|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|tr|u|ul)(?:\s[^<>]{0,200})?\s?\/?>/giu,
    message: 'An HTML tag has leaked into the text.',
  },
  {
    pattern: /^\s{0,3}\|[^\n]{0,200}\|\s*$|\|\s{0,3}:?-{2,}:?\s{0,3}(?:\||$)/gmu,
    message: 'A row of a table has leaked into the text.',
  },
  {
    pattern: /(?<=[\p{Script=Han}。，；：！？）”])\s{0,2}\|{1,2}\s?|\s\|{1,2}(?=\s|$)|\|(?=\[)/gu,
    message: 'A mark of a table has leaked into the text.',
  },
  {
    pattern:
      /<!--|-->|<\/?(?:think|thinking|answer|title|abstract|paper|output|result|response|translation|summary|source|document)>/giu,
    message: 'A tag has leaked into the text.',
  },
  {
    pattern:
      /&(?:amp|lt|gt|quot|apos|nbsp|ndash|mdash|hellip|[lr]squo|[lr]dquo|times|copy|#\d{2,6}|#x[0-9a-f]{2,6});/giu,
    message: 'An HTML entity stands where a character should be.',
  },
]

export function checkMarkup({ paper, brief, form, fullText }: CheckInput): Finding[] {
  const source = readSource({ paper, fullText }).text
  const given = `${paper.title}\n\n${paper.abstract}`
  return readFields({ brief, form })
    .filter(field => !source.includes(field.text.trim()))
    .flatMap(field => [
      ...checkLeaks(field, `${source}\n${given}`),
      ...checkFormulas(field, { source, given, isSelection: form.coverage === 'selection' }),
    ])
}

function report(field: BriefField, message: string, quote: string): Finding {
  return { check: 'markup', severity: 'error', field: field.key, message, quote: excerpt(quote) }
}

// What every leak begins with; most fields have none of these, and are done.
const SUSPECT =
  /[^\P{Cc}\n\t]|[\u200b-\u202e\u2066-\u2069\ufeff\ufffd\\*_`~#[<>&|]|^\s{0,3}(?:[-+]|\d{1,2}[.)])\s/mu

/** What the source has in the same way is the author's: `[MASK]`, `C*`, a paper about `<think>`. */
function checkLeaks(field: BriefField, source: string): Finding[] {
  // `_` and `~` belong to an address, not to a format.
  const text = field.plain()
  if (!SUSPECT.test(text)) return []
  const taken: { start: number; end: number }[] = []
  return LEAKS.flatMap(({ pattern, message, severity, hasLink }) => {
    const places = findAll(hasLink ? field.text : text, pattern).map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
      // With the links and formulas that were blanked for the search.
      quote: field.text.slice(index, index + found.length),
    }))
    const place = places.find(({ start, end, quote }) => {
      const isTaken = taken.some(other => start < other.end && end > other.start)
      return !isTaken && !isOwn(quote, source)
    })
    if (!place) return []
    taken.push(place)
    const finding = report(field, message, place.quote)
    return [severity ? { ...finding, severity } : finding]
  })
}

/**
 * LaTeX of the source excuses nothing, since the brief gets the source without it; the marks of other formats do,
 * as long as the brief has them around the same words.
 */
function isOwn(quote: string, source: string): boolean {
  if (/^\s*\|{1,2}\s*$/.test(quote)) return source.includes('|')
  if (quote.startsWith('\\') && !/^\\[nu]/.test(quote)) return latexToText(source).includes(quote)
  return source.includes(quote)
}

/** A figure between dollars is a figure, which `quantities` compares. */
function isFigure(tex: string): boolean {
  return /^[\s\d.,/+-]+(?:\\%)?$/.test(tex)
}

interface FormulaCase {
  source: string
  given: string
  isSelection: boolean
}

function checkFormulas(field: BriefField, { source, given, isSelection }: FormulaCase): Finding[] {
  if (!field.text.includes('$')) return []
  const formulas = findFormulas(field.text)
  const known = new Set([...findFormulas(source), ...findFormulas(given)].map(({ tex }) => squeeze(tex)))
  const plain = squeeze(source)
  const invented = formulas.filter(
    ({ tex }) =>
      !known.has(squeeze(tex)) && !isFigure(tex) && !plain.includes(squeeze(latexToText(`$${tex}$`))),
  )
  const stray = findStrayDollar(maskMath(field.text), maskMath(source))
  const broken = formulas.filter(({ tex }) => !hasBalancedBraces(tex))
  return [
    ...broken
      .slice(0, 3)
      .map(({ tex }) => report(field, 'A brace of the formula has no partner.', `$${tex}$`)),
    ...invented.slice(0, 3).map(
      ({ tex }): Finding => ({
        ...report(field, 'The formula does not stand in the source.', `$${tex}$`),
        severity:
          hasOwnSymbols(tex, [source, given]) || (isSelection && followsFrom(tex, plain))
            ? 'warning'
            : 'error',
      }),
    ),
    ...(stray === undefined
      ? []
      : [report(field, 'A dollar sign neither opens a formula nor means money.', stray)]),
  ]
}

/** `$a/b$` for the source's `$\\frac{a}{b}$`: the same symbols, set in another way. */
function hasOwnSymbols(tex: string, texts: readonly string[]): boolean {
  const known = new Set(texts.flatMap(findFormulas).flatMap(formula => readSymbols(formula.tex)))
  return readSymbols(tex).every(symbol => known.has(symbol))
}

function readSymbols(tex: string): string[] {
  return findAll(tex, SYMBOL).map(([symbol]) => symbol)
}
const SYMBOL =
  /\\(?!(?:[dt]?frac|left|right|[bB]ig+[lr]?|quad|qquad|mathrm|text|displaystyle|limits)(?![a-z]))[A-Za-z]+|(?<!\\[A-Za-z]{0,24})[A-Za-z]|\d+(?:\.\d+)?/g

/** `$a(1+r)<1$`, for what happens where the source's $a(1+r)\ge 1$ does not hold: its sides are the source's. */
function followsFrom(tex: string, source: string): boolean {
  const sides = tex.split(RELATION)
  return sides.length > 1 && sides.every(side => side.trim() !== '' && source.includes(squeeze(side)))
}
const RELATION = /[<>=≤≥]|\\(?:leq?|geq?|ll|gg|neq?|lt|gt)(?![a-z])/

function hasBalancedBraces(tex: string): boolean {
  let depth = 0
  for (const mark of tex.replace(/\\[{}\\]/g, '').match(/[{}]/g) ?? []) {
    depth += mark === '{' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}

function squeeze(tex: string): string {
  return tex.replace(/\\[,;:! ]|[\s{}]/g, '')
}

/** A `$` beside a figure is money where the source speaks of money; its own oddities are the author's. */
function findStrayDollar(text: string, source: string): string | undefined {
  const hasMoney = /[$€£¥]|\b(?:dollars?|USD|euros?|EUR|cents?|pounds?|yuan|RMB|yen)\b/i.test(source)
  for (const { index } of findAll(text, /\$/g)) {
    const around = text.slice(Math.max(0, index - 12), index + 12)
    const before = text.slice(Math.max(0, index - 4), index)
    const after = text.slice(index + 1, index + 5)
    const isMoney =
      hasMoney && (/^\s?[~<>≤≥+-]?\d/.test(after) || /(?:\d\s?|US|AU|CA|HK|NT|[SARC])$/.test(before))
    if (!isMoney && !source.includes(text.slice(Math.max(0, index - 2), index + 3))) return around.trim()
  }
  return undefined
}
