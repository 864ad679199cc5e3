/** Finds a rendering that was changed in its middle: its beginning and its end stand, other characters between. */
import type { Occurrence } from './find-renderings.ts'

// The middle of a changed rendering is about as long as what it replaces.
const MAX_MIDDLE = 4
const HAN = /^[\u3400-\u9fff]+$/

/**
 * The words of the text that begin and end as `wanted` does, with half of its characters or more, and differ between.
 * Undefined where none do, or where another term's rendering (`covers`) takes part of them. Linear in the text.
 */
export function matchRemains(
  text: string,
  wanted: string,
  covers: readonly Occurrence[],
): string | undefined {
  if (!HAN.test(wanted)) return undefined
  const cut = matchBeginning(text, wanted, covers)
  if (cut !== undefined) return cut
  const half = Math.ceil(wanted.length / 2)
  for (let head = wanted.length - 1; head >= 1; head--) {
    const tailLength = Math.max(1, Math.min(wanted.length - head, half - head > 0 ? half - head : 1))
    const beginning = wanted.slice(0, head)
    const tail = wanted.slice(-tailLength)
    for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
      const found = matchTail(text, {
        from: at + head,
        tail,
        limit: wanted.length - head - tailLength + MAX_MIDDLE,
      })
      if (found === undefined) continue
      const words = text.slice(at, found)
      const isTaken = covers.some(cover => at < cover.end && found > cover.start)
      if (!isTaken && !isSame(words, wanted) && HAN.test(words)) return words
    }
  }
  return undefined
}

/** 场景的理解 is 场景理解, and 目标实时检测 is 目标检测 with a word between its two: nothing of it was changed. */
function isSame(words: string, wanted: string): boolean {
  if (words === wanted || words.replace(/[的之与和及]/g, '') === wanted) return true
  for (let cut = MIN_WORD; cut <= wanted.length - MIN_WORD; cut++)
    if (words.startsWith(wanted.slice(0, cut)) && words.endsWith(wanted.slice(cut))) return true
  return false
}
const MIN_WORD = 2

const MAX_BETWEEN = 3

/** Whether the two words of a rendering of four characters stand in the text with little between them. */
export function standsApart(text: string, rendering: string): boolean {
  if (rendering.length !== 4 || !HAN.test(rendering)) return false
  const [head, tail] = [rendering.slice(0, 2), rendering.slice(2)]
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    const behind = text.slice(at + head.length, at + head.length + MAX_BETWEEN + tail.length)
    if (behind.includes(tail)) return true
  }
  return false
}

/** All but the last character, with another behind: 强化学法 for 强化学习. */
function matchBeginning(text: string, wanted: string, covers: readonly Occurrence[]): string | undefined {
  if (wanted.length < 4) return undefined
  const beginning = wanted.slice(0, -1)
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
    const words = text.slice(at, at + wanted.length)
    const isTaken = covers.some(cover => at < cover.end && at + wanted.length > cover.start)
    if (!isTaken && words !== wanted && HAN.test(words)) return words
  }
  return undefined
}

function matchTail(
  text: string,
  { from, tail, limit }: { from: number; tail: string; limit: number },
): number | undefined {
  const at = text.slice(from, from + limit + tail.length).indexOf(tail)
  return at < 0 ? undefined : from + at + tail.length
}
