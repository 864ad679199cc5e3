/**
 * All matches of a global pattern, in reading order; as `matchAll`, without a copy of the pattern for each text.
 *
 * @throws {TypeError} where the pattern is not global, since it would match in one place for ever
 */
export function findAll(text: string, pattern: RegExp): RegExpExecArray[] {
  if (!pattern.global) throw new TypeError(`not a global pattern: ${pattern}`)
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match)
    // A match of nothing would be found for ever.
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}
