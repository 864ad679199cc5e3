/** Takes a list of keywords apart, whichever mark joins them. */

const OPENING = '（([【「《'
const CLOSING = '）)]】」》'

/** At `、`, commas and semicolons outside brackets: `强化学习（reinforcement learning, RL）` is one keyword. */
export function splitKeywords(text: string): string[] {
  const keywords: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ''
    if (OPENING.includes(char)) depth++
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && /[、，,；;]/.test(char)) {
      keywords.push(text.slice(start, at))
      start = at + 1
    }
  }
  keywords.push(text.slice(start))
  return keywords.map(keyword => keyword.trim()).filter(keyword => keyword !== '')
}
