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
    // No run that is long enough lies between two places so far apart.
    const stride = neededRun(FIRST_HAN, period)
    for (let at = period + stride - 1; at < codes.length; at += stride) {
      if (codes[at] !== codes[at - period]) continue
      const { loop, end } = readRun({ text, codes, period }, at)
      if (loop !== undefined) return loop
      while (at + stride < end) at += stride
    }
  }
  return undefined
}

/** The run of characters that equal those a period before, around a place in it; its loop where it is one. */
function readRun(
  { text, codes, period }: { text: string; codes: Uint16Array; period: number },
  place: number,
): { loop?: string; end: number } {
  let at = place
  while (at > period && codes[at - 1] === codes[at - 1 - period]) at--
  for (let run = 1; at < codes.length && codes[at] === codes[at - period]; at++, run++)
    // Looked at once in each run, when it is long enough.
    if (run === neededRun(codes[at] ?? 0, period)) {
      const loop = text.slice(at - run - period + 1, at + 1)
      if (isLoop(loop, period)) return { loop: loop.slice(0, 120), end: at }
    }
  return { end: at }
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
