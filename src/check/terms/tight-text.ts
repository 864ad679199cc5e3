/** A text in the form that renderings are looked for in: no blanks beside Han characters, small letters, one hyphen. */
import { remember } from '../../paper/remember.ts'

export interface TightText {
  text: string
  /** Where each character of `text` stands in the text itself; one more for its end. */
  places: readonly number[]
}

/** `视觉 Token` and `视觉token` come out alike. */
export function tighten(text: string): TightText {
  const places: number[] = []
  const folded = fold(text)
  let tight = ''
  let from = 0
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at)
    if (isBlank(code) && (isHanOrKana(folded.charCodeAt(at - 1)) || isHanOrKana(folded.charCodeAt(at + 1)))) {
      tight += folded.slice(from, at)
      from = at + 1
    } else places.push(at)
  }
  places.push(text.length)
  return { text: tight + folded.slice(from), places }
}

/** One character for one, so that places stay what they are. */
function fold(text: string): string {
  const small = text.toLowerCase()
  const folded =
    small.length === text.length ? small : text.replace(/[A-Z]/g, capital => capital.toLowerCase())
  return folded.replace(/[\u2010-\u2015\u2212]/g, '-')
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 0xa0 || code === 0x3000
}

function isHanOrKana(code: number): boolean {
  return (
    (code >= 0x3005 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff)
  )
}

// The renderings of the rules are the same for every brief.
export const tightenTerm = remember(rendering => tighten(rendering).text)
