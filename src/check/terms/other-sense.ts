/** Tells an unwanted rendering that is right for another sense of the English word. */
import type { Written } from './term-case.ts'
import type { TermDemand } from './term-demand.ts'

// Right where the English word is meant in another sense than the glossary's: the alignments of parties.
const OTHER_SENSES = new Set(
  '结盟 检查站 报酬 酬金 酬劳 悬赏 奖品 弹道 围栏 栏杆 输油管 关注 留意'.split(' '),
)
// And right throughout a paper of that field.
const BY_FIELD: readonly { renderings: ReadonlySet<string>; field: RegExp }[] = [
  {
    renderings: new Set(['代币', '通证', '代币化', '通证化']),
    field: /block-?\s?chain|crypto|\bDAOs?\b|\bDeFi\b|\bNFTs?\b|web3|ledger|smart contract/i,
  },
  {
    renderings: new Set(['代理人', '多代理人', '经纪人', '代办']),
    field:
      /\bprincipals?\b|mechanism design|contract (?:design|theory)|incentive|broker|fiduciar|\blegal\b|\bfirms?\b|market|econom|auction/i,
  },
]

export interface OtherSense {
  wrong: Written
  good: readonly Written[]
  /** Title and abstract. */
  source: string
}

/** Said once, in the text, and nowhere rendered as the term; or in a paper of a field with its own sense. */
export function isOtherSense({ term, places }: TermDemand, { wrong, good, source }: OtherSense): boolean {
  if (BY_FIELD.some(({ renderings, field }) => renderings.has(wrong.rendering) && field.test(source)))
    return true
  return (
    OTHER_SENSES.has(wrong.rendering) &&
    good.every(({ rendering }) => rendering !== term.target) &&
    places.length === 1 &&
    places[0]?.field !== 'title'
  )
}
