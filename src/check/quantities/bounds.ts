/** What the words before a figure say of it: "over", "nearly", 约, 不到. */
import type { Bound } from './quantity.ts'

const boundWords: Record<Bound, string> = {
  over: `over|more than|above|exceeding|exceeds|at least|beyond|greater than|surpassing|no less than|not less than|no fewer than|
    minimum of|>|≥|超过|超過|超|逾|高于|高於|大于|大於|至少|不少于|不低于|多于|突破`,
  under: `under|less than|below|fewer than|lower than|at most|no more than|not more than|not exceeding|nearly|almost|<|≤|不到|低于|
    低於|少于|少於|小于|小於|不足|近|接近|至多|不超过|不超過|不高于|不大于|不多于`,
  'up-to': 'up to|as much as|as many as|as high as|maximum of|高达|高達|多达|多達|最高|最多|达到|最大',
  about: 'about|around|approximately|roughly|approx|some|circa|~|≈|约|約|大约|大約|约为|左右|近似',
}
const boundsByTail = Map.groupBy(
  (Object.keys(boundWords) as Bound[])
    .flatMap(bound => boundWords[bound].split(/\|\s*/).map(word => ({ bound, word })))
    .sort((a, b) => b.word.length - a.word.length),
  ({ word }) => word.charAt(word.length - 1),
)

/** What the words right before a figure say of it. */
export function readBound(text: string, start: number): Bound | undefined {
  let end = start
  while (end > 0 && ' ＄'.includes(text.charAt(end - 1))) end--
  const head = text.slice(Math.max(0, end - 14), end).toLowerCase()
  return boundsByTail.get(head.charAt(head.length - 1))?.find(({ word }) => head.endsWith(word))?.bound
}

/** "Over 80%" and 不到80% exclude each other; "nearly" and "about" do not. */
export function areOpposed(a: Bound | undefined, b: Bound | undefined): boolean {
  return (a === 'over' && b === 'under') || (a === 'under' && b === 'over')
}
