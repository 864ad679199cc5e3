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
    let run = 0
    for (let at = period; at < codes.length; at++) {
      run = codes[at] === codes[at - period] ? run + 1 : 0
      // Looked at once in each run, when it is long enough.
      if (run > 0 && run === neededRun(codes[at] ?? 0, period)) {
        const loop = text.slice(at - run - period + 1, at + 1)
        if (isLoop(loop, period)) return loop.slice(0, 120)
      }
    }
  }
  return undefined
}

/** How many characters must equal the one a period before: the last copy may end in another mark ("…, …, …"). */
function neededRun(code: number, period: number): number {
  // Four of the same Chinese character are a fault already.
  const length = period <= 2 && code >= FIRST_HAN && code <= LAST_HAN ? MIN_COPIES : MIN_LENGTH
  return Math.max(period * (MIN_COPIES - 1) - (period > 4 ? 1 : 0), length - period)
}

const [FIRST_HAN, LAST_HAN] = [0x3400, 0x9fff]

/** Rows of dots, dashes, blanks and digits are layout or figures. */
function isLoop(loop: string, period: number): boolean {
  const group = loop.slice(0, period)
  return /\p{L}/u.test(group) && (period > 1 || /\p{Script=Han}|\p{L}{8}/u.test(loop))
}
