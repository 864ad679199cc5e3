/** Shortens text where a reader would: at the end of a sentence or word, never inside a character. */

// Marks, joiners and selectors belong to the character before them.
const CLINGS = /^(?:\p{M}|\u200d|\ufe0e|\ufe0f|[\u{1f3fb}-\u{1f3ff}])/u
const SENTENCE_END = /[。！？…；]|[.!?;](?=\s)/g
// Further back than this a cut would lose more than it is worth.
const LOOK_BACK = 200

/** At most `max` UTF-16 units, the `…` included. */
export function clipText(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, findCut(text, max - 1)).trimEnd()}…`
}

/** Where to cut so that the first piece has at most `max` UTF-16 units; at least one character goes forward. */
export function findCut(text: string, max: number): number {
  if (text.length <= max) return text.length
  const hard = stepBack(text, Math.max(max, 1))
  const from = Math.max(0, hard - LOOK_BACK)
  const tail = text.slice(from, hard)
  const sentence = [...tail.matchAll(SENTENCE_END)].at(-1)
  if (sentence && sentence.index > tail.length / 3) return from + sentence.index + sentence[0].length
  const space = tail.lastIndexOf(' ')
  return space > tail.length / 3 ? from + space + 1 : hard
}

function stepBack(text: string, at: number): number {
  const low = Math.max(1, at - 40)
  for (let cut = at; cut >= low; cut--) if (isBorder(text, cut)) return cut
  // A tower of marks longer than any writing has: cut it, but never a surrogate pair.
  return isPairSplit(text, at) ? Math.max(at - 1, 2) : at
}

function isBorder(text: string, at: number): boolean {
  return !isPairSplit(text, at) && !CLINGS.test(text.slice(at, at + 2)) && text[at - 1] !== '\u200d'
}

function isPairSplit(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)]
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
