/** Makes outside text safe to keep: no control or bidirectional-override characters, one kind of white space. */

// C0/C1 controls but those that are white space; zero-width and bidi controls that can hide or reorder text; BOM.
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is this line's purpose
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/g

/** One line: white space folded, hidden characters gone, Unicode composed (NFC), lone surrogates replaced. */
export function cleanLine(text: string): string {
  return text.toWellFormed().replace(HIDDEN, '').normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Paragraphs separated by one blank line; hard-wrapped lines inside a paragraph are joined. */
export function cleanParagraphs(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n\s*/)
    .map(cleanLine)
    .filter(paragraph => paragraph !== '')
    .join('\n\n')
}
