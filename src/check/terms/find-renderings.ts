/** Finds where the renderings of a term stand in a text, the longest first, so that none is found inside another. */
import { type Script, scriptOf } from '../scripts.ts'
import { type TightText, tightenTerm } from './tight-text.ts'

export interface Occurrence {
  /** As the rule writes it. */
  rendering: string
  start: number
  end: number
}

/** Places are those of the tight text. */
export function findRenderings(
  { text }: TightText,
  renderings: readonly string[],
  language: string,
): Occurrence[] {
  const script = scriptOf(language)
  const found: Occurrence[] = []
  for (const rendering of renderings.toSorted((a, b) => b.length - a.length)) {
    const wanted = tightenTerm(rendering)
    if (wanted === '') continue
    for (const { start, end } of findOne({ text, wanted, script }))
      if (!found.some(other => start < other.end && end > other.start)) found.push({ rendering, start, end })
  }
  return found.toSorted((a, b) => a.start - b.start)
}

interface Search {
  text: string
  wanted: string
  script: Script
}

function findOne({ text, wanted, script }: Search): { start: number; end: number }[] {
  const isWord = script !== 'Han' && script !== 'Japanese' && script !== 'Thai'
  const wantedText = isWord && script !== 'Hangul' ? stemOf(wanted) : wanted
  const places: { start: number; end: number }[] = []
  for (let at = text.indexOf(wantedText); at >= 0; at = text.indexOf(wantedText, at + wantedText.length)) {
    const end = at + wantedText.length
    if (startsWord(text, { at, first: wantedText })) places.push({ start: at, end: endOfWord(text, end) })
  }
  return places
}

// Inflected languages change the end of a word; what stands before it is the same in nearly all forms.
const MIN_STEM = 5

function stemOf(wanted: string): string {
  const keep = Math.max(MIN_STEM, Math.ceil(wanted.length * 0.8))
  return wanted.slice(0, keep)
}

const WORD_CHARACTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]/u

/** A rendering that begins with a letter of an alphabet begins where a word does. */
function startsWord(text: string, { at, first }: { at: number; first: string }): boolean {
  return !WORD_CHARACTER.test(first[0] ?? '') || !WORD_CHARACTER.test(text[at - 1] ?? '')
}

function endOfWord(text: string, from: number): number {
  let end = from
  if (WORD_CHARACTER.test(text[from - 1] ?? ''))
    while (end < text.length && WORD_CHARACTER.test(text[end] ?? '')) end++
  return end
}
