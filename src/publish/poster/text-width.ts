/** How much room a text takes on a line, in em, before any font is asked. */

/** Characters of Chinese, Japanese and Korean are square; others are about half as wide. */
export function textWidth(text: string): number {
  let width = 0
  for (const char of text) width += char > '\u2e7f' ? 1 : 0.52
  return width
}
