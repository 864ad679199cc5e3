/** Finds brackets that open and never close, or close and never opened. */
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
  const open = new Map<string, number[]>(Object.values(PAIRS).map(char => [char, []]))
  for (const { 0: raw, index: at } of plain.matchAll(BRACKET)) {
    const char = WIDTHS[raw] ?? raw
    const partner = PAIRS[char]
    if (partner === undefined) open.get(char)?.push(at)
    else if (open.get(partner)?.pop() === undefined && !isAlone(plain, { char, at })) return around(text, at)
  }
  const left = [...open.values()].flatMap(places => places.find(at => !isFace(plain, at)) ?? [])
  return left.length === 0 ? undefined : around(text, Math.min(...left))
}

/** Closing brackets that never had a partner: of a list's numbers and of faces. */
function isAlone(text: string, { char, at }: { char: string; at: number }): boolean {
  return (char === ')' && ENUMERATOR.test(text.slice(Math.max(0, at - 6), at))) || isFace(text, at)
}

/** `:)` and `:(` */
function isFace(text: string, at: number): boolean {
  return /[:;]-?$/.test(text.slice(Math.max(0, at - 2), at))
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 16), at + 24)
}
