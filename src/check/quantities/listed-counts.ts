/** Which counts a text shows without a number: "vision, language, and code" are three. */

const LIST = /((?:[^,.;:()\n]{2,40},\s){1,8}?)[^,.;:()\n]{0,40}?,?\s?\b(?:and|or)\s[^,.;:()\n]{2,40}/g

/** The lengths of its lists, from three on. */
export function readListedCounts(text: string): Set<number> {
  const counts = new Set<number>()
  for (const { 1: items = '' } of text.matchAll(LIST)) {
    const commas = items.split(',').length - 1
    // With the comma before "and", or without it.
    counts.add(commas + 1)
    counts.add(commas + 2)
  }
  return counts
}
