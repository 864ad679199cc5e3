/** Reads what two figures with a colon say: a ratio (8:1, 8比1) or a time of day (8:30 p.m., 20点30分). */
import { add, compare, divide, isInteger, makeRational, type Rational } from './rational.ts'
import type { Token } from './tokenize.ts'

interface Step {
  value: Rational
  next: number
}

/** As the quotient of the two; a time after noon by either clock. */
export function readRatio(tokens: readonly Token[], at: number): (Step & { others: Rational[] }) | undefined {
  const step = readColon(tokens, at) ?? readClock(tokens, at)
  return step && { ...step, others: afternoonOf(tokens, at, step) }
}

/** `8:1`, `16：9` and 8比1, without a space. */
function readColon(tokens: readonly Token[], at: number): Step | undefined {
  const left = tokens[at]?.value
  const mark = tokens[at + 1]
  const right = tokens[at + 2]
  if (
    !left ||
    !mark?.glued ||
    !':：∶比'.includes(mark.text) ||
    right?.kind !== 'number' ||
    !right.glued ||
    !right.value
  )
    return undefined
  // "SD 3.5：0.19" tells a result: Chinese has no blank behind its colon.
  if (mark.text === '：' && !(isInteger(left) && isInteger(right.value))) return undefined
  return right.value.top === 0n ? undefined : { value: divide(left, right.value), next: at + 3 }
}

/** 8点30分 is read as 8:30 is. */
function readClock(tokens: readonly Token[], at: number): Step | undefined {
  const [hour, mark, minute, end] = tokens.slice(at, at + 4)
  const isClock = mark?.glued && /[点點时時]/.test(mark.text) && minute?.glued && end?.text === '分'
  if (!isClock || !hour?.value || minute.kind !== 'number' || !minute.value || minute.value.top === 0n)
    return undefined
  return compare(minute.value, makeRational(60)) < 0
    ? { value: divide(hour.value, minute.value), next: at + 4 }
    : undefined
}

/** 8:30 p.m. is 20:30 too. */
function afternoonOf(tokens: readonly Token[], at: number, { next }: Step): Rational[] {
  const [hour, minute] = [tokens[at]?.value, tokens[at + 2]?.value]
  if (!hour || !minute || minute.top === 0n || !/^pm?$/i.test(tokens[next]?.text ?? '')) return []
  return [divide(add(hour, makeRational(12)), minute)]
}
