/** Tells an unwanted rendering that is right for another sense of the English word. */
import type { Written } from './term-case.ts'
import type { TermDemand } from './term-demand.ts'

// Right where the English word is meant in another sense than the glossary's: the alignments of parties.
const OTHER_SENSES = new Set('结盟 检查站 报酬 酬金 酬劳 悬赏 奖品 弹道 围栏 栏杆 输油管'.split(' '))

/** Said once, in the text, and nowhere rendered as the term. */
export function isOtherSense(
  { places }: TermDemand,
  { wrong, good }: { wrong: Written; good: readonly Written[] },
): boolean {
  return (
    OTHER_SENSES.has(wrong.rendering) &&
    good.length === 0 &&
    places.length === 1 &&
    places[0]?.field !== 'title'
  )
}
