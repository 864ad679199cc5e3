/** Tells lists and ranges of figures from figures that stand each by itself. */
import type { Quantity } from './quantity.ts'
import type { Side } from './read-side.ts'

export type Relation = 'list' | 'range' | 'apart'

const MAX_GAP = 24
const MAX_ASIDE = 40

/** "93.9% and 92.7%" is a list; "from 26.4% to 51.9%" and 从26.4%提升至51.9% are ranges. */
export function relateFigures(text: string, first: Quantity, second: Quantity): Relation {
  if (second.start < first.end || second.start - first.end > MAX_GAP + MAX_ASIDE) return 'apart'
  const gap = readGap(text.slice(first.end, second.start))
  if (gap.length > MAX_GAP) return 'apart'
  if (/^\s*(?:[,;/、([（]\s*)?(?:and|or|vs\.?|versus|和|与|與|及|以及|或|±|×|x)?\s*[+~≈<>−-]?$/.test(gap))
    return 'list'
  return /^[^,.;()，。；：（）、和与]{0,14}(?:\bto|至|(?<!达)到|→|~|～|-|–|—)\s*[+≈−-]?$/.test(gap)
    ? 'range'
    : 'apart'
}

/** Without LaTeX, and without an aside: "from 40.4 (zero-shot) to 49.1"; most gaps have none. */
function readGap(whole: string): string {
  const gap = whole.replace(/ ?\([^()]{1,40}\)|（[^（）]{1,40}）/, '')
  if (!/[$\\{}]|--/.test(gap)) return gap
  return gap
    .replace(/\\pm/g, '±')
    .replace(/\\times/g, '×')
    .replace(/\\sim/g, '~')
    .replace(/[$\\{}]/g, '')
    .replace(/--+/g, '–')
}

/** Over all figures between the two: "a, b and c" is one list. */
export function relateAcross(side: Side, first: Quantity, last: Quantity): Relation {
  const chain = side.quantities.filter(
    ({ start, weight }) =>
      start >= first.start && start <= last.start && weight !== 'hidden' && weight !== 'named',
  )
  if (chain.length === 2) return relateFigures(side.text, first, last)
  const isList = chain.every(
    (quantity, at) => at === 0 || relateFigures(side.text, chain[at - 1] ?? first, quantity) === 'list',
  )
  return isList ? 'list' : 'apart'
}

/** The sentence around a place. */
export function sentenceAt(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 300), at)
  const behind = text.slice(at, at + 300)
  const end = behind.search(/[.;!?]\s|[。；！？\n]/)
  return before.split(/[.;!?]\s|[。；！？\n]/).at(-1) + behind.slice(0, end < 0 ? behind.length : end)
}
