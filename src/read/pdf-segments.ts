/** Joins runs that touch into segments of one line: a text line, a table cell, a part of a formula. */
import type { PdfPage, PdfRun } from './pdf-page.ts'

export interface Segment {
  /** Superscripts stand between SUPER_OPEN and SUPER_CLOSE. */
  text: string
  x0: number
  x1: number
  y: number
  size: number
  bold: boolean
  italic: boolean
  mono: boolean
  caps: boolean
  /** Share of the characters that are mathematical, 0 to 1. */
  math: number
  /** How many characters at the beginning are bold. */
  leadBold: number
}

// Private-use characters: no font's text may bring them in, see `cleanRun`.
export const SUPER_OPEN = '\uf8f0'
export const SUPER_CLOSE = '\uf8f1'

// Wider than any blank of justified text, narrower than the space between cells or columns.
const MAX_GAP = 0.85

export function joinRuns(page: PdfPage): Segment[] {
  const segments: Segment[] = []
  let group: PdfRun[] = []
  const close = (): void => {
    const segment = makeSegment(group)
    if (segment) segments.push(segment)
    group = []
  }
  for (const run of page.runs) {
    if (run.text.trim() === '' && group.length === 0) continue
    const previous = group.at(-1)
    if (previous && !continues({ group, previous, run })) close()
    if (run.text.trim() !== '' || group.length > 0) group.push(run)
  }
  close()
  return segments
}

function continues({
  group,
  previous,
  run,
}: {
  group: readonly PdfRun[]
  previous: PdfRun
  run: PdfRun
}): boolean {
  const size = Math.max(...group.slice(-4).map(each => each.size), run.size)
  const base = baseOf(group)
  const gap = run.x - (previous.x + previous.width)
  if (run.text.trim() === '')
    return run.width <= size * MAX_GAP && Math.abs(run.y - base) < size * 0.6 && gap < size * MAX_GAP
  return Math.abs(run.y - base) < size * 0.48 && gap < size * MAX_GAP && gap > -size * 0.6
}

/** The base line of the largest type so far: that of a superscript says nothing. */
function baseOf(group: readonly PdfRun[]): number {
  let [first] = group
  for (const run of group.slice(-12))
    if (first && run.size > first.size + 0.2 && run.text.trim() !== '') first = run
  return first?.y ?? 0
}

function makeSegment(runs: readonly PdfRun[]): Segment | undefined {
  const solid = runs.filter(run => run.text.trim() !== '')
  const [first] = solid
  if (!first) return undefined
  const main = solid.reduce((best, run) => (run.size > best.size + 0.2 ? run : best), first)
  const share = (test: (run: PdfRun) => boolean): number =>
    weigh(solid.filter(test)) / Math.max(1, weigh(solid))
  const { text, leadBold } = writeText(runs, main)
  if (!/[^\s\uf8f0\uf8f1]/.test(text)) return undefined
  return {
    text,
    leadBold,
    x0: Math.min(...solid.map(run => run.x)),
    x1: Math.max(...solid.map(run => run.x + run.width)),
    y: main.y,
    size: main.size,
    bold: share(run => run.style.bold) > 0.9,
    italic: share(run => run.style.italic && !run.style.math) > 0.8,
    mono: share(run => run.style.mono) > 0.8,
    caps: share(run => run.style.caps) > 0.6,
    math: share(isMathRun),
  }
}

function weigh(runs: readonly PdfRun[]): number {
  return runs.reduce((sum, run) => sum + run.text.trim().length, 0)
}

function isMathRun(run: PdfRun): boolean {
  const text = run.text.trim()
  return (
    run.style.math || /^[\p{Sm}\d()[\]{}|,.\s/−-]+$/u.test(text) || (run.style.italic && text.length <= 2)
  )
}

function writeText(runs: readonly PdfRun[], main: PdfRun): { text: string; leadBold: number } {
  let text = ''
  let leadBold = 0
  let isLead = true
  let end = runs[0]?.x ?? 0
  for (const run of runs) {
    const gap = run.x - end
    if (text !== '' && !text.endsWith(' ') && (gap > run.size * 0.22 || run.text.trim() === '')) text += ' '
    end = run.x + run.width
    if (run.text.trim() === '') continue
    // A sign that the font does not name, at the head of a line: a bullet of a bitmap font.
    if (text === '' && !run.style.math && /^\p{Cc}$/u.test(run.text)) text = '•'
    text += isSuperscript(run, main) ? `${SUPER_OPEN}${cleanRun(run.text)}${SUPER_CLOSE}` : cleanRun(run.text)
    isLead &&= run.style.bold
    if (isLead) leadBold = text.length
  }
  return { text: joinAccents(text.trim()), leadBold }
}

function isSuperscript(run: PdfRun, main: PdfRun): boolean {
  return run.size < main.size * 0.87 && main.y - run.y > main.size * 0.12 && run.text.trim().length <= 5
}

const LIGATURES: Record<string, string> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'ft',
  ﬆ: 'st',
  Ĳ: 'IJ',
  ĳ: 'ij',
}

const ACCENTS: Record<string, string> = {
  '¨': '\u0308',
  '´': '\u0301',
  '`': '\u0300',
  ˆ: '\u0302',
  '˜': '\u0303',
  ˇ: '\u030c',
  '˚': '\u030a',
  '¯': '\u0304',
  '˘': '\u0306',
  '˝': '\u030b',
}

/** Old TeX fonts print an accent first and its letter over it: "J¨urgen". */
function joinAccents(text: string): string {
  return text
    .replace(
      / ?([¨´`ˆ˜ˇ˚¯˘˝]) ?(\p{L})/gu,
      (_, accent: string, letter: string) => (letter === 'ı' ? 'i' : letter) + (ACCENTS[accent] ?? ''),
    )
    .normalize('NFC')
}

/** Ligatures as letters; characters of private use, which only the file's own fonts could show, are dropped. */
function cleanRun(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06Ĳĳ]/g, letter => LIGATURES[letter] ?? letter)
    .replace(/[\p{Cc}\ue000-\uf8ff]/gu, '')
}
