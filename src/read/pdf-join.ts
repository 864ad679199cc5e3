/** Makes one text of printed lines: words broken at line ends are put together again, real hyphens are kept. */
import { cleanLine } from '../paper/clean-text.ts'
import { SUPER_CLOSE, SUPER_OPEN } from './pdf-segments.ts'

/** Words that stand unbroken somewhere in the paper, in lower case. */
export type Vocabulary = ReadonlySet<string>

export function gatherVocabulary(lines: readonly string[]): Vocabulary {
  const words = new Set<string>()
  let isBroken = false
  for (const line of lines) {
    const found = line.toLowerCase().match(/[\p{L}\d]+(?:[-‐][\p{L}\d]+)*/gu) ?? []
    const breaks = /[-‐]$/.test(line)
    // The first and the last word of a line may be half of one.
    for (const word of found.slice(isBroken ? 1 : 0, breaks ? -1 : undefined))
      words.add(word.replace(/‐/g, '-'))
    isBroken = breaks
  }
  return words
}

const BROKEN = /([\p{L}\p{N}][\p{L}\p{N}\-‐’']*)[-‐\u00ad]$/u
const NEXT = /^[\p{L}\p{N}]+/u

export function joinLines(lines: readonly string[], vocabulary: Vocabulary): string {
  let text = ''
  for (const line of lines) {
    const end = BROKEN.exec(text.slice(-80))?.[1]
    const next = NEXT.exec(line)?.[0]
    if (text === '') text = line
    else if (end === undefined || next === undefined) text = `${text}${/[/–—]$/.test(text) ? '' : ' '}${line}`
    else text = keepsHyphen({ end, next, vocabulary }) ? text + line : text.slice(0, -1) + line
  }
  return text
}

// Openings of compounds that stand unbroken in few papers only.
const COMPOUND_HEADS = new Set(
  'self well real long short high low large small fine cross end time zero one two three four five six seven eight nine ten first second third open human data left right top deep world text image video graph model rule token reward machine computer hard soft free full half all best state domain task multi'.split(
    ' ',
  ),
)
// Inside a compound these are whole: state-of-the-art, out-of-domain, end-to-end.
const INNER_WORDS = new Set(['the', 'of', 'to', 'and', 'in', 'on', 'by', 'a', 'or', 'for', 'end', 'art'])

/** A printed hyphen is real where the paper has the word with it, or where both halves are words and the whole is none. */
function keepsHyphen({
  end,
  next,
  vocabulary,
}: {
  end: string
  next: string
  vocabulary: Vocabulary
}): boolean {
  const [first, second] = [end.toLowerCase(), next.toLowerCase()]
  if (vocabulary.has(`${first}-${second}`)) return true
  if (vocabulary.has(first + second)) return false
  if (/\d$/.test(end) || /^\d/.test(next) || /^\p{Lu}{2,}$/u.test(end)) return true
  if (/^\p{Lu}/u.test(next)) return !/^\p{Lu}\p{Ll}+$/u.test(end) || vocabulary.has(first)
  const head = first.slice(first.lastIndexOf('-') + 1)
  if (first.includes('-') && INNER_WORDS.has(head)) return true
  if (COMPOUND_HEADS.has(head) && (vocabulary.has(second) || first.includes('-'))) return true
  return head.length > 3 && second.length > 3 && vocabulary.has(head) && vocabulary.has(second)
}

/** What the raised marks of a text are: footnotes in brackets, powers, or marks without a note. */
export function resolveMarks(text: string, findNote: (mark: string) => string | undefined): string {
  const [start = '', ...parts] = text.split(SUPER_OPEN)
  let result = start
  for (const part of parts) {
    const end = part.indexOf(SUPER_CLOSE)
    const mark = part.slice(0, Math.max(0, end)).trim()
    const note = findNote(mark)
    result +=
      (note === undefined ? showMark(mark, result.slice(-2)) : ` [footnote: ${note}] `) + part.slice(end + 1)
  }
  return cleanLine(result.replaceAll(SUPER_CLOSE, '')).replace(/ ([,.;:!?)\]])(?=[\s\]),.;]|$)/g, '$1')
}

/** `10^5`, `x^2`, `3rd`; figures and signs behind a word point to a note that is not on this page, and go. */
function showMark(mark: string, before: string): string {
  const isBase = /[\d)\]}|]$/.test(before) || /^(?:.?[^\p{L}])?\p{L}$/u.test(before)
  if (/^\p{L}{2,}$/u.test(mark)) return mark
  if (isBase) return /^[\p{L}\p{N}+−–-]+$/u.test(mark) ? `^${mark}` : mark
  return /^[\d*†‡§¶,\s]+$/.test(mark) ? '' : mark
}
