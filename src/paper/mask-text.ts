/** Puts marks in place of what must not be translated, and the words back in place of the marks. */
import type { ProtectedSpan } from './protected-spans.ts'

type Span = Pick<ProtectedSpan, 'start' | 'end' | 'restored'>

export interface MaskedText {
  text: string
  spans: readonly Span[]
  /** Finds a mark in any spelling that a translation may give it; its group is the number. */
  mark: RegExp
  /** The number of the first mark. */
  base: number
}

interface MarkStyle {
  mark: RegExp
  /** The numbers begin here. */
  base: number
  write(number: number): string
}

const DIGITS = '([0-9０-９]{1,3})'

/** A letter with a number, as a variable has; the letter must not stand before a digit in the text already. */
function letterStyle(letter: string): MarkStyle {
  const wide = String.fromCharCode(letter.charCodeAt(0) + 0xfee0)
  const letters = `${letter}${letter.toLowerCase()}${wide}`
  return {
    mark: new RegExp(`(?<![A-Za-z0-9])[${letters}][ -]?${DIGITS}(?![A-Za-z0-9])`, 'g'),
    base: 1,
    write: number => `${letter}${number}`,
  }
}

/** In the order in which they are tried: like a variable, like a reference, like another variable. */
const STYLES: readonly (readonly MarkStyle[])[] = [
  ['X', 'Z', 'K', 'V'].map(letterStyle),
  [{ mark: new RegExp(`[[［【]\\s?${DIGITS}\\s?[\\]］】]`, 'g'), base: 71, write: number => `[${number}]` }],
  ['N', 'M', 'Y', 'W'].map(letterStyle),
]
export const MASK_STYLES = STYLES.length

// More marks than this leave nothing to translate.
const MAX_SPANS = 60
// Stand for the spans between reading the marks and writing the words; no text has them.
const [PRIVATE_FIRST, PRIVATE] = [0xe000, /[\ue000-\uf8ff]/g]

/**
 * @param spans in reading order, none overlapping
 * @returns undefined where no mark of this style can be told from the text, or there are too many
 */
export function maskText(text: string, spans: readonly Span[], style: number): MaskedText | undefined {
  if (spans.length > MAX_SPANS) return undefined
  const pieces = splitAtSpans(text, spans)
  const free = STYLES[style]?.find(({ mark }) => !pieces.some(piece => new RegExp(mark).test(piece)))
  if (!free) return undefined
  const masked = pieces.reduce((out, piece, index) => out + free.write(free.base + index - 1) + piece)
  return { text: masked, spans, mark: free.mark, base: free.base }
}

/** What stands between the spans; one piece more than there are spans. */
export function splitAtSpans(text: string, spans: readonly Span[]): string[] {
  const pieces: string[] = []
  let last = 0
  for (const { start, end } of spans) {
    pieces.push(text.slice(last, start))
    last = end
  }
  return [...pieces, text.slice(last)]
}

/**
 * The translation with its words back; undefined where a mark is lost, doubled or invented.
 * @param tidy mends punctuation while each span is one character that is no letter, and must keep those
 */
export function unmaskText(
  translation: string,
  { spans, mark, base }: MaskedText,
  tidy: (text: string) => string = text => text,
): string | undefined {
  const seen = new Set<number>()
  let isExact = true
  const held = translation.replace(PRIVATE, '').replace(mark, (_, digits: string) => {
    const index = Number(digits.normalize('NFKC')) - base
    if (seen.has(index) || index < 0 || index >= spans.length) isExact = false
    seen.add(index)
    return String.fromCharCode(PRIVATE_FIRST + Math.max(index, 0))
  })
  if (!isExact || seen.size !== spans.length) return undefined
  return tidy(held).replace(PRIVATE, held => spans[held.charCodeAt(0) - PRIVATE_FIRST]?.restored ?? '')
}
