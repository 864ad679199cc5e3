/** Cuts a quotation to the length that a finding shows. */

const MAX_LENGTH = 160

/** On one line, at most 160 characters, cut between code points. */
export function excerpt(text: string): string {
  const line = text
    .slice(0, MAX_LENGTH * 4)
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...line]
  return characters.length <= MAX_LENGTH ? line : `${characters.slice(0, MAX_LENGTH - 1).join('')}…`
}
