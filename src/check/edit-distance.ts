/** Counts the typing errors between two words. */

// Longer words are never names; the bound keeps hostile input from costing its square.
const MAX_LENGTH = 200

/**
 * Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), at most `limit`;
 * also `limit` for words of more than 200 characters.
 */
export function editDistance(left: string, right: string, limit: number): number {
  if (left === right) return 0
  if (Math.abs(left.length - right.length) >= limit || Math.max(left.length, right.length) > MAX_LENGTH)
    return limit
  let before: number[] = []
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    if (Math.min(...next) >= limit) return limit
    before = row
    row = next
  }
  return Math.min(row[right.length] ?? limit, limit)
}
