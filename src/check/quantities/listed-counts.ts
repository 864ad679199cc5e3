/** Which counts a text shows without a number: "vision, language, and code" are three. */
import { findAll } from '../../paper/find-all.ts'

// Items between commas, then the last one behind "and"; `middle` is the item before it where no comma stands there.
const LIST = /(?<items>(?:[^,.;:()\n]{2,40},\s){1,8})(?<middle>[^,.;:()\n]{2,40}\s)?(?:and|or)\s/g
// A clause is longer: "it is fast, and it learns from little" lists nothing.
const MAX_WORDS = 4

/** The lengths of its lists, from three on. The first item is not looked at: the sentence leads up to it. */
export function readListedCounts(text: string): Set<number> {
  const counts = new Set<number>()
  for (const { groups } of findAll(text, LIST)) {
    const [, ...items] = (groups?.items ?? '').split(/,\s/).filter(item => item !== '')
    if (groups?.middle !== undefined) items.push(groups.middle)
    if (items.length > 0 && items.every(item => item.trim().split(/\s+/).length <= MAX_WORDS))
      counts.add(items.length + 2)
  }
  return counts
}
