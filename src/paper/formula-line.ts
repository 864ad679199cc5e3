/** The line of plain text that a formula becomes, piece by piece; each piece minds its neighbours. */

/** Thrown inside `mathToText` only: the formula has a part that plain text cannot carry. */
export class NotPlain extends Error {}

export function refuse(): never {
  throw new NotPlain()
}

/** What has been read so far, and what the next piece has to know about it. */
export interface FormulaLine {
  text: string
  /** A function name ended it: a letter must not touch it. */
  wordOpen: boolean
  /** An `x_name` ended it: nothing may touch it that could be read as part of the name. */
  nameOpen: boolean
}

export function startLine(): FormulaLine {
  return { text: '', wordOpen: false, nameOpen: false }
}

export function append(line: FormulaLine, piece: string): void {
  if (piece === '') return
  const touches = /^[\p{L}\p{N}√]/u.test(piece)
  if (line.nameOpen && (touches || /^[_^⁰-⁹₀-₉¹²³]/.test(piece))) throw new NotPlain()
  line.text += line.wordOpen && touches ? ` ${piece}` : piece
  line.wordOpen = false
  line.nameOpen = false
}

export function appendSpace(line: FormulaLine): void {
  if (line.text !== '' && !line.text.endsWith(' ')) line.text += ' '
  line.wordOpen = false
  line.nameOpen = false
}

export function appendFunction(line: FormulaLine, name: string): void {
  if (/[\p{L}\p{N})\]]$/u.test(line.text)) line.text += ' '
  append(line, name)
  line.wordOpen = true
}
