/** Finds what a figure counts: the link between "7 benchmarks" and 8个基准. */
import { countedTerms, findStem } from './bilingual-terms.ts'

// Nouns of a summary's own order ("three aspects"), which the source need not count.
const structural = new Set([
  'stage',
  'module',
  'step',
  'metric',
  'method',
  'challenge',
  'category',
  'scenario',
])
const structuralWords =
  /^\s{0,2}(?:[个個种種项項类類大步点點条條层層段组組]\s{0,2})?(?:核心|关键|關鍵|主要|重要|创新|協同|协同|互补|紧密|不同|独立|方面|部分|板块|方向|要素|特点|优势|原因|层面|環節|环节|问题|挑战|贡献|机制|层次|支柱|角度|步)/
const REACH_EN = 42
const REACH_ZH = 14
const FAR = 1000

// Each figure is compared with many of the other text; the texts of one paper and its brief are asked in turn.
const MAX_TEXTS = 4
const known = new Map<string, Map<number, readonly string[]>>()

/** What the words behind a figure count, the nearest first. */
export function findCountedNouns(text: string, end: number): readonly string[] {
  let places = known.get(text)
  if (!places) {
    if (known.size >= MAX_TEXTS) known.clear()
    places = new Map()
    known.set(text, places)
  }
  const nouns = places.get(end) ?? searchNouns(text, end)
  places.set(end, nouns)
  return nouns
}

// Of "10 one-step methods" the ten are no steps.
const COUNTED_FOR_ITSELF = /\b(?:one|two|three|four|five|six|single|dual|multi|few|zero|many)-[a-z]+/g
const blank = (words: string): string => ' '.repeat(words.length)

// "Levels 1-8 on six charts": what stands behind is counted by another number.
const COUNTS_NOTHING = /^ (?:on|in|at|to|with|for|from|by|than|as|is|are|was|were)\b|^ ?[上下时時]/

function searchNouns(text: string, end: number): string[] {
  if (COUNTS_NOTHING.test(text.slice(end, end + 8))) return []
  const tail = cutClause(text.slice(end, end + REACH_EN))
    .toLowerCase()
    .replace(COUNTED_FOR_ITSELF, blank)
  // Most texts are in one script, and stems and words each belong to one.
  const [isLatin, isHan] = [/[a-z]/.test(tail), /[\u3400-\u9fffA-Z]/i.test(tail)]
  const found: { key: string; at: number }[] = []
  for (const { key, stems, words } of countedTerms) {
    let at = FAR
    if (isLatin) for (const stem of stems) at = Math.min(at, within(findStem(tail, stem), REACH_EN))
    if (isHan)
      for (const word of words) at = Math.min(at, within(tail.indexOf(word), word.length > 1 ? REACH_ZH : 1))
    if (at < FAR) found.push({ key, at })
  }
  return found.sort((a, b) => a.at - b.at).map(({ key }) => key)
}

/** True where the figure orders the brief itself: 三个方面, 3个核心组件. */
export function countsOwnParts(text: string, end: number): boolean {
  const tail = text.slice(end, end + 20)
  return (
    structuralWords.test(tail) ||
    findCountedNouns(text, end)
      .slice(0, 1)
      .some(key => structural.has(key))
  )
}

function cutClause(text: string): string {
  const end = text.search(/(?<![A-Za-z])\d|[,.;:，。；：、(（]/)
  return end < 0 ? text : text.slice(0, end)
}

function within(at: number, reach: number): number {
  return at < 0 || at > reach ? FAR : at
}
