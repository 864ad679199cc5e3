/** All matches of a global pattern, in reading order; as `matchAll`, without a copy of the pattern for each text. */
export function findAll(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match)
    // A match of nothing would be found for ever.
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}
