/** Finds placeholders that a model left where a figure should stand: X%, XX 倍, N个百分点. */

export interface Placeholder {
  start: number
  end: number
  text: string
}

const units = ['%', '％', '倍', '个百分点', '個百分點', '×', ' percent', ' points']
const letters = 'XxNnYy_？?□○#'

/** Those of `text` that `source` does not have too. Linear in the length of the text. */
export function findPlaceholders(text: string, source: string): Placeholder[] {
  const found: Placeholder[] = []
  for (let at = 0; at < text.length; at++) {
    if (!letters.includes(text.charAt(at)) || isWordChar(text.charAt(at - 1))) continue
    let end = at + 1
    while (end - at < 8 && (letters.includes(text.charAt(end)) || text.charAt(end) === '.')) end++
    const placeholder = readPlaceholder(text, at, end)
    if (placeholder && !stands(source, placeholder.text)) found.push(placeholder)
    at = end - 1
  }
  return found
}

function readPlaceholder(text: string, start: number, letterEnd: number): Placeholder | undefined {
  const run = text.slice(start, letterEnd)
  // A lone question mark ends a sentence; a lone small letter is a variable.
  const isPlausible = /^[XNY]{1,4}(?:\.[XNY]{1,3})?$|^(?:x{1,4}|n|y)(?:\.x{1,3})?$|^[_？?□○#]{2,8}$/.test(run)
  if (!isPlausible) return undefined
  const from = text.charAt(letterEnd) === ' ' ? letterEnd + 1 : letterEnd
  const unit = units.find(spelling => text.startsWith(spelling, from) || text.startsWith(spelling, letterEnd))
  if (!unit) return undefined
  const end = text.indexOf(unit, letterEnd) + unit.length
  return { start, end, text: text.slice(start, end) }
}

/** The source may speak of "N times" or "x%" itself. */
function stands(source: string, placeholder: string): boolean {
  if (source.includes(placeholder)) return true
  const letter = placeholder.charAt(0)
  if (!/[a-z]/i.test(letter)) return false
  const own = new RegExp(`(?:^|[^a-z])${letter}[\\s$\\\\{}-]{0,4}(?:times|×|fold|x\\b|percent|%)`, 'i')
  return own.test(source)
}

function isWordChar(char: string): boolean {
  return /[A-Za-z0-9_?？]/.test(char)
}
