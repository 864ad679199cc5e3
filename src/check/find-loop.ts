/** Finds text that runs in a circle, the failure of a model that cannot stop. */

const MAX_PERIOD = 40
const MIN_COPIES = 4
// A short group must come more often: "ha ha ha ha" is a joke, and rows of figures look alike.
const MIN_LENGTH = 12

/** The looping stretch (at most 120 characters of it): at least four copies of 1 to 40 characters in a row. */
export function findLoop(text: string): string | undefined {
  const codes = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at)
  for (let period = 1; period <= MAX_PERIOD; period++) {
    // The last copy may end in another mark: "…, …, …, …."
    const needed = period * (MIN_COPIES - 1) - (period > 4 ? 1 : 0)
    let run = 0
    for (let at = period; at < codes.length; at++) {
      if (codes[at] !== codes[at - period]) run = 0
      else if (++run >= needed && run + period >= neededLength(text, at, period)) {
        const loop = text.slice(at - run - period + 1, at + 1)
        if (isLoop(loop, period)) return loop.slice(0, 120)
      }
    }
  }
  return undefined
}

/** Four of the same Chinese character are a fault already. */
function neededLength(text: string, at: number, period: number): number {
  return period <= 2 && /\p{Script=Han}/u.test(text[at] ?? '') ? MIN_COPIES : MIN_LENGTH
}

/** Rows of dots, dashes, blanks and digits are layout or figures. */
function isLoop(loop: string, period: number): boolean {
  const group = loop.slice(0, period)
  return /\p{L}/u.test(group) && (period > 1 || /\p{Script=Han}|\p{L}{8}/u.test(loop))
}
