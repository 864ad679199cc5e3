/** Takes a line that is one Markdown link apart. */

export interface MarkdownLink {
  /** Still Markdown. */
  text: string
  url: string
}

/** Undefined where the line is anything but `[text](url)`. */
export function readLink(line: string): MarkdownLink | undefined {
  const trimmed = line.trim()
  // A `](` inside the text stands behind a backslash, and an address holds none: the last one counts.
  const middle = trimmed.lastIndexOf('](')
  if (!trimmed.startsWith('[') || !trimmed.endsWith(')') || middle < 1 || isEscaped(trimmed, middle))
    return undefined
  const destination = trimmed.slice(middle + 2, -1).trim()
  const [url = ''] = destination.replace(/^<|>$/g, '').split(/\s/)
  return { text: trimmed.slice(1, middle), url }
}

/** Behind an odd number of backslashes. */
export function isEscaped(text: string, at: number): boolean {
  let start = at
  while (text[start - 1] === '\\') start--
  return (at - start) % 2 === 1
}
