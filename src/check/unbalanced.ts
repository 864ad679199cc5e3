/** Finds brackets that open and never close, or close and never opened. */
import { findAll } from '../paper/find-all.ts'

const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{', '」': '「', '』': '『', '》': '《' }
const WIDTHS: Record<string, string> = { '（': '(', '）': ')', '【': '[', '】': ']', '［': '[', '］': ']' }
const BRACKET = /[()[\]{}「」『』《》（）【】［］]/g
// Half-open intervals close one kind of bracket with the other.
const INTERVAL = /[[(]\s?[-+−]?[\p{L}\p{N}.∞]{1,8}\s?[,，]\s?[-+−]?[\p{L}\p{N}.∞]{1,8}\s?[\])]/gu
// "1)", "(i)", "a)": a list counts with closing brackets alone.
const ENUMERATOR = /(?:^|[\s：:；;，,。（(、])(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})$/

/** The place about the first bracket without its partner; `text` has its links and formulas blanked. */
export function findUnbalanced(text: string): string | undefined {
  const plain = text.replace(INTERVAL, interval => ' '.repeat(interval.length))
  const items = new Map<string, boolean>()
  const open = new Map<string, number[]>(Object.values(PAIRS).map(char => [char, []]))
  for (const { 0: raw, index: at } of findAll(plain, BRACKET)) {
    const char = WIDTHS[raw] ?? raw
    const partner = PAIRS[char]
    if (partner === undefined) open.get(char)?.push(at)
    else if (open.get(partner)?.pop() === undefined && !isAlone(plain, { char, at, items }))
      return around(text, at)
  }
  const left = [...open.values()].flatMap(places => places.find(at => !isFace(plain, at)) ?? [])
  return left.length === 0 ? undefined : around(text, Math.min(...left))
}

/** Closing brackets that never had a partner: of a list's numbers and of faces. */
function isAlone(
  text: string,
  { char, at, items }: { char: string; at: number; items: Map<string, boolean> },
): boolean {
  const before = text.slice(Math.max(0, at - 6), at)
  return (char === ')' && (ENUMERATOR.test(before) || isItem(text, before, items))) || isFace(text, at)
}

// Behind a word without a blank, `1)` may be the end of an aside; with a `2)` in the text it is an item of a list.
const ITEM = /(?:^|[^\p{N}A-Za-z])(\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4}|[一二三四五六七八九十①-⑨])$/u
const COUNTS = ['一二三四五六七八九十', '①②③④⑤⑥⑦⑧⑨', 'abcdefghijkl', 'ABCDEFGHIJKL'].map(count => [...count])
const ROMAN = 'i ii iii iv v vi vii viii ix x'.split(' ')

/** @param known marks that have been looked up in this text */
function isItem(text: string, before: string, known: Map<string, boolean>): boolean {
  const mark = ITEM.exec(before)?.[1]
  if (mark === undefined) return false
  const verdict =
    known.get(mark) ??
    listNeighbours(mark).some(other => text.includes(`${other})`) || text.includes(`${other}）`))
  known.set(mark, verdict)
  return verdict
}

/** `1` and `3` for `2`, `h`, `j` and `ii` for `i`. */
function listNeighbours(mark: string): string[] {
  if (/^\d/.test(mark)) return [`${Number(mark) - 1}`, `${Number(mark) + 1}`].filter(other => other !== '0')
  return [...COUNTS, ROMAN, ROMAN.map(count => count.toUpperCase())].flatMap(count => {
    const place = count.indexOf(mark)
    return place < 0 ? [] : [count[place - 1], count[place + 1]].flatMap(other => other ?? [])
  })
}

/** `:)` and `:(` */
function isFace(text: string, at: number): boolean {
  return /[:;]-?$/.test(text.slice(Math.max(0, at - 2), at))
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 16), at + 24)
}
